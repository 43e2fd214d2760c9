import type { DayCurve } from '../../domain/crowd-day'
import { DAY_MS, HOUR_MS } from '../../domain/time'
import { formatMinute } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { CARD } from './card-messages'

const WIDTH = 288
const HEIGHT = 150
/** Room for half a label above, the hours below, and persons to the right. */
const TOP = 8
const FOOT = 20
const LEGEND = 96
const HOURS = [0, 6, 12, 18, 24] as const
const ANCHOR: Readonly<Record<number, 'start' | 'end'>> = { 0: 'start', 24: 'end' }

const DASHES = { today: undefined, weekday: '4 3', festival: '1 3' } as const

/** How a day's line is drawn, beside its name. */
export function Line({ kind }: { readonly kind: keyof typeof DASHES }) {
  return (
    <svg viewBox="0 0 24 8" width="1.5rem" height="0.5rem" aria-hidden="true">
      <path
        d="M0 4H24"
        stroke={kind === 'today' ? 'var(--ink1)' : 'var(--ink2)'}
        strokeWidth={kind === 'today' ? 2 : 1.5}
        strokeDasharray={DASHES[kind]}
      />
    </svg>
  )
}

/** The day's curves over the hours, with the lines of the management ladder in persons. */
export function DayChart({
  today,
  sameWeekday,
  sameFestivalDay,
  capacity,
}: {
  readonly today: DayCurve
  readonly sameWeekday: DayCurve | null
  readonly sameFestivalDay: DayCurve | null
  readonly capacity: number
}) {
  const say = useSay()
  const curves = [
    ['festival', sameFestivalDay],
    ['weekday', sameWeekday],
    ['today', today],
  ] as const
  const most = Math.max(
    capacity,
    ...curves.flatMap(([, curve]) =>
      (curve?.slots ?? []).flatMap(({ occupancy }) => occupancy ?? []),
    ),
  )
  const y = (persons: number) => TOP + HEIGHT - (HEIGHT * persons) / Math.max(1, most)
  return (
    <svg
      className="crowds-day-chart"
      viewBox={`0 0 ${WIDTH + LEGEND} ${TOP + HEIGHT + FOOT}`}
      aria-hidden="true"
    >
      {[0.8, 0.9, 1].map((share) => (
        <g key={share}>
          <path d={`M0 ${y(share * capacity)}H${WIDTH}`} stroke="var(--control)" />
          <text x={WIDTH + 6} y={y(share * capacity) + 4}>
            {formatCount(100 * share)} % {formatCount(share * capacity)}
          </text>
        </g>
      ))}
      <path d={`M0 ${y(0)}H${WIDTH}`} stroke="var(--control)" />
      <text x={WIDTH + 6} y={y(0) + 4}>
        0 {say(CARD.persons)}
      </text>
      {HOURS.map((hour) => {
        const x = (hour / 24) * WIDTH
        return (
          <g key={hour}>
            <path d={`M${x} ${y(0)}v4`} stroke="var(--control)" />
            <text x={x} y={y(0) + FOOT - 3} textAnchor={ANCHOR[hour] ?? 'middle'}>
              {formatMinute(today.from + hour * HOUR_MS)}
            </text>
          </g>
        )
      })}
      {curves.map(([kind, curve]) =>
        curve ? (
          <path
            key={kind}
            d={pathOf(curve, y)}
            fill="none"
            stroke={kind === 'today' ? 'var(--ink1)' : 'var(--ink2)'}
            strokeWidth={kind === 'today' ? 2 : 1.5}
            strokeDasharray={DASHES[kind]}
          />
        ) : null,
      )}
    </svg>
  )
}

/** A line that stops at a gap and begins anew after it. */
function pathOf({ from, slots }: DayCurve, y: (persons: number) => number): string {
  let isOpen = false
  return slots
    .map(({ at, occupancy }) => {
      if (occupancy === null) {
        isOpen = false
        return ''
      }
      const command = isOpen ? 'L' : 'M'
      isOpen = true
      return `${command}${(((at - from) / DAY_MS) * WIDTH).toFixed(1)} ${y(occupancy).toFixed(1)}`
    })
    .join('')
}
