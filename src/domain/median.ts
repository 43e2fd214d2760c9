import type { Stop } from './cover'

/** p-median (Hakimi 1964): choose `p` sites so that the weighted mean time to the nearest one is least. */
export interface MedianProblem {
  readonly p: number
  /** From site `s` to demand point `d`, minutes, at `s * weight.length + d`. */
  readonly minutes: Float32Array
  readonly weight: Float64Array
}

export interface Median {
  readonly chosen: readonly number[]
  /** Minutes per unit of weight; null where there is no weight. */
  readonly meanMin: number | null
}

const ROUNDS = 8

/** Greedy, then interchange (Teitz & Bart 1968) until nothing is won: a local best, without a bound. */
export function leastMean(problem: MedianProblem, stop: Stop = () => false): Median {
  const { p, minutes, weight } = problem
  const m = weight.length
  const n = m > 0 ? minutes.length / m : 0
  const total = weight.reduce((sum, w) => sum + w, 0)
  if (n === 0 || total === 0) return { chosen: [], meanMin: null }
  const nearest = new Float64Array(m).fill(Number.POSITIVE_INFINITY)
  const chosen: number[] = []
  // What a site saved last time is the most that it can save now.
  const saves = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  while (chosen.length < Math.min(p, n) && !stop()) {
    let best = -1
    let most = -1
    for (const s of orderOf(saves)) {
      if ((saves[s] as number) <= most) break
      if (chosen.includes(s)) continue
      const saved = savedBy(problem, nearest, s)
      saves[s] = saved
      if (saved > most) [best, most] = [s, saved]
    }
    if (best < 0) break
    chosen.push(best)
    for (let d = 0; d < m; d++)
      nearest[d] = Math.min(nearest[d] as number, minutes[best * m + d] as number)
  }
  for (let round = 0; round < ROUNDS && !stop(); round++) if (!interchange(problem, chosen)) break
  return { chosen, meanMin: costOf(problem, chosen) / total }
}

/** Weighted mean time to the nearest of `chosen`, minutes. */
export function meanMinutes(problem: MedianProblem, chosen: readonly number[]): number | null {
  const total = problem.weight.reduce((sum, w) => sum + w, 0)
  return total === 0 || chosen.length === 0 ? null : costOf(problem, chosen) / total
}

function orderOf(saves: Float64Array) {
  return Array.from(saves.keys()).sort((a, b) => (saves[b] as number) - (saves[a] as number))
}

/** Nothing is near before the first site is there: all start from the same, far time. */
const FAR_MIN = 1e4

function savedBy({ minutes, weight }: MedianProblem, nearest: Float64Array, site: number): number {
  const m = weight.length
  let saved = 0
  for (let d = 0; d < m; d++) {
    const now = Math.min(FAR_MIN, nearest[d] as number)
    const then = minutes[site * m + d] as number
    if (then < now) saved += (now - then) * (weight[d] as number)
  }
  return saved
}

function costOf({ minutes, weight }: MedianProblem, chosen: readonly number[]): number {
  const m = weight.length
  let cost = 0
  for (let d = 0; d < m; d++) {
    let least = Number.POSITIVE_INFINITY
    for (const s of chosen) least = Math.min(least, minutes[s * m + d] as number)
    cost += least * (weight[d] as number)
  }
  return cost
}

/** Of each demand point: time to the nearest of `chosen` and to the one after it, and which it is. */
interface NearestTwo {
  readonly first: Int32Array
  readonly near: Float64Array
  readonly next: Float64Array
}

function nearestTwo({ minutes, weight }: MedianProblem, chosen: readonly number[]): NearestTwo {
  const m = weight.length
  const first = new Int32Array(m)
  const near = new Float64Array(m)
  const next = new Float64Array(m)
  for (let d = 0; d < m; d++) {
    let [a, b, at] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
    chosen.forEach((s, i) => {
      const time = minutes[s * m + d] as number
      if (time < a) [b, a, at] = [a, time, i]
      else if (time < b) b = time
    })
    near[d] = a
    next[d] = b
    first[d] = at
  }
  return { first, near, next }
}

/** For each exchange of a chosen site for another one: minutes of the mean that it saves; negative where it costs. */
export function savedByExchange(
  problem: MedianProblem,
  chosen: readonly number[],
  exchanges: readonly { readonly out: number; readonly site: number }[],
): readonly number[] {
  const { minutes, weight } = problem
  const m = weight.length
  const total = weight.reduce((sum, w) => sum + w, 0)
  const { first, near, next } = nearestTwo(problem, chosen)
  return exchanges.map(({ out, site }) => {
    const leaving = chosen.indexOf(out)
    let saved = 0
    for (let d = 0; d < m; d++) {
      const rest = first[d] === leaving ? (next[d] as number) : (near[d] as number)
      const then = Math.min(rest, minutes[site * m + d] as number)
      saved += ((near[d] as number) - then) * (weight[d] as number)
    }
    return total === 0 ? 0 : saved / total
  })
}

/** One round over all sites; each may take the place of the chosen one whose leaving costs least (Whitaker 1983). */
function interchange(problem: MedianProblem, chosen: number[]): boolean {
  const { minutes, weight } = problem
  const m = weight.length
  const n = minutes.length / m
  let { first, near, next } = nearestTwo(problem, chosen)
  let isBetter = false
  for (let s = 0; s < n; s++) {
    if (chosen.includes(s)) continue
    let won = 0
    const loss = new Float64Array(chosen.length)
    for (let d = 0; d < m; d++) {
      const w = weight[d] as number
      const time = minutes[s * m + d] as number
      const [a, b] = [near[d] as number, next[d] as number]
      const i = first[d] as number
      if (time < a) won += (a - time) * w
      else loss[i] = (loss[i] as number) + (Math.min(b, time) - a) * w
    }
    const out = loss.indexOf(Math.min(...loss))
    if (won - (loss[out] as number) <= 1e-9) continue
    chosen[out] = s
    isBetter = true
    ;({ first, near, next } = nearestTwo(problem, chosen))
  }
  return isBetter
}
