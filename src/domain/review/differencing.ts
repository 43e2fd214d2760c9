import type { CountTable, ReleasedCell, ReleasedTable } from './suppression'
import { SMALL_MOST } from './suppression-flow'

/**
 * Released figures held against one another: each is an unknown between two whole numbers, and sums of them are equal. The
 * attacker of the tests, exact for small tables: it finds what can be excluded.
 */
export interface Riddle {
  readonly low: number[]
  readonly high: number[]
  /** Places of the figures that are released as small. */
  readonly small: number[]
  /** Left and right add up to the same. */
  readonly sums: (readonly [readonly number[], readonly number[]])[]
  readonly most: number
}

export interface Placed {
  readonly rows: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly groupTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
}

export function openRiddle(most: number): Riddle {
  return { low: [], high: [], small: [], sums: [], most }
}

/** A released figure among the others; its place. */
export function putCell(riddle: Riddle, cell: ReleasedCell, leastWithheld = 1): number {
  const { low, high, small, most } = riddle
  const at = low.length
  if (cell.state === 'small') small.push(at)
  low.push({ shown: count(cell), small: 1, withheld: leastWithheld, untold: 0 }[cell.state])
  high.push({ shown: count(cell), small: SMALL_MOST, withheld: most, untold: most }[cell.state])
  return at
}

const count = (cell: ReleasedCell) => (cell.state === 'shown' ? cell.count : 0)

/** A whole table with every sum that its layout states. */
export function putTable(
  riddle: Riddle,
  groups: CountTable['groups'],
  released: ReleasedTable,
): Placed {
  const lineOf = (cells: readonly ReleasedCell[], own: ReleasedCell, least = 1) => {
    const parts = cells.map((cell) => putCell(riddle, cell, least))
    const total = putCell(riddle, own)
    riddle.sums.push([parts, [total]])
    return [...parts, total]
  }
  const lines = (cells: ReleasedTable['cells'], totals: readonly ReleasedCell[], least?: number) =>
    cells.map((line, i) => lineOf(line, totals[i] as ReleasedCell, least))
  const rows = lines(released.cells, released.rowTotals, SMALL_MOST + 1)
  const grouped = lines(released.groupCells, released.groupTotals)
  const all = lineOf(released.columnTotals, released.total)
  const addUp = (parts: readonly number[][], totals: readonly number[]) =>
    totals.forEach((total, j) => {
      riddle.sums.push([parts.map((line) => line[j] as number), [total]])
    })
  grouped.forEach((line, g) => {
    addUp(
      rows.filter((_, r) => groups?.[r] === g),
      line,
    )
  })
  addUp(groups ? grouped : rows, all)
  const last = (line: readonly number[]) => line.at(-1) as number
  return {
    rows: rows.map((line) => line.slice(0, -1)),
    rowTotals: rows.map(last),
    groupTotals: grouped.map(last),
    columnTotals: all.slice(0, -1),
    total: last(all),
  }
}

/** The small figures of which 1, 2, 3 or 4 can be excluded. */
export function toldIn(riddle: Riddle): readonly number[] {
  return riddle.small.filter(
    (at) =>
      ![1, 2, 3, 4].every((value) => {
        const [low, high] = [[...riddle.low], [...riddle.high]]
        low[at] = high[at] = value
        return canBe(riddle, low, high)
      }),
  )
}

/** Whether some whole numbers fit: narrowing, then trying out the figure with the fewest values left. */
export function canBe(riddle: Riddle, low: number[], high: number[]): boolean {
  if (!narrow(riddle, low, high)) return false
  let pick = -1
  const room = (i: number) => (high[i] as number) - (low[i] as number)
  for (let i = 0; i < low.length; i++)
    if (room(i) > 0 && (pick < 0 || room(i) < room(pick))) pick = i
  if (pick < 0) return true
  for (let value = low[pick] as number; value <= (high[pick] as number); value++) {
    const [a, b] = [[...low], [...high]]
    a[pick] = b[pick] = value
    if (canBe(riddle, a, b)) return true
  }
  return false
}

/** Narrows what each figure can be until nothing moves; false: it cannot be. */
export function narrow({ sums }: Riddle, low: number[], high: number[]): boolean {
  const of = (ends: readonly number[], places: readonly number[]) =>
    places.reduce((sum, i) => sum + (ends[i] as number), 0)
  for (let moved = true; moved; ) {
    moved = false
    const cut = (i: number, from: number, to: number) => {
      if (from > (low[i] as number)) [low[i], moved] = [from, true]
      if (to < (high[i] as number)) [high[i], moved] = [to, true]
      return (low[i] as number) <= (high[i] as number)
    }
    for (const [left, right] of sums)
      for (const [here, there] of [
        [left, right],
        [right, left],
      ] as const) {
        const [lows, highs] = [of(low, here), of(high, here)]
        const [least, most] = [of(low, there), of(high, there)]
        for (const i of here)
          if (!cut(i, least - highs + (high[i] as number), most - lows + (low[i] as number)))
            return false
      }
  }
  return true
}
