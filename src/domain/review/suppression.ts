import { isCount } from './interval'
import { type Arc, type Mark, marksOf, SMALL_MOST } from './suppression-flow'

/** Counts of areas (rows) by kinds (columns). */
export interface CountTable {
  /** Row by row, each of the same length; whole numbers from 0 on. */
  readonly counts: readonly (readonly number[])[]
  /** Of each row, the group that has a total of its own (county → prefecture): 0, 1, 2 … Null: rows add up to the total. */
  readonly groups: readonly number[] | null
  /**
   * The totals of the groups (of the rows, where there are none) and the total are shown by another table. They are known
   * then, and the cells have to be hidden from one who knows them.
   */
  readonly isTold?: boolean
}

/**
 * `shown`: the count. `small`: 1 to 4, written "<5". `withheld`: hidden because it would tell a small one; a cell of 5 or
 * more, or a total that is not 0. `untold`: not released at all; anything from 0 on.
 */
export type ReleasedCell =
  | { readonly state: 'shown'; readonly count: number }
  | { readonly state: 'small' }
  | { readonly state: 'withheld' }
  | { readonly state: 'untold' }

export interface ReleasedTable {
  readonly cells: readonly (readonly ReleasedCell[])[]
  readonly rowTotals: readonly ReleasedCell[]
  /** Group by group; empty without groups. */
  readonly groupCells: readonly (readonly ReleasedCell[])[]
  readonly groupTotals: readonly ReleasedCell[]
  readonly columnTotals: readonly ReleasedCell[]
  readonly total: ReleasedCell
}

/**
 * A table as it may leave the building: counts of 1 to 4 are small, cells and totals alike, and as many others are withheld
 * as it takes.
 *
 * Protected: whoever has the whole table, knows what the marks mean, adds and subtracts as he likes and knows that counts
 * are whole, cannot exclude any of 1, 2, 3, 4 for any small count. The marks are a function of the counts alone: the same
 * table is marked the same every time. Not protected: that a small count is not 0 (zeros are shown); two small counts taken
 * together, whose sum may be told; against one who knows some of the hidden cases himself, or who reckons backwards from
 * how the marks are chosen; against the release of two versions of one table, before and after a revision.
 *
 * Over many exports this holds if every count lies in one table only, and everything else is made from released tables by
 * `addReleased`: what is reckoned from released figures tells no more than they do. A quarter is the sum of three months,
 * never a table of its own. Tables that share totals hang one below the other (`suppression-within.ts`).
 *
 * Null: a count that is none, rows of unequal length, no row or column, groups that do not fit; or totals that are told
 * leave a small count no room.
 */
export function releaseTable(table: CountTable): ReleasedTable | null {
  const net = netOf(table)
  if (!net) return null
  const marks = marksOf(net.arcs, net.nodes)
  if (!marks) return null
  const released = net.arcs.map(({ count }, i): ReleasedCell => {
    const mark = marks[i] as Mark
    return mark === 'shown' ? { state: mark, count } : { state: mark }
  })
  const line = (index: number) => released.slice(index * net.width, (index + 1) * net.width)
  const lines = Array.from({ length: net.rows + net.groups + 1 }, (_, index) => line(index))
  const [rows, groups, all] = [
    lines.slice(0, net.rows),
    lines.slice(net.rows, net.rows + net.groups),
    lines.at(-1) as readonly ReleasedCell[],
  ]
  return {
    cells: rows.map((cells) => cells.slice(1)),
    rowTotals: rows.map(([total]) => total as ReleasedCell),
    groupCells: groups.map((cells) => cells.slice(1)),
    groupTotals: groups.map(([total]) => total as ReleasedCell),
    columnTotals: all.slice(1),
    total: all[0] as ReleasedCell,
  }
}

/** Both ends belong to it; `high` null: no upper end can be told. */
export interface ReleasedSum {
  readonly low: number
  readonly high: number | null
  /** Small and withheld figures in it. */
  readonly hidden: number
}

/** The sum of released cells, or totals, as far as they tell it: exact where all are shown. */
export function addReleased(cells: Iterable<ReleasedCell>): ReleasedSum {
  let [low, high, hidden]: [number, number | null, number] = [0, 0, 0]
  for (const cell of cells) {
    if (cell.state === 'shown') {
      low += cell.count
      if (high !== null) high += cell.count
      continue
    }
    hidden++
    // A withheld cell is 5 at least, a total may be 1.
    if (cell.state !== 'untold') low += 1
    high = cell.state === 'small' && high !== null ? high + SMALL_MOST : null
  }
  return { low, high, hidden }
}

/**
 * Lines of the table, then of the groups, then of all, each with its total first. Arcs run from a line to its columns, from
 * the columns of a group to those of all, from there to the line of all, and back as totals. The rows of groups need no
 * node: they add up if their parts do.
 */
function netOf({ counts, groups, isTold = false }: CountTable) {
  const columns = counts[0]?.length ?? 0
  const rows = counts.length
  if (rows === 0 || columns === 0) return null
  if (!counts.every((row) => row.length === columns && row.every(isCount))) return null
  if (groups && (groups.length !== rows || !groups.every(isCount))) return null
  const groupCount = groups ? Math.max(...groups) + 1 : 0
  if (groupCount > rows) return null
  const width = columns + 1
  const sumOf = (lines: readonly (readonly number[])[]) =>
    Array.from({ length: width }, (_, j) => lines.reduce((sum, line) => sum + (line[j] ?? 0), 0))
  const linesOf = (cells: readonly (readonly number[])[]) => {
    const own = cells.map((row) => [row.reduce((sum, count) => sum + count, 0), ...row])
    const ofGroups = Array.from({ length: groupCount }, (_, g) =>
      sumOf(own.filter((_, r) => groups?.[r] === g)),
    )
    return [...own, ...ofGroups, sumOf(own)]
  }
  const lines = linesOf(counts)
  const parts = linesOf(counts.map((row) => row.map((count) => (count > 0 ? 1 : 0))))
  // Nodes: lines of rows, columns of each group, columns of all, the line of all.
  const columnNode = (group: number, j: number) => rows + group * width + j
  const whole = rows + (groupCount + 1) * width
  const nodesOf = (l: number, j: number): readonly [number, number] => {
    if (l < rows) return [l, columnNode(groups?.[l] ?? groupCount, j)]
    return l < rows + groupCount
      ? [columnNode(l - rows, j), columnNode(groupCount, j)]
      : [columnNode(groupCount, j), whole]
  }
  const isGiven = (l: number) =>
    isTold && (l === lines.length - 1 || l >= rows === (groups !== null))
  const arcs = lines.flatMap((line, l) =>
    line.map((count, j): Arc => {
      const [a, b] = nodesOf(l, j)
      const isTotal = l >= rows || j === 0
      const about = { count, parts: parts[l]?.[j] ?? 0, isTotal, isFixed: j === 0 && isGiven(l) }
      return j === 0 ? { ...about, from: b, to: a } : { ...about, from: a, to: b }
    }),
  )
  return { arcs, nodes: whole + 1, rows, groups: groupCount, width }
}
