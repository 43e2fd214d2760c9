import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, dayAt } from '../../domain/review/calendar'
import { narrow, openRiddle } from '../../domain/review/differencing'
import type { ReleasedSum } from '../../domain/review/suppression'
import type { Days } from './counts'
import { type Release, releaseOf } from './release'
import { isExact, sumText } from './released-sum'

const FIRST = dayAt(2026, 2, 1)
const MONTH = 28
const LENGTH = MONTH + 31
const COUNTIES = ['520102', '520103', '520201', '520203']
const PREFECTURES = ['520100', '520200']
const PARTS = ['theft', 'fire']
const REGION = '520000'

/** Cases of county, part and day. */
type World = readonly (readonly (readonly number[])[])[]

const world = fc
  .record({
    seed: fc.integer(),
    busy: fc.array(fc.constantFrom(0.02, 0.1, 0.5, 2, 6), { minLength: 8, maxLength: 8 }),
  })
  .map(({ seed, busy }): World => {
    let state = seed >>> 0
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    return COUNTIES.map((_, c) =>
      PARTS.map((_, p) =>
        Array.from({ length: LENGTH }, () => Math.floor(-Math.log(1 - next()) * busy[2 * c + p]!)),
      ),
    )
  })

const isIn = (county: string, area: string) =>
  area === REGION || area === county || area === `${county.slice(0, 4)}00`

function daysOf(cases: World, area: string, part: string): Days {
  const count = Array.from({ length: LENGTH }, (_, day) => {
    let sum = 0
    COUNTIES.forEach((county, c) => {
      PARTS.forEach((own, p) => {
        if (isIn(county, area) && (part === '' || part === own)) sum += cases[c]![p]![day]!
      })
    })
    return sum
  })
  return { areaCode: area, first: FIRST, count, base: null, setAside: 0, missing: new Map() }
}

const all = (cases: World, areas: readonly string[], part: string) =>
  areas.map((area) => daysOf(cases, area, part))

const release = (cases: World) =>
  releaseOf({
    region: REGION,
    areas: all(cases, PREFECTURES, ''),
    inner: ['', ...PARTS].map((part) => ({ part, areas: all(cases, COUNTIES, part) })),
  })

const span = (from: number, to: number): Day[] =>
  Array.from({ length: to - from }, (_, i) => FIRST + from + i)

/** What one gets by exporting every table of the page with every filter: areas, parts, days and months, and odd periods. */
const ASKED = [REGION, ...PREFECTURES, ...COUNTIES].flatMap((area) =>
  ['', ...PARTS].flatMap((part) =>
    [
      ...span(0, LENGTH).map((day) => [day]),
      span(0, MONTH),
      span(MONTH, LENGTH),
      span(0, LENGTH),
      span(1, MONTH),
      span(0, 7),
      span(0, 8),
      span(0, 40),
    ].map((days) => ({ area, part, days })),
  ),
)
type Asked = (typeof ASKED)[number]

const truth = (cases: World, { area, part, days }: Asked) => {
  const { count } = daysOf(cases, area, part)
  return days.reduce((sum, day) => sum + count[day - FIRST]!, 0)
}

const weights = ({ area, part, days }: Asked) => {
  const row = new Float64Array(COUNTIES.length * PARTS.length * LENGTH)
  COUNTIES.forEach((county, c) => {
    PARTS.forEach((own, p) => {
      if (isIn(county, area) && (part === '' || part === own))
        for (const day of days) row[(c * PARTS.length + p) * LENGTH + day - FIRST] = 1
    })
  })
  return row
}

/** The small figures that follow from sums and differences of what is told exactly, and are not told themselves. */
function isolated(cases: World, told: readonly (ReleasedSum | null)[]): readonly Asked[] {
  const exact = ASKED.filter((_, i) => told[i] && isExact(told[i]))
  const rows: Float64Array[] = []
  const pivots: number[] = []
  /** What is left of a row when all that is known has been taken off. */
  const reduce = (row: Float64Array) => {
    rows.forEach((known, k) => {
      const by = row[pivots[k]!]!
      if (Math.abs(by) <= 1e-9) return
      known.forEach((value, i) => {
        row[i]! -= by * value
      })
    })
    return row
  }
  const take = (row: Float64Array) => {
    const pivot = reduce(row).findIndex((value) => Math.abs(value) > 1e-9)
    if (pivot < 0) return
    const by = row[pivot]!
    rows.push(row.map((value) => value / by))
    pivots.push(pivot)
  }
  // Where a sum is 0 so is all that is in it.
  const nothing = new Set<number>()
  for (const asked of exact)
    if (truth(cases, asked) === 0)
      weights(asked).forEach((weight, i) => {
        if (weight > 0) nothing.add(i)
      })
  const seen = (asked: Asked) => weights(asked).map((weight, i) => (nothing.has(i) ? 0 : weight))
  for (const asked of exact) take(seen(asked))
  return ASKED.filter((asked) => {
    const count = truth(cases, asked)
    return count >= 1 && count <= 4 && !reduce(seen(asked)).some((value) => Math.abs(value) > 1e-6)
  })
}

/** The small figures that bounds close in on: of "<5" some of 1 to 4 can be excluded, others are found out. */
function closedIn(cases: World, told: readonly (ReleasedSum | null)[]): readonly Asked[] {
  const riddle = openRiddle(10_000)
  const at = new Map<string, number>()
  const key = (area: string, part: string, days: readonly Day[]) =>
    `${area} ${part} ${days[0]} ${days.length}`
  ASKED.forEach(({ area, part, days }, i) => {
    at.set(key(area, part, days), i)
    riddle.low.push(told[i]?.low ?? 0)
    riddle.high.push(told[i]?.high ?? riddle.most)
  })
  const adds = (whole: Asked, parts: readonly (readonly [string, string, readonly Day[]])[]) => {
    const places = parts.map((part) => at.get(key(...part)))
    if (places.some((place) => place === undefined)) return
    riddle.sums.push([[at.get(key(whole.area, whole.part, whole.days))!], places as number[]])
  }
  for (const asked of ASKED) {
    const { area, part, days } = asked
    if (days.length > 1)
      adds(
        asked,
        days.map((day) => [area, part, [day]]),
      )
    if (part === '')
      adds(
        asked,
        PARTS.map((own) => [area, own, days]),
      )
    const inside = area === REGION ? PREFECTURES : COUNTIES.filter((county) => isIn(county, area))
    if (!inside.includes(area))
      adds(
        asked,
        inside.map((own) => [own, part, days]),
      )
  }
  const [low, high] = [[...riddle.low], [...riddle.high]]
  expect(narrow(riddle, low, high)).toBe(true)
  return ASKED.filter((asked, i) => {
    const count = truth(cases, asked)
    // What several small ones make together is not told, but each is known to be 1 at least.
    const isOne = told[i] !== null && sumText(told[i]!) === '<5'
    if (isOne) return low[i]! > 1 || high[i]! < 4
    return count >= 1 && count <= 4 && low[i] === high[i]
  })
}

const ask = ({ sum }: Pick<Release, 'sum'>) =>
  ASKED.map(({ area, part, days }) => sum(area, part, days))

describe('exports held against one another', () => {
  const runs = process.env.LONG ? 200 : 8
  it('isolate no small figure by sums and differences, over all areas, parts and periods', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(world, (cases) => {
        expect(isolated(cases, ask(release(cases)))).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('close in on none, with all that is known of what is hidden', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(world, (cases) => {
        expect(closedIn(cases, ask(release(cases)))).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('would give many away if only small counts themselves were hidden', () => {
    const [cases] = fc.sample(world, { numRuns: 1, seed: 5 })
    const told = ASKED.map((asked): ReleasedSum => {
      const count = truth(cases!, asked)
      return count > 0 && count < 5
        ? { low: 1, high: 4, hidden: 1 }
        : { low: count, high: count, hidden: 0 }
    })
    expect(isolated(cases!, told).length).toBeGreaterThan(10)
    expect(closedIn(cases!, told).length).toBeGreaterThan(10)
  })

  it('tell the truth, as far as they tell, and most of what is not small', () => {
    fc.assert(
      fc.property(world, (cases) => {
        ask(release(cases)).forEach((sum, i) => {
          const count = truth(cases, ASKED[i]!)
          expect(sum!.low).toBeLessThanOrEqual(count)
          expect(sum!.high ?? count).toBeGreaterThanOrEqual(count)
        })
      }),
      { numRuns: runs },
    )
    const calm = COUNTIES.map(() => PARTS.map(() => Array.from({ length: LENGTH }, () => 9)))
    const months = ASKED.flatMap((asked, i) => (asked.days.length === MONTH ? [i] : []))
    const told = ask(release(calm))
    expect(months.every((i) => isExact(told[i]!))).toBe(true)
    expect(sumText(told[0]!)).toBe('72')
  })

  it('know a gap from nothing', () => {
    const nobody = COUNTIES.map(() => PARTS.map(() => Array.from({ length: LENGTH }, () => 0)))
    const hole = {
      ...daysOf(nobody, '520100', ''),
      count: Array.from({ length: LENGTH }, () => null),
    }
    const { sum } = releaseOf({ region: REGION, areas: [hole], inner: [] })
    expect(sum('520100', '', [FIRST])).toBeNull()
    expect(sumText(sum('520100', '', [FIRST]))).toBe('—')
  })
})
