import { DAY_MS, type EpochMs, PROVINCE_OFFSET_MS, type TimeWindow } from './time'

/** Midnight of the province's day that a time lies in. */
export function startOfDay(at: EpochMs): EpochMs {
  return Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS) * DAY_MS - PROVINCE_OFFSET_MS
}

/**
 * How many occurred between midnight and the time of day of `now`, on each earlier day that a history covers whole,
 * the nearest first. `occurredAt` ascends.
 */
export function countsUntilNow(
  occurredAt: ArrayLike<number>,
  count: number,
  covers: TimeWindow,
  now: EpochMs,
): number[] {
  const counts: number[] = []
  const midnight = startOfDay(now)
  for (let back = DAY_MS; midnight - back >= covers.from; back += DAY_MS) {
    if (now - back > covers.to) continue
    counts.push(
      firstAt(occurredAt, count, now - back) - firstAt(occurredAt, count, midnight - back),
    )
  }
  return counts
}

function firstAt(occurredAt: ArrayLike<number>, count: number, at: EpochMs): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((occurredAt[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** What chance alone explains, and how many days it was reckoned from. */
export interface UsualRange {
  readonly low: number
  readonly high: number
  readonly days: number
}

const LEAST_DAYS = 14
/** |z| > 3 is a signal, with z = 2(√now − √mean) against a long history. */
const SIGNAL_Z = 3

/** Null: too few days to say. */
export function usualRange(counts: readonly number[]): UsualRange | null {
  if (counts.length < LEAST_DAYS) return null
  const root = Math.sqrt(counts.reduce((sum, n) => sum + n, 0) / counts.length)
  return {
    low: Math.ceil(Math.max(0, root - SIGNAL_Z / 2) ** 2),
    high: Math.floor((root + SIGNAL_Z / 2) ** 2),
    days: counts.length,
  }
}
