import { DAY_MS, type EpochMs, HOUR_MS, PROVINCE_OFFSET_MS } from '../src/domain/time'

/** Spring Festival (first day of the lunar year), province dates, 2015 to 2030. */
const SPRING_FESTIVAL_DAYS = [
  '2015-02-19',
  '2016-02-08',
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-07',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
].map((day) => dayNumber(Date.parse(`${day}T00:00:00+08:00`)))

/** Days since 1970-01-01 on the province's clock. */
export function dayNumber(at: EpochMs): number {
  return Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS)
}

/** When a province day starts. */
export function dayStart(day: number): EpochMs {
  return day * DAY_MS - PROVINCE_OFFSET_MS
}

/** Hour of the province's day as a fraction, 0 to 24. */
export function hourFraction(at: EpochMs): number {
  return (at - dayStart(dayNumber(at))) / HOUR_MS
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Days from the nearest Spring Festival: −1 is New Year's Eve, 0 the first day; null farther than 30 days off. */
export function springFestivalOffset(day: number): number | null {
  let best: number | null = null
  for (const start of SPRING_FESTIVAL_DAYS) {
    const offset = day - start
    if (Math.abs(offset) <= 30 && (best === null || Math.abs(offset) < Math.abs(best)))
      best = offset
  }
  return best
}

/** Days on which the whole country travels: the Spring Festival week, 1–5 May, 1–7 October. */
export function isHoliday(day: number): boolean {
  const offset = springFestivalOffset(day)
  if (offset !== null && offset >= 0 && offset <= 6) return true
  const [, month, date] = isoDay(day).split('-').map(Number)
  return (month === 5 && Number(date) <= 5) || (month === 10 && Number(date) <= 7)
}

/** `2026-11-23` for a province day. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function iso(at: EpochMs): string {
  return new Date(at).toISOString()
}

export function isoOrNull(at: EpochMs | null): string | null {
  return at === null ? null : iso(at)
}

export interface FestivalDay {
  readonly zh: string
  readonly en: string
  /** The same day of the festival before, a year ago. */
  readonly before: number
}

/** A year and a leap month: where the same day of the last Spring Festival is looked for. */
const SEARCH_DAYS = 400

/** Which day of which festival it is; null on a plain day. */
export function festivalDay(day: number): FestivalDay | null {
  const offset = springFestivalOffset(day)
  if (offset !== null) {
    const signed = `${offset >= 0 ? '+' : '−'}${Math.abs(offset)}`
    for (let before = day - 300; before > day - SEARCH_DAYS; before--)
      if (springFestivalOffset(before) === offset)
        return { zh: `春节 ${signed} 天`, en: `Spring Festival ${signed} d`, before }
  }
  const [year = 0, month = 0, date = 0] = isoDay(day).split('-').map(Number)
  const of = month === 10 && date <= 7 ? (['国庆', 'National Day'] as const) : null
  if (!of) return null
  const before = dayNumber(Date.parse(`${year - 1}-10-0${date}T00:00:00+08:00`))
  return { zh: `${of[0]}第 ${date} 天`, en: `${of[1]}, day ${date}`, before }
}
