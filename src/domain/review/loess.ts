/**
 * Local regression at equal steps, as the STL procedure of Cleveland et al. (1990, netlib `a/stl`) has it: neighbours by
 * position, tricube weights, degree 0 or 1, each point with a weight of its own. A point of weight 0 is a gap: it takes no
 * part, and is estimated from those around it.
 */
export interface Loess {
  /** Points in a neighbourhood; more than there are widen the weights. */
  readonly span: number
  readonly degree: 0 | 1
}

/** At every point. */
export function smooth(y: Float64Array, weights: Float64Array, loess: Loess): Float64Array {
  const n = y.length
  const width = Math.min(loess.span, n)
  const half = Math.floor((loess.span + 1) / 2)
  let left = 0
  const smoothed = Float64Array.from(y, (_, i) => {
    if (loess.span < n && i >= half && left + width < n) left++
    return estimate(y, weights, loess, i, left, left + width - 1)
  })
  return filled(smoothed)
}

/** At the points, at the one before the first and at the one behind the last. */
export function smoothBeyond(y: Float64Array, weights: Float64Array, loess: Loess): Float64Array {
  const n = y.length
  const last = Math.min(loess.span, n) - 1
  const beyond = new Float64Array(n + 2)
  beyond.set(smooth(y, weights, loess), 1)
  const before = estimate(y, weights, loess, -1, 0, last)
  const behind = estimate(y, weights, loess, n, n - 1 - last, n - 1)
  beyond[0] = Number.isNaN(before) ? (beyond[1] as number) : before
  beyond[n + 1] = Number.isNaN(behind) ? (beyond[n] as number) : behind
  return beyond
}

/** NaN: no neighbour has a weight. */
function estimate(
  y: Float64Array,
  weights: Float64Array,
  { span, degree }: Loess,
  at: number,
  left: number,
  right: number,
): number {
  const n = y.length
  const reach = Math.max(at - left, right - at) + (span > n ? Math.floor((span - n) / 2) : 0)
  const w = new Float64Array(right - left + 1)
  let total = 0
  for (let j = left; j <= right; j++) {
    const r = Math.abs(j - at)
    if (r > 0.999 * reach && reach > 0) continue
    const own = r <= 0.001 * reach ? 1 : (1 - (r / reach) ** 3) ** 3
    total += w[j - left] = own * (weights[j] as number)
  }
  if (total <= 0) return Number.NaN
  let mean = 0
  let value = 0
  for (let j = left; j <= right; j++) {
    w[j - left]! /= total
    mean += (w[j - left] as number) * j
    value += (w[j - left] as number) * (y[j] as number)
  }
  if (degree === 0 || reach === 0) return value
  let variance = 0
  for (let j = left; j <= right; j++) variance += (w[j - left] as number) * (j - mean) ** 2
  // Points all in one place have no slope.
  if (Math.sqrt(variance) <= 0.001 * (n - 1)) return value
  let slope = 0
  for (let j = left; j <= right; j++)
    slope += ((w[j - left] as number) * (j - mean) * (y[j] as number)) / variance
  return value + slope * (at - mean)
}

/** Where no neighbour has a weight, the nearest estimate. The original keeps the value itself, outlier or gap as it is. */
function filled(values: Float64Array): Float64Array {
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]))
  if (known.length === values.length || known.length === 0) return values
  return values.map((value, i) => {
    if (!Number.isNaN(value)) return value
    const nearest = known.reduce((a, b) => (Math.abs(b - i) < Math.abs(a - i) ? b : a))
    return values[nearest] as number
  })
}
