import { type AlarmHealth, TARGETS } from '../../domain/alarm-health'
import { HOUR_MS, PROVINCE_OFFSET_MS, type TimeWindow } from '../../domain/time'
import { formatDay, formatMinute } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { WORDS } from './words'

const TICK_MS = 3 * HOUR_MS
const LIMIT = TARGETS.mostPer10Min

/** New alarms per ten minutes, with both axes; a line at the limit of a flood. */
export function Bars({ health: { per10Min, window } }: { readonly health: AlarmHealth }) {
  const say = useSay()
  const most = Math.max(...per10Min)
  const top = Math.max(LIMIT + 2, most)
  const y = (count: number) => 100 - (100 * count) / top
  // A label less than a fifth above the limit's would lie on it.
  const marks = [0, LIMIT, ...(most > LIMIT + top / 5 ? [most] : [])]
  return (
    <figure className="alarms-bars">
      <figcaption>
        {say(WORDS.per10Min)}{' '}
        <span className="ink2">
          {say({ zh: `虚线：洪流界线 ${LIMIT}`, en: `dashed: limit of a flood, ${LIMIT}` })}
        </span>
      </figcaption>
      <div className="alarms-plot">
        {marks.map((count) => (
          <span key={count} className="alarms-y" style={{ top: `${y(count)}%` }}>
            {formatCount(count)}
          </span>
        ))}
        <svg
          viewBox={`0 0 ${per10Min.length * 8} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={say({
            zh: `${say(WORDS.per10Min)}，最多 ${most}`,
            en: `${say(WORDS.per10Min)}, at most ${most}`,
          })}
        >
          {per10Min.map((count, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its step of the window
              key={i}
              x={i * 8 + 1}
              width={6}
              y={y(count)}
              height={100 - y(count)}
              fill="currentColor"
            />
          ))}
          <line
            x1="0"
            x2={per10Min.length * 8}
            y1={y(LIMIT)}
            y2={y(LIMIT)}
            stroke="currentColor"
            strokeDasharray="6 4"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {ticksOf(window).map(({ at, share, label }) => (
          <span key={at} className="alarms-x" style={{ left: `${100 * share}%` }}>
            {label}
          </span>
        ))}
      </div>
    </figure>
  )
}

/** Every three hours of the province's clock; the day at midnight. */
export function ticksOf({ from, to }: TimeWindow) {
  const first = Math.ceil((from + PROVINCE_OFFSET_MS) / TICK_MS) * TICK_MS - PROVINCE_OFFSET_MS
  const count = Math.max(0, Math.floor((to - first) / TICK_MS) + 1)
  return Array.from({ length: count }, (_, i) => {
    const at = first + i * TICK_MS
    const isMidnight = (at + PROVINCE_OFFSET_MS) % (24 * HOUR_MS) === 0
    return {
      at,
      share: (at - from) / (to - from),
      label: isMidnight ? formatDay(at) : formatMinute(at),
    }
  })
}
