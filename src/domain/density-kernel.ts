/** Bandwidth of the density: beyond this many metres an incident adds nothing. */
export const BANDWIDTH_M = 2_000

/** How far an incident reaches, and in which shape. */
export interface Kernel {
  readonly shape: 'quartic' | 'gaussian'
  /** Quartic: radius of the disc. Gaussian: standard deviation. */
  readonly bandwidthM: number
}

/** What the product draws and prints on the legend. */
export const KERNEL: Kernel = { shape: 'quartic', bandwidthM: BANDWIDTH_M }

/** A normal law ends here, in standard deviations: what lies beyond is a thousandth. */
export const GAUSSIAN_ENDS = 3.75

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

/** Gaussian kernel at a squared distance over squared standard deviation, per km². */
export function gaussian(squaredShare: number, sigmaM: number): number {
  return Math.exp(-squaredShare / 2) / (2 * Math.PI * (sigmaM / 1000) ** 2)
}

/** Metres beyond which a kernel adds nothing. */
export function reachM({ shape, bandwidthM }: Kernel): number {
  return shape === 'quartic' ? bandwidthM : GAUSSIAN_ENDS * bandwidthM
}

/** Class limits in incidents per km² per week. Fixed: they follow neither view nor data. */
export const DENSITY_BREAKS = [0.5, 1, 2, 5, 10, 20] as const
