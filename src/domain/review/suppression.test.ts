import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBe, openRiddle, putTable, toldIn } from './differencing'
import {
  addReleased,
  type CountTable,
  type ReleasedCell,
  type ReleasedTable,
  releaseTable,
} from './suppression'

const release = (...counts: number[][]) => releaseTable({ counts, groups: null }) as ReleasedTable
const text = (cells: readonly ReleasedCell[]) =>
  cells
    .map(
      (cell) =>
        ({ small: '<5', withheld: '×', untold: '?', shown: `${'count' in cell && cell.count}` })[
          cell.state
        ],
    )
    .join(' ')

const riddleOf = (table: CountTable, released: ReleasedTable) => {
  const riddle = openRiddle(2 * table.counts.flat().reduce((sum, count) => sum + count, 0) + 20)
  putTable(riddle, table.groups, released)
  return riddle
}

/** The small figures of which the attacker can exclude a value from 1 to 4. */
const told = (table: CountTable, released: ReleasedTable) => toldIn(riddleOf(table, released))

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 60 }) },
)
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .chain(([rows, columns, isGrouped]) =>
    fc.record({
      counts: fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      groups: isGrouped
        ? fc.array(fc.nat(Math.min(1, rows - 1)), { minLength: rows, maxLength: rows })
        : fc.constant(null),
    }),
  )

describe('a released table', () => {
  it('shows all where nothing is small, zeros too', () => {
    const { cells, rowTotals, columnTotals, total } = release([12, 0], [7, 31])
    expect(cells.map(text)).toEqual(['12 0', '7 31'])
    expect(text(rowTotals)).toBe('12 38')
    expect(text([...columnTotals, total])).toBe('19 31 50')
  })

  it('withholds three others for one that is small, the smallest that do', () => {
    const { cells, rowTotals, columnTotals, total } = release(
      [3, 20, 90],
      [15, 30, 80],
      [40, 50, 70],
    )
    expect(cells.map(text)).toEqual(['<5 × 90', '× × 80', '40 50 70'])
    expect(text([...rowTotals, ...columnTotals, total])).toBe('113 125 160 58 100 240 398')
  })

  it('hides small totals, and what would tell them', () => {
    const { cells, rowTotals, columnTotals, total } = release([3, 0], [0, 200])
    expect(cells.map(text)).toEqual(['<5 0', '0 200'])
    // The total is withheld: with 200 shown beside it, it would tell the 3.
    expect(text([...rowTotals, ...columnTotals, total])).toBe('<5 200 <5 200 ×')
  })

  it('does not let two small ones tell each other: 1 + 1 = 2 and 4 + 4 = 8', () => {
    for (const counts of [
      [
        [1, 1, 30],
        [20, 30, 40],
      ],
      [
        [4, 4, 30],
        [20, 30, 40],
      ],
    ]) {
      const table = { counts, groups: null }
      const released = releaseTable(table) as ReleasedTable
      expect(told(table, released)).toEqual([])
      expect(released.cells[0]!.map(({ state }) => state)).toEqual(['small', 'small', 'withheld'])
    }
  })

  it('the attacker of these tests does find what primary suppression alone gives away', () => {
    const counts = [
      [3, 20],
      [15, 30],
    ]
    const shown = (value: number): ReleasedCell => ({ state: 'shown', count: value })
    const naive: ReleasedTable = {
      cells: [
        [{ state: 'small' }, shown(20)],
        [shown(15), shown(30)],
      ],
      rowTotals: [shown(23), shown(45)],
      groupCells: [],
      groupTotals: [],
      columnTotals: [shown(18), shown(50)],
      total: shown(68),
    }
    expect(told({ counts, groups: null }, naive)).toHaveLength(1)
  })

  const runs = process.env.LONG ? 3000 : 150
  it('never lets an attacker exclude 1, 2, 3 or 4 for any small figure', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const released = releaseTable(table)
        expect(released).not.toBeNull()
        if (released) expect(told(table, released)).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('marks truly: small is 1 to 4, withheld 5 and more, and all that is shown is so', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { cells } = releaseTable(table) as ReleasedTable
        cells.flat().forEach((cell, i) => {
          const count = table.counts.flat()[i]!
          if (cell.state === 'small') expect(count >= 1 && count <= 4).toBe(true)
          else if (cell.state === 'withheld') expect(count).toBeGreaterThanOrEqual(5)
          else expect(cell.state === 'shown' && cell.count === count).toBe(true)
          if (cell.state === 'shown') expect(count === 0 || count >= 5).toBe(true)
        })
        expect(releaseTable(structuredClone(table))).toEqual(releaseTable(table))
      }),
    )
  })

  it('a small total of several cells may be 5 or more', () => {
    const table = {
      counts: [
        [30, 9, 5, 5],
        [10, 5, 25, 5],
        [0, 1, 1, 0],
      ],
      groups: null,
    }
    const released = releaseTable(table) as ReleasedTable
    expect(released.rowTotals.map(({ state }) => state)).toContain('withheld')
    expect(released.rowTotals[2]).toEqual({ state: 'withheld' })
    const riddle = riddleOf(table, released)
    // Rows of four cells and a total each: the total of the third.
    const [low, high] = [[...riddle.low], [...riddle.high]]
    low[14] = 5
    expect(canBe(riddle, low, high)).toBe(true)
  })

  it('of 88 counties in nine prefectures by ten categories is made in no time, and shows most', () => {
    let state = 3
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const counts = Array.from({ length: 88 }, () =>
      Array.from({ length: 10 }, (_, j) => Math.floor((next() * 400) / (j + 1) ** 1.5)),
    )
    const groups = counts.map((_, r) => r % 9)
    const { cells, groupCells } = releaseTable({ counts, groups }) as ReleasedTable
    const states = cells.flat().map((cell) => cell.state)
    expect(states.filter((state) => state === 'shown').length).toBeGreaterThan(600)
    expect(groupCells.flat().every((cell) => cell.state === 'shown')).toBe(true)
  })

  it.each([
    [[[1, 2], [3]], null],
    [[], null],
    [[[]], null],
    [[[-1]], null],
    [[[1.5]], null],
    [[[Number.NaN]], null],
    [[[1], [2]], [0]],
    [
      [[1], [2]],
      [0, 7],
    ],
  ])('refuses %j in groups %j', (counts, groups) => {
    expect(releaseTable({ counts, groups })).toBeNull()
  })
})

describe('over many exports', () => {
  const shown = (count: number) => ({ state: 'shown', count }) as const
  it('sums say as much as their parts', () => {
    expect(addReleased([shown(7), shown(0)])).toEqual({ low: 7, high: 7, hidden: 0 })
    expect(addReleased([shown(7), { state: 'small' }])).toEqual({ low: 8, high: 11, hidden: 1 })
    expect(addReleased([{ state: 'small' }, { state: 'withheld' }])).toEqual({
      low: 2,
      high: null,
      hidden: 2,
    })
    expect(addReleased([])).toEqual({ low: 0, high: 0, hidden: 0 })
  })

  it('the difference of any two sums, one cell apart, leaves a small cell all of 1 to 4', () => {
    const months = fc.array(
      fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(months, fc.nat(2), fc.nat(2), (tables, r, c) => {
        const series = tables.map(
          (counts) => (releaseTable({ counts, groups: null }) as ReleasedTable).cells[r]![c]!,
        )
        const longer = addReleased(series)
        const shorter = addReleased(series.slice(1))
        const exact = tables.reduce((sum, counts) => sum + counts[r]![c]!, 0)
        expect(longer.low).toBeLessThanOrEqual(exact)
        expect(longer.high ?? exact).toBeGreaterThanOrEqual(exact)
        if (series[0]!.state !== 'small') return
        expect(longer.low - (shorter.high ?? longer.low)).toBeLessThanOrEqual(1)
        expect((longer.high ?? shorter.low + 4) - shorter.low).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})
