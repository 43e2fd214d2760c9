import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cells,
  getisOrd,
  HOT_LEVEL,
  hotLevels,
  LEAST_INCIDENTS,
  momentsOf,
  NOT_HOT,
  significantFrom,
  studyArea,
  TOO_FEW,
} from './hot-spots'

/** Equation 8 of Ord and Getis 1995, word for word, for one cell. */
function naive(counts: Int32Array, study: Uint8Array, { width, height, reach }: Cells, at: number) {
  const { tests: n, mean, deviation } = momentsOf(counts, study)
  let [sum, weights] = [0, 0]
  for (let cell = 0; cell < width * height; cell++) {
    const dx = Math.abs((cell % width) - (at % width))
    const dy = Math.abs(Math.floor(cell / width) - Math.floor(at / width))
    if (study[cell] === 0 || dx > reach || dy > reach) continue
    sum += counts[cell] as number
    weights++
  }
  const spread = deviation * Math.sqrt((n * weights - weights * weights) / (n - 1))
  return spread > 0 ? (sum - mean * weights) / spread : 0
}

const field = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }), fc.nat(6))
  .chain(([width, height, reach]) => {
    const size = { minLength: width * height, maxLength: width * height }
    return fc.record({
      cells: fc.constant({ width, height, reach }),
      counts: fc.array(fc.nat(50), size).map((counts) => Int32Array.from(counts)),
      study: fc.array(fc.constantFrom(0, 1, 1, 1), size).map((mask) => Uint8Array.from(mask)),
    })
  })

describe('Getis-Ord Gi*', () => {
  test('gives the published figures', () => {
    // PySAL's documentation of esda.G_Local: six points, neighbours within 15, y = 2, 3, 3.2, 5, 8, 7, binary weights,
    // star. The points are laid on a grid on which a window of two cells each way has the same neighbours.
    const cells = { width: 8, height: 8, reach: 2 }
    const places = [
      [1, 4, 20],
      [2, 4, 30],
      [6, 2, 32],
      [2, 3, 50],
      [4, 4, 80],
      [5, 6, 70],
    ] as const
    const counts = new Int32Array(64)
    const study = new Uint8Array(64)
    for (const [x, y, value] of places) {
      counts[y * 8 + x] = value
      study[y * 8 + x] = 1
    }
    const { z } = getisOrd(counts, study, cells)
    const published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    places.forEach(([x, y], i) => {
      expect(z[y * 8 + x]).toBeCloseTo(published[i] as number, 6)
    })
  })

  test('equals every window summed by itself', () => {
    fc.assert(
      fc.property(field, ({ cells, counts, study }) => {
        const { z } = getisOrd(counts, study, cells)
        for (let at = 0; at < z.length; at++)
          expect(z[at]).toBe(study[at] === 0 ? 0 : Math.fround(naive(counts, study, cells, at)))
      }),
    )
  })

  test('does not change with the unit, and sees no hot spot in an even field', () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 2, max: 9 }), ({ cells, counts, study }, k) => {
        const times = counts.map((count) => count * k)
        const [one, many] = [getisOrd(counts, study, cells).z, getisOrd(times, study, cells).z]
        one.forEach((z, i) => {
          expect(many[i]).toBeCloseTo(z, 4)
        })
        const { z } = getisOrd(new Int32Array(counts.length).fill(k), study, cells)
        expect(z.every((value) => value === 0)).toBe(true)
      }),
    )
  })

  test('random places make few discoveries, and a crowded corner is found', () => {
    const cells = { width: 60, height: 60, reach: 2 }
    const study = new Uint8Array(3_600).fill(1)
    const random = seeded(3)
    const even = () => {
      const counts = new Int32Array(3_600)
      for (let i = 0; i < 36_000; i++) counts[Math.floor(random() * 3_600)]!++
      return counts
    }
    const hot = (counts: Int32Array) => {
      const gi = getisOrd(counts, study, cells)
      return hotLevels(gi, significantFrom(gi))
    }
    const isHot = (level: number) => level > TOO_FEW
    // Without the correction one cell in forty would be hot by chance: 90 of them, in every trial.
    const falsely = Array.from({ length: 20 }, () => hot(even()).filter(isHot).length)
    expect(falsely.filter((cells) => cells > 0).length).toBeLessThanOrEqual(4)
    const crowded = even()
    for (let y = 10; y < 15; y++) for (let x = 10; x < 15; x++) crowded[y * 60 + x]! += 8
    expect(hot(crowded)[12 * 60 + 12]).toBe(HOT_LEVEL[99])
  })
})

test('a hot window with too few incidents is told apart, never outlined as hot', () => {
  const gi = {
    z: Float32Array.of(9, 9, 2, 3, -9, 0),
    sums: Int32Array.of(LEAST_INCIDENTS - 1, LEAST_INCIDENTS, 99, 99, 99, 0),
    tests: 6,
    mean: 1,
    deviation: 1,
  }
  expect([...hotLevels(gi, { 90: 2, 95: 3, 99: 8 })]).toEqual([
    TOO_FEW,
    HOT_LEVEL[99],
    HOT_LEVEL[90],
    HOT_LEVEL[95],
    NOT_HOT,
    NOT_HOT,
  ])
  const never = Number.POSITIVE_INFINITY
  expect([...hotLevels(gi, { 90: never, 95: never, 99: never })]).toEqual([0, 0, 0, 0, 0, 0])
})

test('the study area is what a window away from any record', () => {
  const records = new Int32Array(49)
  records[24] = 1
  const study = studyArea(records, { width: 7, height: 7, reach: 2 })
  expect(study.reduce((a, b) => a + b, 0)).toBe(25)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}
