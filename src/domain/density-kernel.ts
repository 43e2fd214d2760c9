/** Bandwidth of the density: beyond this many metres an incident adds nothing. */
export const BANDWIDTH_M = 2_000

/** Quartic (biweight) kernel at a squared distance over squared bandwidth, per km²; integrates to 1 over its disc. */
export function quartic(squaredShare: number, radiusM = BANDWIDTH_M): number {
  if (squaredShare >= 1) return 0
  const rest = 1 - squaredShare
  return peakPerKm2(radiusM) * rest * rest
}

/** What a single incident adds at its own place, per km²: 0.24 for 2 km. */
export function peakPerKm2(radiusM = BANDWIDTH_M): number {
  return 3 / (Math.PI * (radiusM / 1000) ** 2)
}
