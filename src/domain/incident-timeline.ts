import type { IncidentSet } from './incident-set'
import { HOUR_MS } from './time'

/** Incidents per whole hour of a set's window, whatever their source or place; the last hour is still running. */
export function hourlyCounts({ window, columns, first, end, recent }: IncidentSet): {
  readonly from: number
  readonly counts: readonly number[]
} {
  const from = Math.floor(window.from / HOUR_MS) * HOUR_MS
  const counts = new Array<number>(Math.max(0, Math.ceil((window.to - from) / HOUR_MS))).fill(0)
  const count = (at: number) => {
    const hour = Math.floor((at - from) / HOUR_MS)
    if (hour >= 0 && hour < counts.length) counts[hour] = (counts[hour] as number) + 1
  }
  if (columns) for (let i = first; i < end; i++) count(columns.occurredAt[i] as number)
  for (const { occurredAt } of recent) count(occurredAt)
  return { from, counts }
}
