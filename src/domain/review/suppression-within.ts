import { type CountTable, type ReleasedCell, type ReleasedTable, releaseTable } from './suppression'

/** A table that takes apart what another one shows: its groups (its rows, where there are none) are totals there. */
export interface InnerTable extends Pick<CountTable, 'counts' | 'groups'> {
  /** Of each group, or row: whether the table above shows it. */
  readonly isShown: readonly boolean[]
}

const UNTOLD: ReleasedCell = { state: 'untold' }

/**
 * The inner table beside the one that it hangs under, both in the same hands. Small counts are hidden from one who knows
 * every total that the two share; so whatever the table above leaves open, the inner one goes with it, and the two tell no
 * more together than each alone. What the table above hides is not taken apart at all, and neither are the columns' totals
 * then: they less the other lines would be the hidden one.
 *
 * This holds for a tree of tables, where each shares with the rest no more than those totals: counties by categories under
 * prefectures by days, hours of a weekday under its days. It does not for a ring (areas by days, days by categories,
 * categories by areas), so no third one is made. Null: counts that are none, or groups that do not fit.
 */
export function releaseWithin({ counts, groups, isShown }: InnerTable): ReleasedTable | null {
  const lines = isShown.length
  if (groups ? groups.some((g) => !(g < lines)) : counts.length !== lines) return null
  if (isShown.every(Boolean)) {
    const whole = releaseTable({ counts, groups, isTold: true })
    if (whole) return whole
  }
  const lineOf = (row: number) => groups?.[row] ?? row
  const parts = isShown.map((isLineShown, line) => {
    const own = counts.filter((_, row) => lineOf(row) === line)
    if (!isLineShown || own.length === 0) return null
    return releaseTable({ counts: own, groups: groups && own.map(() => 0), isTold: true })
  })
  const width = counts[0]?.length ?? 0
  if (width === 0 || counts.some((row) => row.length !== width)) return null
  const dark = Array.from({ length: width }, () => UNTOLD)
  const seen = new Map<number, number>()
  const rows = counts.map((_, row) => {
    const line = lineOf(row)
    const at = seen.get(line) ?? 0
    seen.set(line, at + 1)
    return { part: parts[line], at }
  })
  return {
    cells: rows.map(({ part, at }) => part?.cells[at] ?? dark),
    rowTotals: rows.map(({ part, at }) => part?.rowTotals[at] ?? UNTOLD),
    groupCells: groups ? parts.map((part) => part?.groupCells[0] ?? dark) : [],
    groupTotals: groups ? parts.map((part) => part?.groupTotals[0] ?? UNTOLD) : [],
    columnTotals: dark,
    total: UNTOLD,
  }
}
