import { BREAK, decimate } from '../../domain/review/decimate'
import type { ChartDay } from './control'

/** A day where the chart draws it: in the middle of its place. */
export type DrawnDay = ChartDay & { readonly x: number }

const KEYS = ['value', 'low', 'high', 'ewma', 'past'] as const

/** No more rows than a line of so many pixels can show: whatever any of its lines needs is kept, the rest is left out. */
export function drawn(days: readonly ChartDay[], widthPx: number): readonly DrawnDay[] {
  const rows = days.map((day) => ({ ...day, x: day.day + 0.5 }))
  if (rows.length <= widthPx) return rows
  const x = Float64Array.from(rows, (row) => row.x)
  const frame = {
    from: x[0] ?? 0,
    to: (x.at(-1) ?? 0) + 1,
    widthPx: Math.max(1, Math.floor(widthPx)),
  }
  const kept = new Set<number>()
  for (const key of KEYS) {
    const y = Float64Array.from(rows, (row) => row[key] ?? Number.NaN)
    for (const i of decimate(x, y, frame)) if (i !== BREAK) kept.add(i)
  }
  rows.forEach((row, i) => {
    if (row.value === null || row.signal) kept.add(i)
  })
  return [...kept].sort((a, b) => a - b).map((i) => rows[i] as DrawnDay)
}
