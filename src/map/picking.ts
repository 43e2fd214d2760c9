import { worldPx } from './mercator'
import type { Hit } from './paint'

/** Finds what lies under the pointer. Zoom and place in world px of that zoom. */
export type Pick = (lng: number, lat: number, zoom: number) => Hit | null

const INDEX_ABOVE = 1000
/** Side of a cell of the index in degrees of longitude and latitude. */
const CELL = 0.25

/**
 * The nearest hit whose radius holds the pointer; at equal distance the later one, which lies on top. On the CPU:
 * picking on the GPU costs a frame.
 */
export function pickOver(hits: readonly Hit[]): Pick {
  if (hits.length <= INDEX_ABOVE) return (lng, lat, zoom) => nearest(hits, lng, lat, zoom)
  const cells = new Map<string, Hit[]>()
  let largest = 0
  for (const hit of hits) {
    const key = cellKey(Math.floor(hit.position[0] / CELL), Math.floor(hit.position[1] / CELL))
    const cell = cells.get(key)
    if (cell) cell.push(hit)
    else cells.set(key, [hit])
    largest = Math.max(largest, hit.radiusPx + Math.hypot(...(hit.offsetPx ?? [0, 0])))
  }
  return (lng, lat, zoom) => {
    // A degree of latitude is at least as many px as one of longitude: reckoned by longitude, the reach is enough for both.
    const reach = (largest * 360) / (512 * 2 ** zoom)
    const near: Hit[] = []
    for (let i = Math.floor((lng - reach) / CELL); i <= Math.floor((lng + reach) / CELL); i++)
      for (let j = Math.floor((lat - reach) / CELL); j <= Math.floor((lat + reach) / CELL); j++)
        near.push(...(cells.get(cellKey(i, j)) ?? []))
    return nearest(near, lng, lat, zoom)
  }
}

function cellKey(i: number, j: number): string {
  return `${i},${j}`
}

function nearest(hits: readonly Hit[], lng: number, lat: number, zoom: number): Hit | null {
  const [x, y] = worldPx(lng, lat, zoom)
  let best: Hit | null = null
  let least = Number.POSITIVE_INFINITY
  for (const hit of hits) {
    const [hx, hy] = worldPx(hit.position[0], hit.position[1], zoom)
    const [dx, dy] = hit.offsetPx ?? [0, 0]
    const distance = Math.hypot(hx + dx - x, hy + dy - y)
    if (distance <= hit.radiusPx && distance <= least) {
      best = hit
      least = distance
    }
  }
  return best
}
