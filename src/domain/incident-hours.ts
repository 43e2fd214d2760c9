import type { IncidentColumns } from './incident'
import { firstAt } from './incident-filter'
import { HOUR_MS, type TimeWindow } from './time'

/**
 * Counts per whole hour of a window, whatever source or place; times ascend in each of the columns. Without a test of
 * rows nothing but the hours' borders is looked for.
 */
export function hoursOf<Columns extends Pick<IncidentColumns, 'count' | 'occurredAt'>>(
  parts: readonly Columns[],
  { from: start, to }: TimeWindow,
  isMeant?: (columns: Columns, row: number) => boolean,
): { readonly from: number; readonly counts: number[] } {
  const from = Math.floor(start / HOUR_MS) * HOUR_MS
  const counts = new Array<number>(Math.max(0, Math.ceil((to - from) / HOUR_MS))).fill(0)
  for (const columns of parts) {
    let before = firstAt(columns, from)
    for (let hour = 0; hour < counts.length; hour++) {
      const next = firstAt(columns, Math.min(to, from + (hour + 1) * HOUR_MS))
      if (!isMeant) counts[hour]! += next - before
      else for (let row = before; row < next; row++) if (isMeant(columns, row)) counts[hour]!++
      before = next
    }
  }
  return { from, counts }
}
