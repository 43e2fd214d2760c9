import { useSay } from '../ui/lang'
import { PageHead } from './page-head'
import './page.css'

const WORDS = {
  title: { zh: '没有这个页面，或尚未建成', en: 'No such page, or not built yet' },
  why: {
    zh: '地址可能有误。值班席、数据源和关于页可从回到值班席后的顶栏进入。',
    en: 'The address may be wrong. Desk, feeds and about are reached from the top bar of the desk.',
  },
} as const

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

/** What an address without a page shows. */
export default function Missing({ mocked, onBack }: Props) {
  const say = useSay()
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack} />
      <div className="page-body">
        <p>{say(WORDS.why)}</p>
      </div>
    </main>
  )
}
