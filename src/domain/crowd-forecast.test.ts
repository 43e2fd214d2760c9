import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OccupancySample } from './crowd'
import { forecastTo80 } from './crowd-forecast'
import { robustSlope } from './crowd-slope'
import { HOUR_MS, MINUTE_MS } from './time'

const NOW = Date.parse('2026-10-03T06:00:00Z')

const sample = (minute: number, occupancy: number | null, slack = 0): OccupancySample => ({
  at: NOW + minute * MINUTE_MS,
  occupancy,
  low: occupancy === null ? null : occupancy - slack,
  high: occupancy === null ? null : occupancy + slack,
})
/** One sample a minute up to now. */
const line = (
  from: number,
  value: (minute: number) => number | null,
  slack?: (m: number) => number,
) =>
  Array.from({ length: 1 - from }, (_, i) => sample(from + i, value(from + i), slack?.(from + i)))
const steady = (perMin: number, at0 = 400) => line(-30, (minute) => at0 + perMin * minute)

/** Park & Miller. */
function chances(seed: number) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
function poisson(mean: number, chance: () => number): number {
  let [count, left] = [0, chance()]
  while (left > Math.exp(-mean)) {
    left *= chance()
    count++
  }
  return count
}

describe('the slope', () => {
  const readings = (values: readonly number[]) =>
    values.map((value, i) => ({ at: NOW + i * MINUTE_MS, value }))
  it('is exact on a line, and so is its interval', () => {
    expect(robustSlope(readings(Array.from({ length: 20 }, (_, i) => 7 * i)))).toEqual({
      perMin: 7,
      lowPerMin: 7,
      highPerMin: 7,
    })
  })
  it('is not moved by a quarter of wrong readings', () => {
    const wrong = Array.from({ length: 24 }, (_, i) => (i % 4 === 1 ? 9000 : 7 * i))
    expect(robustSlope(readings(wrong))?.perMin).toBe(7)
  })
  it('reaches at least as far as Sen’s interval (of 20 values: the 64th and the 127th of 190 pairs)', () => {
    // The ends of all spells lie on one line: by their gains alone the slope would be certain.
    const values = Array.from(
      { length: 20 },
      (_, i) => 12 * i + (i % 3 === 1 ? 0 : (((i * 7) % 19) - 9) * 8),
    )
    const slopes = values
      .flatMap((a, i) => values.slice(i + 1).map((b, j) => (b - a) / (j + 1)))
      .sort((a, b) => a - b)
    const slope = robustSlope(readings(values))
    expect(slope?.lowPerMin).toBeLessThanOrEqual(slopes[63] as number)
    expect(slope?.highPerMin).toBeGreaterThanOrEqual(slopes[126] as number)
  })
  it('holds the true inflow of random arrivals in at least 90 of 100 cases', () => {
    const chance = chances(20_261_003)
    let held = 0
    for (let run = 0; run < 300; run++) {
      let inside = 500
      const values = Array.from({ length: 31 }, () => {
        inside += poisson(20, chance) - poisson(8, chance)
        return inside
      })
      const slope = robustSlope(readings(values))
      if (slope && slope.lowPerMin <= 12 && slope.highPerMin >= 12) held++
    }
    expect(held).toBeGreaterThanOrEqual(270)
  })
  it('lies in its interval, and does not care for order or for a shift', () => {
    const values = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 19, maxLength: 31 })
    fc.assert(
      fc.property(values, fc.integer({ min: -999, max: 999 }), (any, shift) => {
        const slope = robustSlope(readings(any))
        expect(slope?.perMin).toBeGreaterThanOrEqual(slope?.lowPerMin as number)
        expect(slope?.perMin).toBeLessThanOrEqual(slope?.highPerMin as number)
        expect(robustSlope(readings(any).toReversed())).toEqual(slope)
        expect(robustSlope(readings(any.map((value) => value + shift)))).toEqual(slope)
      }),
      { numRuns: 50 },
    )
  })
  it('takes a fast counter minute by minute, and its glitches out', () => {
    const fast = Array.from({ length: 6 * 20 }, (_, i) => ({
      at: NOW + i * 10_000,
      value: i % 6 === 2 ? 9000 : i,
    }))
    expect(robustSlope(fast)).toEqual({ perMin: 6, lowPerMin: 6, highPerMin: 6 })
  })
  it('needs five spells of three minutes', () => {
    expect(robustSlope(readings(Array.from({ length: 15 }, (_, i) => i)))).toBeNull()
    expect(robustSlope(readings(Array.from({ length: 16 }, (_, i) => i)))).not.toBeNull()
    expect(robustSlope([])).toBeNull()
  })
})

describe('minutes to 80 %', () => {
  it('is the way that is left over the present inflow', () => {
    expect(forecastTo80(steady(10), 1000, NOW)).toMatchObject({ minutes: 40, low: 40, high: 40 })
  })
  it('is reckoned from now, not from the last count', () => {
    expect(forecastTo80(steady(10), 1000, NOW + 2 * MINUTE_MS)).toMatchObject({ minutes: 38 })
    expect(forecastTo80(steady(10, 799), 1000, NOW + 2 * MINUTE_MS)).toMatchObject({ minutes: 0 })
  })
  it('does not believe a count that is ahead of the clock', () => {
    const ahead = [...steady(10), sample(5, 900)]
    expect(forecastTo80(ahead, 1000, NOW)).toMatchObject({ minutes: 40 })
  })
  it('has no end where the inflow may as well be none', () => {
    const uneasy = line(-30, (minute) => 400 + 2 * minute + 60 * Math.sin(minute / 2))
    const forecast = forecastTo80(uneasy, 1000, NOW)
    expect(forecast).toMatchObject({ high: null })
    expect('low' in forecast && forecast.low < forecast.minutes).toBe(true)
  })
  it('widens while a gate’s counter is down', () => {
    const down = line(
      -30,
      (minute) => 400 + 10 * minute,
      (minute) => 2 * (minute + 30),
    )
    // 460 at +12 a minute; 340 at +8 a minute.
    expect(forecastTo80(down, 1000, NOW)).toMatchObject({
      minutes: 40,
      low: expect.closeTo(340 / 12),
      high: expect.closeTo(460 / 8),
    })
  })
  it.each([
    ['no-capacity', steady(10), 0],
    ['no-capacity', steady(10), Number.NaN],
    ['stale', [], 1000],
    ['stale', steady(10).slice(0, -4), 1000],
    ['stale', steady(10).slice(0, -20), 1000],
    ['stale', line(-30, () => null), 1000],
    ['stale', [sample(2, 400)], 1000],
    ['over', [sample(0, 800)], 1000],
    ['too-few', steady(10).slice(-10), 1000],
    ['falling', steady(0), 1000],
    ['falling', steady(-3), 1000],
    ['beyond-reset', steady(0.5), 1000],
  ] as const)('%s', (why, samples, capacity) =>
    expect(forecastTo80(samples, capacity, NOW)).toEqual({ why }),
  )

  it('does not look behind the night’s reset', () => {
    const midnight = NOW + 2 * HOUR_MS + 8 * HOUR_MS
    const now = midnight + 10 * MINUTE_MS
    const across = Array.from({ length: 31 }, (_, i) => ({
      ...sample(0, 100 + 10 * i),
      at: now - (30 - i) * MINUTE_MS,
    }))
    expect(forecastTo80(across, 1000, now)).toEqual({ why: 'too-few' })
  })
  it('lies between soonest and latest, whatever was counted', () => {
    const counts = fc.array(fc.option(fc.nat(900)), { minLength: 31, maxLength: 31 })
    fc.assert(
      fc.property(counts, fc.nat(60), (values, slack) => {
        const forecast = forecastTo80(
          line(
            -30,
            (minute) => values[minute + 30] ?? null,
            () => slack,
          ),
          1000,
          NOW,
        )
        if ('why' in forecast) return
        expect(forecast.low).toBeLessThanOrEqual(forecast.minutes)
        if (forecast.high !== null) expect(forecast.high).toBeGreaterThanOrEqual(forecast.minutes)
        expect(forecast.low).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(forecast.minutes)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
