import { MERCATOR_LIMIT, mercatorX, mercatorY, type Raster } from './density-raster'
import { type Extent, isInside } from './geo'

/** Positions that share a bin, a half cell wide, stand at their common centre. */
const BINS_PER_CELL = 2

/** Bins that hold something. `x` and `y` are their centres of mass, in cells from the raster's corner. */
export interface Bins {
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
  /** Positions inside the extent asked for, outside of it, and rows without one. */
  readonly counted: number
  readonly outside: number
  readonly unplaced: number
}

/**
 * Positions gathered into bins, in one pass over a hash table: memory follows the positions, not the region.
 * Positions up to `pad` (in world widths) outside the raster are kept, since their kernel reaches in.
 */
export function binPositions(
  lng: Float64Array,
  lat: Float64Array,
  extent: Extent,
  raster: Raster,
  pad: number,
): Bins {
  const { x0, y0, step, width, height } = raster
  const padCells = Math.ceil(pad / step)
  const columns = (width + 2 * padCells) * BINS_PER_CELL
  const rows = (height + 2 * padCells) * BINS_PER_CELL
  const crossing = extent[2] < extent[0]
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * lng.length)))
  const table = new Int32Array(slots)
  // Bins in the order in which they are met, so that equal input gives equal sums.
  const keys = new Float64Array(lng.length)
  const x = new Float64Array(lng.length)
  const y = new Float64Array(lng.length)
  const weight = new Float64Array(lng.length)
  let count = 0
  let counted = 0
  let outside = 0
  let unplaced = 0
  for (let i = 0; i < lng.length; i++) {
    const east = lng[i] as number
    const north = lat[i] as number
    if (!(Number.isFinite(east) && Number.isFinite(north))) {
      unplaced++
      continue
    }
    if (inExtent(east, north, extent, crossing)) counted++
    else outside++
    if (Math.abs(north) > MERCATOR_LIMIT) continue
    let across = mercatorX(east) - x0
    if (across > 1 - pad) across -= 1
    else if (across < -pad) across += 1
    const cellX = across / step
    const cellY = (mercatorY(north) - y0) / step
    const column = Math.floor((cellX + padCells) * BINS_PER_CELL)
    const row = Math.floor((cellY + padCells) * BINS_PER_CELL)
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue
    const key = row * columns + column
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & (slots - 1)
    let bin = (table[slot] as number) - 1
    while (bin >= 0 && keys[bin] !== key) {
      slot = (slot + 1) & (slots - 1)
      bin = (table[slot] as number) - 1
    }
    if (bin < 0) {
      bin = count++
      table[slot] = count
      keys[bin] = key
    }
    x[bin]! += cellX
    y[bin]! += cellY
    weight[bin]! += 1
  }
  for (let bin = 0; bin < count; bin++) {
    x[bin]! /= weight[bin] as number
    y[bin]! /= weight[bin] as number
  }
  return { count, x, y, weight, counted, outside, unplaced }
}

function inExtent(lng: number, lat: number, extent: Extent, crossing: boolean): boolean {
  if (!crossing) return isInside([lng, lat], extent)
  return lat >= extent[1] && lat <= extent[3] && (lng >= extent[0] || lng <= extent[2])
}
