import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../domain/time'
import { beforeOf, evenedOf, type FileTimes, shownOf } from './file-window'

const ZONE = 8 * HOUR_MS
const day = (y: number, m: number, d: number, h = 0) => Date.UTC(y, m - 1, d, h) - ZONE
const file = (grain: FileTimes['grain'], from: number, to: number): FileTimes => ({
  grain,
  covers: { from, to },
  zoneMs: ZONE,
})

describe('a file of months', () => {
  const months = file('months', day(2018, 10, 1), day(2019, 2, 1))

  it('is shown by whole months, whichever part of one a window touches', () => {
    const week = { from: day(2018, 11, 10), to: day(2018, 11, 17) }
    expect(shownOf(months, week)).toEqual({ from: day(2018, 11, 1), to: day(2018, 12, 1) })
    const turn = { from: day(2018, 12, 31), to: day(2019, 1, 1, 1) }
    expect(shownOf(months, turn)).toEqual({ from: day(2018, 12, 1), to: day(2019, 2, 1) })
  })

  it('never over months that it does not hold', () => {
    const year = { from: day(2018, 3, 1), to: day(2019, 3, 1) }
    expect(shownOf(months, year)).toEqual(months.covers)
  })

  it('is held against as many months before, however long they are', () => {
    const of = (y: number, m: number, count: number) =>
      beforeOf(months, { from: day(y, m, 1), to: day(y, m + count, 1) })
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (y, m, count) => {
          expect(of(y, m, count)).toEqual({ from: day(y, m - count, 1), to: day(y, m, 1) })
        },
      ),
    )
  })
})

describe('a file of moments', () => {
  const ten = file('fine', day(2026, 3, 10, 7), day(2026, 3, 19, 22))

  it('is shown as asked inside of what it covers', () => {
    const hours = { from: day(2026, 3, 12, 3), to: day(2026, 3, 12, 9) }
    expect(shownOf(ten, hours)).toEqual(hours)
  })

  it('is counted over its own whole days where the window is longer', () => {
    const month = { from: day(2026, 3, 1), to: day(2026, 3, 29) }
    expect(shownOf(ten, month)).toEqual({ from: day(2026, 3, 10), to: day(2026, 3, 20) })
  })

  it('shows nothing of another time, over the window asked for', () => {
    const later = { from: day(2026, 4, 1), to: day(2026, 4, 8) }
    expect(shownOf(ten, later)).toEqual(later)
  })
})

it('a file of days shows whole days, one without times its whole span', () => {
  const days = file('days', day(2026, 3, 10), day(2026, 3, 20))
  const noon = { from: day(2026, 3, 12, 11), to: day(2026, 3, 12, 13) }
  expect(shownOf(days, noon)).toEqual({ from: day(2026, 3, 12), to: day(2026, 3, 13) })
  const none = file('none', day(2026, 3, 10), day(2026, 3, 10) + 7 * DAY_MS)
  expect(shownOf(none, noon)).toEqual(none.covers)
})

it('a bar of hours shows months and days as the mean of their hours, and loses none', () => {
  const from = day(2018, 11, 1)
  const counts = Array.from({ length: 61 * 24 }, (_, i) => (i === 0 ? 7_200 : i === 720 ? 744 : 0))
  const months = evenedOf(file('months', from, day(2019, 1, 1)), from, counts)
  expect([months[0], months[719], months[720], months.at(-1)]).toEqual([10, 10, 1, 1])
  const days = evenedOf(file('days', from, day(2019, 1, 1)), from, counts)
  expect([days[0], days[23], days[24], days[720]]).toEqual([300, 300, 0, 31])
  for (const one of [months, days]) expect(one.reduce((a, b) => a + b, 0)).toBeCloseTo(7_944)
  const fine = file('fine', from, day(2019, 1, 1))
  expect(evenedOf(fine, from, counts)).toBe(counts)
})
