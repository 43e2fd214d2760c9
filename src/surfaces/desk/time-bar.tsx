import { DAY_MS, HOUR_MS, PROVINCE_OFFSET_MS, type TimeWindow } from '../../domain/time'
import type { Timeline } from '../../topics/topic'
import { formatDay, formatMinute, formatWeekday } from '../../ui/clock'
import { Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { LiveBadge } from './live-badge'
import { WORDS } from './words'

const HEIGHT = 72

interface Props {
  /** Undefined: nobody has one to show. Null: not there yet. */
  readonly timeline: Timeline | null | undefined
  readonly window: TimeWindow | null
  readonly count: number | null
  /** What is counted. */
  readonly unit: Phrase | null
  readonly isFresh: boolean
}

/** Records per hour over four weeks; the window that everything is counted in stands out. */
export default function TimeBar({ timeline, window, count, unit, isFresh }: Props) {
  const say = useSay()
  return (
    <section
      id="desk-time"
      className="desk-time"
      tabIndex={-1}
      data-region="time"
      aria-label={say(WORDS.timeBar)}
    >
      <header>
        <LiveBadge isFresh={isFresh} />
        <span>{say(WORDS.timeBar)}</span>
        {window && (
          <span className="ink2 spread">
            {say(WORDS.window)} {formatDay(window.from)} {formatMinute(window.from)} →{' '}
            {formatDay(window.to)} {formatMinute(window.to)} · {formatCount(count)}{' '}
            {unit && say(unit)}
          </span>
        )}
      </header>
      {timeline && window ? (
        <Histogram timeline={timeline} window={window} />
      ) : (
        <Skeleton>{say(WORDS.noTimeline)}</Skeleton>
      )}
    </section>
  )
}

/** Top of the scale: the next of 1, 2, 5 x 10^n, so that the axis has a readable end. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power
}

function Histogram({
  timeline: { from, counts },
  window,
}: {
  readonly timeline: Timeline
  readonly window: TimeWindow
}) {
  const lang = useLang()
  const say = useSay()
  const top = niceTop(Math.max(1, ...counts))
  const to = from + counts.length * HOUR_MS
  const x = (at: number) => (at - from) / HOUR_MS
  const bars = (inside: boolean) =>
    counts
      .map((n, i) => {
        const isInside = from + (i + 1) * HOUR_MS > window.from && from + i * HOUR_MS < window.to
        return n > 0 && isInside === inside
          ? `M${i} ${HEIGHT}V${HEIGHT - (n / top) * HEIGHT}h.8V${HEIGHT}Z`
          : ''
      })
      .join('')
  const days: number[] = []
  const firstMidnight =
    Math.ceil((from + PROVINCE_OFFSET_MS) / DAY_MS) * DAY_MS - PROVINCE_OFFSET_MS
  for (let at = firstMidnight; at < to; at += DAY_MS) days.push(at)
  const every = Math.ceil(days.length / 14)
  return (
    <div className="histogram">
      <div className="histogram-scale ink3">
        <span>{formatCount(top)}</span>
        <span>0</span>
      </div>
      <div className="histogram-plot">
        <svg
          viewBox={`0 0 ${counts.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={say(WORDS.timeBar)}
        >
          <rect
            className="histogram-window"
            x={x(Math.max(from, window.from))}
            width={Math.max(0, x(Math.min(to, window.to)) - x(Math.max(from, window.from)))}
            height={HEIGHT}
          />
          <path className="histogram-out" d={bars(false)} />
          <path className="histogram-in" d={bars(true)} />
          <path
            className="histogram-edge"
            d={`M${x(Math.max(from, window.from))} 0V${HEIGHT}M${counts.length} 0V${HEIGHT}`}
          />
        </svg>
        <div className="histogram-days ink3" aria-hidden="true">
          {days.map((at, i) =>
            i % every === 0 ? (
              <span key={at} style={{ left: `${(x(at) / counts.length) * 100}%` }}>
                {formatWeekday(at, lang)}
              </span>
            ) : null,
          )}
        </div>
      </div>
    </div>
  )
}
