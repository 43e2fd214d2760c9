import { rowBinner, rowsOfPositions } from './density-bins'
import { BANDWIDTH_M, peakPerKm2 } from './density-kernel'
import { MERCATOR_LIMIT, mercatorY, metresPerWorld, rasterOf } from './density-raster'
import type { Extent } from './geo'
import { WEEK_MS } from './time'

export { BANDWIDTH_M } from './density-kernel'

/**
 * A surface over `extent`, rows from north to south, equal steps in Web Mercator both ways.
 * `values` holds width x height numbers in incidents per km² per week, each at its cell's centre.
 */
export interface DensityGrid {
  readonly extent: Extent
  readonly width: number
  readonly height: number
  readonly values: Float32Array
  /** Number of positions that fell inside the extent and were counted. */
  readonly counted: number
  /** Positions outside the extent; those within one bandwidth still reach in. */
  readonly outside: number
  /** Rows without a position. */
  readonly unplaced: number
}

/** Below this many cells in a bandwidth the cells are too coarse to sample the kernel: it is summed to 1 instead. */
const FINE_CELLS = 4

/**
 * Kernel density of positions (degrees; NaN: no position) that occurred in a window of `windowMs`: quartic kernel of
 * 2 km in true metres. Exact at the cells' centres but for positions that share half a cell, which stand at their
 * common centre. Throws RangeError for a window without length.
 */
export function density(
  lng: Float64Array,
  lat: Float64Array,
  extent: Extent,
  windowMs: number,
): DensityGrid {
  if (!(windowMs > 0)) throw new RangeError('a density needs a window with a length')
  const raster = rasterOf(extent)
  const { y0, step, width, height } = raster
  // Where a cell's metres are fewest, a bandwidth takes the most cells.
  const farY = mercatorY(
    Math.min(MERCATOR_LIMIT, Math.max(Math.abs(extent[1]), Math.abs(extent[3]))),
  )
  const padWorld = BANDWIDTH_M / metresPerWorld(farY)
  const positions = rowsOfPositions(lng, lat, extent, raster, padWorld)
  const binsOfRow = rowBinner(width, positions.pad)
  const values = new Float32Array(width * height)
  const perWeek = WEEK_MS / windowMs
  for (let row = 0; row < height + 2 * positions.pad; row++) {
    if (positions.starts[row] === positions.starts[row + 1]) continue
    const cellM = step * metresPerWorld(y0 + (row - positions.pad + 0.5) * step)
    const radius = BANDWIDTH_M / cellM
    const [peak, mass] = [perWeek * peakPerKm2(), (perWeek * 1e6) / cellM ** 2]
    if (radius >= FINE_CELLS)
      binsOfRow(positions, row, (x, y, n) => spread(values, width, height, x, y, radius, n * peak))
    else
      binsOfRow(positions, row, (x, y, n) =>
        spreadCoarsely(values, width, height, x, y, radius, n * mass),
      )
  }
  const { counted, outside, unplaced } = positions
  return { extent: raster.extent, width, height, values, counted, outside, unplaced }
}

/** Adds `peak`·(1 − r²/R²)² around (x, y), in cells. */
function spread(
  values: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  peak: number,
): void {
  // Whole numbers by `| 0`: this loop is the cost of the whole, some 200 cells for each bin.
  const inverse = 1 / radius ** 2
  const root = Math.sqrt(peak)
  const firstRow = Math.max(0, Math.ceil(y - radius - 0.5)) | 0
  const lastRow = Math.min(height - 1, Math.floor(y + radius - 0.5)) | 0
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = row + 0.5 - y
    const rest = 1 - dy * dy * inverse
    if (rest <= 0) continue
    const half = radius * Math.sqrt(rest)
    const first = Math.max(0, Math.ceil(x - half - 0.5)) | 0
    const last = Math.min(width - 1, Math.floor(x + half - 0.5)) | 0
    const scaled = root * rest
    const narrow = root * inverse
    let dx = first + 0.5 - x
    const end = row * width + last
    for (let at = row * width + first; at <= end; at++) {
      const share = scaled - dx * dx * narrow
      values[at]! += share * share
      dx += 1
    }
  }
}

/** The same where a cell is not small against the bandwidth: what is spread adds up to `mass` all the same. */
function spreadCoarsely(
  values: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  mass: number,
): void {
  const reach = Math.ceil(radius)
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const weightAt = (c: number, r: number) => {
    const share = 1 - ((c + 0.5 - x) ** 2 + (r + 0.5 - y) ** 2) / radius ** 2
    return share > 0 ? share * share : 0
  }
  let sum = 0
  for (let r = row - reach; r <= row + reach; r++)
    for (let c = column - reach; c <= column + reach; c++) sum += weightAt(c, r)
  const isIn = (c: number, r: number) => c >= 0 && c < width && r >= 0 && r < height
  if (sum === 0) {
    if (isIn(column, row)) values[row * width + column]! += mass
    return
  }
  for (let r = row - reach; r <= row + reach; r++)
    for (let c = column - reach; c <= column + reach; c++)
      if (isIn(c, r)) values[r * width + c]! += (mass * weightAt(c, r)) / sum
}
