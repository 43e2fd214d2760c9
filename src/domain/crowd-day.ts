import type { OccupancySample } from './crowd'
import { resetBefore } from './crowd-counters'
import { DAY_MS, type EpochMs, MINUTE_MS, WEEK_MS } from './time'

export const SLOT_MS = 10 * MINUTE_MS

/** One day of an area in slots of ten minutes, from the nightly reset on. */
export interface DayCurve {
  /** The reset that the day begins with. */
  readonly from: EpochMs
  /** In order. A slot that had not begun when the curve was drawn is not in it; there are at most 144. */
  readonly slots: readonly DaySlot[]
}

/** The sample of median occupancy of its slot, with its own interval. All null: a gap, nothing was known then. */
export interface DaySlot {
  readonly at: EpochMs
  readonly occupancy: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The day's curve of the province's day that `day` lies in, as it was known at `now`. */
export function dayCurve(
  samples: readonly OccupancySample[],
  day: EpochMs,
  now: EpochMs,
): DayCurve {
  const from = resetBefore(day)
  const until = Math.min(now, from + DAY_MS - 1)
  const count = until < from ? 0 : Math.floor((until - from) / SLOT_MS) + 1
  const bySlot = new Map<number, Known[]>()
  for (const sample of samples) {
    if (!isKnown(sample) || sample.at < from || sample.at > until) continue
    const slot = Math.floor((sample.at - from) / SLOT_MS)
    const within = bySlot.get(slot)
    if (within) within.push(sample)
    else bySlot.set(slot, [sample])
  }
  const slots = Array.from({ length: count }, (_, slot): DaySlot => {
    const { occupancy, low, high } = middleOf(bySlot.get(slot) ?? []) ?? GAP
    return { at: from + slot * SLOT_MS, occupancy, low, high }
  })
  return { from, slots }
}

/** Slots without a count. */
export function gapsOf({ slots }: DayCurve): number {
  return slots.filter(({ occupancy }) => occupancy === null).length
}

/** The fullest slot, the first of equals. Null: nothing is known of the day. With gaps it is “at least”. */
export function peakOf({ slots }: DayCurve): { at: EpochMs; occupancy: number } | null {
  let peak: { at: EpochMs; occupancy: number } | null = null
  for (const { at, occupancy } of slots)
    if (occupancy !== null && (peak === null || occupancy > peak.occupancy))
      peak = { at, occupancy }
  return peak
}

/** Two days at the same minute of the day. */
export interface SlotPair {
  /** Of the day that is asked about. */
  readonly at: EpochMs
  readonly occupancy: number | null
  readonly before: number | null
  /** Persons more than on the earlier day. Null: a gap on either side. */
  readonly more: number | null
}

export interface DayComparison {
  /** The day it is compared with. */
  readonly earlierFrom: EpochMs
  /** One for each slot of the day that is asked about. */
  readonly pairs: readonly SlotPair[]
  /** Slots known on both sides: what the figures below rest on. */
  readonly known: number
  /** Sum of the known slots over the sum of the same slots of the earlier day. Null: none is known, or nobody was there. */
  readonly ratio: number | null
  /** The newest slot that is known on both sides. */
  readonly latest: SlotPair | null
}

/** Slot against slot. A gap on either side stays a gap: nothing is filled in. */
export function compareDays(day: DayCurve, earlier: DayCurve): DayComparison {
  const pairs = day.slots.map(({ at, occupancy }, slot): SlotPair => {
    const before = earlier.slots[slot]?.occupancy ?? null
    const more = occupancy === null || before === null ? null : occupancy - before
    return { at, occupancy, before, more }
  })
  const known = pairs.filter(({ more }) => more !== null)
  const sumOf = (side: 'occupancy' | 'before') =>
    known.reduce((sum, pair) => sum + (pair[side] as number), 0)
  const sumBefore = sumOf('before')
  return {
    earlierFrom: earlier.from,
    pairs,
    known: known.length,
    ratio: sumBefore > 0 ? sumOf('occupancy') / sumBefore : null,
    latest: known.at(-1) ?? null,
  }
}

/**
 * The days that a day is measured by. Null: there is none on record. Which day of another year was the same day of the
 * festival is told by whoever keeps the lunar calendar; here it is taken as it comes.
 */
export interface MatchingDays {
  readonly sameWeekday: DayCurve | null
  readonly sameFestivalDay: DayCurve | null
}

/** A day against its like. A “same weekday” that is another weekday, and the day itself, are no match: null. */
export function compareWithMatches(
  day: DayCurve,
  { sameWeekday, sameFestivalDay }: MatchingDays,
): {
  readonly sameWeekday: DayComparison | null
  readonly sameFestivalDay: DayComparison | null
} {
  const isOther = (other: DayCurve) => other.from !== day.from
  return {
    sameWeekday:
      sameWeekday && isOther(sameWeekday) && (day.from - sameWeekday.from) % WEEK_MS === 0
        ? compareDays(day, sameWeekday)
        : null,
    sameFestivalDay:
      sameFestivalDay && isOther(sameFestivalDay) ? compareDays(day, sameFestivalDay) : null,
  }
}

type Known = OccupancySample & { readonly occupancy: number }
const GAP = { occupancy: null, low: null, high: null }

const isKnown = (sample: OccupancySample): sample is Known => sample.occupancy !== null

/** By nearest rank: a sample that occurred. */
function middleOf(samples: readonly Known[]): Known | undefined {
  const sorted = samples.toSorted((a, b) => a.occupancy - b.occupancy || a.at - b.at)
  return sorted[(sorted.length - 1) >> 1]
}
