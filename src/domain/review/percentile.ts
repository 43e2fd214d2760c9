import { binomialTails } from './distributions'
import { LEVEL } from './interval'

export interface Percentile {
  /** 0.5 for the median, 0.9 for P90. */
  readonly q: number
  /** The value of nearest rank: one that occurred. */
  readonly value: number
  /** Ends of the interval, values that occurred. Null: so few values leave that end open. */
  readonly low: number | null
  readonly high: number | null
  readonly samples: number
  /** Values that were none (unknown, not finite), left out and counted. */
  readonly unknown: number
}

/**
 * Percentiles by nearest rank (Hyndman & Fan 1996, type 1) with the interval between two order statistics that needs no
 * distribution (Conover 1999, 3.2): each end misses at most 2.5 times in 100. A median has both ends from 6 values on,
 * P90 from 36. Null: no known value.
 */
export function percentilesOf(
  values: Iterable<number | null>,
  qs: readonly number[] = [0.5, 0.9],
  level = LEVEL,
): readonly Percentile[] | null {
  const known: number[] = []
  let unknown = 0
  for (const value of values) {
    if (value !== null && Number.isFinite(value)) known.push(value)
    else unknown++
  }
  if (known.length === 0) return null
  const sorted = Float64Array.from(known).sort()
  const samples = sorted.length
  return qs.map((q) => {
    const rank = Math.min(samples, Math.max(1, Math.ceil(q * samples - 1e-9)))
    const tail = (1 - level) / 2
    const below = lastRank(samples, q, tail)
    // The upper end is the lower end seen from above.
    const above = lastRank(samples, 1 - q, tail)
    return {
      q,
      value: sorted[rank - 1] as number,
      low: below === 0 ? null : (sorted[below - 1] as number),
      high: above === 0 ? null : (sorted[samples - above] as number),
      samples,
      unknown,
    }
  })
}

/** The highest rank r whose value lies above the quantile at most `tail` of the time: P(fewer than r below it) ≤ tail; 0: none. */
function lastRank(samples: number, q: number, tail: number): number {
  let low = 0
  let high = samples
  while (low < high) {
    const r = Math.ceil((low + high) / 2)
    if (binomialTails(r - 1, samples, q).atMost <= tail) low = r
    else high = r - 1
  }
  return low
}
