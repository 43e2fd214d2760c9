import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayAt, dayOf, monthsOf, type Period, startOf, weekdayOf } from './calendar'
import { periodBefore, type SamePeriod, sameDayLastYear, samePeriodLastYear } from './same-period'
import { festivalOffset } from './spring-festival'

const day = (text: string) => dayOf(Date.parse(`${text}T12:00:00+08:00`))
const text = (at: number) => {
  const { year, month, date } = dateOf(at)
  return `${year}-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`
}
/** Both days belong to it. */
const period = (first: string, last: string): Period => ({ from: day(first), to: day(last) + 1 })
const lastYear = (first: string, last: string) =>
  samePeriodLastYear(period(first, last)) as SamePeriod
const spanOf = ({ from, to }: Period) => `${text(from)} ${text(to - 1)}`

describe('the calendar', () => {
  it('has its days on the province’s clock', () => {
    expect(text(dayOf(Date.parse('2026-02-16T16:00:00Z')))).toBe('2026-02-17')
    expect(text(dayOf(Date.parse('2026-02-16T15:59:59Z')))).toBe('2026-02-16')
    expect(startOf(day('2026-02-17'))).toBe(Date.parse('2026-02-16T16:00:00Z'))
    expect([weekdayOf(day('2026-11-23')), weekdayOf(day('2026-11-22')), weekdayOf(-3)]).toEqual([
      0, 6, 0,
    ])
  })
  it('counts whole months', () => {
    expect(monthsOf(period('2026-01-01', '2026-03-31'))).toBe(3)
    expect(monthsOf(period('2025-11-01', '2026-01-31'))).toBe(3)
    expect(monthsOf(period('2026-01-01', '2026-03-30'))).toBeNull()
  })
})

describe('the same period of last year', () => {
  it('of the comp: the end of the lunar year is held against that of the year before', () => {
    const same = lastYear('2026-02-10', '2026-03-09')
    expect(same).toMatchObject({ by: 'festival', leftOut: 0, festivalDaysNow: 28 })
    expect(spanOf(same.past)).toBe('2025-01-22 2025-02-18')
    expect(same.daysThen).toHaveLength(28)
  })

  it('in summer goes by date', () => {
    const same = lastYear('2026-07-01', '2026-07-31')
    expect(same).toMatchObject({ by: 'date', leftOut: 0, isSameWeek: false })
    expect(spanOf(same.past)).toBe('2025-07-01 2025-07-31')
  })

  it('of a quarter or a year that holds both seasons whole goes by date', () => {
    expect(lastYear('2026-01-01', '2026-03-31')).toMatchObject({ by: 'date', leftOut: 0 })
    const year = lastYear('2026-01-01', '2026-12-31')
    expect(spanOf(year.past)).toBe('2025-01-01 2025-12-31')
  })

  it('of January, before the festival this year and around it last, leaves out what has no fellow', () => {
    const same = lastYear('2026-01-01', '2026-01-31')
    expect(same).toMatchObject({
      by: 'mixed',
      leftOut: 18,
      festivalDaysNow: 0,
      festivalDaysThen: 0,
    })
    expect(same.daysNow.map(text).at(-1)).toBe('2026-01-13')
    expect(spanOf(same.past)).toBe('2025-01-01 2025-01-13')
  })

  it('that cuts both seasons goes day by day', () => {
    const same = lastYear('2026-02-20', '2026-04-10')
    expect(same).toMatchObject({
      by: 'mixed',
      leftOut: 0,
      festivalDaysNow: 22,
      festivalDaysThen: 22,
    })
    expect(spanOf(same.past)).toBe('2025-02-01 2025-04-10')
    expect(same.daysThen).toHaveLength(50)
  })

  it('of a day inside the season is the day as far from the festival', () => {
    const eve = lastYear('2026-02-16', '2026-02-16')
    expect(eve).toMatchObject({ by: 'festival', daysNow: [day('2026-02-16')] })
    expect(spanOf(eve.past)).toBe('2025-01-28 2025-01-28')
    expect(sameDayLastYear(day('2026-02-17'))).toEqual({ day: day('2025-01-29'), by: 'festival' })
    expect(sameDayLastYear(day('2026-07-09'))).toEqual({ day: day('2025-07-09'), by: 'date' })
    expect(sameDayLastYear(day('2026-01-20'))).toBeNull()
  })

  it('29 February does no harm: 29 days against 28, the day itself against none', () => {
    // In 2024 the season ended on 5 March, so summer months serve for the rest.
    const same = lastYear('2020-01-01', '2020-12-31')
    expect(same.daysNow).toHaveLength(366)
    expect(same.daysThen).toHaveLength(365)
    const leap = same.pairs.find(({ now }) => text(now) === '2020-02-29')
    expect(leap?.past).toBeNull()
    expect(same.leftOut).toBe(0)
    // 29 February 2020 is later than the forty days of that year (10 January to 18 February).
    expect(sameDayLastYear(day('2020-02-29'))).toBeNull()
    // The year after a leap year has 365 days against 366.
    expect(lastYear('2021-01-01', '2021-12-31').daysThen).toHaveLength(366)
  })

  it('is not known where the festival is not, but for the months that hold none', () => {
    expect(samePeriodLastYear(period('2015-02-01', '2015-02-28'))).toBeNull()
    expect(samePeriodLastYear(period('2031-01-10', '2031-01-20'))).toBeNull()
    expect(samePeriodLastYear(period('2034-06-01', '2034-06-30'))?.by).toBe('date')
  })

  it.each([
    { from: 5, to: 5 },
    { from: 9, to: 5 },
    { from: Number.NaN, to: 5 },
    { from: 1.5, to: 5 },
    { from: 1, to: Number.POSITIVE_INFINITY },
    { from: 1, to: 1e9 },
    { from: 1, to: 5.5 },
  ])('refuses $from to $to', (broken) => {
    expect(samePeriodLastYear(broken)).toBeNull()
    expect(periodBefore(broken)).toBeNull()
  })

  it('never holds a festival day against another kind of day, nor a day twice, nor out of order', () => {
    const any = fc.tuple(
      fc.integer({ min: dayAt(2016, 1, 1), max: dayAt(2030, 6, 1) }),
      fc.integer({ min: 1, max: 420 }),
    )
    fc.assert(
      fc.property(any, ([from, length]) => {
        const same = samePeriodLastYear({ from, to: Math.min(from + length, dayAt(2031, 1, 1)) })
        if (!same) return
        expect(same.pairs[0]?.now).toBe(from)
        expect(same.leftOut).toBe(same.pairs.length - same.daysNow.length)
        const fellows = same.pairs.flatMap(({ past }) => (past === null ? [] : [past]))
        expect(fellows).toEqual([...new Set(fellows)])
        if (same.by === 'date') return
        expect(same.daysNow).toHaveLength(same.daysThen.length)
        expect(same.festivalDaysNow).toBe(same.festivalDaysThen)
        for (const { now, past } of same.pairs)
          if (past !== null) expect(festivalOffset(past)).toBe(festivalOffset(now))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the period before', () => {
  const previous = (first: string, last: string) => periodBefore(period(first, last)) as SamePeriod
  it('is as many months for whole months, as many days for others', () => {
    expect(spanOf(previous('2026-03-01', '2026-03-31').past)).toBe('2026-02-01 2026-02-28')
    expect(previous('2026-03-01', '2026-03-31').daysThen).toHaveLength(28)
    expect(spanOf(previous('2026-01-01', '2026-03-31').past)).toBe('2025-10-01 2025-12-31')
    expect(spanOf(previous('2026-02-10', '2026-03-09').past)).toBe('2026-01-13 2026-02-09')
    expect(spanOf(previous('2026-03-01', '2026-03-01').past)).toBe('2026-02-28 2026-02-28')
  })
  it('tells festival days and weeks on either side', () => {
    expect(previous('2026-04-01', '2026-04-30')).toMatchObject({
      by: 'before',
      festivalDaysNow: 0,
      festivalDaysThen: 13,
      isSameWeek: false,
    })
    expect(previous('2026-06-08', '2026-06-21')).toMatchObject({ isSameWeek: true, leftOut: 0 })
  })
})
