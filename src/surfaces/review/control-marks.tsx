import type { ChartDay } from './control'
import { lunarText } from './lunar'
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

/** The EWMA is beyond its limits on a day that is itself none: the day's own signal says it already. */
export const isSlow = ({ ewmaSignal, signal, inPeriod }: ChartDay) =>
  inPeriod && ewmaSignal !== null && signal === null

export function Slow({ x, y, unit }: { x: number; y: number; unit: number }) {
  const r = 4.5 * unit
  return (
    <path
      className="control-slow"
      d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
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
