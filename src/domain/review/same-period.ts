import {
  type Day,
  dateOf,
  dayAt,
  isPeriod,
  lengthOf,
  monthsOf,
  type Period,
  sameDate,
  weekdayOf,
} from './calendar'
import { festivalOffset, festivalSeasonOf, springFestivalOf } from './spring-festival'

/**
 * `date`: the same dates. `festival`: counted from Spring Festival. `mixed`: festival days from the festival, others by date,
 * days without a fellow left out. `before`: the period before.
 */
export const ALIGNMENTS = ['date', 'festival', 'mixed', 'before'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

export interface DayPair {
  readonly now: Day
  /** Null: no day of then is its fellow. */
  readonly past: Day | null
}

export interface SamePeriod {
  readonly by: Alignment
  /** The period held against; of a mixed alignment from its first fellow to its last, not all days of which count. */
  readonly past: Period
  /** Every day of now, in order, with its fellow. For curves laid over one another. */
  readonly pairs: readonly DayPair[]
  /** The days whose counts make the figure of either side; rates are per so many days. */
  readonly daysNow: readonly Day[]
  readonly daysThen: readonly Day[]
  /** Days of now that are held against nothing. */
  readonly leftOut: number
  /** Both sides hold each day of the week equally often; else a part of a small change may be the week's. */
  readonly isSameWeek: boolean
  /** Days of Spring Festival's forty on either side. */
  readonly festivalDaysNow: number
  readonly festivalDaysThen: number
}

/**
 * 同比. In this order: a period that lies in the forty days of Spring Festival is counted from the festival; one that
 * touches no festival season on either side, or holds both whole, goes by date; any other goes day by day, and a day that
 * has its fellow in the other kind of season is left out and counted (January of 2026, before its festival, must not be
 * held against January of 2025, which held it). Null: no such period, or a year whose festival is not in the table.
 */
export function samePeriodLastYear(period: Period): SamePeriod | null {
  if (!isPeriod(period)) return null
  if (!isTabled(period)) return null
  const days = daysOf(period)
  const byDate = { from: nextOnDate(period.from), to: nextOnDate(period.to) }
  if (days.every((day) => festivalOffset(day) !== null)) {
    const pairs = days.map((now) => ({ now, past: fellowOf(now) }))
    const first = pairs[0]?.past as Day
    return tell('festival', { from: first, to: first + days.length }, pairs, days)
  }
  if (festivalParts(period) === festivalParts(byDate) && festivalParts(period) !== 'part')
    return tell(
      'date',
      byDate,
      days.map((now) => ({ now, past: sameDate(now, -1) })),
      days,
      daysOf(byDate),
    )
  const pairs = days.map((now) => ({ now, past: fellowOf(now) }))
  const fellows = pairs.flatMap(({ past }) => (past === null ? [] : [past]))
  if (fellows.length === 0) return null
  return tell(
    'mixed',
    { from: Math.min(...fellows), to: Math.max(...fellows) + 1 },
    pairs,
    pairs.flatMap(({ now, past }) => (past === null ? [] : [now])),
  )
}

/**
 * 环比: as many whole months before a period of whole months, as many days before any other. Nothing is aligned: the festival
 * days on either side are told, and who compares February with January must look at them.
 */
export function periodBefore(period: Period): SamePeriod | null {
  if (!isPeriod(period)) return null
  const months = monthsOf(period)
  const { year, month } = dateOf(period.from)
  const then = {
    from: months ? dayAt(year, month - months, 1) : period.from - lengthOf(period),
    to: period.from,
  }
  const days = daysOf(period)
  const daysThen = daysOf(then)
  const pairs = days.map((now, i) => ({ now, past: daysThen[i] ?? null }))
  return tell('before', then, pairs, days, daysThen)
}

/** The day of last year that is held against this one, and by what; null: none. */
export function sameDayLastYear(day: Day): { readonly day: Day; readonly by: Alignment } | null {
  const then = fellowOf(day)
  if (then === null) return null
  return { day: then, by: festivalOffset(day) === null ? 'date' : 'festival' }
}

function fellowOf(day: Day): Day | null {
  if (!isTabled({ from: day, to: day + 1 })) return null
  const offset = festivalOffset(day)
  const festival = springFestivalOf(dateOf(day).year - 1)
  if (offset !== null && festival !== null) return festival + offset
  const then = sameDate(day, -1)
  return then === null || festivalOffset(then) !== null ? null : then
}

/** The festivals that could be met, this year and last, are in the table. From April on none can be. */
function isTabled({ from, to }: Period): boolean {
  for (let year = dateOf(from).year; year <= dateOf(to - 1).year; year++) {
    const meetsWinter = from < dayAt(year, 4, 1) && to > dayAt(year, 1, 1)
    if (meetsWinter && (springFestivalOf(year) === null || springFestivalOf(year - 1) === null))
      return false
  }
  return true
}

/** The same date of last year, or the one after where there is none. */
function nextOnDate(day: Day): Day {
  const { year, month, date } = dateOf(day)
  return sameDate(day, -1) ?? dayAt(year - 1, month, date)
}

/** How much of the festival seasons of its years a period holds: none, all that it meets, or a part. */
function festivalParts(period: Period): 'none' | 'whole' | 'part' {
  let met = 0
  let whole = 0
  for (let year = dateOf(period.from).year; year <= dateOf(period.to - 1).year; year++) {
    const season = festivalSeasonOf(year)
    if (!season || season.to <= period.from || season.from >= period.to) continue
    met++
    if (season.from >= period.from && season.to <= period.to) whole++
  }
  return met === 0 ? 'none' : met === whole ? 'whole' : 'part'
}

function tell(
  by: Alignment,
  past: Period,
  pairs: readonly DayPair[],
  daysNow: readonly Day[],
  daysThen: readonly Day[] = pairs.flatMap((pair) => (pair.past === null ? [] : [pair.past])),
): SamePeriod {
  return {
    by,
    past,
    pairs,
    daysNow,
    daysThen,
    leftOut: pairs.length - daysNow.length,
    isSameWeek: `${weekOf(daysNow)}` === `${weekOf(daysThen)}`,
    festivalDaysNow: festivalDays(daysNow),
    festivalDaysThen: festivalDays(daysThen),
  }
}

function weekOf(days: readonly Day[]): readonly number[] {
  const week = [0, 0, 0, 0, 0, 0, 0]
  for (const day of days) week[weekdayOf(day)]!++
  return week
}

function festivalDays(days: readonly Day[]): number {
  return days.filter((day) => festivalOffset(day) !== null).length
}

function daysOf({ from, to }: Period): readonly Day[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
