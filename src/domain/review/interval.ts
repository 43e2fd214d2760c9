import { gammaQuantile, normalUpper } from './distributions'

/** Both ends belong to it. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A figure and how far it can be trusted, with what it was counted from. */
export interface Estimate extends Interval {
  readonly value: number
  /** Numerator, and what it is held against: cases, or days, persons, hours. */
  readonly count: number
  readonly of: number
}

/** The house's level of every interval, unless a function says otherwise. */
export const LEVEL = 0.95

export function overlaps(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high
}

export function isCount(count: number | null): count is number {
  return Number.isSafeInteger(count) && (count as number) >= 0
}

export function isExposure(exposure: number | null): exposure is number {
  return Number.isFinite(exposure) && (exposure as number) > 0
}

/**
 * Of the mean that a count came from, exact (Garwood 1936): it holds the truth at least 95 times in 100, more often for
 * small counts. `dispersion`, variance / mean of such counts, never taken below 1, widens it as it weakens a change: a count
 * carries the information of count / dispersion cases. Null: no count (negative, broken, unknown).
 */
export function countInterval(
  count: number | null,
  level = LEVEL,
  dispersion = 1,
): Interval | null {
  if (!isCount(count) || !isLevel(level)) return null
  const spread = Number.isFinite(dispersion) ? Math.max(1, dispersion) : 1
  const tail = (1 - level) / 2
  return {
    low: count === 0 ? 0 : spread * gammaQuantile(count / spread, tail),
    high: spread * gammaQuantile(count / spread + 1, 1 - tail),
  }
}

/** Count per exposure (days, persons · days). Null: no count, or nothing to hold it against. */
export function rateOf(
  count: number | null,
  exposure: number | null,
  level = LEVEL,
): Estimate | null {
  const interval = countInterval(count, level)
  if (!interval || !isCount(count) || !isExposure(exposure)) return null
  return {
    value: count / exposure,
    low: interval.low / exposure,
    high: interval.high / exposure,
    count,
    of: exposure,
  }
}

/**
 * Share with Wilson's score interval (1927), without continuity correction; `dispersion` widens it as in `countInterval`. Null: 0 of 0, more hits than cases, no counts.
 */
export function shareOf(
  hits: number | null,
  of: number | null,
  level = LEVEL,
  dispersion = 1,
): Estimate | null {
  if (!isCount(hits) || !isCount(of) || of === 0 || hits > of || !isLevel(level)) return null
  const z = normalUpper((1 - level) / 2)
  const share = hits / of
  const spread = Number.isFinite(dispersion) ? Math.max(1, dispersion) : 1
  const [a, n] = [hits / spread, of / spread]
  const middle = (a + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((a * (n - a)) / n + (z * z) / 4)
  return {
    value: share,
    // At its ends the interval ends exactly where shares do.
    low: hits === 0 ? 0 : middle - half,
    high: hits === of ? 1 : middle + half,
    count: hits,
    of,
  }
}

function isLevel(level: number): boolean {
  return level > 0 && level < 1
}
