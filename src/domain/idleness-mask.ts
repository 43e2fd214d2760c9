import { latitudeOf, mercatorX, type Raster } from './density-raster'
import type { Ring } from './geo'

/**
 * 1 for each cell whose centre lies in one area, given as all its rings, holes among them (even-odd). Row by row, so
 * that a province of a million cells costs what its border costs.
 */
export function areaMask(
  { x0, y0, step, width, height }: Raster,
  rings: readonly Ring[],
): Uint8Array {
  const mask = new Uint8Array(width * height)
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((b, i) => ({ a: ring[i] as Ring[number], b })),
  )
  for (let row = 0; row < height; row++) {
    const lat = latitudeOf(y0 + (row + 0.5) * step)
    const crossings: number[] = []
    for (const { a, b } of edges) {
      if (a[1] > lat === b[1] > lat) continue
      const lng = a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
      crossings.push((mercatorX(lng) - x0) / step)
    }
    crossings.sort((a, b) => a - b)
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil((crossings[k] as number) - 0.5))
      const to = Math.min(width, Math.ceil((crossings[k + 1] as number) - 0.5))
      if (from < to) mask.fill(1, row * width + from, row * width + to)
    }
  }
  return mask
}
