import { EARTH_RADIUS_M, type Extent } from './geo'

/** Beyond this Web Mercator has no place on the square map. */
export const MERCATOR_LIMIT = 85.051128779806

const CELL_M = 250
/** 24 MB of numbers; a larger region gets larger cells. */
const MAX_CELLS = 6_000_000
/** What WebGL 2 machines take as one texture. */
const MAX_SIDE = 4_096
const CIRCUMFERENCE_M = 2 * Math.PI * EARTH_RADIUS_M

/** Equal cells in Web Mercator, where the world is 1 wide and y runs south from the north edge. */
export interface Raster {
  readonly x0: number
  readonly y0: number
  readonly step: number
  readonly width: number
  readonly height: number
  /** What the cells cover: the extent asked for, and up to one cell more in the east and south. */
  readonly extent: Extent
}

/** x of a longitude that is not wrapped: 0 at 180° W, 1 at 180° E, more beyond. */
export function mercatorX(lng: number): number {
  return lng / 360 + 0.5
}

export function mercatorY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}

export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
}

/** Metres on the ground of one world width, at a Mercator y. */
export function metresPerWorld(y: number): number {
  return CIRCUMFERENCE_M / Math.cosh(Math.PI * (1 - 2 * y))
}

/** Cells of about 250 m in the middle of the extent, fewer and larger where that would be too many. */
export function rasterOf([west, south, east, north]: Extent): Raster {
  const limit = (lat: number) => Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const x0 = mercatorX(west)
  const y0 = mercatorY(limit(north))
  // An extent may run over the antimeridian: its east is then less than its west.
  const spanX = Math.min(1, mercatorX(east < west ? east + 360 : east) - x0)
  const spanY = mercatorY(limit(south)) - y0
  const fine = CELL_M / metresPerWorld(y0 + spanY / 2)
  const cells = (step: number) => [
    Math.max(1, Math.ceil(spanX / step - 1e-9)),
    Math.max(1, Math.ceil(spanY / step - 1e-9)),
  ]
  let step = Math.max(
    fine,
    Math.sqrt((spanX * spanY) / MAX_CELLS),
    spanX / MAX_SIDE,
    spanY / MAX_SIDE,
  )
  let [width = 1, height = 1] = cells(step)
  while (width * height > MAX_CELLS) {
    step *= 1.001
    ;[width = 1, height = 1] = cells(step)
  }
  const right = (x0 + width * step - 0.5) * 360
  return {
    x0,
    y0,
    step,
    width,
    height,
    extent: [west, latitudeOf(y0 + height * step), right, north],
  }
}
