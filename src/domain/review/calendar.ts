import { DAY_MS, type EpochMs, PROVINCE_OFFSET_MS } from '../time'

/** Days of the province's calendar since 1970-01-01. */
export type Day = number

/** Half-open: `from` is inside, `to` is not. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

export interface CalendarDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly date: number
}

export function dayOf(at: EpochMs): Day {
  return Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS)
}

/** The midnight that it begins with. */
export function startOf(day: Day): EpochMs {
  return day * DAY_MS - PROVINCE_OFFSET_MS
}

/** Months and dates beyond their ends run on, as in `Date.UTC`. */
export function dayAt(year: number, month: number, date: number): Day {
  return Math.round(Date.UTC(year, month - 1, date) / DAY_MS)
}

export function dateOf(day: Day): CalendarDate {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() }
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

export function lengthOf({ from, to }: Period): number {
  return Math.max(0, to - from)
}

/** Longer ones are a slip of the hand: nobody compares twenty years with twenty. */
const MOST_DAYS = 20 * 366

export function isPeriod({ from, to }: Period): boolean {
  return Number.isSafeInteger(from) && to - from >= 1 && to - from <= MOST_DAYS && to % 1 === 0
}

/** Whole calendar months from its first day to its last; null: it begins or ends within one. */
export function monthsOf({ from, to }: Period): number | null {
  const a = dateOf(from)
  const b = dateOf(to)
  return a.date === 1 && b.date === 1 ? (b.year - a.year) * 12 + b.month - a.month : null
}

/** The same date of another year; null: that year has no 29 February. */
export function sameDate(day: Day, years: number): Day | null {
  const { year, month, date } = dateOf(day)
  const there = dayAt(year + years, month, date)
  return dateOf(there).date === date ? there : null
}
