import { type DensityGrid, density } from './density'
import { densityFloor } from './density-floor'
import { latitudeOf, mercatorX, mercatorY } from './density-raster'
import { type Extent, isInside, type LngLat } from './geo'
import type { TimeWindow } from './time'

/** Where a surface is highest, with as much of it as an inset shows. */
export interface Summit {
  readonly position: LngLat
  /** Incidents per km² per week. */
  readonly value: number
  readonly grid: DensityGrid
}

/** Cells of about a bandwidth, in degrees: fine enough to say in which neighbourhood the summit is. */
const COARSE_DEG = 0.02
/** Half the sides of what is told about it, in degrees at the equator: an inset of 23 x 18 km and a margin. */
const HALF_DEG: readonly [number, number] = [0.14, 0.12]

interface Places {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
}

/** Null where nothing is painted. The neighbourhood is found by counting, the rest is exact. */
export function summitOf(places: Places, region: Extent, window: TimeWindow): Summit | null {
  const coarse = densestCell(places, region)
  if (!coarse) return null
  const [lng, lat] = coarse
  const widen = 1 / Math.cos((lat * Math.PI) / 180)
  const extent: Extent = [
    Math.max(-180, lng - HALF_DEG[0] * widen),
    lat - HALF_DEG[1],
    Math.min(180, lng + HALF_DEG[0] * widen),
    lat + HALF_DEG[1],
  ]
  const near = rowsIn(places, [
    extent[0] - 0.05 * widen,
    extent[1] - 0.05,
    extent[2] + 0.05 * widen,
    extent[3] + 0.05,
  ])
  const grid = density(near.lng, near.lat, extent, window.to - window.from)
  const top = highest(grid, densityFloor(window.to - window.from))
  return top && { ...top, grid }
}

function densestCell({ count, lng, lat }: Places, region: Extent): LngLat | null {
  const [west, south, east, north] = region
  if (east < west) return null
  const step = Math.max(COARSE_DEG, (east - west) / 2_000, (north - south) / 2_000)
  const width = Math.ceil((east - west) / step) + 1
  const height = Math.ceil((north - south) / step) + 1
  const counts = new Uint32Array(width * height)
  for (let i = 0; i < count; i++) {
    const at = [lng[i] as number, lat[i] as number] as const
    if (!isInside(at, region)) continue
    counts[Math.floor((at[1] - south) / step) * width + Math.floor((at[0] - west) / step)]!++
  }
  let [best, most] = [-1, 0]
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      // Nine cells, the middle ones heavier: a town may lie on a seam.
      let sum = 0
      for (let j = Math.max(0, row - 1); j <= Math.min(height - 1, row + 1); j++)
        for (let i = Math.max(0, column - 1); i <= Math.min(width - 1, column + 1); i++)
          sum += (counts[j * width + i] as number) * (i === column ? 2 : 1) * (j === row ? 2 : 1)
      if (sum > most) [best, most] = [row * width + column, sum]
    }
  if (best < 0) return null
  return [west + ((best % width) + 0.5) * step, south + (Math.floor(best / width) + 0.5) * step]
}

function rowsIn({ count, lng, lat }: Places, extent: Extent) {
  const found: number[] = []
  for (let i = 0; i < count; i++)
    if (isInside([lng[i] as number, lat[i] as number], extent)) found.push(i)
  return {
    lng: Float64Array.from(found, (i) => lng[i] as number),
    lat: Float64Array.from(found, (i) => lat[i] as number),
  }
}

function highest(grid: DensityGrid, floor: number): { position: LngLat; value: number } | null {
  let at = -1
  let value = floor
  for (let i = 0; i < grid.values.length; i++) {
    const one = grid.values[i] as number
    if (one >= value) [at, value] = [i, one]
  }
  if (at < 0) return null
  const [west, , east, north] = grid.extent
  const x0 = mercatorX(west)
  const step = (mercatorX(east) - x0) / grid.width
  const x = x0 + ((at % grid.width) + 0.5) * step
  const y = mercatorY(north) + (Math.floor(at / grid.width) + 0.5) * step
  return { position: [(x - 0.5) * 360, latitudeOf(y)], value }
}
