import { useSay } from '../../../ui/lang'
import { PageHead } from '../../page-head'
import '../../page.css'

const WORDS = { title: { zh: '大屏清单', en: 'Walls' } } as const

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

/** All walls, and which of them is silent. */
export default function Walls({ mocked, onBack }: Props) {
  const say = useSay()
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack} />
    </main>
  )
}
