import type { Extent } from '../../domain/geo'
import type { IncidentColumns } from '../../domain/incident'

/** The bulk is the largest gatherings that together hold this share of all positions. */
const BULK = 0.95
/** Cells of a degree; those that touch are one gathering. */
const COLUMNS = 360
const ROWS = 180
/**
 * A position may lie off the bulk by half its extent, or by a degree, before it is told to be far off. A larger
 * region has coarser cells, and these bound how much one slip can cost all others.
 */
const FAR = 0.5
const FAR_DEG = 1
/** Room round the outermost position, as far as a kernel reaches. */
const ROOM_DEG = 0.02
/** Zero and zero, also when converted from another coordinate system: no place, but a number that was missing. */
const ZERO_DEG = 0.01
const SAMPLES = 5

/** The region of all positions but those far off, and how many these are. */
export function spread({ count, lng, lat }: Pick<IncidentColumns, 'count' | 'lng' | 'lat'>) {
  const placed = Float64Array.from({ length: count }, (_, i) => i).filter(
    (i) => !Number.isNaN(lng[i] as number),
  )
  const at = (i: number) => [lng[i] as number, lat[i] as number] as const
  const real = placed.filter((i) => !isZero(at(i)))
  const told = { unplaced: count - placed.length, atZero: placed.length - real.length }
  const cells = new Uint32Array(COLUMNS * ROWS)
  for (const i of real) cells[cellOf(at(i))]!++
  const bulk = bulkOf(cells, real.length)
  const core = boxOf(
    real.filter((i) => bulk[cellOf(at(i))] === 1),
    at,
  )
  const reach = (low: number, high: number) => Math.max(FAR_DEG, FAR * (high - low))
  const [west, south, east, north] = core
  const [across, along] = [reach(west, east), reach(south, north)]
  const isFar = (i: number) => {
    const [x, y] = at(i)
    return !(x >= west - across && x <= east + across && y >= south - along && y <= north + along)
  }
  const far = placed.filter(isFar)
  // What lies at zero comes last: it is told by its own count.
  const samples = [...far.filter((i) => !isZero(at(i))).slice(0, SAMPLES), ...far.slice(0, SAMPLES)]
  const farOffSamples = [...new Set(samples)].slice(0, SAMPLES).map((i) =>
    at(i)
      .map((degrees) => String(Math.round(degrees * 1e5) / 1e5))
      .join(', '),
  )
  if (real.length === 0) return { ...told, extent: null, farOff: placed.length, farOffSamples }
  const [left, foot, right, top] = boxOf(
    placed.filter((i) => !isFar(i)),
    at,
  )
  const extent: Extent = [left - ROOM_DEG, foot - ROOM_DEG, right + ROOM_DEG, top + ROOM_DEG]
  return { ...told, extent, farOff: far.length, farOffSamples }
}

type At = readonly [number, number]

const isZero = ([x, y]: At) => Math.abs(x) < ZERO_DEG && Math.abs(y) < ZERO_DEG

function cellOf([x, y]: At): number {
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor(x + 180)))
  return Math.min(ROWS - 1, Math.max(0, Math.floor(y + 90))) * COLUMNS + column
}

/** 1 in every cell of the largest gatherings that hold the bulk of `total`. */
function bulkOf(cells: Uint32Array, total: number): Uint8Array {
  const gatherings = gatheringsOf(cells).sort((a, b) => b.count - a.count)
  const isBulk = new Uint8Array(cells.length)
  let held = 0
  for (const { members, count } of gatherings) {
    if (held >= BULK * total) break
    held += count
    for (const cell of members) isBulk[cell] = 1
  }
  return isBulk
}

function gatheringsOf(cells: Uint32Array) {
  const isSeen = new Uint8Array(cells.length)
  const gatherings: { members: number[]; count: number }[] = []
  cells.forEach((one, first) => {
    if (one === 0 || isSeen[first]) return
    const members = [first]
    isSeen[first] = 1
    let count = 0
    for (const cell of members) {
      count += cells[cell] as number
      for (const next of around(cell)) {
        if (cells[next] === 0 || isSeen[next]) continue
        isSeen[next] = 1
        members.push(next)
      }
    }
    gatherings.push({ members, count })
  })
  return gatherings
}

function around(cell: number): number[] {
  const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS]
  const near: number[] = []
  for (let r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++)
      near.push(r * COLUMNS + c)
  return near
}

function boxOf(rows: Float64Array, at: (row: number) => At): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const row of rows) {
    const [x, y] = at(row)
    ;[west, east] = [Math.min(west, x), Math.max(east, x)]
    ;[south, north] = [Math.min(south, y), Math.max(north, y)]
  }
  return [west, south, east, north]
}
