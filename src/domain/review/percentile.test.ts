import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentilesOf } from './percentile'

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const one = (n: number, q: number) => percentilesOf(upTo(n), [q])?.[0]

describe('percentiles', () => {
  // Ranks of the 95 % interval of a median: Conover 1999, table A3; Hahn & Meeker 1991, table A15.
  it.each([
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [50, 18, 33],
    [100, 40, 61],
  ])('the median of %d values lies between those of rank %d and %d', (n, low, high) => {
    expect(one(n, 0.5)).toMatchObject({ value: Math.ceil(n / 2), low, high, samples: n })
  })

  it('leaves an end open that the values cannot hold: 1 − 0.9³⁵ is under 97.5 %, 1 − 0.9³⁶ over', () => {
    expect(one(5, 0.5)).toMatchObject({ value: 3, low: null, high: null })
    expect(one(35, 0.9)).toMatchObject({ value: 32, high: null })
    expect(one(36, 0.9)).toMatchObject({ value: 33, high: 36 })
    expect(one(36, 0.9)?.low).not.toBeNull()
  })

  it('counts what is no value, and refuses nothing at all', () => {
    expect(percentilesOf([3, null, Number.NaN, 1, Number.POSITIVE_INFINITY], [0.5])).toEqual([
      { q: 0.5, value: 1, low: null, high: null, samples: 2, unknown: 3 },
    ])
    expect(percentilesOf([null, Number.NaN])).toBeNull()
    expect(percentilesOf([])).toBeNull()
  })

  it('are values that occurred, in order, and do not depend on the order of the values', () => {
    const times = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(times, (values) => {
        const [median, p90] = percentilesOf(values) as NonNullable<ReturnType<typeof percentilesOf>>
        for (const { value, low, high } of [median!, p90!]) {
          expect(values).toContain(value)
          expect(low ?? value).toBeLessThanOrEqual(value)
          expect(high ?? value).toBeGreaterThanOrEqual(value)
        }
        expect(median!.value).toBeLessThanOrEqual(p90!.value)
        expect(percentilesOf(values.toReversed())).toEqual(percentilesOf(values))
      }),
    )
  })

  it('holds the true quantile about as often as it says', () => {
    // Uniform values from a fixed sequence: the true P90 is 0.9.
    let state = 11
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    let held = 0
    for (let trial = 0; trial < 400; trial++) {
      const values = Array.from({ length: 120 }, next)
      const p90 = percentilesOf(values, [0.9])?.[0]
      if (p90 && (p90.low ?? 0) <= 0.9 && (p90.high ?? 1) >= 0.9) held++
    }
    expect(held).toBeGreaterThan(372)
  })
})
