import { type Day, dateOf, dayAt, type Period } from './calendar'

/** First day of the lunar year, 2015 to 2030: the product's `facts`, equal to the Chinese calendar of ICU. */
const FESTIVALS: ReadonlyMap<number, Day> = new Map(
  (
    [
      [2015, 2, 19],
      [2016, 2, 8],
      [2017, 1, 28],
      [2018, 2, 16],
      [2019, 2, 5],
      [2020, 1, 25],
      [2021, 2, 12],
      [2022, 2, 1],
      [2023, 1, 22],
      [2024, 2, 10],
      [2025, 1, 29],
      [2026, 2, 17],
      [2027, 2, 7],
      [2028, 1, 26],
      [2029, 2, 13],
      [2030, 2, 2],
    ] as const
  ).map(([year, month, date]) => [year, dayAt(year, month, date)]),
)

/**
 * Days of the travel season around Spring Festival (春运): 15 before the first day of the lunar year and 24 after it, forty
 * with it. Within it days are counted from the festival, outside by date.
 */
export const FESTIVAL_DAYS = { before: 15, after: 24 } as const

/** Null: the year lies outside the table, and nobody may guess. */
export function springFestivalOf(year: number): Day | null {
  return FESTIVALS.get(year) ?? null
}

/** The forty days of a year; null outside the table. */
export function festivalSeasonOf(year: number): Period | null {
  const festival = springFestivalOf(year)
  if (festival === null) return null
  return { from: festival - FESTIVAL_DAYS.before, to: festival + FESTIVAL_DAYS.after + 1 }
}

/** Days since the first day of the lunar year (0), negative before it; null: not in the forty days, or year unknown. */
export function festivalOffset(day: Day): number | null {
  const festival = springFestivalOf(dateOf(day).year)
  if (festival === null) return null
  const offset = day - festival
  return offset >= -FESTIVAL_DAYS.before && offset <= FESTIVAL_DAYS.after ? offset : null
}
