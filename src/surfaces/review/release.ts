import { type Day, dateOf, dayAt, type Period } from '../../domain/review/calendar'
import {
  addReleased,
  type ReleasedCell,
  type ReleasedSum,
  releaseTable,
} from '../../domain/review/suppression'
import type { Days } from './counts'

/** What of each area's days may leave the building. Null: a gap. */
export type Released = ReadonlyMap<string, ReadonlyMap<Day, ReleasedCell | null>>

/**
 * Days are released by whole months of the calendar, areas by days, whatever period is asked for: a day is marked the same
 * in every export, so that two exports held against one another tell no more than one. Sums are reckoned from what is
 * released, never from the counts.
 */
export function releasedDays(areas: readonly Days[], period: Period): Released {
  const released = new Map<string, Map<Day, ReleasedCell | null>>(
    areas.map(({ areaCode }) => [areaCode, new Map()]),
  )
  for (const month of monthsOver(period)) {
    const days = Array.from({ length: month.to - month.from }, (_, i) => month.from + i)
    const counts = areas.map((area) => days.map((day) => area.count[day - area.first] ?? null))
    const table = releaseTable({
      counts: counts.map((row) => row.map((count) => Math.max(0, Math.round(count ?? 0)))),
      groups: null,
    })
    areas.forEach(({ areaCode }, row) => {
      days.forEach((day, column) => {
        if (day < period.from || day >= period.to) return
        const isGap = counts[row]?.[column] === null
        released.get(areaCode)?.set(day, isGap ? null : (table?.cells[row]?.[column] ?? WITHHELD))
      })
    })
  }
  return released
}

const WITHHELD: ReleasedCell = { state: 'withheld' }

function monthsOver({ from, to }: Period): readonly Period[] {
  const months: Period[] = []
  for (let { year, month } = dateOf(from); dayAt(year, month, 1) < to; month++)
    months.push({ from: dayAt(year, month, 1), to: dayAt(year, month + 1, 1) })
  return months
}

export function sumReleased(released: Released, areaCodes: Iterable<string>, days: Iterable<Day>) {
  const wanted = [...days]
  const cells: ReleasedCell[] = []
  for (const code of areaCodes)
    for (const day of wanted) {
      const cell = released.get(code)?.get(day)
      if (cell) cells.push(cell)
    }
  return addReleased(cells)
}

/** "12", "<5", "" for what is withheld, "—" for a gap. */
export function cellText(cell: ReleasedCell | null | undefined): string {
  if (!cell) return '—'
  return cell.state === 'shown' ? String(cell.count) : cell.state === 'small' ? '<5' : '×'
}

/** "12", "9–24" or "≥ 9". */
export function sumText({ low, high }: ReleasedSum): string {
  if (high === null) return `>=${low}`
  return low === high ? String(low) : `${low}–${high}`
}
