import {
  latitudeOf,
  MERCATOR_LIMIT,
  mercatorX,
  mercatorY,
  metresPerWorld,
  type Raster,
} from './density-raster'
import type { Extent } from './geo'
import type { EpochMs } from './time'

/** No visit on record. Finite and exact in 32 bits, so that a shader need not know infinities. */
export const NEVER_S = -(2 ** 40)

/** What every WebGL 2 machine takes as one texture; a larger region gets larger cells. */
const MAX_SIDE = 2_048
/** A step over more cells is never joined: a position without sense must not keep a machine busy. */
const MAX_JOIN_CELLS = 2 ** 16
/** Between two entries of a province the latitude's row is off by millimetres. */
const ROW_ENTRIES = 1_024

/** Cells that remember when they were last visited. Rows run from north to south, equal steps in Web Mercator. */
export interface IdlenessGrid extends Raster {
  /** Side of a cell in metres, in the middle of the extent. */
  readonly cellM: number
  /** Where the record begins, and zero of all seconds here. */
  readonly since: EpochMs
  /** Seconds after `since`, or NEVER_S. To the second for half a year, to 1/64 s for a day and a half. */
  readonly lastS: Float32Array
  /** Rows of 1,025 latitudes, from the north edge in steps of `1 / rowsPerDeg` degrees: a logarithm saved per position. */
  readonly rows: Float64Array
  readonly rowsPerDeg: number
}

/** The extent must not cross the antimeridian. Cells grow where one side of the raster would have over 2,048. */
export function createIdlenessGrid(extent: Extent, cellM: number, since: EpochMs): IdlenessGrid {
  const [west, , east] = extent
  const limit = (lat: number) => Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const [south, north] = [limit(extent[1]), limit(extent[3])]
  if (!(east > west && north > south && cellM > 0))
    throw new RangeError(`no raster of ${cellM} m over ${extent.join(', ')}`)
  const [x0, y0] = [mercatorX(west), mercatorY(north)]
  const [spanX, spanY] = [mercatorX(east) - x0, mercatorY(south) - y0]
  const perWorld = metresPerWorld(y0 + spanY / 2)
  const step = Math.max(cellM / perWorld, spanX / MAX_SIDE, spanY / MAX_SIDE)
  const width = Math.max(1, Math.ceil(spanX / step - 1e-9))
  const height = Math.max(1, Math.ceil(spanY / step - 1e-9))
  const foot = latitudeOf(y0 + height * step)
  const rowsPerDeg = ROW_ENTRIES / (north - foot)
  const rows = Float64Array.from(
    { length: ROW_ENTRIES + 1 },
    (_, i) => (mercatorY(north - i / rowsPerDeg) - y0) / step,
  )
  return {
    x0,
    y0,
    step,
    width,
    height,
    extent: [west, foot, (x0 + width * step - 0.5) * 360, north],
    cellM: step * perWorld,
    since,
    lastS: new Float32Array(width * height).fill(NEVER_S),
    rows,
    rowsPerDeg,
  }
}

/** Steps of units from one reported position to the next, a row each; a first position is a step onto itself. */
export interface SegmentColumns {
  readonly count: number
  readonly fromLng: Float64Array
  readonly fromLat: Float64Array
  readonly toLng: Float64Array
  readonly toLat: Float64Array
  /** Seconds after the grid's `since`. */
  readonly fromSeconds: Float64Array
  readonly atSeconds: Float64Array
}

export interface VisitRules {
  /** A longer step, or one that took longer, is not joined: nobody knows where the unit was. Its ends count. */
  readonly maxJoinM: number
  readonly maxGapS: number
  /** A visit is one of every cell whose centre is this near the centre of the cell visited; 0: of that cell alone. */
  readonly reachM?: number
  /** Later positions count for nothing (a clock that runs ahead); unlimited unless told. */
  readonly notAfterS?: number
}

/**
 * Enters steps into the grid: all cells that a step touches (supercover), each with the time at which the unit left it
 * at even speed; a cell keeps its latest. Outside the grid nothing happens. Returns how many steps were joined.
 */
export function visitSegments(
  grid: IdlenessGrid,
  columns: SegmentColumns,
  { maxJoinM, maxGapS, reachM = 0, notAfterS = Number.MAX_VALUE }: VisitRules,
): number {
  const { rows, rowsPerDeg, step, x0, width, height } = grid
  const { fromLng, fromLat, toLng, toLat, fromSeconds, atSeconds } = columns
  const north = grid.extent[3]
  const perDeg = 1 / (360 * step)
  const offset = (0.5 - x0) / step
  const disc = discOf(reachM / grid.cellM)
  const reach = reachM / grid.cellM
  // Cells are a little smaller in the north: the join is reckoned where the step is, by its row.
  const perCell = metresPerRow(grid)
  let joined = 0
  for (let i = 0; i < columns.count; i++) {
    const xa = (fromLng[i] as number) * perDeg + offset
    const ya = rowAt(rows, (north - (fromLat[i] as number)) * rowsPerDeg)
    const xb = (toLng[i] as number) * perDeg + offset
    const yb = rowAt(rows, (north - (toLat[i] as number)) * rowsPerDeg)
    const ta = fromSeconds[i] as number
    const tb = atSeconds[i] as number
    const dx = xb - xa
    const dy = yb - ya
    const middle = Math.max(0, Math.min(height - 1, Math.floor((ya + yb) / 2)))
    const cells = maxJoinM / (perCell[middle] as number)
    const isJoined = tb >= ta && tb - ta <= maxGapS && tb <= notAfterS
    if (isJoined && dx * dx + dy * dy <= Math.min(cells * cells, MAX_JOIN_CELLS ** 2)) {
      joined++
      const far =
        (xa < -reach && xb < -reach) ||
        (ya < -reach && yb < -reach) ||
        (xa > width + reach && xb > width + reach) ||
        (ya > height + reach && yb > height + reach)
      if (far) continue
      // Whole numbers for the compiler: what is joined and not far is within a few thousand cells of the raster.
      const lastColumn = Math.floor(xb) | 0
      const lastRow = Math.floor(yb) | 0
      if (Math.floor(xa) === lastColumn && Math.floor(ya) === lastRow)
        stamp(grid, disc, lastColumn, lastRow, tb)
      else walk(grid, disc, xa, ya, dx, dy, lastColumn, lastRow, ta, tb)
      continue
    }
    if (ta <= notAfterS) stamp(grid, disc, Math.floor(xa), Math.floor(ya), ta)
    if (tb <= notAfterS) stamp(grid, disc, Math.floor(xb), Math.floor(yb), tb)
  }
  return joined
}

/** Row of a latitude given in entries of the table; beyond its ends as steep as at them. */
function rowAt(rows: Float64Array, entry: number): number {
  const k = entry < 0 ? 0 : entry >= ROW_ENTRIES ? ROW_ENTRIES - 1 : Math.floor(entry)
  const row = rows[k] as number
  return row + (entry - k) * ((rows[k + 1] as number) - row)
}

function metresPerRow({ y0, step, height }: Raster): Float64Array {
  return Float64Array.from(
    { length: height },
    (_, row) => step * metresPerWorld(y0 + (row + 0.5) * step),
  )
}

/** Columns and rows in turn, from the middle to each cell whose centre is within the radius. */
function discOf(radius: number): Int32Array {
  const r = Math.floor(radius + 1e-9)
  const offsets = Array.from({ length: 2 * r + 1 }, (_, i) => i - r)
  return Int32Array.from(
    offsets.flatMap((y) =>
      offsets.flatMap((x) => (Math.hypot(x, y) <= radius + 1e-9 ? [x, y] : [])),
    ),
  )
}

/** Cell by cell in the order in which the sides are crossed (Amanatides & Woo 1987), both neighbours at a corner. */
function walk(
  grid: IdlenessGrid,
  disc: Int32Array,
  x: number,
  y: number,
  dx: number,
  dy: number,
  lastColumn: number,
  lastRow: number,
  ta: number,
  tb: number,
): void {
  let column = Math.floor(x) | 0
  let row = Math.floor(y) | 0
  const right = dx > 0 ? 1 : -1
  const down = dy > 0 ? 1 : -1
  const everyX = 1 / Math.abs(dx)
  const everyY = 1 / Math.abs(dy)
  // Shares of the step at which the next side is crossed; none is left where the last column or row is reached.
  let nextX = column === lastColumn ? 2 : ((dx > 0 ? column + 1 : column) - x) / dx
  let nextY = row === lastRow ? 2 : ((dy > 0 ? row + 1 : row) - y) / dy
  while (column !== lastColumn || row !== lastRow) {
    const at = ta + Math.min(1, nextX, nextY) * (tb - ta)
    stamp(grid, disc, column, row, at)
    const isX = nextX <= nextY
    const isY = nextY <= nextX
    if (isX && isY) {
      stamp(grid, disc, column + right, row, at)
      stamp(grid, disc, column, row + down, at)
    }
    if (isX) {
      column += right
      nextX = column === lastColumn ? 2 : nextX + everyX
    }
    if (isY) {
      row += down
      nextY = row === lastRow ? 2 : nextY + everyY
    }
  }
  stamp(grid, disc, column, row, tb)
}

/** A column or row that is no number is outside, a time that is none is not later. */
function stamp(
  grid: IdlenessGrid,
  disc: Int32Array,
  column: number,
  row: number,
  at: number,
): void {
  const { lastS, width, height } = grid
  for (let k = 0; k < disc.length; k += 2) {
    const x = column + (disc[k] as number)
    const y = row + (disc[k + 1] as number)
    if (x < 0 || x >= width || y < 0 || y >= height) continue
    const i = y * width + x
    if ((lastS[i] as number) < at) lastS[i] = at
  }
}
