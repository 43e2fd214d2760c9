import { useMemo } from 'react'
import { ComposedChart, Line, ReferenceArea, ReferenceLine, Scatter, XAxis, YAxis } from 'recharts'
import type { Mark } from '../../domain/measure'
import type { Day, Period } from '../../domain/review/calendar'
import { useLang, useSay } from '../../ui/lang'
import { type Box, useBox } from './box'
import type { ChartDay, Control } from './control'
import { ControlHand } from './control-hand'
import { apartLabels, DayTick, Dot, isSlow, Slow } from './control-marks'
import { marksOn } from './drawn-marks'
import { placedMarks, widthOf } from './placed-marks'
import { niceAxis, tickText } from './scale'
import { drawn } from './thin'
import { WORDS } from './words'

const PAPER = { widthMm: 192, heightMm: 37 }

interface Props {
  readonly control: Control
  /** The drawing does not leave: no picture, no paper. */
  readonly stays: boolean
  readonly marks: readonly Mark[]
  readonly area: string
  readonly region: string
  readonly nameOf: (code: string) => string
  readonly onPeriod: (period: Period) => void
  readonly onMark: (day: Day) => void
}

/** Room round the plot, in sixteenths of a rem. */
const ROOM = { left: 44, right: { zh: 76, en: 100 }, top: 26, bottom: 44 }

/** Between the rows that names of marks stand in. */
const MARK_ROW = 18

export function ControlChart(props: Props) {
  const [ref, box] = useBox(PAPER)
  return (
    <div ref={ref} className={props.stays ? 'control-box stays' : 'control-box'}>
      {box && box.height > 80 && <Drawn {...props} box={box} />}
    </div>
  )
}

function Drawn({
  control,
  marks,
  area,
  region,
  nameOf,
  onPeriod,
  onMark,
  box,
}: Props & { readonly box: Box }) {
  const lang = useLang()
  const say = useSay()
  const { unit } = box
  const days = control.days
  const [from, to] = [days[0]?.day ?? 0, (days.at(-1)?.day ?? 0) + 1]
  const axis = useMemo(() => {
    const values = days.flatMap(({ value, low, high, ewma, past }) =>
      [value, low, high, ewma, past].filter((one) => one !== null),
    )
    return niceAxis(Math.min(...values, control.centre ?? 0), Math.max(...values, 1e-9))
  }, [days, control.centre])
  const step = (axis[1] ?? 1) - (axis[0] ?? 0)
  const centreText = `${say(WORDS.centre)} ${tickText(control.centre ?? 0, step / 10)}`
  const right = Math.max(ROOM.right[lang], widthOf(centreText) + 14) * unit
  const width = Math.max(10, box.width - ROOM.left * unit - right)
  const placed = placedMarks(
    marksOn(marks, { area, region, from, to }),
    { from, to, width, left: ROOM.left * unit, right, unit },
    lang,
    (code) => (code === null || code === area || code === region ? null : nameOf(code)),
  )
  const rows = 1 + Math.max(0, ...placed.map(({ row }) => row ?? 0))
  const room = {
    left: ROOM.left * unit,
    right,
    top: (ROOM.top + (rows - 1) * MARK_ROW) * unit,
    bottom: ROOM.bottom * unit,
  }
  const plot = {
    left: room.left,
    top: room.top,
    width,
    height: Math.max(10, box.height - room.top - room.bottom),
  }
  const lines = useMemo(() => drawn(days, plot.width), [days, plot.width])
  const every = Math.max(
    1,
    Math.ceil(days.length / Math.max(3, Math.floor(plot.width / (78 * unit)))),
  )
  const stepDays = every > 7 ? Math.ceil(every / 7) * 7 : every > 1 ? 7 : 1
  const ticks = days.filter((_, i) => i % stepDays === 0).map(({ day }) => day + 0.5)
  const periodFrom = days.find(({ inPeriod }) => inPeriod)?.day ?? from
  const last = days.at(-1)
  const yOf = (value: number) => {
    const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
    return plot.top + (1 - (value - low) / (high - low)) * plot.height
  }
  const sideLabels = apartLabels(
    [
      { value: last?.high ?? null, text: say(WORDS.upper) },
      { value: control.centre, text: centreText },
      { value: last?.low ?? null, text: say(WORDS.lower) },
    ].flatMap(({ value, text }) => (value === null ? [] : [{ y: yOf(value), text }])),
    15 * unit,
  )
  return (
    <>
      <ComposedChart
        width={box.width}
        height={box.height}
        data={lines}
        margin={{ left: 0, right: room.right, top: room.top, bottom: 0 }}
        accessibilityLayer={false}
        className="control-chart"
      >
        <ReferenceArea
          x1={periodFrom}
          x2={to}
          ifOverflow="hidden"
          className="control-period"
          stroke="none"
        />
        {days.map(({ day, value }) =>
          value === null ? (
            <ReferenceArea key={day} x1={day} x2={day + 1} className="control-gap" stroke="none" />
          ) : null,
        )}
        <XAxis
          dataKey="x"
          type="number"
          domain={[from, to]}
          ticks={ticks}
          height={room.bottom}
          interval={0}
          tickLine={false}
          tick={(props: { x: number | string; y: number | string; payload: { value: number } }) => (
            <DayTick {...props} lang={lang} unit={unit} />
          )}
        />
        <YAxis
          width={room.left}
          domain={[axis[0] ?? 0, axis.at(-1) ?? 1]}
          ticks={[...axis]}
          tickFormatter={(value: number) => tickText(value, step)}
          tickLine={false}
          axisLine={false}
        />
        {axis.map((value) => (
          <ReferenceLine key={value} y={value} className="control-grid" />
        ))}
        {control.centre !== null && <ReferenceLine y={control.centre} className="control-centre" />}
        {placed.map((mark) => (
          <ReferenceLine key={mark.id} x={mark.day} className="control-mark" />
        ))}
        {control.breakDay !== null && control.breakDay > from && (
          <ReferenceLine x={control.breakDay} className="control-break" />
        )}
        {LINES.map(({ key, type, className }) => (
          <Line
            key={key}
            dataKey={key}
            type={type}
            className={className}
            dot={false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
        <Scatter
          dataKey="value"
          isAnimationActive={false}
          shape={(props: unknown) => {
            const { cx, cy, payload } = props as { cx?: number; cy?: number; payload: ChartDay }
            if (cx === undefined || cy === undefined || payload.value === null) return <g />
            return <Dot x={cx} y={cy} of={payload} unit={unit} />
          }}
        />
        <Scatter
          dataKey="ewma"
          isAnimationActive={false}
          shape={(props: unknown) => {
            const { cx, cy, payload } = props as { cx?: number; cy?: number; payload: ChartDay }
            if (cx === undefined || cy === undefined || !isSlow(payload)) return <g />
            return <Slow x={cx} y={cy} unit={unit} />
          }}
        />
        <g className="control-labels">
          {sideLabels.map(({ y, text }) => (
            <text key={text} x={plot.left + plot.width + 8 * unit} y={y + 5 * unit}>
              {text}
            </text>
          ))}
        </g>
        <g className="control-labels">
          {placed.map(({ id, text, x, side, row }) =>
            row === null ? null : (
              <text
                key={id}
                x={plot.left + x + (side === 'end' ? -5 : 5) * unit}
                y={(16 + (rows - 1 - row) * MARK_ROW) * unit}
                textAnchor={side}
              >
                {text}
              </text>
            ),
          )}
        </g>
      </ComposedChart>
      <ControlHand plot={plot} from={from} to={to} onPeriod={onPeriod} onMark={onMark} />
    </>
  )
}

const LINES = [
  { key: 'past', type: 'linear', className: 'control-past' },
  { key: 'high', type: 'step', className: 'control-limit' },
  { key: 'low', type: 'step', className: 'control-limit' },
  { key: 'ewma', type: 'linear', className: 'control-ewma' },
] as const
