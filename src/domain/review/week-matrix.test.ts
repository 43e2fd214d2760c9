import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../time'
import { countInterval } from './interval'
import { hoursOf, weekMatrixOf } from './week-matrix'

/** A Monday, 0 h on the province’s clock. */
const MONDAY = Date.parse('2026-11-22T16:00:00Z')
const weeks = (n: number, count: (hour: number) => number | null) =>
  Array.from({ length: n * 168 }, (_, i) => ({ at: MONDAY + i * HOUR_MS, count: count(i % 168) }))

describe('weekday x hour', () => {
  it('puts hours where they begin on the province’s clock, and counts its samples', () => {
    const { cells, byHour, fewestSamples, unknown } = weekMatrixOf(weeks(4, (hour) => hour))
    expect(cells).toHaveLength(168)
    for (const [i, cell] of cells.entries())
      expect(cell).toMatchObject({
        weekday: Math.floor(i / 24),
        hour: i % 24,
        samples: 4,
        count: 4 * i,
        mean: i,
      })
    expect(cells[83]?.low).toBeCloseTo((countInterval(4 * 83)?.low ?? 0) / 4, 12)
    expect(byHour[5]).toBeCloseTo(5 + 24 * 3, 12)
    expect([fewestSamples, unknown]).toEqual([4, 0])
  })

  it('a gap is no sample, zero is one', () => {
    const { cells, unknown, fewestSamples } = weekMatrixOf([
      { at: MONDAY, count: 0 },
      { at: MONDAY + 7 * DAY_MS, count: 6 },
      { at: MONDAY + HOUR_MS, count: null },
      { at: MONDAY + 2 * HOUR_MS, count: -3 },
      { at: Number.NaN, count: 3 },
    ])
    expect(cells[0]).toMatchObject({ samples: 2, count: 6, mean: 3 })
    expect(cells[1]).toMatchObject({ samples: 0, mean: null, low: null, high: null })
    expect([unknown, fewestSamples]).toEqual([3, 0])
  })

  it('of nothing is nothing', () => {
    const { cells, peaks, byHour } = weekMatrixOf([])
    expect(cells.every(({ mean }) => mean === null)).toBe(true)
    expect(peaks).toEqual([])
    expect(byHour.every((mean) => mean === null)).toBe(true)
  })

  it('has one peak only where it is surely the highest', () => {
    const sure = weekMatrixOf(weeks(4, (hour) => (hour === 140 ? 90 : 20)))
    expect(sure.peaks.map(({ weekday, hour }) => [weekday, hour])).toEqual([[5, 20]])
    const open = weekMatrixOf(weeks(4, (hour) => (hour === 140 ? 24 : 20)))
    expect(open.peaks).toHaveLength(168)
    expect(open.peaks[0]).toMatchObject({ weekday: 5, hour: 20 })
  })
})

describe('hours of events', () => {
  const window = { from: MONDAY, to: MONDAY + DAY_MS }
  it('are counted, empty ones too, and unknown where the record has a hole', () => {
    const times = [MONDAY, MONDAY + 1, MONDAY + HOUR_MS, MONDAY - 1, MONDAY + DAY_MS]
    const hole = { from: MONDAY + 3.5 * HOUR_MS, to: MONDAY + 5 * HOUR_MS }
    const hours = hoursOf(times, window, [hole])
    expect(hours).toHaveLength(24)
    expect(hours.slice(0, 6).map(({ count }) => count)).toEqual([2, 1, 0, null, null, 0])
  })
  it('that the window cuts are left out', () => {
    const cut = { from: MONDAY + 1, to: MONDAY + 3 * HOUR_MS - 1 }
    expect(hoursOf([], cut).map(({ at }) => at)).toEqual([MONDAY + HOUR_MS])
    expect(hoursOf([], { from: MONDAY, to: MONDAY })).toEqual([])
    expect(hoursOf([], { from: MONDAY, to: MONDAY - DAY_MS })).toEqual([])
  })
  it('lose no event', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: DAY_MS - 1 })), (offsets) => {
        const hours = hoursOf(
          offsets.map((offset) => MONDAY + offset),
          window,
        )
        expect(hours.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(offsets.length)
      }),
    )
  })
})
