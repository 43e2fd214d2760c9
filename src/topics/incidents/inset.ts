import type { DensityGrid } from '../../domain/density'
import { mercatorX, mercatorY, metresPerWorld } from '../../domain/density-raster'
import type { LngLat } from '../../domain/geo'

/** A picture cut out of the surface: `width` x `height` pixels of `metresPerPx` each, about a centre. */
export interface Cut {
  readonly centre: LngLat
  readonly width: number
  readonly height: number
  readonly metresPerPx: number
}

/** Class of every pixel of the cut by its lower limits, from the top left: -1 below all and outside the surface. */
export function classesOf(
  grid: DensityGrid,
  { centre, width, height, metresPerPx }: Cut,
  breaks: readonly number[],
): Int8Array {
  const { x0, y0, step } = rasterOfGrid(grid)
  const middleY = mercatorY(centre[1])
  const cellsPerPx = metresPerPx / metresPerWorld(middleY) / step
  const column = (mercatorX(centre[0]) - x0) / step - 0.5
  const row = (middleY - y0) / step - 0.5
  const classes = new Int8Array(width * height)
  for (let py = 0; py < height; py++)
    for (let px = 0; px < width; px++) {
      const value = valueAt(
        grid,
        column + (px + 0.5 - width / 2) * cellsPerPx,
        row + (py + 0.5 - height / 2) * cellsPerPx,
      )
      classes[py * width + px] = breaks.filter((from) => value >= from).length - 1
    }
  return classes
}

/** Where a position falls in the cut, in its pixels from the top left. */
export function cutPoint({ centre, width, height, metresPerPx }: Cut, [lng, lat]: LngLat): LngLat {
  const middleY = mercatorY(centre[1])
  const pxPerWorld = metresPerWorld(middleY) / metresPerPx
  return [
    width / 2 + (mercatorX(lng) - mercatorX(centre[0])) * pxPerWorld,
    height / 2 + (mercatorY(lat) - middleY) * pxPerWorld,
  ]
}

/** What of the places lies in the cut, whole: with so many of its pixels around it. */
export function inCut<One extends { readonly position: LngLat }>(
  cut: Cut,
  places: readonly One[],
  around: number,
): readonly { readonly one: One; readonly at: LngLat }[] {
  return places.flatMap((one) => {
    const at = cutPoint(cut, one.position)
    const isIn =
      at[0] >= around &&
      at[1] >= around &&
      at[0] <= cut.width - around &&
      at[1] <= cut.height - around
    return isIn ? [{ one, at }] : []
  })
}

/** Between the centres of cells the surface is taken as bilinear, as on the map. */
function valueAt({ values, width, height }: DensityGrid, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const cell = (c: number, r: number) =>
    c < 0 || r < 0 || c >= width || r >= height ? 0 : (values[r * width + c] as number)
  const [u, v] = [x - left, y - top]
  return (
    (cell(left, top) * (1 - u) + cell(left + 1, top) * u) * (1 - v) +
    (cell(left, top + 1) * (1 - u) + cell(left + 1, top + 1) * u) * v
  )
}

function rasterOfGrid({ extent: [west, , east, north], width }: DensityGrid) {
  const x0 = mercatorX(west)
  return { x0, y0: mercatorY(north), step: (mercatorX(east) - x0) / width }
}
