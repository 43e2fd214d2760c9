import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonTails } from './distributions'
import { countInterval, overlaps, rateOf, shareOf } from './interval'

describe('the interval of a count', () => {
  // Garwood 1936; as tabled in Ulm 1990, Am. J. Epidemiol. 131:373, and in every hand-book since.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.2422, 7.225],
    [5, 1.6235, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [100, 81.36, 121.63],
  ])('%d cases: %d to %d', (count, low, high) => {
    const interval = countInterval(count)
    expect(Math.abs((interval?.low ?? Number.NaN) - low)).toBeLessThan(0.006)
    expect(Math.abs((interval?.high ?? Number.NaN) - high)).toBeLessThan(0.006)
  })

  it('holds for large counts: 41,286 and a million (chi-square quantiles of SciPy 1.17.1)', () => {
    expect(countInterval(41_286)?.low).toBeCloseTo(40_888.703764908685, 4)
    expect(countInterval(41_286)?.high).toBeCloseTo(41_686.19536064758, 4)
    expect(countInterval(1_000_000)?.low).toBeCloseTo(998_040.9833402939, 1)
  })

  it('ends where the count would be a chance of 1 in 40', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (count) => {
        const { low, high } = countInterval(count) as { low: number; high: number }
        expect(low).toBeLessThan(count)
        expect(high).toBeGreaterThan(count)
        expect(poissonTails(count, low).atLeast).toBeCloseTo(0.025, 8)
        expect(poissonTails(count, high).atMost).toBeCloseTo(0.025, 8)
      }),
      { numRuns: 60 },
    )
  })

  it('widens with the dispersion, by its root where counts are large', () => {
    const width = (dispersion: number, count = 40_000) => {
      const { low, high } = countInterval(count, 0.95, dispersion) as { low: number; high: number }
      return high - low
    }
    expect(width(4) / width(1)).toBeCloseTo(2, 2)
    expect(width(0.3)).toBe(width(1))
    expect(width(Number.NaN)).toBe(width(1))
    // 12 cases of dispersion 12 are as good as one: 12 times 0.0253 to 5.572.
    expect(countInterval(12, 0.95, 12)?.low).toBeCloseTo(12 * 0.0253178, 5)
    expect(countInterval(12, 0.95, 12)?.high).toBeCloseTo(12 * 5.5716434, 5)
    expect(countInterval(1, 0.95, 12)?.low).toBeGreaterThan(0)
    expect(countInterval(0, 0.95, 12)?.low).toBe(0)
  })

  it.each([null, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no count', (count) => {
    expect(countInterval(count)).toBeNull()
  })
})

describe('a rate', () => {
  it('is per exposure', () => {
    expect(rateOf(10, 5)).toMatchObject({ value: 2, count: 10, of: 5 })
    expect(rateOf(10, 5)?.low).toBeCloseTo(4.7954 / 5, 4)
  })
  it.each([0, -3, null, Number.NaN, Number.POSITIVE_INFINITY])('is none over %s', (exposure) => {
    expect(rateOf(10, exposure)).toBeNull()
  })
})

describe('a share', () => {
  // Newcombe 1998, Statist. Med. 17:857, table I, method 3 (Wilson without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d: %d to %d', (hits, of, low, high) => {
    expect(shareOf(hits, of)?.low).toBeCloseTo(low, 4)
    expect(shareOf(hits, of)?.high).toBeCloseTo(high, 4)
  })

  it('lies in its interval, the interval between 0 and 1, and misses mirror hits', () => {
    const share = fc
      .integer({ min: 1, max: 1e6 })
      .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))
    fc.assert(
      fc.property(share, ([hits, of]) => {
        const { value, low, high } = shareOf(hits, of) as NonNullable<ReturnType<typeof shareOf>>
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true)
        expect(shareOf(of - hits, of)?.low).toBeCloseTo(1 - high, 12)
      }),
    )
  })

  it.each([
    [0, 0],
    [3, 2],
    [-1, 5],
    [null, 5],
    [1, null],
    [1.5, 4],
    [Number.NaN, 4],
  ])('%s of %s is none', (hits, of) => {
    expect(shareOf(hits, of)).toBeNull()
  })
})

it('intervals that touch overlap', () => {
  expect(overlaps({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true)
  expect(overlaps({ low: 1, high: 2 }, { low: 2.1, high: 3 })).toBe(false)
})
