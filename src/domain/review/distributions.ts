/**
 * Tails and quantiles of the distributions that the rest stands on: incomplete gamma and beta by series and continued
 * fraction (Press et al., Numerical Recipes, 6.2 and 6.4). True to ten digits for counts up to a million.
 */

const EPSILON = 1e-15
const TINY = 1e-300
/** Terms needed grow with the square root of the count: this is enough for a hundred million. */
const MOST_TERMS = 200_000

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const

/** ln Γ(x), x > 0 (Lanczos; Stirling's series where it is better). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  if (x > 20) {
    const r = 1 / (x * x)
    const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
  }
  let sum = 0.9999999999998099
  LANCZOS.forEach((c, i) => {
    sum += c / (x + i)
  })
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** P(X ≤ x) and P(X > x) of a gamma variate of shape `a` and scale 1, both true to their own size. */
export function gammaTails(
  a: number,
  x: number,
): { readonly below: number; readonly above: number } {
  if (x <= 0) return { below: 0, above: 1 }
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) {
      term *= x / (a + n)
      sum += term
    }
    const below = Math.min(1, sum * scale)
    return { below, above: 1 - below }
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / away(an * d + b)
    c = away(b + an / c)
    const step = c * d
    h *= step
    if (Math.abs(step - 1) < EPSILON) break
  }
  const above = Math.min(1, h * scale)
  return { below: 1 - above, above }
}

/** P(Z > z) of the standard normal. */
export function normalAbove(z: number): number {
  const { below, above } = gammaTails(0.5, (z * z) / 2)
  return z >= 0 ? above / 2 : (1 + below) / 2
}

/** z with P(Z > z) = p, 0 < p < 1 (Acklam's start, then Newton). Of a tail: 1 − p would lose its digits. */
export function normalUpper(p: number): number {
  if (p > 0.5) return -normalUpper(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  // Abramowitz & Stegun 26.2.23, within 4.5e-4.
  let z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let i = 0; i < 4; i++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    if (density < TINY) break
    const step = (normalAbove(z) - p) / density
    // Halley's correction: the tail is steep.
    z += step / (1 + (z * step) / 2)
  }
  return z
}

/** x with P(X ≤ x) = p of a gamma variate of shape `a`; bisection between safe ends. */
export function gammaQuantile(a: number, p: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Number.POSITIVE_INFINITY
  const upper = p > 0.5
  const misses = (x: number) => {
    const { below, above } = gammaTails(a, x)
    return upper ? 1 - p - above : below - p
  }
  // Wilson & Hilferty 1931, or the first term of the series, widened until the ends hold the root.
  const z = -normalUpper(p)
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  const guess = cube > 0.1 ? a * cube ** 3 : Math.exp((Math.log(p) + logGamma(a + 1)) / a)
  let low = guess
  let high = guess
  while (low > TINY && misses(low) > 0) low /= 1.05
  while (misses(high) < 0) high = high * 1.05 + TINY
  for (let i = 0; i < 80 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2
    if (misses(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(X ≤ count) and P(X ≥ count) of a Poisson variate. */
export function poissonTails(
  count: number,
  mean: number,
): { readonly atMost: number; readonly atLeast: number } {
  return {
    atMost: mean === 0 ? 1 : gammaTails(count + 1, mean).above,
    atLeast: count <= 0 ? 1 : gammaTails(count, mean).below,
  }
}

/** P(X ≤ x) of a beta variate: the regularised incomplete beta function. */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(b, a, 1 - x)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  )
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < EPSILON) break
  }
  return Math.min(1, (front * h) / a)
}

/** x with P(X ≤ x) = p of a beta variate, by bisection. */
export function betaQuantile(a: number, b: number, p: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 100 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2
    if (betaBelow(a, b, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Of `drawn` cases out of `all`, of which `marked` are marked: P(at most so many marked), P(at least). */
export function hypergeometricTails(
  hits: number,
  drawn: number,
  marked: number,
  all: number,
): { readonly atMost: number; readonly atLeast: number } {
  const least = Math.max(0, drawn + marked - all)
  const most = Math.min(drawn, marked)
  const chance = (k: number) =>
    Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn))
  let atMost = 0
  let atLeast = 0
  for (let k = least; k <= most; k++) {
    if (k <= hits) atMost += chance(k)
    if (k >= hits) atLeast += chance(k)
  }
  return { atMost: Math.min(1, atMost), atLeast: Math.min(1, atLeast) }
}

/** P(X ≤ hits) and P(X ≥ hits) of a binomial variate. */
export function binomialTails(
  hits: number,
  of: number,
  chance: number,
): { readonly atMost: number; readonly atLeast: number } {
  return {
    atMost: hits >= of ? 1 : betaBelow(of - hits, hits + 1, 1 - chance),
    atLeast: hits <= 0 ? 1 : betaBelow(hits, of - hits + 1, chance),
  }
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

function away(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
