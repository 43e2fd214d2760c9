import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreOf } from './hot-spot-score'

const everywhere = (cells: number) => new Uint8Array(cells).fill(1)

describe('scores of a map', () => {
  test('PAI as Chainey, Tompson and Uhlig define it: a fifth of the incidents in a tenth of the area is 2', () => {
    // Ten cells of ten incidents each but one of twenty-odd: a tenth of the area is one cell.
    const after = [20, 10, 10, 10, 10, 10, 10, 10, 5, 5]
    const score = scoreOf({ map: after, before: after, after, area: everywhere(10) }, 0.1)
    expect(score).toMatchObject({ hits: 20, all: 100, pei: 1, rri: 1 })
    expect(score?.pai).toBeCloseTo(2, 12)
  })

  test('PEI holds the map against the best one of so many cells, RRI against the change of the whole', () => {
    const before = [30, 10, 0, 0]
    const after = [20, 5, 35, 20]
    const score = scoreOf({ map: before, before, after, area: everywhere(4) }, 0.5)
    // Named: cells 0 and 1. The best two would have been 2 and either of 0 and 3.
    expect(score?.hits).toBe(25)
    expect(score?.pai).toBeCloseTo(25 / 80 / 0.5, 12)
    expect(score?.pei).toBeCloseTo(25 / 55, 12)
    expect(score?.rri).toBeCloseTo(25 / 40 / (80 / 40), 12)
  })

  test('equal cells at the edge share what is left, as over every order in which they could be taken', () => {
    const map = [9, 5, 5, 5, 0, 0]
    const after = [10, 3, 6, 9, 7, 5]
    const score = scoreOf({ map, before: after, after, area: everywhere(6) }, 1 / 3)
    // One of the three equal cells is in: 10 + (3 + 6 + 9) / 3.
    expect(score?.hits).toBeCloseTo(16, 12)
  })

  test('cells outside the area are neither named nor counted', () => {
    const area = [1, 1, 0]
    const score = scoreOf({ map: [1, 2, 99], before: [40, 40, 1], after: [40, 60, 999], area }, 0.5)
    expect(score).toMatchObject({ hits: 60, all: 100 })
  })

  test.each([
    ['the later period', [40, 40], [14, 15], 0.5],
    ['the earlier period', [14, 15], [40, 40], 0.5],
    ['the area', [40, 40], [40, 40], 0.4],
  ])('too little in %s is refused', (_what, before, after, share) => {
    expect(scoreOf({ map: before, before, after, area: everywhere(2) }, share)).toBeNull()
  })

  const counts = fc.array(fc.nat(20), { minLength: 12, maxLength: 12 })
  test('ties equal the mean over random orders, and no map beats the best', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), counts, (map, after) => {
        const question = { map, before: new Array(12).fill(9), after, area: everywhere(12) }
        const score = scoreOf(question, 0.25)
        if (!score) return
        expect(score.pei ?? 0).toBeLessThanOrEqual(1 + 1e-12)
        const cut = map.toSorted((a, b) => b - a)[2] as number
        const sure = map.flatMap((value, i) => (value > cut ? [after[i] as number] : []))
        const equal = map.flatMap((value, i) => (value === cut ? [after[i] as number] : []))
        // Every choice of so many among the equal ones, one by one.
        const left = 3 - sure.length
        const sums = choices(equal, left).map((some) => some.reduce((a, b) => a + b, 0))
        const mean = sums.reduce((a, b) => a + b, 0) / sums.length
        expect(score.hits).toBeCloseTo(sure.reduce((a, b) => a + b, 0) + mean, 9)
      }),
      { numRuns: 50 },
    )
  })

  test('a map that knows nothing scores 1', () => {
    const after = [40, 1, 7, 22, 30]
    for (const share of [0.2, 0.5, 0.77])
      expect(
        scoreOf({ map: [3, 3, 3, 3, 3], before: after, after, area: everywhere(5) }, share)?.pai,
      ).toBeCloseTo(1, 12)
  })
})

function choices(values: readonly number[], take: number): number[][] {
  if (take === 0) return [[]]
  return values.flatMap((value, i) =>
    choices(values.slice(i + 1), take - 1).map((rest) => [value, ...rest]),
  )
}
