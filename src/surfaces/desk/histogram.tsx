import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef } from 'react'
import { DAY_MS, HOUR_MS, PROVINCE_OFFSET_MS, type TimeWindow } from '../../domain/time'
import type { Timeline } from '../../topics/topic'
import { formatDay, formatMinute, formatWeekday } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { draggedTo, type Grip, gripAt } from './brush'
import { TIME } from './time-words'
import type { DeskClock } from './use-desk-clock'

const HEIGHT = 72

interface Props {
  readonly timeline: Timeline
  readonly clock: DeskClock
}

/** Top of the scale: the next of 1, 2, 5 x 10^n, so that the axis has a readable end. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power
}

/** Bars per hour under a brush. The brush is what it is for: a hand moves it, and all the page follows. */
export function Histogram({ timeline, clock }: Props) {
  const say = useSay()
  const plot = useRef<HTMLDivElement>(null)
  const held = useRef<{ readonly grip: Grip; readonly at: number; readonly from: TimeWindow }>(null)
  const { from, counts } = timeline
  const to = from + counts.length * HOUR_MS
  const { window } = clock
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)))

  const timeAt = (event: PointerEvent) => {
    const { left, width } = (plot.current as HTMLDivElement).getBoundingClientRect()
    return {
      at: from + ((event.clientX - left) / width) * (to - from),
      msPerPx: (to - from) / width,
    }
  }
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { at, msPerPx } = timeAt(event)
    held.current = { grip: gripAt(at, window, { from, to }, msPerPx), at, from: window }
  }
  const drag = (event: PointerEvent) => {
    if (!held.current) return
    clock.brush(draggedTo(held.current, timeAt(event).at, Math.min(to, clock.present)), false)
  }
  const letGo = (event: PointerEvent) => {
    if (!held.current) return
    const next = draggedTo(held.current, timeAt(event).at, Math.min(to, clock.present))
    held.current = null
    clock.brush(next, true)
  }
  const onKey = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
    if (!direction && event.key !== 'End') return
    event.preventDefault()
    if (direction) clock.move(direction)
    else clock.live()
  }

  return (
    <div className="histogram">
      <Scale top={topOf(counts)} />
      <div className="histogram-plot">
        <div
          ref={plot}
          className="histogram-brush"
          role="slider"
          tabIndex={0}
          aria-label={say(TIME.brush)}
          aria-valuemin={from}
          aria-valuemax={Math.max(to, clock.present)}
          aria-valuenow={clock.at}
          aria-valuetext={`${formatDay(window.from)} ${formatMinute(window.from)} → ${formatDay(window.to)} ${formatMinute(window.to)}`}
          onPointerDown={grab}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={() => {
            if (held.current) clock.brush(held.current.from, true)
            held.current = null
          }}
          onKeyDown={onKey}
        >
          <div
            className="histogram-window"
            style={{
              left: `${share(window.from) * 100}%`,
              width: `${(share(window.to) - share(window.from)) * 100}%`,
            }}
          />
          <Bars timeline={timeline} window={window} />
          {([window.from, window.to] as const).map(
            (edge, i) =>
              edge >= from &&
              edge <= to + HOUR_MS && (
                <i
                  // biome-ignore lint/suspicious/noArrayIndexKey: the first is the beginning, the second the end
                  key={i}
                  className="histogram-handle"
                  style={{ left: `${share(edge) * 100}%` }}
                />
              ),
          )}
        </div>
        <Days from={from} to={to} />
      </div>
    </div>
  )
}

const topOf = (counts: readonly number[]) => niceTop(Math.max(1, ...counts))

function Scale({ top }: { readonly top: number }) {
  return (
    <div className="histogram-scale ink3">
      <span>{formatCount(top)}</span>
      <span>0</span>
    </div>
  )
}

/** Bars in the window stand out. */
const Bars = memo(function Bars({
  timeline: { from, counts },
  window,
}: {
  readonly timeline: Timeline
  readonly window: TimeWindow
}) {
  const say = useSay()
  const top = topOf(counts)
  const bars = useMemo(
    () =>
      counts.map((n, i) =>
        n > 0 ? `M${i} ${HEIGHT}V${HEIGHT - (n / top) * HEIGHT}h.8V${HEIGHT}Z` : '',
      ),
    [counts, top],
  )
  const first = Math.max(0, Math.floor((window.from - from) / HOUR_MS))
  const end = Math.max(first, Math.ceil((window.to - from) / HOUR_MS))
  return (
    <svg
      viewBox={`0 0 ${counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say(TIME.timeBar)}
    >
      <path
        className="histogram-out"
        d={bars.slice(0, first).join('') + bars.slice(end).join('')}
      />
      <path className="histogram-in" d={bars.slice(first, end).join('')} />
    </svg>
  )
})

function Days({ from, to }: { readonly from: number; readonly to: number }) {
  const lang = useLang()
  const days: number[] = []
  const midnight = Math.ceil((from + PROVINCE_OFFSET_MS) / DAY_MS) * DAY_MS - PROVINCE_OFFSET_MS
  for (let at = midnight; at < to; at += DAY_MS) days.push(at)
  const every = Math.ceil(days.length / 14)
  return (
    <div className="histogram-days ink3" aria-hidden="true">
      {days.map((at, i) =>
        i % every === 0 ? (
          <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
            {formatWeekday(at, lang)}
          </span>
        ) : null,
      )}
    </div>
  )
}
