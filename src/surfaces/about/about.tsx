import { useReading } from '../../api/readings'
import { UNKNOWN } from '../../ui/clock'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import '../page.css'
import { PageHead } from '../page-head'
import { CREDITS, DEFINITIONS, LIMITS, LINES, RULES } from './lines'

const WORDS = {
  title: { zh: '关于鼓楼', en: 'About Drumtower' },
  print: { zh: '打印', en: 'Print' },
  what: {
    zh: '鼓楼是一个省的公共安全态势图：警情在哪里聚集，巡防多久没到，景区有多满，消防设备能否信任。它显示地点、单元、传感器与计数。由人决定，不自动派遣。',
    en: 'Drumtower is the picture of a province: where incidents gather, where no patrol has been, how full the scenic areas are, whether the fire sensors can be trusted. It shows places, units, sensors and counts. The officer decides; nothing dispatches itself.',
  },
  line: { zh: '它守住的线', en: 'The line it holds' },
  provenBy: { zh: '由此测试证明：', en: 'proven by' },
  rules: { zh: '五条规则', en: 'Five rules' },
  licence: {
    zh: '鼓楼以 Apache-2.0 许可发布；软件与数据的完整许可见随附的 NOTICE。',
    en: 'Drumtower is licensed under Apache-2.0; the licences of software and data stand in the NOTICE that comes with it.',
  },
  definitions: { zh: '口径', en: 'How each number is counted' },
  limits: { zh: '已知局限', en: 'Known limits' },
  credits: { zh: '地图与数据来源', en: 'Map and data' },
  version: { zh: '版本', en: 'Version' },
  server: { zh: '服务端', en: 'server' },
} as const

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

/** What the product can and cannot do, in words that a test stands behind. */
export default function About({ mocked, onBack }: Props) {
  const say = useSay()
  const build = useReading('meta').snapshot?.items[0]?.build ?? UNKNOWN
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <Button onClick={() => window.print()}>{say(WORDS.print)}</Button>
      </PageHead>
      <div className="page-body">
        <p>{say(WORDS.what)}</p>
        <div className="page-columns">
          <section>
            <h2>{say(WORDS.line)}</h2>
            <dl className="terms">
              {LINES.map(({ says, test }) => (
                <div key={says.en}>
                  <dt>{say(says)}</dt>
                  <dd>
                    {say(WORDS.provenBy)} <code>{test}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <Terms title={WORDS.rules} terms={RULES} />
          <Terms title={WORDS.definitions} terms={DEFINITIONS} />
          <section>
            <h2>{say(WORDS.limits)}</h2>
            <ul className="terms">
              {LIMITS.map((limit) => (
                <li key={limit.en}>{say(limit)}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{say(WORDS.credits)}</h2>
            <ul className="terms">
              {CREDITS.map((credit) => (
                <li key={credit}>{credit}</li>
              ))}
              <li>{say(WORDS.licence)}</li>
              <li className="ink2">
                {say(WORDS.version)} {__VERSION__} · {say(WORDS.server)} {build}
              </li>
            </ul>
          </section>
        </div>
      </div>
    </main>
  )
}

function Terms({
  title,
  terms,
}: {
  readonly title: Phrase
  readonly terms: readonly (readonly [term: Phrase, meaning: Phrase])[]
}) {
  const say = useSay()
  return (
    <section>
      <h2>{say(title)}</h2>
      <dl className="terms">
        {terms.map(([term, meaning]) => (
          <div key={term.en}>
            <dt>{say(term)}</dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
