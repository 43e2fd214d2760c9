import { type KeyboardEvent, useRef } from 'react'
import type { MeasureId } from '../../domain/measure'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { ReviewView } from '../../view/review'
import type { Figure } from './figure'
import { MEASURE_BY_ID } from './measures'
import {
  againstText,
  arrowOf,
  changeText,
  heldIn,
  intervalText,
  notesOf,
  pairedDays,
  valueText,
  verdictWords,
} from './told'
import type { Facts, Had } from './use-facts'
import { WORDS } from './words'

interface Props {
  readonly facts: Facts
  readonly view: ReviewView
  readonly onMeasure: (measure: MeasureId) => void
  readonly onCard: (measure: MeasureId | null) => void
}

/** Count, interval, change in words. One Tab stop: arrows walk, Enter draws it, D opens its definition. */
export function Tiles({ facts, view, onMeasure, onCard }: Props) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const ids = facts.tiles.map(({ id }) => id)
  const stop = Math.max(0, ids.indexOf(view.measure))
  function walk(event: KeyboardEvent<HTMLUListElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('.tile-pick') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (step && at >= 0) {
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    }
    if (event.key.toLowerCase() === 'd' && at >= 0) {
      event.preventDefault()
      const id = ids[at] as MeasureId
      onCard(view.card === id ? null : id)
    }
  }
  return (
    <ul ref={list} className="tiles" aria-label={say(WORDS.tiles)} onKeyDown={walk}>
      {facts.tiles.map(({ id, figure }, i) => (
        <li
          key={id}
          className="tile"
          data-measure={id}
          data-chosen={id === view.measure}
          data-carded={id === view.card}
        >
          <button
            type="button"
            className="tile-pick"
            tabIndex={i === stop ? 0 : -1}
            aria-pressed={id === view.measure}
            onClick={() => onMeasure(id)}
          >
            <strong>{say(MEASURE_BY_ID[id].title)}</strong>
            <TileBody figure={figure} />
          </button>
          <button
            type="button"
            className="tile-card"
            tabIndex={-1}
            aria-expanded={view.card === id}
            onClick={() => onCard(view.card === id ? null : id)}
          >
            {say(WORDS.card)}
          </button>
        </li>
      ))}
    </ul>
  )
}

function TileBody({ figure: had }: { readonly figure: Had<Figure> }) {
  const say = useSay()
  const lang = useLang()
  if (had.is !== 'here')
    return (
      <span className="tile-none ink2">
        —{' '}
        {say(
          had.is === 'waiting' ? WORDS.waiting : had.is === 'absent' ? WORDS.absent : WORDS.failed,
        )}
      </span>
    )
  const figure = had.value
  const { measure, now, change } = figure
  const isShare = measure.kind === 'share'
  const isSignal = change?.verdict === 'up' || change?.verdict === 'down'
  const notes = notesOf(figure, lang)
  return (
    <>
      <span className="tile-value">
        {now.partly > 0 && !isShare && <small>≥</small>}
        <b>{valueText(figure)}</b>
        <small>{isShare ? '%' : say(measure.unit)}</small>
        {isShare && (
          <small className="tile-counts">
            {formatCount(now.count)} / {formatCount(now.base)}
          </small>
        )}
      </span>
      <Strip figure={figure} />
      <span className="ink2 tile-interval">
        <span className="tile-interval-word">{say(WORDS.interval)} </span>
        {intervalText(figure)}
      </span>
      <span className="tile-change">
        <i aria-hidden="true">{arrowOf(change)}</i>
        {changeText(heldIn(figure), lang)}
        <span className="ink2">{againstText(figure, lang)}</span>
      </span>
      <span className="tile-verdict" data-signal={isSignal}>
        <i aria-hidden="true">{isSignal ? '◆' : '○'}</i>
        {say(verdictWords(change))}
      </span>
      {notes.length > 0 && (
        <span className="tile-notes ink2" title={notes.join('；')}>
          {notes.join(lang === 'zh' ? '；' : '; ')}
        </span>
      )}
    </>
  )
}

/** Tick: now. Bar: 95 %. Ring: then. On a scale of its own that holds all three. */
function Strip({ figure }: { readonly figure: Figure }) {
  const { interval, value, now, measure } = figure
  // A sum of fewer days has no place on the scale of all.
  const isOfFewer = measure.kind !== 'share' && pairedDays(figure) !== null
  const pastValue = isOfFewer ? null : figure.pastValue
  const at = measure.kind === 'share' ? value : now.count
  if (!interval || at === null) return <span className="strip" />
  const ends = [interval.low, interval.high, pastValue ?? at]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const room = (most - least || Math.abs(most) || 1) * 0.12
  const x = (v: number) => ((v - least + room) / (most - least + 2 * room)) * 100
  return (
    <svg className="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path className="strip-line" d="M0 5H100" />
      <rect
        className="strip-bar"
        x={x(interval.low)}
        y={2.6}
        width={Math.max(0.5, x(interval.high) - x(interval.low))}
        height={4.8}
      />
      <path className="strip-now" d={`M${x(at)} 0V10`} />
      {pastValue !== null && <StripRing x={x(pastValue)} />}
    </svg>
  )
}

/** A ring that stays round though the strip is stretched. */
function StripRing({ x }: { readonly x: number }) {
  return (
    <>
      <path className="strip-ring" d={`M${x} 5h.001`} />
      <path className="strip-ring-hole" d={`M${x} 5h.001`} />
    </>
  )
}
