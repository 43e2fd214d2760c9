import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeFromHistory, changeFromMean, changeOfCounts, EXACT_BELOW } from './change'
import { SIGNAL_P, SIGNAL_Z, verdictOf } from './verdict'

const per = (count: number | null, exposure: number | null = 1) => ({ count, exposure })
const two = (now: number, then: number) => changeOfCounts(per(now), per(then))

describe('two observed counts', () => {
  it('25 against 16 is 0.21 by the exact test, and would be 0.157 by roots, 0.046 against a known mean', () => {
    expect(two(25, 16)).toMatchObject({ verdict: 'usual', test: 'exact' })
    expect(two(25, 16).p).toBeCloseTo(0.21102359760880063, 10)
    const byRoots = Math.SQRT2 * (5 - 4)
    // The formula itself, at counts that are large enough for it and have the same z.
    const large = two(625 * 4, (50 - 1) ** 2)
    expect(large.test).toBe('root')
    expect(large.z).toBeCloseTo(byRoots, 12)
    expect(large.p).toBeCloseTo(0.157, 3)
    const known = changeFromMean(2500, 49 ** 2)
    expect(known.z).toBeCloseTo(2, 12)
    expect(known.p).toBeCloseTo(0.0455, 4)
  })

  it('4 → 9 is +125 % and usual', () => {
    expect(two(9, 4)).toMatchObject({ verdict: 'usual', relative: 1.25, why: null })
  })

  // Exact conditional test of Przyborowski & Wilenski 1940, doubled; SciPy 1.17.1: binom, beta.
  it.each([
    [4, 1, 9, 1, 0.266845703125, -0.8999863223976954, 0.592430932685043],
    [30, 28, 12, 31, 0.0028520985446161425, 0.3761377566759534, 4.936132963883593],
    [3, 1, 40, 10, 0.88549035123485, -0.8515742293865708, 1.354941128642467],
    [20, 1, 2, 1, 0.00012111663818359375, 1.4292054409942532, 87.24120504226511],
    [0, 1, 6, 1, 0.03125, -1, -0.1506888057026764],
  ])('%d in %d days against %d in %d', (a, t, b, s, p, low, high) => {
    const change = changeOfCounts(per(a, t), per(b, s))
    expect(change.test).toBe('exact')
    expect(change.p).toBeCloseTo(p, 10)
    expect(change.relativeLow).toBeCloseTo(low, 8)
    expect(change.relativeHigh).toBeCloseTo(high, 6)
    expect(change.relative).toBeCloseTo(a / t / (b / s) - 1, 12)
  })

  it('calls the same p a signal, by roots or exactly', () => {
    expect(SIGNAL_P).toBeCloseTo(0.0026998, 7)
    expect(two(20, 2).verdict).toBe('up')
    expect(two(2, 20).verdict).toBe('down')
    expect(changeOfCounts(per(30, 28), per(12, 31))).toMatchObject({ verdict: 'usual' })
    expect(verdictOf(3)).toBe('usual')
    expect(verdictOf(3.001)).toBe('up')
    expect(verdictOf(-3.001)).toBe('down')
  })

  it('is exact up to 49 in either count, by roots from 50', () => {
    expect(EXACT_BELOW).toBe(50)
    expect(two(49, 500).test).toBe('exact')
    expect(two(500, 49).test).toBe('exact')
    expect(two(50, 50).test).toBe('root')
  })

  it('zero against zero is usual, without a percentage', () => {
    expect(two(0, 0)).toMatchObject({ verdict: 'usual', z: 0, p: 1, relative: null })
    expect(two(7, 0)).toMatchObject({ verdict: 'usual', relative: null, relativeHigh: null })
    expect(two(12, 0)).toMatchObject({ verdict: 'up', relative: null })
  })

  it('29 February does no harm: the same rate over 29 and 28 days is no change', () => {
    expect(changeOfCounts(per(2900, 29), per(2800, 28)).z).toBeCloseTo(0, 12)
    expect(changeOfCounts(per(2900, 29), per(2800, 28)).relative).toBeCloseTo(0, 12)
  })

  it.each([
    [per(null), per(3), 'no-count-now'],
    [per(3), per(null), 'no-count-then'],
    [per(-2), per(3), 'bad-count'],
    [per(3), per(Number.NaN), 'bad-count'],
    [per(3.5), per(3), 'bad-count'],
    [per(3), per(3, 0), 'no-exposure'],
    [per(3, null), per(3), 'no-exposure'],
    [per(3, Number.POSITIVE_INFINITY), per(3), 'no-exposure'],
  ] as const)('%j against %j is unknown', (now, then, why) => {
    const change = changeOfCounts(now, then)
    expect(change).toMatchObject({ verdict: 'unknown', why, z: null, p: null, relative: null })
  })

  it('turned round says the opposite, and interval and verdict never disagree', () => {
    const count = fc.integer({ min: 0, max: 400 })
    const days = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(count, days, count, days, (a, t, b, s) => {
        const there = changeOfCounts(per(a, t), per(b, s))
        const back = changeOfCounts(per(b, s), per(a, t))
        expect(there.z).toBeCloseTo(-(back.z ?? 0), 8)
        expect(there.p).toBeCloseTo(back.p ?? 0, 10)
        if (there.test === 'exact' && there.verdict !== 'usual') {
          const { relativeLow: low, relativeHigh: high } = there
          if (there.verdict === 'up') expect(low).toBeGreaterThan(0)
          else expect(high).toBeLessThan(0)
        }
        if (there.verdict !== 'usual' && a / t > b / s) expect(there.verdict).toBe('up')
      }),
    )
  })

  it('the exact test and roots agree where they meet', () => {
    for (const [a, b] of [
      [49, 90],
      [45, 60],
      [30, 60],
    ] as const)
      expect(
        Math.abs((two(a, b).z ?? 0) - Math.SQRT2 * (Math.sqrt(a) - Math.sqrt(b))),
      ).toBeLessThan(0.2)
  })

  it('counts that scatter more than chance carry less: dispersion 4 halves z', () => {
    const loose = changeOfCounts(per(1200), per(1000), { dispersion: 4 })
    expect(two(1200, 1000).verdict).toBe('up')
    expect(loose.z).toBeCloseTo((two(1200, 1000).z ?? 0) / 2, 12)
    expect(loose.verdict).toBe('usual')
    expect(changeOfCounts(per(1200), per(1000), { dispersion: 0.2 })).toEqual(two(1200, 1000))
    expect(changeOfCounts(per(1200), per(1000), { dispersion: Number.NaN })).toEqual(
      two(1200, 1000),
    )
  })
})

describe('against a mean', () => {
  // Doubled Poisson tails; SciPy 1.17.1.
  it.each([
    [12, 5.5, 0.02197628211725357],
    [0, 4, 0.036631277777468364],
    [30, 14.2, 0.00034403930081371555],
  ])('%d where %d are usual', (count, mean, p) => {
    expect(changeFromMean(count, mean).p).toBeCloseTo(p, 10)
  })

  it.each([
    [null, 3, 'no-count-now'],
    [3, null, 'no-count-then'],
    [3, -1, 'bad-count'],
    [3, Number.NaN, 'bad-count'],
    [-3, 3, 'bad-count'],
  ] as const)('%s against %s is unknown', (count, mean, why) => {
    expect(changeFromMean(count, mean)).toMatchObject({ verdict: 'unknown', why })
  })

  it('a case where none ever was is a signal, none where none was is usual', () => {
    expect(changeFromMean(1, 0)).toMatchObject({ verdict: 'up', relative: null })
    expect(changeFromMean(0, 0)).toMatchObject({ verdict: 'usual' })
  })
})

describe('against a history', () => {
  const weeks = (n: number, count: number) => Array.from({ length: n }, () => per(count, 7))

  it('takes the mean as known from 20 periods on', () => {
    const change = changeFromHistory(per(144, 7), weeks(20, 100))
    expect(change.z).toBeCloseTo(2 * (12 - 10), 12)
  })
  it('counts a shorter one as one count over its own time', () => {
    expect(changeFromHistory(per(144, 7), weeks(4, 100))).toEqual(
      changeOfCounts(per(144, 7), per(400, 28)),
    )
    expect(changeFromHistory(per(144, 7), weeks(1, 100)).z).toBeCloseTo(Math.SQRT2 * 2, 12)
  })
  it('leaves out periods that are not known, and rates are per day', () => {
    const history = [...weeks(20, 100), per(null, 7), per(-4, 7), per(9999, 0)]
    expect(changeFromHistory(per(144, 7), history).z).toBeCloseTo(4, 12)
    expect(changeFromHistory(per(288, 14), weeks(20, 100)).z).toBeCloseTo(
      2 * (Math.sqrt(288) - Math.sqrt(200)),
      12,
    )
  })
  it('refuses none', () => {
    expect(changeFromHistory(per(3), [])).toMatchObject({
      verdict: 'unknown',
      why: 'no-count-then',
    })
    expect(changeFromHistory(per(null), weeks(30, 9)).why).toBe('no-count-now')
    expect(changeFromHistory(per(3, 0), weeks(30, 9)).why).toBe('no-exposure')
  })
  it('rings for calm counts about as seldom as three sigmas should', () => {
    // Poisson counts of mean 12 from a fixed sequence, by counting exponential steps.
    let state = 5
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state + 0.5) / 2 ** 32
    }
    const poisson = (mean: number) => {
      let [n, time] = [-1, 0]
      while (time < mean) {
        time -= Math.log(next())
        n++
      }
      return n
    }
    let rung = 0
    for (let i = 0; i < 4000; i++) {
      const { verdict } = changeOfCounts(per(poisson(12)), per(poisson(12)))
      if (verdict !== 'usual') rung++
    }
    expect(rung).toBeLessThanOrEqual(SIGNAL_Z * 8)
  })
})
