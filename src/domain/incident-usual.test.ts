import { expect, it } from 'vitest'
import { countsUntilNow, startOfDay, usualRange } from './incident-usual'
import { DAY_MS, HOUR_MS } from './time'

// 2026-11-21 20:17 on the province's clock.
const NOW = Date.parse('2026-11-21T12:17:00Z')

it('begins the day at the midnight of the province', () => {
  expect(new Date(startOfDay(NOW)).toISOString()).toBe('2026-11-20T16:00:00.000Z')
  expect(startOfDay(startOfDay(NOW))).toBe(startOfDay(NOW))
})

it('counts every earlier day up to the same time of day, as adding by hand does', () => {
  const from = NOW - 20 * DAY_MS
  const times = Float64Array.from({ length: 3_000 }, (_, i) => from + i * 9 * 60_000)
  const covers = { from, to: NOW - DAY_MS + HOUR_MS }
  const counts = countsUntilNow(times, times.length, covers, NOW)
  const byHand = Array.from({ length: 19 }, (_, i) => {
    const back = (i + 1) * DAY_MS
    return times.filter((at) => at >= startOfDay(NOW) - back && at < NOW - back).length
  })
  expect(counts).toEqual(byHand)
  expect(Math.min(...counts)).toBeGreaterThan(50)
})

it('leaves out days that the history does not cover whole', () => {
  const covers = { from: NOW - 5 * DAY_MS, to: NOW - 2 * DAY_MS }
  expect(countsUntilNow(new Float64Array(), 0, covers, NOW)).toHaveLength(3)
})

it('calls a signal what lies more than three deviations of chance away', () => {
  const range = usualRange(new Array(27).fill(1_400))
  if (!range) throw new Error('none')
  const z = (now: number) => 2 * (Math.sqrt(now) - Math.sqrt(1_400))
  expect(Math.abs(z(range.low))).toBeLessThanOrEqual(3)
  expect(Math.abs(z(range.low - 1))).toBeGreaterThan(3)
  expect(z(range.high)).toBeLessThanOrEqual(3)
  expect(z(range.high + 1)).toBeGreaterThan(3)
})

it('says nothing from a fortnight less a day', () => {
  expect(usualRange(new Array(13).fill(10))).toBeNull()
})
