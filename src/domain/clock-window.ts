import { SHIFTS, shiftAt, shiftWindow } from './patrol-shift'
import { type Day, dateOf, dayAt, dayOf, startOf } from './review/calendar'
import { springFestivalOf } from './review/spring-festival'
import { DAY_MS, type EpochMs, HOUR_MS, type TimeWindow } from './time'

/** Windows of a fixed length that end with the clock. */
export const ROLLING = ['24h', '7d', '28d'] as const
/** Windows that begin anew: with the shift, at midnight, on the first of a month, with the lunar year. */
export const CALENDAR = ['shift', 'day', 'month', 'lunar-year'] as const
export type Rolling = (typeof ROLLING)[number]
export type Calendar = (typeof CALENDAR)[number]
/** What a window is before it is asked at a time; any other length is told in whole hours. */
export type Span = Rolling | Calendar | `${number}h`

export const MAX_SPAN_HOURS = 366 * 24

const ROLLING_HOURS: Record<Rolling, number> = { '24h': 24, '7d': 7 * 24, '28d': 28 * 24 }

/** Null: a window that begins anew has no length of its own. */
export function hoursOf(span: Span): number | null {
  if (span in ROLLING_HOURS) return ROLLING_HOURS[span as Rolling]
  return (CALENDAR as readonly string[]).includes(span) ? null : Number.parseInt(span, 10)
}

/** A span of so many whole hours, 1 to a year, in its usual name where it has one. */
export function spanOf(hours: number): Span {
  const whole = Math.min(MAX_SPAN_HOURS, Math.max(1, Math.round(hours)))
  return ROLLING.find((name) => ROLLING_HOURS[name] === whole) ?? `${whole}h`
}

/**
 * The window that a span means when the clock stands at `at`. `since`: it begins there instead and grows (cumulative).
 * A window that has just begun anew is an hour long at least: nothing can be counted over no time.
 */
export function windowAt(span: Span, at: EpochMs, since: EpochMs | null = null): TimeWindow {
  const from = since !== null && since < at ? since : beginning(span, at)
  return { from: Math.min(from, at - HOUR_MS), to: at }
}

function beginning(span: Span, at: EpochMs): EpochMs {
  const hours = hoursOf(span)
  if (hours !== null) return at - hours * HOUR_MS
  // What ends at midnight belongs to the day that ends.
  const inside = at - 1
  const day = dayOf(inside)
  if (span === 'shift') return shiftAt(inside)?.window.from ?? startOf(day)
  if (span === 'day') return startOf(day)
  if (span === 'month') return startOf(monthOf(day))
  return startOf(lunarYearOf(day) ?? dayAt(dateOf(day).year, 1, 1))
}

function monthOf(day: Day): Day {
  const { year, month } = dateOf(day)
  return dayAt(year, month, 1)
}

/** First day of the lunar year that a day lies in; null outside the table of festivals. */
function lunarYearOf(day: Day): Day | null {
  const { year } = dateOf(day)
  const festival = springFestivalOf(year)
  return festival === null || festival <= day ? festival : springFestivalOf(year - 1)
}

/** How far one step of the clock goes: so many minutes, or to the next end of a shift. */
export type Step = 'shift' | number
export const STEPS_MIN = [1, 5, 15, 60, 360, 1440] as const
export const MAX_STEP_MIN = 28 * 24 * 60

/** Where the clock stands after a step forward (1) or back (−1). */
export function stepFrom(at: EpochMs, step: Step, direction: 1 | -1): EpochMs {
  if (step !== 'shift') return at + direction * step * 60_000
  const ends = SHIFTS.flatMap((shift) =>
    [-1, 0, 1, 2].map((days) => shiftWindow(shift, at + days * DAY_MS).to),
  )
  return direction > 0
    ? Math.min(...ends.filter((end) => end > at))
    : Math.max(...ends.filter((end) => end < at))
}
