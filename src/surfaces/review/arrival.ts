import type { MeasureSeries } from '../../domain/measure'
import type { Day } from '../../domain/review/calendar'
import { type Percentile, percentilesOf } from '../../domain/review/percentile'
import { daysByArea, together, totalOf } from './counts'

/** A class of times to arrive: minutes over `from` up to `to`; null: no end. */
export interface ArrivalClass {
  readonly part: string
  readonly from: number
  readonly to: number | null
  readonly count: number
}

export interface Arrivals {
  readonly classes: readonly ArrivalClass[]
  readonly total: number
  /** Median and P90, minutes; null where nothing is known. */
  readonly percentiles: readonly Percentile[] | null
  /** A share of days on which nothing is known is told, not filled. */
  readonly gaps: number
}

/** What an open last class is taken for, minutes: only ever said as "over". */
const OPEN_END = 120

export function arrivalsOf(
  series: readonly { readonly part: string; readonly series: MeasureSeries }[],
  area: string,
  region: string,
  days: readonly Day[],
): Arrivals {
  let gaps = 0
  let from = 0
  const classes = series.map(({ part, series: own }): ArrivalClass => {
    const byArea = daysByArea(own)
    const here =
      byArea.get(area) ?? (area === region ? together(region, [...byArea.values()]) : null)
    const total = here && totalOf(here, days)
    gaps = Math.max(gaps, total?.gaps ?? days.length)
    const to = part === 'more' ? null : Number(part)
    const one = { part, from, to, count: total?.count ?? 0 }
    from = to ?? from
    return one
  })
  return {
    classes,
    total: classes.reduce((sum, { count }) => sum + count, 0),
    percentiles: percentilesOf(spread(classes)),
    gaps,
  }
}

/** The times of a class as if they lay evenly in it. */
function* spread(classes: readonly ArrivalClass[]): Iterable<number> {
  for (const { from, to, count } of classes) {
    const width = (to ?? OPEN_END) - from
    for (let i = 0; i < count; i++) yield from + (width * (i + 0.5)) / count
  }
}
