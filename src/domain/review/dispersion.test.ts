import { describe, expect, it } from 'vitest'
import { dispersionOf } from './dispersion'

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
