/** Chance of a standard normal value at least this far from 0 on either side; relative error under 2e-7. */
export function twoSidedP(z: number): number {
  // erfc by Chebyshev fit (Press et al., Numerical Recipes, erfcc): its relative error holds in the far tail too.
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  let sum = 0
  for (const term of ERFC) sum = sum * t + term
  return Math.min(1, t * Math.exp(sum - x * x))
}

const ERFC = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
  1.00002368, -1.26551223,
] as const

/**
 * Benjamini and Hochberg (1995): of `tests` hypotheses, those with a p-value of at most the answer are rejected, and
 * no more than a share q of them falsely on average. 0 where none is. `small` holds at least every p-value up to q.
 *
 * Without sorting: p(k) <= k q / m holds for the largest k with at least k values in the first k steps of q / m.
 */
export function discoveryLimit(small: ArrayLike<number>, tests: number, q: number): number {
  const steps = new Uint32Array(tests + 1)
  for (let i = 0; i < small.length; i++) {
    const step = stepOf(small[i] as number, tests, q)
    if (step <= tests) steps[step]!++
  }
  let [seen, rejected] = [0, 0]
  for (let k = 0; k <= tests; k++) {
    seen += steps[k] as number
    if (seen >= k && k > 0) rejected = k
  }
  return (rejected * q) / tests
}

/** The least k with p <= k q / m, asked of the very numbers that are compared, not of a rounded quotient. */
function stepOf(p: number, tests: number, q: number): number {
  let k = Math.ceil((p * tests) / q)
  if (k > 0 && p <= ((k - 1) * q) / tests) k--
  else if (p > (k * q) / tests) k++
  return Math.max(k, 1)
}
