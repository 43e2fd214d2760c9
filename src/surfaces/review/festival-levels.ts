import type { MeasureCard } from '../../domain/measure'
import { type Day, dateOf, type Period } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'
import {
  type FestivalLevel,
  festivalLevelOf,
  festivalWeekOf,
  isFestivalWeek,
} from '../../domain/review/festival-week'
import { festivalSeasonOf } from '../../domain/review/spring-festival'
import { countedDays, type Days, daysIn } from './counts'
import { breakBetween } from './figure'

/** What earlier festivals on record were like, against the weeks before each. Null: nothing that can be compared. */
export interface FestivalLevels {
  readonly week: FestivalLevel | null
  /** The days of the forty before the week, and after it. */
  readonly before: FestivalLevel | null
  readonly after: FestivalLevel | null
}

const NOTHING: FestivalLevels = { week: null, before: null, after: null }

/** None behind a change of definition; shares have a level of the week alone. */
export function festivalLevels(
  card: MeasureCard,
  days: Days,
  { from, to }: Period,
  baseline: number,
  isShare: boolean,
): FestivalLevels {
  const year = [dateOf(from).year, dateOf(to - 1).year].find((one) => {
    const season = festivalSeasonOf(one)
    return season !== null && season.from < to && season.to > from
  })
  if (year === undefined) return NOTHING
  const firstYear = dateOf(days.first).year
  const earlier = Array.from({ length: year - firstYear }, (_, i) => firstYear + i)
  const level = (stretchOf: (week: Period, season: Period) => readonly [Day, Period]) =>
    festivalLevelOf(
      earlier.flatMap((one): (readonly Counted[])[] => {
        const [week, season] = [festivalWeekOf(one), festivalSeasonOf(one)]
        if (!week || !season) return []
        const [end, stretch] = stretchOf(week, season)
        const begin = end - baseline
        if (begin < days.first || breakBetween(card, days.areaCode, begin, to)) return []
        return [[...countedDays(days, { from: begin, to: end }), ...countedDays(days, stretch)]]
      }),
      baseline,
      isShare,
    )
  return {
    week: level((week) => [week.from, week]),
    before: isShare
      ? null
      : level((week, { from: first }) => [first, { from: first, to: week.from }]),
    after: isShare
      ? null
      : level((week, season) => [season.from, { from: week.to, to: season.to }]),
  }
}

/** The level of a day: undefined outside the forty days, null where nothing is known of it. */
export function levelOn(day: Day, levels: FestivalLevels): FestivalLevel | null | undefined {
  const year = dateOf(day).year
  const [week, season] = [festivalWeekOf(year), festivalSeasonOf(year)]
  if (!week || !season || day < season.from || day >= season.to) return undefined
  return isFestivalWeek(day) ? levels.week : day < week.from ? levels.before : levels.after
}

/** How many of a day's usual cases it can be expected to have; null: nobody knows. */
export function factorOn(day: Day, levels: FestivalLevels, isShare: boolean): number | null {
  const level = levelOn(day, levels)
  if (isShare) return isFestivalWeek(day) ? null : 1
  if (!level) return isFestivalWeek(day) ? null : 1
  return level.cases > 0 ? level.cases / level.expected : null
}

/** Indexes of the days of festival weeks. */
export function festivalDaysIn(period: Period): ReadonlySet<number> {
  return new Set(daysIn(period).flatMap((day, i) => (isFestivalWeek(day) ? [i] : [])))
}
