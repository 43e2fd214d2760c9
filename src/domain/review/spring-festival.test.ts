import { describe, expect, it } from 'vitest'
import { dateOf, dayAt, startOf } from './calendar'
import {
  FESTIVAL_DAYS,
  festivalOffset,
  festivalSeasonOf,
  springFestivalOf,
} from './spring-festival'

describe('Spring Festival', () => {
  it('of the table is the first day of the first month by the Chinese calendar of ICU', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
    })
    const on = (day: number) => {
      const parts = lunar.formatToParts(startOf(day))
      return parts
        .filter(({ type }) => type === 'month' || type === 'day')
        .map(({ value }) => value)
        .join('-')
    }
    for (let year = 2015; year <= 2030; year++) {
      const festival = springFestivalOf(year) as number
      expect(dateOf(festival).year).toBe(year)
      expect(on(festival), `${year}`).toBe('1-1')
      expect(on(festival + 14)).toBe('1-15')
    }
  })

  it('is not guessed outside it', () => {
    expect(springFestivalOf(2014)).toBeNull()
    expect(springFestivalOf(2031)).toBeNull()
    expect(festivalSeasonOf(2031)).toBeNull()
    expect(festivalOffset(dayAt(2031, 1, 23))).toBeNull()
  })

  it('has forty days, fifteen before and twenty-four after', () => {
    const { from, to } = festivalSeasonOf(2026) as { from: number; to: number }
    expect([dateOf(from), dateOf(to - 1)]).toEqual([
      { year: 2026, month: 2, date: 2 },
      { year: 2026, month: 3, date: 13 },
    ])
    expect(to - from).toBe(40)
    expect(festivalOffset(from)).toBe(-FESTIVAL_DAYS.before)
    expect(festivalOffset(from - 1)).toBeNull()
    expect(festivalOffset(to - 1)).toBe(FESTIVAL_DAYS.after)
    expect(festivalOffset(to)).toBeNull()
  })
})
