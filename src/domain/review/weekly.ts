import type { Counted } from './change'
import { isKnown } from './control-chart'

export interface Weekly {
  /** The series with each exposure taken as many times as its day of the week is busier than the mean. */
  readonly series: readonly Counted[]
  /** By place in the cycle, as the series begins: 1.4 is 40 % more than the mean. */
  readonly factors: readonly number[]
}

/** Each place in the cycle must be known so often in the baseline. */
const LEAST_TIMES = 4

/**
 * Takes the week out of a series before it is charted: a Saturday is held against Saturdays. Otherwise the week widens the
 * limits of the u-chart, and makes neighbours take after one another, which the EWMA takes for change. Rates of the series
 * that is returned are per day of mean business. The factors come from the baseline alone. Not for shares, whose
 * cases are counted. Null: a day of the week was known
 * fewer than four times there, or never had a case.
 */
export function withoutWeek(
  series: readonly Counted[],
  baseline: number,
  cycle = 7,
): Weekly | null {
  if (!Number.isSafeInteger(cycle) || cycle < 2) return null
  const counts = new Float64Array(cycle)
  const exposures = new Float64Array(cycle)
  const times = new Float64Array(cycle)
  series.slice(0, baseline).forEach((point, i) => {
    if (!isKnown(point)) return
    counts[i % cycle]! += point.count
    exposures[i % cycle]! += point.exposure
    times[i % cycle]!++
  })
  if (Math.min(...times) < LEAST_TIMES || Math.min(...counts) === 0) return null
  const rates = Array.from(counts, (count, k) => count / (exposures[k] as number))
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / cycle
  const factors = rates.map((rate) => rate / mean)
  return {
    factors,
    series: series.map(({ count, exposure }, i) => ({
      count,
      exposure: exposure === null ? null : exposure * (factors[i % cycle] as number),
    })),
  }
}
