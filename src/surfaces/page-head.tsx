import { type ReactNode, useEffect, useRef } from 'react'
import { useReading } from '../api/readings'
import { isKeyTaken } from '../ui/keys'
import { Button, Kbd } from '../ui/kit'
import { useSay } from '../ui/lang'
import { PROVENANCE_NAME } from './feed-words'

const WORDS = { back: { zh: '回到值班席', en: 'Back to the desk' } } as const

interface Props {
  readonly title: string
  /** True where the simulated world answers. */
  readonly mocked: boolean
  readonly onBack: () => void
  readonly children?: ReactNode
}

/** Head of a page beside the desk: title, what kind of data this is, and the way back (Escape). */
export function PageHead({ title, mocked, onBack, children }: Props) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const meta = useReading('meta').snapshot?.items[0]
  const provenance = meta?.provenance ?? (mocked ? 'simulated' : 'live')

  // A page that opens takes the focus with it: what was focused is hidden now.
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isKeyTaken(event)) onBack()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [onBack])

  return (
    <header>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <Button onClick={onBack}>
        {say(WORDS.back)} <Kbd>Esc</Kbd>
      </Button>
      {provenance !== 'live' && (
        <strong className="page-stamp">{say(PROVENANCE_NAME[provenance])}</strong>
      )}
    </header>
  )
}
