/**
 * Chance without memory: every draw is a hash of what it is about (seed, entity, bucket of time), so that
 * the order of calls never changes an answer.
 */
export type Key = number

/** Folds one number into a key. Good avalanche (murmur3 finaliser), 32 bits. */
export function mix(key: Key, part: number): Key {
  let h = Math.imul((key ^ Math.imul(part | 0, 0x9e3779b1)) >>> 0, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h + 0x165667b1, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export function keyOf(...parts: readonly (number | string)[]): Key {
  let key: Key = 0x2545f491
  for (const part of parts) {
    if (typeof part === 'number') key = mix(mix(key, part), Math.floor(part / 0x1_0000_0000))
    else for (let i = 0; i < part.length; i++) key = mix(key, part.charCodeAt(i))
  }
  return key
}

/** The n-th draw about a key, in [0, 1). */
export function chance(key: Key, n: number): number {
  return mix(mix(key, n), 0x51ed) / 0x1_0000_0000
}

/** A sequence of draws about a key (mulberry32). */
export function dice(key: Key): () => number {
  let state = key
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** Standard normal (Box and Muller, one of the pair). */
export function normal(roll: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
}

/** Poisson count for a mean; above 60 by the normal approximation. */
export function poisson(mean: number, roll: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(roll)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let p = roll(); p > limit; p *= roll()) count++
  return count
}

/** Index drawn by weight: `u` in [0, 1) against cumulative sums. */
export function weighted(cumulative: readonly number[], u: number): number {
  const target = u * (cumulative.at(-1) ?? 0)
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) > target) high = middle
    else low = middle + 1
  }
  return low
}

export function cumulate(weights: readonly number[]): number[] {
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum
  })
}

/** Splits `total` whole things by weight so that the parts add up (largest remainder). */
export function allot(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  let left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder) {
    if (left-- <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
  }
  return parts
}

export function pick<T>(list: readonly T[], u: number): T {
  return list[Math.min(list.length - 1, Math.floor(u * list.length))] as T
}
