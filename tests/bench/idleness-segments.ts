import { mercatorX, mercatorY, metresPerWorld } from '../../src/domain/density-raster'
import type { Extent } from '../../src/domain/geo'
import {
  createIdlenessGrid,
  type IdlenessGrid,
  NEVER_S,
  type SegmentColumns,
  visitSegments,
} from '../../src/domain/idleness-surface'
import { contest, type Row, seeded } from './bench'

const PROVINCE: Extent = [103.6, 24.6, 109.6, 29.3]
const CELL_M = 500
const GOAL_MS = 5
const RULES = { maxJoinM: 2_000, maxGapS: 120 }

/** Drives of 20 to 100 km/h, a position every 15 s, in `units` tracks that start anywhere in the province. */
function tracks(count: number, units: number): SegmentColumns {
  const random = seeded(20_264)
  const columns = {
    count,
    fromLng: new Float64Array(count),
    fromLat: new Float64Array(count),
    toLng: new Float64Array(count),
    toLat: new Float64Array(count),
    fromSeconds: new Float64Array(count),
    atSeconds: new Float64Array(count),
  }
  const steps = count / units
  let [lng, lat, heading] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    if (i % steps === 0) {
      lng = 103.8 + 5.6 * random()
      lat = 24.8 + 4.3 * random()
      heading = 2 * Math.PI * random()
    }
    const metres = ((20 + 80 * random()) / 3.6) * 15
    heading += 0.8 * (random() - 0.5)
    columns.fromLng[i] = lng
    columns.fromLat[i] = lat
    lng += (metres * Math.sin(heading)) / 99_000
    lat += (metres * Math.cos(heading)) / 111_000
    columns.toLng[i] = lng
    columns.toLat[i] = lat
    columns.fromSeconds[i] = 15 * (i % steps)
    columns.atSeconds[i] = 15 * (i % steps) + 15
  }
  return columns
}

/** What one writes first: each cell of a step's bounding box against the step. The same rules, the same numbers. */
function visitBoxes(grid: IdlenessGrid, columns: SegmentColumns, reachM: number): void {
  const { x0, y0, step, width, height, lastS } = grid
  const radius = reachM / grid.cellM
  const r = Math.floor(radius + 1e-9)
  for (let i = 0; i < columns.count; i++) {
    const xa = (mercatorX(columns.fromLng[i] as number) - x0) / step
    const ya = (mercatorY(columns.fromLat[i] as number) - y0) / step
    const xb = (mercatorX(columns.toLng[i] as number) - x0) / step
    const yb = (mercatorY(columns.toLat[i] as number) - y0) / step
    const [ta, tb] = [columns.fromSeconds[i] as number, columns.atSeconds[i] as number]
    const perCell = step * metresPerWorld(y0 + ((ya + yb) / 2) * step)
    if (tb - ta > RULES.maxGapS || Math.hypot(xb - xa, yb - ya) * perCell > RULES.maxJoinM) continue
    for (let y = Math.floor(Math.min(ya, yb)); y <= Math.max(ya, yb); y++)
      for (let x = Math.floor(Math.min(xa, xb)); x <= Math.max(xa, xb); x++) {
        const leave = leaves(xa, xb - xa, x, ya, yb - ya, y)
        if (leave === null) continue
        const at = ta + leave * (tb - ta)
        for (let v = Math.max(0, y - r); v <= Math.min(height - 1, y + r); v++)
          for (let u = Math.max(0, x - r); u <= Math.min(width - 1, x + r); u++)
            if (Math.hypot(u - x, v - y) <= radius + 1e-9)
              lastS[v * width + u] = Math.max(lastS[v * width + u] as number, at)
      }
  }
}

/** Share of the step at which it leaves the cell; null where it never is in it. */
function leaves(xa: number, dx: number, x: number, ya: number, dy: number, y: number) {
  let [enter, leave] = [0, 1]
  for (const [a, d, low] of [
    [xa, dx, x],
    [ya, dy, y],
  ] as const) {
    if (d === 0) continue
    const [one, two] = [(low - a) / d, (low + 1 - a) / d]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
  }
  return enter <= leave ? leave : null
}

/** Steps into the raster of last visits of a whole province, once in tracks and once each somewhere else. */
export async function idlenessSegments(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, units, reachM] of [
    ['500 tracks', count / 100, 0],
    ['each elsewhere', count, 0],
    ['500 tracks, seen 500 m round', count / 100, CELL_M],
  ] as const) {
    const columns = tracks(count, units)
    const mine = createIdlenessGrid(PROVINCE, CELL_M, 0)
    const their = createIdlenessGrid(PROVINCE, CELL_M, 0)
    const ours = () => {
      visitSegments(mine, columns, { ...RULES, reachM })
    }
    const theirs = () => visitBoxes(their, columns, reachM)
    ours()
    theirs()
    const cells = sameCells(mine, their)
    const outcome = await contest({
      ours,
      theirs,
      passes,
      // Forgotten between passes, so that each writes what the first one wrote.
      before: () => {
        mine.lastS.fill(NEVER_S)
        their.lastS.fill(NEVER_S)
      },
    })
    rows.push({
      id: 'coverage',
      peer: `cells of each bounding box, ${name}`,
      unit: 'ms',
      ...outcome,
      counters: { segments: count, passes, rasterCells: mine.lastS.length, cells, reachM },
      goal: `≤ ${GOAL_MS} ms`,
      met: outcome.ours <= GOAL_MS,
      renderer,
      date: '',
    })
  }
  return rows
}

/** Cells visited, on both sides; a step along a side may fall to either neighbour. */
function sameCells(mine: IdlenessGrid, their: IdlenessGrid): number {
  let [visited, apart] = [0, 0]
  for (const [i, s] of mine.lastS.entries()) {
    const t = their.lastS[i] as number
    if (s !== NEVER_S || t !== NEVER_S) visited++
    if (Math.abs(s - t) > 0.05) apart++
  }
  if (visited === 0 || apart > visited / 100_000)
    throw new Error(`void: ${apart} of ${visited} cells differ`)
  return visited
}
