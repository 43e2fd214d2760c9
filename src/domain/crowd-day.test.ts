import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OccupancySample } from './crowd'
import {
  compareDays,
  compareWithMatches,
  type DayCurve,
  dayCurve,
  gapsOf,
  peakOf,
  SLOT_MS,
} from './crowd-day'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

/** 2026-10-03 00:00 on the province's clock, a Saturday. */
const MIDNIGHT = Date.parse('2026-10-02T16:00:00Z')
const NOON = MIDNIGHT + 12 * HOUR_MS

const sample = (at: number, occupancy: number | null, slack = 0): OccupancySample => ({
  at,
  occupancy,
  low: occupancy === null ? null : occupancy - slack,
  high: occupancy === null ? null : occupancy + slack,
})
const curve = (from: number, ...values: readonly (number | null)[]): DayCurve =>
  dayCurve(
    values.map((value, i) => sample(from + i * SLOT_MS, value)),
    from,
    from + values.length * SLOT_MS - 1,
  )

describe('the day’s curve', () => {
  it('has the slots that have begun, 144 at most, and keeps gaps as gaps', () => {
    const day = dayCurve([sample(NOON, 700)], NOON, NOON)
    expect(day.from).toBe(MIDNIGHT)
    expect(day.slots).toHaveLength(73)
    expect(day.slots[72]).toEqual({ at: NOON, occupancy: 700, low: 700, high: 700 })
    expect(day.slots[71]).toEqual({ at: NOON - SLOT_MS, occupancy: null, low: null, high: null })
    expect(gapsOf(day)).toBe(72)
    expect(dayCurve([], NOON, NOON + 9 * DAY_MS).slots).toHaveLength(144)
    expect(dayCurve([], NOON + DAY_MS, NOON).slots).toEqual([])
  })
  it('takes the median sample of a slot, with its own interval', () => {
    const within = [
      sample(NOON + 3, 9000, 1),
      sample(NOON + 1, 10, 2),
      sample(NOON + 2, 20, 3),
      sample(NOON + 4, null),
    ]
    expect(dayCurve(within, NOON, NOON + MINUTE_MS).slots[72]).toEqual({
      at: NOON,
      occupancy: 20,
      low: 17,
      high: 23,
    })
  })
  it('knows nobody from nothing', () => {
    const day = curve(MIDNIGHT, 0, null)
    expect(day.slots.map(({ occupancy }) => occupancy)).toEqual([0, null])
    expect(gapsOf(day)).toBe(1)
  })
  it('leaves out other days and the future', () => {
    const strange = [MIDNIGHT - 1, MIDNIGHT + DAY_MS, NOON + 2 * MINUTE_MS].map((at) =>
      sample(at, 5),
    )
    expect(peakOf(dayCurve(strange, NOON, NOON + MINUTE_MS))).toBeNull()
  })
  it('has a peak, the first of equals', () => {
    expect(peakOf(curve(MIDNIGHT, 1, 8, null, 8))).toEqual({ at: MIDNIGHT + SLOT_MS, occupancy: 8 })
  })
})

describe('against another day', () => {
  it('compares slot by slot, and a gap on either side stays one', () => {
    const last = curve(MIDNIGHT - 7 * DAY_MS, 5, 10, null, 40, 99)
    const comparison = compareDays(curve(MIDNIGHT, 6, null, 9, 50), last)
    expect(comparison.pairs.map(({ more }) => more)).toEqual([1, null, null, 10])
    expect(comparison).toMatchObject({
      earlierFrom: MIDNIGHT - 7 * DAY_MS,
      known: 2,
      ratio: 56 / 45,
      latest: { at: MIDNIGHT + 3 * SLOT_MS, occupancy: 50, before: 40 },
    })
  })
  it('has no ratio of nobody, and none of nothing', () => {
    const nobody = curve(MIDNIGHT - DAY_MS, 0, 0)
    expect(compareDays(curve(MIDNIGHT, 3, 4), nobody)).toMatchObject({ known: 2, ratio: null })
    expect(compareDays(curve(MIDNIGHT, null), nobody)).toMatchObject({
      known: 0,
      ratio: null,
      latest: null,
    })
    expect(compareDays(curve(MIDNIGHT, 3, 4), curve(MIDNIGHT - DAY_MS, 5)).known).toBe(1)
  })
  it('is measured by the same weekday and by the festival’s day, each by itself', () => {
    const today = curve(MIDNIGHT, 30)
    const week = curve(MIDNIGHT - 7 * DAY_MS, 20)
    // The eighth month's moon rose on another date last year.
    const festival = curve(MIDNIGHT - 361 * DAY_MS, 60)
    expect(
      compareWithMatches(today, { sameWeekday: week, sameFestivalDay: festival }),
    ).toMatchObject({
      sameWeekday: { ratio: 1.5 },
      sameFestivalDay: { ratio: 0.5 },
    })
    expect(compareWithMatches(today, { sameWeekday: null, sameFestivalDay: null })).toEqual({
      sameWeekday: null,
      sameFestivalDay: null,
    })
  })
  it('takes neither another weekday nor the day itself for its like', () => {
    const today = curve(MIDNIGHT, 30)
    const yesterday = curve(MIDNIGHT - DAY_MS, 20)
    const none = { sameWeekday: null, sameFestivalDay: null }
    expect(compareWithMatches(today, { sameWeekday: yesterday, sameFestivalDay: null })).toEqual(
      none,
    )
    expect(compareWithMatches(today, { sameWeekday: today, sameFestivalDay: today })).toEqual(none)
  })
  it('knows exactly the slots that both days know', () => {
    const day = fc.array(fc.option(fc.nat(5000)), { maxLength: 144 })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const comparison = compareDays(curve(MIDNIGHT, ...a), curve(MIDNIGHT - DAY_MS, ...b))
        expect(comparison.pairs).toHaveLength(a.length)
        const both = a.filter((value, i) => value !== null && (b[i] ?? null) !== null)
        expect(comparison.known).toBe(both.length)
      }),
      { numRuns: 50 },
    )
  })
})
