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
  let order = Array.from(saves.keys())
  while (chosen.length < Math.min(p, n) && !stop()) {
    let best = -1
    let most = -1
    let looks = 0
    for (const s of order) {
      if ((saves[s] as number) <= most) break
      looks++
      const saved = savedBy(problem, nearest, s)
      saves[s] = saved
      if (saved > most) [best, most] = [s, saved]
    }
    if (best < 0) break
    chosen.push(best)
    // What was not looked at is in order still; what was goes back to its place.
    const seen = order.slice(0, looks).filter((s) => s !== best)
    order = merged(seen, order.slice(looks), saves)
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

/** The first list in any order, the second by falling savings: together by falling savings. */
function merged(seen: number[], rest: readonly number[], saves: Float64Array): number[] {
  const by = (s: number) => saves[s] as number
  seen.sort((a, b) => by(b) - by(a))
  const all: number[] = []
  let i = 0
  for (const s of rest) {
    while (i < seen.length && by(seen[i] as number) >= by(s)) all.push(seen[i++] as number)
    all.push(s)
  }
  while (i < seen.length) all.push(seen[i++] as number)
  return all
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
  readonly second: Int32Array
  readonly near: Float64Array
  readonly next: Float64Array
}

function nearestTwo(problem: MedianProblem, chosen: readonly number[]): NearestTwo {
  const m = problem.weight.length
  const two = {
    first: new Int32Array(m),
    second: new Int32Array(m).fill(-1),
    near: new Float64Array(m),
    next: new Float64Array(m),
  }
  for (let d = 0; d < m; d++) lookAt(problem, chosen, two, d)
  return two
}

/** Among all of `chosen`, for one demand point. */
function lookAt(
  { minutes, weight }: MedianProblem,
  chosen: readonly number[],
  { first, second, near, next }: NearestTwo,
  d: number,
) {
  const m = weight.length
  let [a, b, at, then] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, -1]
  for (let i = 0; i < chosen.length; i++) {
    const time = minutes[(chosen[i] as number) * m + d] as number
    if (time < a) [b, then, a, at] = [a, at, time, i]
    else if (time < b) [b, then] = [time, i]
  }
  near[d] = a
  next[d] = b
  first[d] = at
  second[d] = b === Number.POSITIVE_INFINITY ? -1 : then
}

/** After another site has taken the place `out`: only those look again whose first or second it was. */
function replaced(problem: MedianProblem, chosen: readonly number[], two: NearestTwo, out: number) {
  const m = problem.weight.length
  const site = chosen[out] as number
  const { first, second, near, next } = two
  for (let d = 0; d < m; d++) {
    const time = problem.minutes[site * m + d] as number
    if (first[d] === out || second[d] === out) lookAt(problem, chosen, two, d)
    else if (time < (near[d] as number)) {
      next[d] = near[d] as number
      second[d] = first[d] as number
      near[d] = time
      first[d] = out
    } else if (time < (next[d] as number)) {
      next[d] = time
      second[d] = out
    }
  }
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
  const two = nearestTwo(problem, chosen)
  const { first, near, next } = two
  const taken = new Set(chosen)
  let isBetter = false
  for (let s = 0; s < n; s++) {
    if (taken.has(s)) continue
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
    const out = leastOf(loss)
    if (won - (loss[out] as number) <= 1e-9) continue
    taken.delete(chosen[out] as number)
    taken.add(s)
    chosen[out] = s
    isBetter = true
    replaced(problem, chosen, two, out)
  }
  return isBetter
}

function leastOf(values: Float64Array): number {
  let least = 0
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) < (values[least] as number)) least = i
  return least
}
