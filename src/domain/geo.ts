/** Longitude and latitude in degrees, WGS-84. The only position that exists inside the product. */
export type LngLat = readonly [lng: number, lat: number]

/** A closed ring: first and last vertex are equal, at least four vertices. */
export type Ring = readonly LngLat[]

/** West, south, east, north in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number]

/** Mean Earth radius in metres (IUGG R1). */
export const EARTH_RADIUS_M = 6_371_008.8

const RAD = Math.PI / 180

/** Great-circle distance in metres (haversine). */
export function distanceM(a: LngLat, b: LngLat): number {
  const dLat = (b[1] - a[1]) * RAD
  const dLng = (b[0] - a[0]) * RAD
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

export function isInside([lng, lat]: LngLat, [west, south, east, north]: Extent): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/** Mean of the vertices of a ring; good enough for a label of a small convex place. */
export function centreOf(ring: Ring): LngLat {
  const corners = ring.length > 1 ? ring.length - 1 : ring.length
  let [lng, lat] = [0, 0]
  for (let i = 0; i < corners; i++) {
    lng += ring[i]?.[0] ?? 0
    lat += ring[i]?.[1] ?? 0
  }
  return [lng / corners, lat / corners]
}
