import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaBelow,
  betaQuantile,
  binomialTails,
  gammaQuantile,
  gammaTails,
  hypergeometricTails,
  logGamma,
  normalAbove,
  normalUpper,
  poissonTails,
} from './distributions'

/** To so many digits, whatever the size. */
const near = (value: number, wanted: number, digits = 10) =>
  expect(Math.abs(value / wanted - 1)).toBeLessThan(10 ** -digits)

// Wanted values: SciPy 1.17.1 (special.gammainc, betainc; stats.norm.isf).
describe('tails', () => {
  it.each([
    [0.5, 2, 0.9544997361036415, 0.04550026389635857],
    [10, 3, 0.0011024881301154815, 0.9988975118698845],
    [100, 130, 0.9972495916326934, 0.002750408367306518],
    [41_286, 41_000, 0.07939178754251534, 0.9206082124574847],
    [1e6, 1.002e6, 0.9771959041012303, 0.022804095898769836],
  ])('of the gamma distribution, shape %d at %d', (a, x, below, above) => {
    const tails = gammaTails(a, x)
    const digits = a > 1e5 ? 8 : 9
    near(tails.below, below, digits)
    near(tails.above, above, digits)
  })

  it.each([
    [2, 3, 0.4, 0.5248],
    [50, 60, 0.4, 0.12470685834310022],
    [5000, 4800, 0.5, 0.021667788733992756],
    [1, 1000, 0.001, 0.6323045752290359],
    [12.5, 7.25, 0.7, 0.7219293580756774],
  ])('of the beta distribution %d, %d at %d', (a, b, x, below) => {
    near(betaBelow(a, b, x), below)
    near(betaBelow(b, a, 1 - x), 1 - below, 9)
  })

  it.each([
    [0.025, 1.9599639845400545],
    [0.00135, 2.9999769927033935],
    [1e-9, 5.9978070150076865],
    [1e-40, 13.31092137142517],
    [0.7, -0.5244005127080407],
  ])('of the normal: z above which %d lies', (p, z) => {
    near(normalUpper(p), z)
    near(normalAbove(z), p, 8)
  })

  it('ln Γ of whole numbers is the factorial', () => {
    let factorial = 0
    for (let n = 1; n < 150; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 9)
      factorial += Math.log(n)
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  })

  it('of counts are the sums of their chances', () => {
    const chances = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    )
    fc.assert(
      fc.property(chances, fc.integer({ min: 0, max: 30 }), ([n, p], k) => {
        const at = (i: number) =>
          Math.exp(logGamma(n + 1) - logGamma(i + 1) - logGamma(n - i + 1)) *
          p ** i *
          (1 - p) ** (n - i)
        const sum = (from: number, to: number) => {
          let total = 0
          for (let i = from; i <= to; i++) total += at(i)
          return total
        }
        const { atMost, atLeast } = binomialTails(Math.min(k, n), n, p)
        expect(atMost).toBeCloseTo(sum(0, Math.min(k, n)), 9)
        expect(atLeast).toBeCloseTo(sum(Math.min(k, n), n), 9)
        const mean = 20 * p
        const poisson = (i: number) => Math.exp(i * Math.log(mean) - mean - logGamma(i + 1))
        let below = 0
        for (let i = 0; i <= k; i++) below += poisson(i)
        expect(poissonTails(k, mean).atMost).toBeCloseTo(below, 9)
        expect(poissonTails(k, mean).atLeast).toBeCloseTo(1 - below + poisson(k), 9)
      }),
    )
  })

  it('a mean of zero has no cases', () => {
    expect(poissonTails(0, 0)).toEqual({ atMost: 1, atLeast: 1 })
    expect(poissonTails(3, 0)).toEqual({ atMost: 1, atLeast: 0 })
  })

  it('of the lady tasting tea (Fisher 1935): 3 of 4 by chance 17 times in 70', () => {
    expect(hypergeometricTails(3, 4, 4, 8).atLeast).toBeCloseTo(17 / 70, 12)
    expect(hypergeometricTails(3, 4, 4, 8).atMost).toBeCloseTo(69 / 70, 12)
  })
})

describe('quantiles', () => {
  it('are what their tails undo', () => {
    const shape = fc.double({ min: 0.1, max: 5000, noNaN: true })
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    fc.assert(
      fc.property(shape, shape, p, (a, b, chance) => {
        near(gammaTails(a, gammaQuantile(a, chance)).below, chance, 7)
        // Where the quantile is next to 1 the number itself has no more digits.
        const x = betaQuantile(a, b, chance)
        if (x < 0.999 && x > 1e-9) near(betaBelow(a, b, x), chance, 7)
      }),
      { numRuns: 60 },
    )
  })
})
