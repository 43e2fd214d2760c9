import { type Kernel, reachM } from './density-kernel'
import { latitudeOf, MERCATOR_LIMIT, mercatorX, mercatorY, metresPerWorld } from './density-raster'
import type { Extent } from './geo'
import type { EpochMs } from './time'

/**
 * Counts of cells over time, cumulative: for each cell the seconds at which its count rises, in order, and the sum up
 * to there of where in the cell. What a cell holds in any window is the difference of two places in its row.
 */
export interface DensityCube {
  /** Cells of equal step in Web Mercator (the world is 1 wide, y runs south), the kernel's reach beyond the extent. */
  readonly x0: number
  readonly y0: number
  readonly step: number
  readonly width: number
  readonly height: number
  /** Of all cells, degrees. */
  readonly extent: Extent
  /** Zero of the seconds. */
  readonly zero: EpochMs
  /** Rises of cell i: `starts[i]` inside, `starts[i + 1]` not. */
  readonly starts: Uint32Array
  readonly seconds: Uint32Array
  /** Pairs: sums of x and y from the cell's corner, in 256ths of a cell, over its row up to here and with it. */
  readonly offsets: Uint32Array
}

export const OFFSET_UNITS = 256

/** Cells in a bandwidth. So many, and splines lose less than two hundredths of the peak wherever an incident lies. */
const CELLS_PER_BANDWIDTH = { quartic: 4.5, gaussian: 2 } as const
/** A province of 600 x 520 km under a kernel of 2 km has two million; a larger region gets larger cells. */
const MAX_CELLS = 2_500_000
const MAX_SIDE = 4_096

export type CubeRaster = Pick<DensityCube, 'x0' | 'y0' | 'step' | 'width' | 'height' | 'extent'>

/** Cells for a region and a kernel, and what lies outside and reaches in. */
export function cubeRaster([west, south, east, north]: Extent, kernel: Kernel): CubeRaster {
  const limit = (lat: number) => Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const left = mercatorX(west)
  const top = mercatorY(limit(north))
  // An extent may run over the antimeridian: its east is then less than its west.
  const spanX = Math.min(1, mercatorX(east < west ? east + 360 : east) - left)
  const spanY = mercatorY(limit(south)) - top
  const least = Math.min(metresPerWorld(top), metresPerWorld(top + spanY))
  const pad = Math.min(0.25, reachM(kernel) / least)
  const [wide, high] = [spanX + 2 * pad, spanY + 2 * pad]
  const fine =
    kernel.bandwidthM / CELLS_PER_BANDWIDTH[kernel.shape] / metresPerWorld(top + spanY / 2)
  let step = Math.max(fine, wide / MAX_SIDE, high / MAX_SIDE)
  const cells = () => [Math.ceil(wide / step) + 2, Math.ceil(high / step) + 2] as const
  let [width, height] = cells()
  while (width * height > MAX_CELLS || Math.max(width, height) > MAX_SIDE) {
    step *= 1.01
    ;[width, height] = cells()
  }
  const x0 = left - pad - step
  const y0 = Math.max(0, top - pad - step)
  const extent: Extent = [
    (x0 - 0.5) * 360,
    latitudeOf(y0 + height * step),
    (x0 + width * step - 0.5) * 360,
    latitudeOf(y0),
  ]
  return { x0, y0, step, width, height, extent }
}

/** Positions in time order, degrees; NaN: none. */
export interface CubeRows {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
}

const NOWHERE = 0xffffffff

/** One pass finds the cells, one lays the rises down; what is outside the cells or not meant is left out. */
export function densityCube(
  rows: CubeRows,
  raster: CubeRaster,
  isMeant?: (row: number) => boolean,
): DensityCube {
  const { count, occurredAt } = rows
  const zero = Math.floor((occurredAt[0] ?? 0) / 1000) * 1000
  const { cells, offsets: within } = cellsOf(rows, raster, isMeant)
  const all = raster.width * raster.height
  // A row more than there are cells, as a texture takes it.
  const starts = new Uint32Array(all + raster.width)
  let kept = 0
  for (let i = 0; i < count; i++) {
    const cell = cells[i] as number
    if (cell === NOWHERE) continue
    starts[cell + 1]!++
    kept++
  }
  for (let i = 1; i <= all; i++) starts[i]! += starts[i - 1] as number
  const next = starts.slice(0, all)
  const seconds = new Uint32Array(kept)
  const offsets = new Uint32Array(2 * kept)
  for (let i = 0; i < count; i++) {
    const cell = cells[i] as number
    if (cell === NOWHERE) continue
    const at = next[cell]!++
    seconds[at] = ((occurredAt[i] as number) - zero) / 1000
    const isFirst = at === starts[cell]
    offsets[2 * at] =
      (isFirst ? 0 : (offsets[2 * at - 2] as number)) + ((within[i] as number) & 255)
    offsets[2 * at + 1] =
      (isFirst ? 0 : (offsets[2 * at - 1] as number)) + ((within[i] as number) >> 8)
  }
  return { ...raster, zero, starts, seconds, offsets }
}

/** Rises that came after a cube was made, each by itself: x and y in cells, and seconds after `since`. */
export interface CubeTail {
  readonly rises: Float32Array
  readonly count: number
  /** Seconds of the cube's clock. */
  readonly since: number
}

/** One triple a row; what has no place in the raster is left out. The cost of a row does not depend on the cube. */
export function cubeTail(
  { count, lng, lat, occurredAt }: CubeRows,
  cube: CubeRaster & Pick<DensityCube, 'zero'>,
): CubeTail {
  const { x0, y0, step, width, height, zero } = cube
  const rises = new Float32Array(3 * count)
  const since = count === 0 ? 0 : Math.floor(((occurredAt[0] as number) - zero) / 1000)
  let kept = 0
  for (let i = 0; i < count; i++) {
    let across = mercatorX(lng[i] as number) - x0
    if (across < 0) across += 1
    const [x, y] = [across / step, (mercatorY(lat[i] as number) - y0) / step]
    if (!(x >= 0 && x < width && y >= 0 && y < height)) continue
    rises[3 * kept] = x
    rises[3 * kept + 1] = y
    rises[3 * kept++ + 2] = Math.floor(((occurredAt[i] as number) - zero) / 1000) - since
  }
  return { rises, count: kept, since }
}

/** Where each row stands: its cell, and x and y in it as two bytes. */
function cellsOf(
  { count, lng, lat }: CubeRows,
  raster: CubeRaster,
  isMeant: ((row: number) => boolean) | undefined,
) {
  const { x0, step, width, height } = raster
  const cells = new Uint32Array(count)
  const offsets = new Uint16Array(count)
  const rowOf = rowTable(raster)
  const perDegree = 1 / 360 / step
  const origin = (0.5 - x0) / step
  const around = 1 / step
  for (let i = 0; i < count; i++) {
    if (isMeant && !isMeant(i)) {
      cells[i] = NOWHERE
      continue
    }
    const row = rowOf(lat[i] as number)
    let column = (lng[i] as number) * perDegree + origin
    if (column < 0) column += around
    else if (column >= around) column -= around
    if (!(row >= 0 && row < height && column >= 0 && column < width)) {
      cells[i] = NOWHERE
      continue
    }
    const [x, y] = [column | 0, row | 0]
    cells[i] = y * width + x
    offsets[i] = (((column - x) * OFFSET_UNITS) | 0) + ((((row - y) * OFFSET_UNITS) | 0) << 8)
  }
  return { cells, offsets }
}

/** Steps of the table that stands for Mercator's logarithm: a thousandth of a metre off at most. */
const TABLE = 8_192

/** Row, with its fraction, of a latitude; NaN where there is none. */
function rowTable({ y0, step, height, extent: [, south, , north] }: CubeRaster) {
  const table = Float64Array.from(
    { length: TABLE + 2 },
    (_, i) => (mercatorY(south + ((north - south) * i) / TABLE) - y0) / step,
  )
  const scale = TABLE / (north - south)
  return (lat: number): number => {
    const at = (lat - south) * scale
    if (!(at >= 0 && at <= TABLE)) return lat > north || lat < south ? height : Number.NaN
    const i = at | 0
    const low = table[i] as number
    return low + (at - i) * ((table[i + 1] as number) - low)
  }
}

export function cubeBuffers({ starts, seconds, offsets }: DensityCube): ArrayBuffer[] {
  return [starts, seconds, offsets].map(({ buffer }) => buffer as ArrayBuffer)
}
