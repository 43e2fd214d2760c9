import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discoveryLimit, twoSidedP } from './false-discovery'

/** Benjamini and Hochberg 1995, section 4.1: fifteen hypotheses on two treatments of a heart attack. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
]

test('the worked example of 1995 rejects four, where Bonferroni would reject three', () => {
  const limit = discoveryLimit(PUBLISHED, 15, 0.05)
  expect(limit).toBeCloseTo((4 / 15) * 0.05, 12)
  expect(PUBLISHED.filter((p) => p <= limit)).toEqual([0.0001, 0.0004, 0.0019, 0.0095])
  expect(PUBLISHED.filter((p) => p <= 0.05 / 15)).toHaveLength(3)
})

test('equals the procedure as written: sort, and take the largest k with p(k) <= k q / m', () => {
  const anyP = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    // Values on the very steps, where rounding would show.
    fc.integer({ min: 0, max: 20 }).map((k) => (k * 0.05) / 20),
    fc.constantFrom(0, 1, 1e-300),
  )
  fc.assert(
    fc.property(
      fc.array(anyP, { minLength: 1, maxLength: 20 }),
      fc.nat(30),
      fc.constantFrom(0.01, 0.05, 0.1),
      (values, others, q) => {
        const m = values.length + others
        const sorted = [...values].sort((a, b) => a - b)
        const k = sorted.findLastIndex((p, i) => p <= ((i + 1) * q) / m) + 1
        const limit = discoveryLimit(values, m, q)
        expect(values.filter((p) => k > 0 && p <= (k * q) / m)).toEqual(
          values.filter((p) => limit > 0 && p <= limit),
        )
      },
    ),
  )
})

test('none is rejected where none is small', () => {
  expect(discoveryLimit([0.5, 0.9], 2, 0.05)).toBe(0)
  expect(discoveryLimit([], 10, 0.05)).toBe(0)
})

test.each([
  [0, 1],
  [1, 0.317310507862914],
  [1.959963984540054, 0.05],
  [-2.5758293035489, 0.01],
  [5, 5.733031437583867e-7],
  [10, 1.523970604832e-23],
  [40, 0],
])('two tails of the normal beyond %d', (z, p) => {
  expect(Math.abs(twoSidedP(z) - p)).toBeLessThanOrEqual(2e-7 * p + 1e-300)
})
