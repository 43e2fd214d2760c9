import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { ChartId } from '../../view/review'
import { WORDS } from './words'

export interface PanelActions {
  readonly onTwin: (chart: ChartId) => void
  readonly onPicture: (chart: ChartId, panel: HTMLElement, caption: PanelCaption) => void
  readonly onPictureFailed: () => void
}

export interface PanelCaption {
  readonly title: string
  readonly note: string
  /** What it is of, a line each, where that is not the period of the page. */
  readonly about?: readonly string[] | undefined
}

interface Props {
  readonly id: ChartId
  readonly title: string
  readonly note?: string
  readonly actions: PanelActions
  readonly className?: string
  /** Beside the tools: what belongs to this chart alone. */
  readonly head?: ReactNode
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void
  readonly about?: readonly string[] | undefined
  /** What leaves in place of what the screen shows, drawn when it is asked for; it tells when it stands, or cannot. */
  readonly leaving?: ((onReady: (isThere: boolean) => void) => ReactNode) | null
  readonly children: ReactNode
}

/**
 * A chart with its title, its table twin (T) and its picture (P). One Tab stop: what is inside goes by keys, and the
 * buttons are there for the hand.
 */
export function Panel({
  id,
  title,
  note = '',
  actions,
  className = '',
  head,
  onKey,
  about,
  leaving,
  children,
}: Props) {
  const say = useSay()
  const self = useRef<HTMLElement>(null)
  const [isLeaving, setLeaving] = useState(false)
  const take = () => self.current && actions.onPicture(id, self.current, { title, note, about })
  const picture = () => (leaving ? setLeaving(true) : take())
  function ready(isThere: boolean) {
    if (isThere) take()
    else actions.onPictureFailed()
    setLeaving(false)
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    const isTyping = (event.target as HTMLElement).closest('input, select, textarea')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 't') actions.onTwin(id)
    else if (key === 'p') picture()
    else return onKey?.(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      ref={self}
      className={`review-panel ${className}`}
      aria-label={`${title} ${note}`}
      tabIndex={0}
      data-chart={id}
      onKeyDown={press}
    >
      <header>
        <h2>{title}</h2>
        {note && <span className="ink2 review-note">{note}</span>}
        <span className="review-spread" />
        {head}
        <span className="review-tools">
          <Button className="plain" tabIndex={-1} onClick={() => actions.onTwin(id)}>
            {say(WORDS.table)} <Kbd>T</Kbd>
          </Button>
          <Button className="plain" tabIndex={-1} onClick={picture}>
            {say(WORDS.png)} <Kbd>P</Kbd>
          </Button>
        </span>
      </header>
      <div className="review-panel-body">
        {children}
        {isLeaving && leaving?.(ready)}
      </div>
    </section>
  )
}
