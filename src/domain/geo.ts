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

/** On the unit sphere, x, y and z after one another: many distances between the same points need their sines once. */
export function onSphere(points: Iterable<LngLat>): Float64Array {
  const xyz: number[] = []
  for (const [lng, lat] of points) {
    const [theta, phi] = [lng * RAD, lat * RAD]
    xyz.push(Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi))
  }
  return Float64Array.from(xyz)
}

/** Great-circle distance in metres between point `i` of one list and point `j` of another, as `distanceM` has it. */
export function sphereM(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const dx = (a[3 * i] as number) - (b[3 * j] as number)
  const dy = (a[3 * i + 1] as number) - (b[3 * j + 1] as number)
  const dz = (a[3 * i + 2] as number) - (b[3 * j + 2] as number)
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2))
}

export function isInside([lng, lat]: LngLat, [west, south, east, north]: Extent): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/** Mean of the vertices of a ring; good enough for a label of a small convex place. */
export function centreOf(ring: Ring): LngLat {
  const open = ring.length > 1 ? ring.slice(0, -1) : ring
  const sum = open.reduce<[number, number]>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0])
  return [sum[0] / open.length, sum[1] / open.length]
}
