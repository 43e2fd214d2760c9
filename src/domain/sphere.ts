import { EARTH_RADIUS_M, type LngLat } from './geo'

const RAD = Math.PI / 180

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
