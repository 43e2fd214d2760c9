import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoverProblem,
  coverageBy,
  exchange,
  mostCovered,
  UNDER_FLOOR,
  worthOfExchanges,
} from './cover'

interface Small {
  readonly p: number
  readonly sites: readonly (readonly number[])[]
  readonly weights: readonly number[]
  readonly areas: readonly number[]
  readonly floor: number
}

function problemOf({ p, sites, weights, areas, floor }: Small): CoverProblem {
  const start = new Uint32Array(sites.length + 1)
  sites.forEach((reached, s) => {
    start[s + 1] = (start[s] ?? 0) + reached.length
  })
  return {
    p,
    start,
    reached: Uint32Array.from(sites.flat()),
    weight: Float64Array.from(weights),
    area: Uint16Array.from(areas),
    areas: Math.max(0, ...areas) + 1,
    floor,
  }
}

const small: fc.Arbitrary<Small> = fc.integer({ min: 1, max: 12 }).chain((points) =>
  fc.record({
    p: fc.integer({ min: 1, max: 4 }),
    sites: fc.array(fc.uniqueArray(fc.nat(points - 1), { maxLength: points }), {
      minLength: 1,
      maxLength: 9,
    }),
    weights: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: points, maxLength: points }),
    areas: fc.array(fc.nat(2), { minLength: points, maxLength: points }),
    floor: fc.constantFrom(0, 0.3, 0.7),
  }),
)

/** Every choice of at most p sites, by what the problem says it is worth. */
function bestOf(problem: CoverProblem): { lacking: number; covered: number } {
  const sites = problem.start.length - 1
  const reachable = coverageBy(
    problem,
    Array.from({ length: sites }, (_, s) => s),
  )
  let best = { lacking: Number.POSITIVE_INFINITY, covered: 0 }
  for (let bits = 0; bits < 1 << sites; bits++) {
    const chosen = Array.from({ length: sites }, (_, s) => s).filter((s) => bits & (1 << s))
    if (chosen.length > problem.p) continue
    const { covered, coveredByArea, totalByArea } = coverageBy(problem, chosen)
    const lacking = totalByArea.reduce((sum, all, a) => {
      const need = Math.min(problem.floor * all, reachable.coveredByArea[a] ?? 0)
      return sum + Math.max(0, need - (coveredByArea[a] ?? 0))
    }, 0)
    const worth = (one: typeof best) => one.covered - UNDER_FLOOR * one.lacking
    if (worth({ lacking, covered }) > worth(best)) best = { lacking, covered }
  }
  return best
}

describe('most covered', () => {
  it('equals the best of all choices on small instances, and says so', () => {
    fc.assert(
      fc.property(small, (drawn) => {
        const problem = problemOf(drawn)
        const found = mostCovered(problem)
        const best = bestOf(problem)
        expect(found.covered - UNDER_FLOOR * found.lacking).toBeCloseTo(
          best.covered - UNDER_FLOOR * best.lacking,
          6,
        )
        expect(found.isOptimal).toBe(true)
        expect(found.chosen.length).toBeLessThanOrEqual(drawn.p)
        expect(found.bound).toBeGreaterThanOrEqual(found.covered - 1e-9)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is not held by the trap that greedy falls into', () => {
    // Greedy takes the large one in the middle first; two that share it between them are better.
    const trap = problemOf({
      p: 2,
      sites: [
        [1, 2, 3, 4],
        [0, 1, 2],
        [3, 4, 5],
      ],
      weights: [3, 2, 2, 2, 2, 3],
      areas: [0, 0, 0, 0, 0, 0],
      floor: 0,
    })
    expect([...mostCovered(trap).chosen].sort()).toEqual([1, 2])
  })

  it('gives the poor area its floor before the rich one gets more', () => {
    const drawn: Small = {
      p: 1,
      sites: [[0, 1], [2]],
      weights: [50, 50, 4],
      areas: [0, 0, 1],
      floor: 0,
    }
    expect(mostCovered(problemOf(drawn)).chosen).toEqual([0])
    const two = { ...drawn, sites: [[0], [1], [2]], p: 2 }
    expect(mostCovered(problemOf({ ...two, floor: 0.3 })).coveredByArea[1]).toBe(4)
  })

  it('stays under its bound on a large instance, near it, and stops when it is told to', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const sites = Array.from({ length: 200 }, () =>
      Array.from({ length: 60 }, () => Math.floor(random() * 4_000)),
    ).map((reached) => [...new Set(reached)])
    const large = problemOf({
      p: 25,
      sites,
      weights: Array.from({ length: 4_000 }, () => random() * 10),
      areas: Array.from({ length: 4_000 }, (_, i) => i % 9),
      floor: 0.02,
    })
    const { covered, bound, total } = mostCovered(large)
    expect(covered).toBeLessThanOrEqual(bound)
    expect(covered / bound).toBeGreaterThan(0.9)
    expect(bound).toBeLessThanOrEqual(total)
    expect(mostCovered(large, () => true).chosen).toEqual([])
  })
})

describe('an exchange', () => {
  it('is what coverage says before and after, with what both reach in neither', () => {
    fc.assert(
      fc.property(small, fc.nat(8), fc.nat(8), (drawn, a, b) => {
        const problem = problemOf(drawn)
        const sites = problem.start.length - 1
        const [from, to] = [a % sites, b % sites]
        const chosen = [...new Set([from, (from + 1) % sites])].filter(
          (s) => s === from || s !== to,
        )
        const { gained, lost } = exchange(problem, chosen, from, to)
        const after = [...chosen.filter((s) => s !== from), to]
        const change = coverageBy(problem, after).covered - coverageBy(problem, chosen).covered
        expect(gained - lost).toBeCloseTo(change, 9)
        expect(gained).toBeGreaterThanOrEqual(-1e-9)
        expect(lost).toBeGreaterThanOrEqual(-1e-9)
        if (from === to) expect([gained, lost]).toEqual([0, 0])
      }),
    )
  })
})

it('many exchanges are worth what each is worth alone', () => {
  fc.assert(
    fc.property(small, (drawn) => {
      const problem = problemOf(drawn)
      const n = problem.start.length - 1
      const chosen = Array.from({ length: Math.min(drawn.p, n) }, (_, s) => s)
      const exchanges = chosen.flatMap((out) =>
        Array.from({ length: n }, (_, site) => ({ out, site })).filter(
          ({ site }) => !chosen.includes(site),
        ),
      )
      const worth = worthOfExchanges(problem, chosen, exchanges)
      exchanges.forEach(({ out, site }, i) => {
        const { gained, lost } = exchange(problem, chosen, out, site)
        expect(worth[i]).toBeCloseTo(gained - lost, 9)
      })
    }),
  )
})
