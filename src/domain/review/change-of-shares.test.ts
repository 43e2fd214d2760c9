import { describe, expect, it } from 'vitest'
import { changeOfShares } from './change-of-shares'

const two = (a: number, n: number, b: number, m: number) =>
  changeOfShares({ hits: a, of: n }, { hits: b, of: m })

describe('two shares', () => {
  // Newcombe 1998, Statist. Med. 17:873, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d/%d − %d/%d', (a, n, b, m, low, high) => {
    const { points } = two(a, n, b, m)
    expect(points?.value).toBeCloseTo(a / n - b / m, 12)
    expect(points?.low).toBeCloseTo(low, 3)
    expect(points?.high).toBeCloseTo(high, 3)
  })

  it('are tested by the pooled z', () => {
    // 18,731 of 29,962 against 17,900 of 29,344 by hand: pooled 0.617660, error 0.0039920.
    const change = two(18_731, 29_962, 17_900, 29_344)
    const pooled = (18_731 + 17_900) / (29_962 + 29_344)
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / 29_962 + 1 / 29_344))
    expect(change).toMatchObject({ test: 'two-shares', verdict: 'up', relative: null })
    expect(change.z).toBeCloseTo((18_731 / 29_962 - 17_900 / 29_344) / error, 12)
  })

  it('and exactly where they are few: the lady tasting tea has p = 34/70', () => {
    expect(two(3, 4, 1, 4)).toMatchObject({ test: 'fisher', verdict: 'usual' })
    expect(two(3, 4, 1, 4).p).toBeCloseTo(34 / 70, 8)
    // R: phyper(8, 10, 10, 12, lower.tail = FALSE) doubled.
    expect(two(9, 10, 3, 10).p).toBeCloseTo(0.019766611097880447, 8)
  })

  it('mirror themselves', () => {
    expect(two(3, 40, 12, 35).z).toBeCloseTo(-(two(12, 35, 3, 40).z ?? 0), 10)
    expect(two(40, 40, 0, 35).verdict).toBe('up')
    expect(two(0, 40, 35, 35).verdict).toBe('down')
    expect(two(0, 40, 0, 35)).toMatchObject({ verdict: 'usual', z: 0 })
    expect(two(40, 40, 35, 35)).toMatchObject({ verdict: 'usual', z: 0 })
  })

  it.each([
    [null, 4, 1, 4, 'no-count-now'],
    [3, 4, 1, null, 'no-count-then'],
    [0, 0, 1, 4, 'no-exposure'],
    [5, 4, 1, 4, 'bad-count'],
    [3, 4, -1, 4, 'bad-count'],
    [3, Number.NaN, 1, 4, 'bad-count'],
  ] as const)('%s/%s against %s/%s is unknown', (a, n, b, m, why) => {
    const change = changeOfShares({ hits: a, of: n }, { hits: b, of: m })
    expect(change).toMatchObject({ verdict: 'unknown', why, points: null })
  })
})
