import { describe, expect, it } from 'vitest'
import { dispersionOf, dispersionOfShares } from './dispersion'

let state = 17
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
const WEEK = [60, 50, 50, 55, 80, 120, 100]
const days = (count: (i: number) => number | null, n = 700) =>
  Array.from({ length: n }, (_, i) => ({ count: count(i), exposure: 1 }))

describe('dispersion', () => {
  it('is 1 for chance alone, whatever the week and a slow rise', () => {
    const found = dispersionOf(days((i) => poisson(WEEK[i % 7]! * (1 + i / 1400))))
    expect(found?.samples).toBe(693)
    expect(found?.value).toBeGreaterThan(0.85)
    expect(found?.value).toBeLessThan(1.2)
  })
  it('is 4 for counts that come in fours', () => {
    const found = dispersionOf(days((i) => 4 * poisson(WEEK[i % 7]! / 4)))
    expect(found?.value).toBeGreaterThan(3.3)
    expect(found?.value).toBeLessThan(4.7)
  })
  it('takes unequal exposures into account', () => {
    const series = Array.from({ length: 700 }, (_, i) => {
      const exposure = 1 + (i % 3)
      return { count: poisson(40 * exposure), exposure }
    })
    expect(dispersionOf(series)?.value).toBeLessThan(1.25)
  })
  it('leaves out pairs with a gap', () => {
    expect(dispersionOf(days((i) => (i % 50 === 0 ? null : poisson(50))))?.samples).toBeLessThan(
      680,
    )
  })
  it('refuses few days, and hardly any cases', () => {
    expect(dispersionOf(days(() => 40, 34))).toBeNull()
    expect(dispersionOf(days(() => 40, 35))?.samples).toBe(28)
    expect(dispersionOf(days((i) => (i % 40 === 0 ? 1 : 0)))).toBeNull()
    expect(dispersionOf([])).toBeNull()
  })
})

describe('dispersion of shares', () => {
  const binomial = (n: number, p: number) =>
    Array.from({ length: n }, () => (next() < p ? 1 : 0)).reduce<number>((a, b) => a + b, 0)
  const shares = (of: number, hits: (i: number) => number | null) =>
    Array.from({ length: 400 }, (_, i) => ({ count: hits(i), exposure: of }))

  it('is 1 for chance alone, also where nearly all are hits', () => {
    for (const p of [0.5, 0.98]) {
      const found = dispersionOfShares(shares(200, () => binomial(200, p)))
      expect(found?.value).toBeGreaterThan(0.8)
      expect(found?.value).toBeLessThan(1.25)
    }
  })
  it('is the size of what is lost at once', () => {
    const found = dispersionOfShares(shares(1_000, () => 1_000 - 20 * binomial(50, 0.02)))
    expect(found?.value).toBeGreaterThan(15)
    expect(found?.value).toBeLessThan(25)
  })
  it('says nothing of shares that are always all', () => {
    expect(dispersionOfShares(shares(200, () => 200))).toBeNull()
  })
})
