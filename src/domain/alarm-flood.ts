import { type EpochMs, MINUTE_MS } from './time'

/** A flood begins with more than ten new alarms in ten minutes (ISA-18.2) and ends under five: the end is a custom. */
export const FLOOD = { windowMs: 10 * MINUTE_MS, above: 10, below: 5 } as const

export interface Rate {
  /** New alarms in the last ten minutes. */
  readonly per10Min: number
  readonly isFlood: boolean
}

/**
 * The rate at `now` and whether that is a flood. Between the two limits it is what it was before, which the times
 * themselves tell: the same times give the same answer whoever asks, and however often.
 */
export function rateOf(raisedAt: readonly EpochMs[], now: EpochMs): Rate {
  const times = raisedAt.filter((at) => at <= now).sort((a, b) => a - b)
  // The rate changes where an alarm comes, and where one leaves the window.
  const moments = [...times, ...times.map((at) => at + FLOOD.windowMs)]
    .filter((at) => at <= now)
    .sort((a, b) => a - b)
  let isFlood = false
  let [first, end] = [0, 0]
  for (const moment of [...moments, now]) {
    while (end < times.length && (times[end] as number) <= moment) end++
    while (first < end && (times[first] as number) <= moment - FLOOD.windowMs) first++
    isFlood = isFlood ? end - first >= FLOOD.below : end - first > FLOOD.above
  }
  return { per10Min: end - first, isFlood }
}
