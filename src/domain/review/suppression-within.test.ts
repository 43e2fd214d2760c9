import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRiddle, type Placed, putTable, type Riddle, toldIn } from './differencing'
import { type ReleasedTable, releaseTable } from './suppression'
import { releaseWithin } from './suppression-within'

const total = (line: readonly number[]) => line.reduce((sum, count) => sum + count, 0)
const addedUp = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, j) => total(rows.map((row) => row[j] as number)))

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 14 }) },
)
/** Of each prefecture: counties by categories, and how its cases fall on the days of the month. */
const prefecture = fc
  .array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .chain((counties) =>
    fc.record({
      counties: fc.constant(counties),
      days: fc
        .array(fc.nat(total(counties.flat())), { minLength: 1, maxLength: 1 })
        .map(([cut = 0]) => [cut, total(counties.flat()) - cut]),
    }),
  )
const province = fc.array(prefecture, { minLength: 1, maxLength: 2 })
type Province = readonly { readonly counties: number[][]; readonly days: number[] }[]

type Inner = (
  counts: readonly (readonly number[])[],
  groups: readonly number[],
  above: ReleasedTable,
) => ReleasedTable

const within: Inner = (counts, groups, above) =>
  releaseWithin({
    counts,
    groups,
    isShown: above.rowTotals.map(({ state }) => state === 'shown'),
  }) as ReleasedTable

/** Both tables in the same hands: the prefectures' totals are one and the same figure. */
function both(prefectures: Province, inner: Inner): Riddle {
  const counts = prefectures.flatMap(({ counties }) => counties)
  const groups = prefectures.flatMap(({ counties }, g) => counties.map(() => g))
  const above = releaseTable({ counts: prefectures.map(({ days }) => days), groups: null })
  if (!above) throw new Error('no table of days')
  const riddle = openRiddle(2 * total(counts.flat()) + 20)
  const days: Placed = putTable(riddle, null, above)
  const parts: Placed = putTable(riddle, groups, inner(counts, groups, above))
  days.rowTotals.forEach((own, g) => {
    riddle.sums.push([[own], [parts.groupTotals[g] as number]])
  })
  return riddle
}

describe('a table within another', () => {
  it('lets nobody who has both exclude 1, 2, 3 or 4 for a small figure of either', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(province, (prefectures) => {
        expect(toldIn(both(prefectures, within))).toEqual([])
      }),
      { numRuns: process.env.LONG ? 2000 : 120 },
    )
  })

  it('is needed: the same tables, each released by itself, give small figures away', () => {
    const alone: Inner = (counts, groups) => releaseTable({ counts, groups }) as ReleasedTable
    const isSafe = fc
      .sample(province, { numRuns: 300, seed: 7 })
      .map((prefectures) => toldIn(both(prefectures, alone)).length === 0)
    expect(isSafe).toContain(false)
  })

  it('is needed: a province beside its prefectures, each as a table of its own, tells the 3', () => {
    const rows = [
      [3, 20, 30],
      [7, 21, 30],
    ]
    const riddle = openRiddle(500)
    const [a, b, all] = [...rows, addedUp(rows)].map((row) =>
      putTable(riddle, null, releaseTable({ counts: [row], groups: null }) as ReleasedTable),
    )
    expect(toldIn(riddle)).toEqual([])
    all?.rows[0]?.forEach((sum, j) => {
      riddle.sums.push([[a?.rows[0]?.[j] as number, b?.rows[0]?.[j] as number], [sum]])
    })
    expect(toldIn(riddle)).toContain(a?.rows[0]?.[0])
  })

  it('is not made of what the table above hides, and then has no totals of columns', () => {
    const released = releaseWithin({
      counts: [
        [2, 1],
        [40, 60],
      ],
      groups: null,
      isShown: [false, true],
    })
    expect(released?.cells[0]?.map(({ state }) => state)).toEqual(['untold', 'untold'])
    expect(released?.cells[1]).toEqual([
      { state: 'shown', count: 40 },
      { state: 'shown', count: 60 },
    ])
    expect(released?.columnTotals.map(({ state }) => state)).toEqual(['untold', 'untold'])
  })

  it('goes untold where a known total leaves a small count no room: 3 + 4 are 7', () => {
    const released = releaseWithin({ counts: [[3, 4]], groups: null, isShown: [true] })
    expect(released?.cells[0]?.map(({ state }) => state)).toEqual(['untold', 'untold'])
  })

  it.each([
    [[[1, 2]], [0, 1], [true]],
    [[[1, 2]], null, [true, true]],
    [[[1, 2], [3]], null, [false, false]],
  ])('refuses %j in %j', (counts, groups, isShown) => {
    expect(releaseWithin({ counts, groups, isShown })).toBeNull()
  })
})
