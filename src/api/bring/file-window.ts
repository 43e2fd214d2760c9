import { DAY_MS, type EpochMs, HOUR_MS, type TimeWindow } from '../../domain/time'
import type { Looks } from './brought'
import type { Built, Report } from './build'

/** What the times of a file are good for; `none`: it has no times, and stands for its whole span. */
export type Grain = 'none' | 'months' | 'days' | 'fine'

export function grainOf({ timeless, precision: { month, day, moment } }: Report): Grain {
  if (timeless > 0) return 'none'
  if (month > day + moment) return 'months'
  return day > moment ? 'days' : 'fine'
}

/** When a file was written: what it covers, and how its clock stood. */
export interface FileTimes {
  readonly grain: Grain
  readonly covers: TimeWindow
  /** Offset of its clock from UTC. */
  readonly zoneMs: number
}

/**
 * What of a file a window shows. Months and days that it does not divide are shown whole, since all of one stands at
 * its first moment; and never more days than it covers, since a rate over days that it knows nothing of is false.
 */
export function shownOf({ grain, covers, zoneMs }: FileTimes, window: TimeWindow): TimeWindow {
  if (grain === 'none') return covers
  const unit = grain === 'months' ? monthAt : dayAt
  const whole = ({ from, to }: TimeWindow): TimeWindow => ({
    from: unit(from, zoneMs, 0),
    to: unit(to - 1, zoneMs, 1),
  })
  const { from, to } = grain === 'fine' ? window : whole(window)
  const held = whole(covers)
  const shown = { from: Math.max(from, held.from), to: Math.min(to, held.to) }
  // Of another time the file says nothing: an empty map, over the window asked for.
  return shown.to > shown.from ? shown : { from, to }
}

/** How a file that was read is looked at. */
export function looksOf({ covers, zoneMs, extent, report }: Omit<Built, 'columns'>): Looks {
  const grain = grainOf(report)
  const times = { grain, covers, zoneMs }
  return {
    extent,
    grain,
    zoneMs,
    tellsSources: report.sources !== null,
    shownFor: (window) => shownOf(times, window),
    before: (shown) => beforeOf(times, shown),
    evened: (from, counts) => evenedOf(times, from, counts),
  }
}

/** So much may as many months differ in length. */
const UNEQUAL_MS = 3.5 * DAY_MS

/** The period before a window, of the same length or of as many months. */
export function beforeOf(times: FileTimes, { from, to }: TimeWindow): TimeWindow {
  const before = { from: 2 * from - to, to: from }
  if (times.grain !== 'months') return before
  const whole = { ...times, covers: { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER } }
  return shownOf(whole, { ...before, from: before.from + UNEQUAL_MS })
}

/** What stands in the first hour of a month or day, as a mean over all the hours of it that are shown. */
export function evenedOf(
  { grain, zoneMs }: FileTimes,
  from: EpochMs,
  counts: readonly number[],
): readonly number[] {
  if (grain === 'fine' || grain === 'none') return counts
  const unit = grain === 'months' ? monthAt : dayAt
  const means: number[] = []
  while (means.length < counts.length) {
    const first = means.length
    const until = unit(from + first * HOUR_MS, zoneMs, 1)
    const end = Math.min(counts.length, Math.max(first + 1, Math.ceil((until - from) / HOUR_MS)))
    const sum = counts.slice(first, end).reduce((a, b) => a + b, 0)
    means.push(...Array<number>(end - first).fill(sum / (end - first)))
  }
  return means
}

function dayAt(at: EpochMs, zoneMs: number, later: 0 | 1): EpochMs {
  return (Math.floor((at + zoneMs) / DAY_MS) + later) * DAY_MS - zoneMs
}

function monthAt(at: EpochMs, zoneMs: number, later: 0 | 1): EpochMs {
  const local = new Date(at + zoneMs)
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + later, 1) - zoneMs
}
