import { mercatorX, mercatorY, type Raster } from './density-raster'

/** How many positions (degrees; NaN: none) stand in each cell of a raster, rows from north to south. */
export function countCells(
  lng: Float64Array,
  lat: Float64Array,
  { x0, y0, step, width, height }: Raster,
): Int32Array {
  const counts = new Int32Array(width * height)
  for (let i = 0; i < lng.length; i++) {
    const column = Math.floor((mercatorX(lng[i] as number) - x0) / step)
    const row = Math.floor((mercatorY(lat[i] as number) - y0) / step)
    if (column >= 0 && column < width && row >= 0 && row < height) counts[row * width + column]!++
  }
  return counts
}

/**
 * Sums over square windows of 2 reach + 1 cells, cut off at the grid's edge, a row at a time from the north: the
 * columns' sums slide down, the window slides along them. Whole numbers, so that no error gathers on the way; a cell
 * costs the same however wide its window is. The array is the same one every time.
 */
export function windowRows(
  values: Int32Array | Uint8Array,
  width: number,
  height: number,
  reach: number,
): () => Int32Array {
  const columns = new Int32Array(width)
  const sums = new Int32Array(width)
  let row = 0
  const add = (from: number) => {
    for (let x = 0, at = from * width; x < width; x++, at++) columns[x]! += values[at] as number
  }
  for (let y = 0; y < Math.min(reach, height); y++) add(y)
  return () => {
    const enters = (row + reach) * width
    const leaves = (row - reach - 1) * width
    if (row + reach < height && leaves >= 0)
      for (let x = 0; x < width; x++)
        columns[x]! += (values[enters + x] as number) - (values[leaves + x] as number)
    else if (row + reach < height) add(row + reach)
    else if (leaves >= 0)
      for (let x = 0; x < width; x++) columns[x]! -= values[leaves + x] as number
    row++
    let sum = 0
    for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x] as number
    for (let x = 0; x < width; x++) {
      if (x + reach < width) sum += columns[x + reach] as number
      if (x > reach) sum -= columns[x - reach - 1] as number
      sums[x] = sum
    }
    return sums
  }
}

/** 1 for each cell whose window holds anything. */
export function reachedCells(
  values: Int32Array,
  width: number,
  height: number,
  reach: number,
): Uint8Array {
  const mask = new Uint8Array(width * height)
  const next = windowRows(values, width, height, reach)
  for (let y = 0; y < height; y++) {
    const sums = next()
    for (let x = 0; x < width; x++) if (sums[x] !== 0) mask[y * width + x] = 1
  }
  return mask
}

/** The same numbers in blocks of k x k cells, added up; blocks at the east and south edge may be cut. */
export function inBlocks(
  values: ArrayLike<number>,
  width: number,
  height: number,
  k: number,
): Float64Array {
  const across = Math.ceil(width / k)
  const blocks = new Float64Array(across * Math.ceil(height / k))
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / k) * across
    for (let x = 0; x < width; x++) {
      const value = values[y * width + x] as number
      if (value !== 0) blocks[row + Math.floor(x / k)]! += value
    }
  }
  return blocks
}
