import { DAY_MS, type EpochMs, HOUR_MS, PROVINCE_OFFSET_MS, type TimeWindow } from '../time'
import { dayOf, weekdayOf } from './calendar'
import { isCount, rateOf } from './interval'

/** One hour, from its beginning. Null: nothing is known of it. */
export interface HourCount {
  readonly at: EpochMs
  readonly count: number | null
}

export interface WeekCell {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number
  readonly hour: number
  /** Hours of this kind that are known. */
  readonly samples: number
  readonly count: number
  /** Per hour, with its 95 % interval. Null: no sample. */
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface WeekMatrix {
  /** 168 cells, Monday 0 h first. */
  readonly cells: readonly WeekCell[]
  /** Per hour of the day over all days, days weighing the same; null: an hour without a sample. */
  readonly byHour: readonly (number | null)[]
  /** Cells of the highest mean that no other is surely above: one, or those that share it. Empty: nothing is known. */
  readonly peaks: readonly WeekCell[]
  readonly fewestSamples: number
  /** Hours that were not known, or broken. */
  readonly unknown: number
}

/** Weekday x hour on the province's clock. Hours that begin within another hour's are put where they begin. */
export function weekMatrixOf(hours: Iterable<HourCount>): WeekMatrix {
  const samples = new Float64Array(7 * 24)
  const counts = new Float64Array(7 * 24)
  let unknown = 0
  for (const { at, count } of hours) {
    if (!isCount(count) || !Number.isFinite(at)) {
      unknown++
      continue
    }
    const i = cellAt(at)
    samples[i]!++
    counts[i]! += count
  }
  const cells = Array.from({ length: 7 * 24 }, (_, i): WeekCell => {
    const rate = rateOf(counts[i] as number, samples[i] as number)
    return {
      weekday: Math.floor(i / 24),
      hour: i % 24,
      samples: samples[i] as number,
      count: counts[i] as number,
      mean: rate?.value ?? null,
      low: rate?.low ?? null,
      high: rate?.high ?? null,
    }
  })
  const byHour = Array.from({ length: 24 }, (_, hour) => {
    const means = cells.flatMap((cell) =>
      cell.hour === hour && cell.mean !== null ? [cell.mean] : [],
    )
    return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length
  })
  const surest = Math.max(...cells.map(({ low }) => low ?? -1))
  const peaks = cells
    .filter(({ high, samples }) => samples > 0 && (high as number) >= surest)
    .sort((a, b) => (b.mean as number) - (a.mean as number))
  return { cells, byHour, peaks, fewestSamples: Math.min(...samples), unknown }
}

/**
 * Hours of a window with the events in each; hours that touch a hole in the record are unknown, not empty. Hours are whole:
 * those that the window cuts are left out.
 */
export function hoursOf(
  times: Iterable<EpochMs>,
  window: TimeWindow,
  holes: readonly TimeWindow[] = [],
): readonly HourCount[] {
  const first = Math.ceil(window.from / HOUR_MS)
  const counts = new Float64Array(Math.max(0, Math.floor(window.to / HOUR_MS) - first))
  for (const at of times) {
    const i = Math.floor(at / HOUR_MS) - first
    if (i >= 0 && i < counts.length) counts[i]!++
  }
  return Array.from(counts, (count, i): HourCount => {
    const at = (first + i) * HOUR_MS
    const isHoled = holes.some((hole) => hole.from < at + HOUR_MS && hole.to > at)
    return { at, count: isHoled ? null : count }
  })
}

function cellAt(at: EpochMs): number {
  const hour = Math.floor((at + PROVINCE_OFFSET_MS - dayOf(at) * DAY_MS) / HOUR_MS)
  return weekdayOf(dayOf(at)) * 24 + hour
}
