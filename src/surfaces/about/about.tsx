import { useReading } from '../../api/readings'
import { Button } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import '../page.css'
import { CREDITS, DEFINITIONS, LIMITS, LINES } from './lines'

const WORDS = {
  title: { zh: '关于鼓楼', en: 'About Drumtower' },
  back: { zh: '回到值班席', en: 'Back to the desk' },
  print: { zh: '打印', en: 'Print' },
  what: {
    zh: '鼓楼是一个省的公共安全态势图：警情在哪里聚集，巡防多久没到，景区有多满，消防设备能否信任。它显示地点、单元、传感器与计数。由人决定，不自动派遣。',
    en: 'Drumtower is the picture of a province: where incidents gather, where no patrol has been, how full the scenic areas are, whether the fire sensors can be trusted. It shows places, units, sensors and counts. The officer decides; nothing dispatches itself.',
  },
  line: { zh: '它守住的线', en: 'The line it holds' },
  provenBy: { zh: '由此测试证明', en: 'proven by' },
  definitions: { zh: '口径', en: 'How each number is counted' },
  limits: { zh: '已知局限', en: 'Known limits' },
  credits: { zh: '地图与数据来源', en: 'Map and data' },
  version: { zh: '版本', en: 'Version' },
  server: { zh: '服务端', en: 'server' },
} as const

/** What the product can and cannot do, in words that a test stands behind. */
export default function About({ onBack }: { readonly onBack: () => void }) {
  const say = useSay()
  const lang = useLang()
  const build = useReading('meta').snapshot?.items[0]?.build ?? '—'
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <header>
        <h1>{say(WORDS.title)}</h1>
        <Button onClick={() => window.print()}>{say(WORDS.print)}</Button>
        <Button onClick={onBack}>{say(WORDS.back)}</Button>
      </header>
      <div className="page-body">
        <p>{say(WORDS.what)}</p>
        <section>
          <h2>{say(WORDS.line)}</h2>
          <dl className="terms">
            {LINES.map(({ says, test }) => (
              <div key={test}>
                <dt>{say(says)}</dt>
                <dd>
                  {say(WORDS.provenBy)}
                  {lang === 'zh' ? '：' : ': '}
                  {test}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{say(WORDS.definitions)}</h2>
          <dl className="terms">
            {DEFINITIONS.map(([term, definition]) => (
              <div key={term.en}>
                <dt>{say(term)}</dt>
                <dd>{say(definition)}</dd>
              </div>
            ))}
          </dl>
        </section>
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
          </ul>
          <p className="ink2">
            {say(WORDS.version)} {__VERSION__} · {say(WORDS.server)} {build}
          </p>
        </section>
      </div>
    </main>
  )
}
