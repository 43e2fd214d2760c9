import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ControlChart, runsOf } from './control-chart'
import { EWMA, ewmaChart, ewmaOf } from './ewma'
import { uChart } from './u-chart'

const per = (count: number | null, exposure: number | null = 1) => ({ count, exposure })
const chart = (...args: Parameters<typeof uChart>) => uChart(...args) as ControlChart

/** Counts of a mean, by exponential steps from a fixed sequence. */
function poissonOf(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return (mean: number) => {
    let [n, time] = [-1, 0]
    while (time < mean) {
      time -= Math.log(next())
      n++
    }
    return n
  }
}

describe('the u-chart', () => {
  // NIST/SEMATECH e-Handbook 6.3.3.1: defects on 25 wafers, c̄ = 16, limits 4 and 28.
  const WAFERS = [
    16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31,
    13,
  ]
  it('of the NIST wafers has its centre and limits, and its one signal', () => {
    const { centre, points, baselineSignals } = chart(
      WAFERS.map((count) => per(count)),
      {
        baseline: 25,
        isWidened: false,
      },
    )
    expect(centre).toBe(16)
    expect(points[0]).toMatchObject({ low: 4, high: 28, signal: null })
    expect(points.map(({ signal }) => signal).indexOf('above')).toBe(23)
    expect(baselineSignals).toBe(1)
  })

  // Montgomery 2013, example 7.5 (dyed cloth): ū = 153 / 107.5 = 1.42 and limits that vary with the roll.
  it('of Montgomery’s cloth has limits that vary', () => {
    const units = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]
    const defects = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
    const { centre, points } = chart(
      defects.map((count, i) => per(count, units[i] as number)),
      { baseline: 10, leastBaseline: 10, isWidened: false },
    )
    expect(centre).toBeCloseTo(1.42, 2)
    const wanted = [
      [0.29, 2.55],
      [0.16, 2.68],
      [0.43, 2.41],
      [0.29, 2.55],
      [0.26, 2.58],
      [0.29, 2.55],
      [0.39, 2.45],
      [0.32, 2.52],
      [0.39, 2.45],
      [0.41, 2.43],
    ]
    wanted.forEach(([low, high], i) => {
      expect(Math.abs((points[i]?.low as number) - (low as number))).toBeLessThan(0.011)
      expect(Math.abs((points[i]?.high as number) - (high as number))).toBeLessThan(0.011)
      expect(points[i]?.signal).toBeNull()
    })
  })

  it('widens its limits by Laney’s σz: the mean moving range of the standardised points / 1.128', () => {
    const counts = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 130 : 70))
    const { spread, points, centre } = chart(
      counts.map((count) => per(count)),
      { baseline: 20 },
    )
    expect(centre).toBe(100)
    // Standardised ±3, moving ranges of 6.
    expect(spread).toBeCloseTo(6 / 1.128, 12)
    expect(points[0]?.high).toBeCloseTo(100 + 3 * (6 / 1.128) * 10, 9)
  })

  it('never narrows them below chance', () => {
    const calm = chart(
      Array.from({ length: 30 }, () => per(100)),
      { baseline: 30 },
    )
    expect(calm.spread).toBe(1)
    expect(calm.points[0]?.high).toBe(130)
  })

  it('keeps the phases apart: what is monitored moves neither centre nor limits', () => {
    const before = Array.from({ length: 25 }, (_, i) => per(100 + (i % 5)))
    const quiet = chart([...before, per(100)], { baseline: 25 })
    const loud = chart([...before, per(900), per(3)], { baseline: 25 })
    expect(loud.centre).toBe(quiet.centre)
    expect(loud.spread).toBe(quiet.spread)
    expect(loud.points.slice(25).map(({ signal }) => signal)).toEqual(['above', 'below'])
    expect(loud.points.map(({ isBaseline }) => isBaseline).lastIndexOf(true)).toBe(24)
    expect(loud.baselineSignals).toBe(0)
  })

  it('leaves out a point of the baseline for a cause that is known, and still judges it', () => {
    const counts = Array.from({ length: 25 }, (_, i) => per(i === 9 ? 500 : 100))
    const kept = chart(counts, { baseline: 25 })
    const left = chart(counts, { baseline: 25, except: new Set([9]) })
    expect(kept.centre).toBe(116)
    expect(left.centre).toBe(100)
    expect(left.spread).toBe(1)
    expect(left.points[9]?.signal).toBe('above')
    expect(left.baselineKnown).toBe(24)
  })

  it('a gap is nothing, and no moving range goes across it', () => {
    const half = (count: number) => Array.from({ length: 15 }, () => per(count))
    const joined = chart([...half(90), ...half(110)], { baseline: 30 })
    const holed = chart([...half(90), per(null), per(-5), per(7, 0), ...half(110)], {
      baseline: 33,
    })
    expect(joined.spread).toBe(1)
    for (const i of [15, 16, 17])
      expect(holed.points[i]).toEqual({
        value: null,
        low: null,
        high: null,
        signal: null,
        isBaseline: true,
      })
    // Two sigmas up and down by turns, but never as neighbours.
    const turns = Array.from({ length: 60 }, (_, i) =>
      per([80, null, 120, null][i % 4] as number | null),
    )
    expect(chart(turns, { baseline: 60 }).spread).toBe(1)
    const shut = turns.filter(({ count }) => count !== null)
    expect(chart(shut, { baseline: 30 }).spread).toBeCloseTo(4 / 1.128, 12)
  })

  it('refuses a baseline of two levels: a source that began to count more', () => {
    const level = (count: number, n: number) => Array.from({ length: n }, () => per(count))
    const series = [...level(2, 30), ...level(25, 60)]
    expect(uChart(series, { baseline: 60 })).toEqual({ refused: 'unsteady-baseline' })
    expect(ewmaChart(series, { baseline: 60 })).toEqual({ refused: 'unsteady-baseline' })
    expect(chart(series.slice(30), { baseline: 30 }).centre).toBe(25)
    // Three wild days in thirty are causes to be told, four are no baseline.
    const wild = (n: number) => [...level(100, 30 - n), ...level(200, n)]
    expect(uChart(wild(3), { baseline: 30, isWidened: false })).toHaveProperty('baselineSignals', 3)
    expect(uChart(wild(4), { baseline: 30, isWidened: false })).toHaveProperty('refused')
  })

  it('rings at few cases only for what is rare: 6 where 2 are usual is over 3 σ, and 1 in 60', () => {
    const counts = Array.from({ length: 30 }, (_, i) => per(i % 2 === 0 ? 1 : 3))
    const { points, spread } = chart([...counts, per(7), per(9)], {
      baseline: 30,
      isWidened: false,
    })
    expect(spread).toBe(1)
    // The limit is 6.24; 7 or more come 45 times in 10,000, 9 or more twice.
    expect(points.slice(30).map(({ signal }) => signal)).toEqual([null, 'above'])
  })

  it.each([
    ['few-baseline', Array.from({ length: 19 }, () => per(5)), 19],
    ['few-baseline', [...Array.from({ length: 19 }, () => per(5)), per(null)], 20],
    ['few-baseline', [], 20],
    ['no-cases', Array.from({ length: 30 }, () => per(0)), 30],
    ['bad-settings', Array.from({ length: 30 }, () => per(5)), -1],
    ['bad-settings', Array.from({ length: 30 }, () => per(5)), Number.NaN],
  ] as const)('refuses: %s', (refused, series, baseline) => {
    expect(uChart(series, { baseline })).toEqual({ refused })
    expect(ewmaChart(series, { baseline })).toEqual({ refused })
  })

  it('of calm counts rings about as seldom as three sigmas should, at any mean', () => {
    for (const mean of [2, 12, 150]) {
      const poisson = poissonOf(7)
      const series = Array.from({ length: 4000 }, () => per(poisson(mean)))
      const { points } = chart(series, { baseline: 1000 })
      const rung = points.filter(({ signal }) => signal !== null).length
      expect(rung, `${mean}`).toBeLessThanOrEqual(20)
    }
  })
})

describe('the p-chart', () => {
  // Montgomery 2013, example 7.1 (orange juice cans): 30 samples of 50, p̄ = 0.2313, limits 0.0524 and 0.4102.
  const CANS = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6,
  ]
  const cans = CANS.map((count) => per(count, 50))
  it('of Montgomery’s cans has its centre, its limits and its two signals', () => {
    const { centre, points } = chart(cans, { baseline: 30, isShare: true, isWidened: false })
    expect(centre).toBeCloseTo(0.2313, 4)
    expect(points[0]?.low).toBeCloseTo(0.0524, 3)
    expect(points[0]?.high).toBeCloseTo(0.4102, 3)
    expect(points.flatMap(({ signal }, i) => (signal === 'above' ? [i + 1] : []))).toEqual([15, 23])
  })
  it('says of misses what it says of hits, turned round', () => {
    const misses = CANS.map((count) => per(50 - count, 50))
    for (const of of [uChart, ewmaChart]) {
      const hit = of(cans, { baseline: 30, isShare: true }) as ControlChart
      const miss = of(misses, { baseline: 30, isShare: true }) as ControlChart
      expect(miss.spread).toBeCloseTo(hit.spread, 12)
      hit.points.forEach(({ value, low, high, signal }, i) => {
        expect(miss.points[i]?.value).toBeCloseTo(1 - (value as number), 12)
        expect(miss.points[i]?.low).toBeCloseTo(1 - (high as number), 12)
        expect(miss.points[i]?.high).toBeCloseTo(1 - (low as number), 12)
        expect(miss.points[i]?.signal === 'below').toBe(signal === 'above')
      })
    }
  })
  it('ends its limits at 0 and 1, and takes more hits than cases for a gap', () => {
    const most = Array.from({ length: 25 }, (_, i) => per(i % 2 ? 19 : 20, 20))
    const { points } = chart([...most, per(21, 20), per(3.5, 20)], { baseline: 25, isShare: true })
    expect(points[0]?.high).toBe(1)
    expect(points.slice(25).map(({ value }) => value)).toEqual([null, null])
    const all = Array.from({ length: 25 }, () => per(20, 20))
    expect(uChart(all, { baseline: 25, isShare: true })).toEqual({ refused: 'no-cases' })
  })
})

describe('the EWMA', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.4: λ 0.3, centre 50, s 2.0539; the values, and the limits when settled.
  const NIST = [
    52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6,
    52.4, 53.6, 52.1,
  ]
  const WANTED = [
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05,
    49.38, 49.92, 50.73, 51.23, 51.94, 51.99,
  ]
  const nist = ewmaOf(
    NIST.map((value) => ({ value, variance: 2.0539 ** 2 })),
    50,
    { weight: 0.3, sigmas: 3 },
  )
  it('of the NIST example has its values and its limits', () => {
    nist.forEach(({ value, signal }, i) => {
      expect(Math.abs((value as number) - (WANTED[i] as number))).toBeLessThan(0.0051)
      expect(signal).toBeNull()
    })
    expect(nist.at(-1)?.high).toBeCloseTo(52.5884, 2)
    expect(nist.at(-1)?.low).toBeCloseTo(47.4115, 2)
  })
  it('has exact limits from the first point on: σ √(λ/(2 − λ) (1 − (1 − λ)^2i))', () => {
    nist.forEach(({ high }, i) => {
      const exact = 3 * 2.0539 * Math.sqrt((0.3 / 1.7) * (1 - 0.7 ** (2 * (i + 1))))
      expect((high as number) - 50).toBeCloseTo(exact, 9)
    })
  })

  it('begins anew after a gap: nothing is carried across it', () => {
    const calm = Array.from({ length: 25 }, () => per(100))
    const high = Array.from({ length: 3 }, () => per(125))
    const { points } = ewmaChart([...calm, ...high, per(null), per(100)], {
      baseline: 25,
    }) as ControlChart
    expect(points[27]?.signal).toBe('above')
    expect(points[28]).toMatchObject({ value: null, low: null, high: null, signal: null })
    expect(points[29]?.value).toBe(100)
    expect(points[29]?.high).toBeCloseTo(100 + EWMA.sigmas * EWMA.weight * 10, 9)
  })

  it('sees a small lasting rise that no single point tells', () => {
    const poisson = poissonOf(3)
    const series = [
      ...Array.from({ length: 60 }, () => per(poisson(100))),
      ...Array.from({ length: 30 }, () => per(poisson(112))),
    ]
    const signals = (of: ControlChart) =>
      of.points.slice(60).filter(({ signal }) => signal === 'above').length
    expect(signals(chart(series, { baseline: 60 }))).toBeLessThan(3)
    expect(signals(ewmaChart(series, { baseline: 60 }) as ControlChart)).toBeGreaterThan(10)
  })

  it('gives days with few cases little say: variances are carried along', () => {
    const calm = Array.from({ length: 25 }, () => per(100, 10))
    const { points } = ewmaChart([...calm, per(4, 0.1)], { baseline: 25 }) as ControlChart
    expect(points[25]?.value).toBeCloseTo(0.2 * 40 + 0.8 * 10, 9)
    expect(points[25]?.high as number).toBeGreaterThan((points[24]?.high as number) + 4)
  })

  it('is not rung by calm days that take after one another', () => {
    let state = 41
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state + 0.5) / 2 ** 32 - 0.5
    }
    let level = 0
    const series = Array.from({ length: 1200 }, () => {
      level = 0.6 * level + 60 * (next() + next() + next())
      return per(Math.max(0, Math.round(400 + level)))
    })
    const { points } = ewmaChart(series, { baseline: 300 }) as ControlChart
    const rung = points.slice(300).filter(({ signal }) => signal !== null).length
    expect(rung).toBeLessThan(18)
    // Limits for neighbours that know nothing of one another would ring ten times as often.
    const base = { ...chart(series, { baseline: 300 }) }
    const blind = ewmaOf(
      series.map(({ count }) => ({ value: count, variance: base.spread ** 2 * base.centre })),
      base.centre,
    )
    expect(blind.slice(300).filter(({ signal }) => signal !== null).length).toBeGreaterThan(80)
  })

  it('never ends its limits below 0, and refuses odd weights', () => {
    const few = Array.from({ length: 25 }, (_, i) => per(i % 5 === 0 ? 1 : 0))
    const { points } = ewmaChart(few, { baseline: 25 }) as ControlChart
    for (const { low } of points) expect(low as number).toBeGreaterThanOrEqual(0)
    for (const weight of [0, -1, 1.2, Number.NaN])
      expect(ewmaChart(few, { baseline: 25, weight })).toEqual({ refused: 'bad-settings' })
  })
})

describe('runs', () => {
  it('are monitored neighbours on one side; a gap or the other side ends them', () => {
    const at = (signal: 'above' | 'below' | null, isBaseline = false) => ({
      value: 1,
      low: 0,
      high: 2,
      signal,
      isBaseline,
    })
    const points = [at('above', true), at('above'), at('above'), at('below'), at(null), at('below')]
    expect(runsOf({ points })).toEqual([
      { from: 1, to: 3, signal: 'above' },
      { from: 3, to: 4, signal: 'below' },
      { from: 5, to: 6, signal: 'below' },
    ])
  })
  it('hold each monitored signal once', () => {
    const signal = fc.constantFrom('above' as const, 'below' as const, null)
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 40 }), (signals) => {
        const points = signals.map((s) => ({
          value: 1,
          low: 0,
          high: 2,
          signal: s,
          isBaseline: false,
        }))
        const days = runsOf({ points }).reduce((sum, { from, to }) => sum + to - from, 0)
        expect(days).toBe(signals.filter((s) => s !== null).length)
      }),
    )
  })
})
