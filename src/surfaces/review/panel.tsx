import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { ChartId } from '../../view/review'
import { WORDS } from './words'

export interface PanelActions {
  readonly onTwin: (chart: ChartId) => void
  readonly onPicture: (chart: ChartId, panel: HTMLElement, title: string, note: string) => void
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
  children,
}: Props) {
  const say = useSay()
  const self = useRef<HTMLElement>(null)
  const picture = () => self.current && actions.onPicture(id, self.current, title, note)
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
      <div className="review-panel-body">{children}</div>
    </section>
  )
}
