import { MERCATOR_LIMIT, mercatorX, mercatorY, type Raster } from './density-raster'
import { type Extent, isInside } from './geo'

/** Positions in cells from the raster's corner, ordered by row of cells; row `i` is `starts[i]` to `starts[i + 1]`. */
export interface RowsOfPositions {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly starts: Uint32Array
  /** Rows (and columns) kept outside the raster on every side: row 0 is this far north of it. */
  readonly pad: number
  /** Positions inside the extent asked for, outside of it, and entries without one. */
  readonly counted: number
  readonly outside: number
  readonly unplaced: number
}

/**
 * Positions sorted by row, so that what follows walks memory in order. Those up to `pad` (in world widths) outside
 * the raster are kept, since their kernel reaches in.
 */
export function rowsOfPositions(
  lng: Float64Array,
  lat: Float64Array,
  extent: Extent,
  { x0, y0, step, width, height }: Raster,
  padWorld: number,
): RowsOfPositions {
  const pad = Math.ceil(padWorld / step)
  const crossing = extent[2] < extent[0]
  const found = { x: new Float32Array(lng.length), y: new Float32Array(lng.length) }
  const starts = new Uint32Array(height + 2 * pad + 1)
  let kept = 0
  let counted = 0
  let unplaced = 0
  for (let i = 0; i < lng.length; i++) {
    const east = lng[i] as number
    const north = lat[i] as number
    if (!(Number.isFinite(east) && Number.isFinite(north))) {
      unplaced++
      continue
    }
    if (inExtent(east, north, extent, crossing)) counted++
    if (Math.abs(north) > MERCATOR_LIMIT) continue
    let across = mercatorX(east) - x0
    if (across > 1 - padWorld) across -= 1
    else if (across < -padWorld) across += 1
    const cellX = Math.fround(across / step)
    const cellY = Math.fround((mercatorY(north) - y0) / step)
    if (!(cellX >= -pad && cellX < width + pad && cellY >= -pad && cellY < height + pad)) continue
    found.x[kept] = cellX
    found.y[kept++] = cellY
    starts[Math.floor(cellY) + pad + 1]!++
  }
  for (let row = 1; row < starts.length; row++) starts[row]! += starts[row - 1] as number
  const next = starts.slice()
  const [x, y] = [new Float32Array(kept), new Float32Array(kept)]
  for (let i = 0; i < kept; i++) {
    const at = next[Math.floor(found.y[i] as number) + pad]!++
    x[at] = found.x[i] as number
    y[at] = found.y[i] as number
  }
  return { x, y, starts, pad, counted, outside: lng.length - unplaced - counted, unplaced }
}

function inExtent(lng: number, lat: number, extent: Extent, crossing: boolean): boolean {
  if (!crossing) return isInside([lng, lat], extent)
  return lat >= extent[1] && lat <= extent[3] && (lng >= extent[0] || lng <= extent[2])
}

/** Positions that share a bin, half a cell wide, stand at their common centre. */
const BINS_PER_CELL = 2

/** Gathers the positions of one row of cells into bins, over and over in the same memory. */
export function rowBinner(width: number, pad: number) {
  const columns = (width + 2 * pad) * BINS_PER_CELL
  const size = columns * BINS_PER_CELL
  const sumX = new Float64Array(size)
  const sumY = new Float64Array(size)
  const weight = new Float64Array(size)
  const touched = new Uint32Array(size)
  /** Calls back with each bin's centre of mass, in cells, and its number of positions. */
  return (
    { x, y, starts }: RowsOfPositions,
    row: number,
    take: (x: number, y: number, weight: number) => void,
  ) => {
    let count = 0
    const end = starts[row + 1] as number
    for (let i = starts[row] as number; i < end; i++) {
      const cellX = x[i] as number
      const cellY = y[i] as number
      const lower = cellY - Math.floor(cellY) >= 0.5 ? columns : 0
      const bin = lower + Math.floor((cellX + pad) * BINS_PER_CELL)
      if (weight[bin] === 0) touched[count++] = bin
      sumX[bin]! += cellX
      sumY[bin]! += cellY
      weight[bin]!++
    }
    for (let i = 0; i < count; i++) {
      const bin = touched[i] as number
      const n = weight[bin] as number
      take((sumX[bin] as number) / n, (sumY[bin] as number) / n, n)
      sumX[bin] = sumY[bin] = weight[bin] = 0
    }
  }
}
