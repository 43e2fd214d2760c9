import { useMemo } from 'react'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { type Arrivals, arrivalsOf } from './arrival'
import { type Box, useBox } from './box'
import { daysIn } from './counts'
import { NotHad } from './had'
import { MEASURE_BY_ID } from './measures'
import { Panel, type PanelActions } from './panel'
import { pairedDays, pairedNote } from './told'
import { type Facts, type Had, useSeries } from './use-facts'
import { WORDS } from './words'

const PAPER = { widthMm: 92, heightMm: 60 }

/** Times to arrive of the period and of the period that it is held against. */
export function useArrivals(facts: Facts): Had<{ now: Arrivals; past: Arrivals | null }> {
  const { area, region, period, same } = facts
  const parts = facts.cards.get('response-time')?.parts ?? NO_PARTS
  const wanted = useMemo(
    () => parts.map((part) => ({ measure: 'response-time' as const, part })),
    [parts],
  )
  const had = useSeries(facts.cards, wanted, facts.level)
  return useMemo(() => {
    const other = had.find(({ is }) => is !== 'here')
    if (had.length === 0) return { is: 'absent' }
    if (other && other.is !== 'here') return other
    const series = had.flatMap((one, i) =>
      one.is === 'here' ? [{ part: parts[i] as string, series: one.value }] : [],
    )
    const of = (days: readonly number[]) => arrivalsOf(series, area, region, days)
    return {
      is: 'here',
      value: { now: of(same?.daysNow ?? daysIn(period)), past: same && of(same.daysThen) },
    }
  }, [had, parts, area, region, period, same])
}

const NO_PARTS: readonly string[] = []

interface Props {
  readonly facts: Facts
  /** What the charts beside it are about; '' for all. */
  readonly part: string
  readonly nameOf: (code: string) => string
  readonly actions: PanelActions
}

export function Response({ facts, part, nameOf, actions }: Props) {
  const say = useSay()
  const lang = useLang()
  const had = useArrivals(facts)
  const comma = lang === 'zh' ? '，' : ', '
  const paired = pairedDays(facts)
  // Neither hours nor times to arrive are counted by parts.
  const all = part ? ` · ${say(WORDS.all)}` : ''
  const about = `${nameOf(facts.area)} ${say(MEASURE_BY_ID.incidents.title)}${all}`
  const note =
    had.is === 'here'
      ? `${about}${comma}n = ${formatCount(had.value.now.total)}${paired === null ? '' : `${comma}${say(pairedNote(paired))}`}`
      : about
  return (
    <Panel id="response" title={say(WORDS.response)} note={note} actions={actions}>
      {had.is === 'here' ? <Curves {...had.value} /> : <NotHad had={had} />}
    </Panel>
  )
}

function Curves(props: { readonly now: Arrivals; readonly past: Arrivals | null }) {
  const [ref, box] = useBox(PAPER)
  return (
    <div ref={ref} className="fill-box">
      {box && box.height > 80 && <Drawn {...props} box={box} />}
    </div>
  )
}

const MOST_MINUTES = 60
/** Early minutes are what targets are set in: the axis gives them room. */
const place = (minutes: number) => Math.sqrt(Math.min(minutes, MOST_MINUTES) / MOST_MINUTES)
const TICKS = [0, 2, 5, 10, 20, 30, 60]

function Drawn({
  now,
  past,
  box,
}: {
  readonly now: Arrivals
  readonly past: Arrivals | null
  readonly box: Box
}) {
  const say = useSay()
  const lang = useLang()
  const u = box.unit
  const [left, right, bottom, top] = [48 * u, 16 * u, 24 * u, 48 * u]
  const x = (minutes: number) => left + place(minutes) * (box.width - left - right)
  const y = (share: number) => top + (1 - share) * (box.height - top - bottom)
  const curve = ({ classes, total }: Arrivals) => {
    let sum = 0
    return `M${x(0)} ${y(0)}${classes
      .filter(({ to }) => to !== null)
      .map(({ to, count }) => {
        sum += count
        return `L${x(to ?? 0).toFixed(1)} ${y(total > 0 ? sum / total : 0).toFixed(1)}`
      })
      .join('')}`
  }
  const minutes = (value: number | null | undefined) =>
    value === null || value === undefined
      ? '—'
      : value >= MOST_MINUTES
        ? `> ${MOST_MINUTES}`
        : value.toFixed(1)
  const told = (q: number, of: Arrivals | null) => {
    const one = of?.percentiles?.find((percentile) => percentile.q === q)
    if (!one) return '—'
    const ends = `${minutes(one.low)}–${minutes(one.high)}`
    return lang === 'zh' ? `${minutes(one.value)}（${ends}）` : `${minutes(one.value)} (${ends})`
  }
  const line = (of: Arrivals, which: string) =>
    `${which} ${say(WORDS.median)} ${told(0.5, of)} · P90 ${told(0.9, of)} ${lang === 'zh' ? '分' : 'min'}`
  return (
    <svg
      className="drawing"
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={say(WORDS.response)}
    >
      <path className="spark-now" d={`M0 10H${18 * u}`} />
      <text x={24 * u} y={14 * u}>
        {line(now, say(WORDS.now))}
      </text>
      {past && (
        <>
          <path className="spark-past" d={`M0 ${30 * u}H${18 * u}`} />
          <text className="soft" x={24 * u} y={34 * u}>
            {line(past, say(WORDS.past))}
          </text>
        </>
      )}
      {[0, 0.5, 0.9, 1].map((share) => (
        <g key={share}>
          <path className="spark-grid" d={`M${left} ${y(share)}H${box.width - right}`} />
          <text
            className="soft"
            x={left - 6 * u}
            y={y(share) + (share === 1 ? 2 : 5) * u}
            textAnchor="end"
          >
            {share * 100} %
          </text>
        </g>
      ))}
      {TICKS.map((tick) => (
        <text key={tick} className="soft" x={x(tick)} y={box.height - 5 * u} textAnchor="middle">
          {tick}
        </text>
      ))}
      {past && past.total > 0 && <path className="spark-past" d={curve(past)} />}
      {now.total > 0 && <path className="spark-now" d={curve(now)} />}
    </svg>
  )
}
