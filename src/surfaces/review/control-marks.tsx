import { dayOf } from '../../domain/review/calendar'
import type { ChartDay } from './control'
import type { DrawnMark } from './drawn-marks'
import { lunarText } from './lunar'
import { markName } from './mark-words'
import { dayText } from './told'

/** Shape and fill say what a day is: a diamond is a signal, a hollow ring usual, a dashed one may still change. */
export function Dot({ x, y, of, unit }: { x: number; y: number; of: ChartDay; unit: number }) {
  const r = (of.signal ? 5.5 : 3) * unit
  if (of.signal)
    return (
      <path
        className="control-signal"
        d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
      />
    )
  return (
    <circle
      className="control-dot"
      data-provisional={of.isProvisional}
      data-partial={of.isPartial}
      cx={x}
      cy={y}
      r={r}
    />
  )
}

export function DayTick({
  x,
  y,
  payload,
  lang,
  unit,
}: {
  x: number | string
  y: number | string
  payload: { value: number }
  lang: 'zh' | 'en'
  unit: number
}) {
  const day = Math.floor(payload.value)
  const [left, top] = [Number(x), Number(y)]
  return (
    <g className="control-tick">
      <text x={left} y={top + 12 * unit} textAnchor="middle">
        {dayText(day)}
      </text>
      <text className="soft" x={left} y={top + 30 * unit} textAnchor="middle">
        {lunarText(day, lang)}
      </text>
    </g>
  )
}

/** Names of marks over the plot, left or right of their line so that neighbours do not meet. */
export function placedMarks(marks: readonly DrawnMark[], days: number, lang: 'zh' | 'en') {
  return marks.map(({ mark, day, to }, i) => {
    const next = marks[i + 1]?.day ?? Number.POSITIVE_INFINITY
    const side = next - day < days / 6 ? ('end' as const) : ('start' as const)
    return {
      id: mark.id,
      day,
      to,
      side,
      text: `${markName(mark)[lang]} ${dayText(dayOf(mark.from))}`,
    }
  })
}

/** Labels beside the plot from top to bottom, none nearer to the one below it than a line; the lowest stays. */
export function apartLabels<T extends { readonly y: number }>(
  labels: readonly T[],
  line: number,
): readonly T[] {
  const placed: T[] = []
  let next = Number.POSITIVE_INFINITY
  for (const label of [...labels].reverse()) {
    next = Math.min(label.y, next - line)
    placed.unshift({ ...label, y: next })
  }
  return placed
}
