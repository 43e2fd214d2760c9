import { distanceM, type LngLat } from './geo'
import type { IncidentColumns } from './incident'

/** Rows of columns by where they are: cells of equal degrees, and in each its rows, oldest first. */
export interface IncidentIndex {
  readonly west: number
  readonly south: number
  readonly step: number
  readonly width: number
  readonly height: number
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/** About two rows a cell, and no cell under some 100 m. */
const ROWS_PER_CELL = 2
const LEAST_DEG = 0.001
const MOST_CELLS = 4_000_000

export function incidentIndex({ count, lng, lat }: IncidentColumns): IncidentIndex {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let i = 0; i < count; i++) {
    const [x, y] = [lng[i] as number, lat[i] as number]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const [wide, high] = [Math.max(0, east - west), Math.max(0, north - south)]
  const cells = Math.min(MOST_CELLS, Math.max(1, count / ROWS_PER_CELL))
  const step = Math.max(LEAST_DEG, Math.sqrt((wide * high) / cells), Math.max(wide, high) / 8_000)
  const width = Math.floor(wide / step) + 1
  const height = Math.floor(high / step) + 1
  const starts = new Uint32Array(width * height + 1)
  const cellOf = (i: number) =>
    Math.floor(((lat[i] as number) - south) / step) * width +
    Math.floor(((lng[i] as number) - west) / step)
  let placed = 0
  for (let i = 0; i < count; i++) {
    const cell = cellOf(i)
    if (cell >= 0) {
      starts[cell + 1]!++
      placed++
    }
  }
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1] as number
  const next = starts.slice(0, -1)
  const rows = new Uint32Array(placed)
  for (let i = 0; i < count; i++) {
    const cell = cellOf(i)
    if (cell >= 0) rows[next[cell]!++] = i
  }
  return { west, south, step, width, height, starts, rows }
}

/**
 * The row nearest to a place within so many metres, of those that are meant; at equal distance the latest. −1: none.
 */
export function nearestRow(
  { west, south, step, width, height, starts, rows }: IncidentIndex,
  { lng, lat }: IncidentColumns,
  place: LngLat,
  reachM: number,
  isMeant: (row: number) => boolean,
): number {
  const reachDeg = reachM / 111_195
  const across = reachDeg / Math.max(0.01, Math.cos((place[1] * Math.PI) / 180))
  const column = (x: number) => Math.floor((x - west) / step)
  const line = (y: number) => Math.floor((y - south) / step)
  const [left, right] = [column(place[0] - across), column(place[0] + across)]
  const [foot, top] = [line(place[1] - reachDeg), line(place[1] + reachDeg)]
  let best = -1
  let least = reachM
  for (let y = Math.max(0, foot); y <= Math.min(height - 1, top); y++) {
    const from = starts[y * width + Math.max(0, left)] as number
    const to = starts[y * width + Math.min(width - 1, right) + 1] as number
    if (left >= width || right < 0) continue
    // Cells of a line lie side by side, and so do their rows.
    for (let i = from; i < to; i++) {
      const row = rows[i] as number
      const [x, z] = [lng[row] as number, lat[row] as number]
      if (Math.abs(x - place[0]) > across || Math.abs(z - place[1]) > reachDeg) continue
      const away = distanceM([x, z], place)
      if (away > least || (away === least && row < best) || !isMeant(row)) continue
      ;[best, least] = [row, away]
    }
  }
  return best
}
