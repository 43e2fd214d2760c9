import { coverBound } from './cover-bound'

/**
 * Maximal covering location (Church & ReVelle 1974): choose `p` sites so that the demand within reach of at least one
 * is greatest, with a floor for every area. Coverage with such a floor is monotone and submodular, so greedy gives at
 * least 1 − 1/e of the best (Nemhauser, Wolsey & Fisher 1978); it is computed lazily (Minoux 1978), then bettered by
 * swaps, then proven by branch and bound where the instance is small enough.
 */
export interface CoverProblem {
  /** Sites to choose, at most. */
  readonly p: number
  /** Site `s` reaches the demand points `reached[start[s]]` up to `reached[start[s + 1]]`. */
  readonly start: Uint32Array
  readonly reached: Uint32Array
  /** Of each demand point; not negative. */
  readonly weight: Float64Array
  /** Area of each demand point, 0 to `areas` − 1. */
  readonly area: Uint16Array
  readonly areas: number
  /** Share of each area's demand that comes before the rest, 0 to 1: it counts `UNDER_FLOOR` times. */
  readonly floor: number
}

export interface Cover {
  /** Sites, in the order of their worth when they were chosen. */
  readonly chosen: readonly number[]
  /** Weight within reach. */
  readonly covered: number
  readonly total: number
  /** No choice of `p` sites that keeps the floors as well covers more than this. */
  readonly bound: number
  /** The bound was reached, or every other choice ruled out. */
  readonly isOptimal: boolean
  /** Weight that the areas still lack to their floors, where it can be had at all. */
  readonly lacking: number
  readonly coveredByArea: Float64Array
  readonly totalByArea: Float64Array
}

/** Asked between rounds: true stops the search, which then answers with the best it has. */
export type Stop = () => boolean

/** A unit of weight under a floor is worth as much as this many above it. */
export const UNDER_FLOOR = 1_000
const SWAP_ROUNDS = 12
/** Work of branch and bound, in looks at a demand point. */
const PROOF_WORK = 4_000_000

export function mostCovered(problem: CoverProblem, stop: Stop = () => false): Cover {
  const state = new Covering(problem)
  let bound = greedy(state, problem.p, stop)
  swaps(state, stop)
  bound = Math.min(bound, state.value + topSum(state.gains(), problem.p))
  const proof = stop() ? null : prove(state, bound)
  const best = proof?.chosen ?? [...state.chosen]
  state.reset(best)
  if (proof?.isComplete) bound = state.value
  const covered = state.covered
  // All floors are kept in full or as far as can be: what is left of the bound is coverage.
  const floors = state.value - covered
  const isProven = bound - state.value <= 1e-9 * Math.max(1, state.value)
  const isFloorKept = state.lacking() <= 1e-9
  const relaxed = isProven || stop() ? state.total : coverBound(problem, covered)
  return {
    chosen: best,
    covered,
    total: state.total,
    bound: Math.max(covered, Math.min(state.total, bound - floors, relaxed)),
    isOptimal: isProven || (relaxed - covered <= 1e-9 * Math.max(1, covered) && isFloorKept),
    lacking: state.lacking(),
    coveredByArea: state.coveredByArea.slice(),
    totalByArea: state.totalByArea.slice(),
  }
}

/** How much of the demand the sites of `chosen` have within reach, and how much of each area's. */
export function coverageBy(problem: CoverProblem, chosen: readonly number[]) {
  const state = new Covering(problem)
  state.reset(chosen)
  return {
    covered: state.covered,
    total: state.total,
    coveredByArea: state.coveredByArea.slice(),
    totalByArea: state.totalByArea.slice(),
  }
}

/** What leaving `from` open and closing `to` would do: weight gained and lost, apart. */
export function exchange(
  problem: CoverProblem,
  chosen: readonly number[],
  from: number | null,
  to: number,
): { readonly gained: number; readonly lost: number } {
  const state = new Covering(problem)
  state.reset(chosen)
  const before = state.covered
  if (from !== null) state.remove(from)
  const without = state.covered
  state.add(to)
  const after = state.covered
  // What the new site covers of what the old one leaves is neither gained nor lost.
  const both = Math.max(0, before - without) - lostBy(problem, chosen, from, to)
  return { gained: after - without - both, lost: before - without - both }
}

/** Of each exchange alone, weight gained less weight lost: one state for all of them, put back after each. */
export function worthOfExchanges(
  problem: CoverProblem,
  chosen: readonly number[],
  exchanges: readonly { readonly out: number; readonly site: number }[],
): readonly number[] {
  const state = new Covering(problem)
  state.reset(chosen)
  const before = state.covered
  return exchanges.map(({ out, site }) => {
    const isNew = !state.chosen.has(site)
    state.remove(out)
    state.add(site)
    const worth = state.covered - before
    if (isNew) state.remove(site)
    state.add(out)
    return worth
  })
}

/** Weight that only `from` covered and `to` does not reach. */
function lostBy(
  problem: CoverProblem,
  chosen: readonly number[],
  from: number | null,
  to: number,
): number {
  if (from === null) return 0
  const state = new Covering(problem)
  state.reset(chosen)
  state.remove(from)
  const reachable = new Set(problem.reached.subarray(problem.start[to], problem.start[to + 1]))
  let lost = 0
  for (let i = problem.start[from] as number; i < (problem.start[from + 1] as number); i++) {
    const d = problem.reached[i] as number
    if (state.count[d] === 0 && !reachable.has(d)) lost += problem.weight[d] as number
  }
  return lost
}

/** Which sites are chosen, and what that is worth. */
class Covering {
  readonly chosen = new Set<number>()
  readonly count: Uint16Array
  readonly coveredByArea: Float64Array
  readonly totalByArea: Float64Array
  readonly total: number
  covered = 0
  private readonly need: Float64Array
  private readonly urgency: number
  private readonly touched: number[] = []
  private readonly fresh: Float64Array

  constructor(readonly problem: CoverProblem) {
    const { weight, area, areas, floor, reached } = problem
    this.count = new Uint16Array(weight.length)
    this.coveredByArea = new Float64Array(areas)
    this.totalByArea = new Float64Array(areas)
    this.fresh = new Float64Array(areas)
    const reachable = new Float64Array(areas)
    for (let d = 0; d < weight.length; d++)
      this.totalByArea[area[d] as number] =
        (this.totalByArea[area[d] as number] as number) + (weight[d] as number)
    const seen = new Uint8Array(weight.length)
    for (const d of reached) {
      if (seen[d]) continue
      seen[d] = 1
      reachable[area[d] as number] =
        (reachable[area[d] as number] as number) + (weight[d] as number)
    }
    this.total = this.totalByArea.reduce((sum, one) => sum + one, 0)
    this.need = this.totalByArea.map((all, a) => Math.min(floor * all, reachable[a] as number))
    this.urgency = this.need.some((need) => need > 0) ? UNDER_FLOOR : 0
  }

  get sites() {
    return this.problem.start.length - 1
  }

  /** Coverage, and the floors before it. */
  get value() {
    if (this.urgency === 0) return this.covered
    let kept = 0
    for (let a = 0; a < this.need.length; a++)
      kept += Math.min(this.coveredByArea[a] as number, this.need[a] as number)
    return this.covered + this.urgency * kept
  }

  lacking(): number {
    let lacking = 0
    for (let a = 0; a < this.need.length; a++)
      lacking += Math.max(0, (this.need[a] as number) - (this.coveredByArea[a] as number))
    return lacking
  }

  /** What one more site is worth; `only` of the demand that exactly nobody else covers. */
  gain(site: number): number {
    const { start, reached, weight, area } = this.problem
    let plain = 0
    for (let i = start[site] as number; i < (start[site + 1] as number); i++) {
      const d = reached[i] as number
      if (this.count[d] !== 0) continue
      const w = weight[d] as number
      plain += w
      if (this.urgency === 0) continue
      const a = area[d] as number
      if (this.fresh[a] === 0) this.touched.push(a)
      this.fresh[a] = (this.fresh[a] as number) + w
    }
    if (this.urgency === 0) return plain
    let kept = 0
    for (const a of this.touched) {
      const now = this.coveredByArea[a] as number
      const need = this.need[a] as number
      kept += Math.min(now + (this.fresh[a] as number), need) - Math.min(now, need)
      this.fresh[a] = 0
    }
    this.touched.length = 0
    return plain + this.urgency * kept
  }

  gains(): Float64Array {
    const gains = new Float64Array(this.sites)
    for (let s = 0; s < gains.length; s++) gains[s] = this.chosen.has(s) ? 0 : this.gain(s)
    return gains
  }

  add(site: number) {
    if (this.chosen.has(site)) return
    this.chosen.add(site)
    this.change(site, 1)
  }

  remove(site: number) {
    if (!this.chosen.delete(site)) return
    this.change(site, -1)
  }

  private change(site: number, by: 1 | -1) {
    const { start, reached, weight, area } = this.problem
    for (let i = start[site] as number; i < (start[site + 1] as number); i++) {
      const d = reached[i] as number
      const before = this.count[d] as number
      this.count[d] = before + by
      if (before !== (by === 1 ? 0 : 1)) continue
      const w = by * (weight[d] as number)
      const a = area[d] as number
      this.covered += w
      this.coveredByArea[a] = (this.coveredByArea[a] as number) + w
    }
  }

  reset(chosen: readonly number[]) {
    this.chosen.clear()
    this.count.fill(0)
    this.coveredByArea.fill(0)
    this.covered = 0
    for (const site of chosen) this.add(site)
  }
}

/** Returns the least bound that showed itself on the way. */
function greedy(state: Covering, p: number, stop: Stop): number {
  const gains = state.gains()
  const order = Array.from(gains.keys()).sort((a, b) => (gains[b] as number) - (gains[a] as number))
  let bound = Number.POSITIVE_INFINITY
  while (state.chosen.size < p && order.length > 0 && !stop()) {
    // Old gains are upper bounds of present ones: worth diminishes.
    bound = Math.min(bound, state.value + sumOf(order, gains, p))
    for (;;) {
      const first = order[0] as number
      const gain = state.gain(first)
      gains[first] = gain
      if (gain >= (gains[order[1] as number] ?? 0)) break
      sink(order, gains)
    }
    const best = order.shift() as number
    if ((gains[best] as number) <= 0) break
    state.add(best)
  }
  return bound
}

/** Moves the first to its place in a list that is otherwise in order. */
function sink(order: number[], gains: Float64Array) {
  const first = order.shift() as number
  const gain = gains[first] as number
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((gains[order[middle] as number] as number) > gain) low = middle + 1
    else high = middle
  }
  order.splice(low, 0, first)
}

const sumOf = (order: readonly number[], gains: Float64Array, p: number) =>
  order.slice(0, p).reduce((sum, s) => sum + (gains[s] as number), 0)

function topSum(gains: Float64Array, p: number): number {
  return gains
    .slice()
    .sort()
    .subarray(Math.max(0, gains.length - p))
    .reduce((sum, one) => sum + one, 0)
}

/** One site out and another in, while that is worth something. */
function swaps(state: Covering, stop: Stop) {
  for (let round = 0; round < SWAP_ROUNDS; round++) {
    let isBetter = false
    const gains = state.gains()
    const order = Array.from(gains.keys()).sort(
      (a, b) => (gains[b] as number) - (gains[a] as number),
    )
    for (const out of [...state.chosen]) {
      if (stop()) return
      const before = state.value
      state.remove(out)
      const worth = before - state.value
      let best = out
      let most = worth
      for (const site of order) {
        // A site gains at most what it gains beside all the others, and what the one taken out was worth.
        if ((gains[site] as number) + worth <= most * (1 + 1e-12)) break
        if (state.chosen.has(site) || site === out) continue
        const gain = state.gain(site)
        if (gain > most * (1 + 1e-12)) [best, most] = [site, gain]
      }
      state.add(best)
      if (best === out) continue
      isBetter = true
      break
    }
    if (!isBetter) return
  }
}

/** Branch and bound from the best there is; null where the instance is too large to begin. */
function prove(state: Covering, bound: number): { chosen: number[]; isComplete: boolean } | null {
  const best = { value: state.value, chosen: [...state.chosen] }
  if (bound - best.value <= 1e-9 * Math.max(1, best.value))
    return { chosen: best.chosen, isComplete: true }
  const { p } = state.problem
  let work = PROOF_WORK
  const perLook = Math.max(1, state.problem.reached.length)
  if (work / perLook < 20) return null
  state.reset([])
  const sites = Array.from({ length: state.sites }, (_, s) => s)
  const isComplete = branch(sites)
  return { chosen: best.chosen, isComplete }

  /** Every choice among `open`, with what is chosen already. False: given up. */
  function branch(open: readonly number[]): boolean {
    work -= perLook
    if (work < 0) return false
    const left = p - state.chosen.size
    const value = state.value
    if (value > best.value * (1 + 1e-12)) {
      best.value = value
      best.chosen = [...state.chosen]
    }
    if (left === 0) return true
    const gains = open
      .map((site) => ({ site, gain: state.gain(site) }))
      .filter((one) => one.gain > 0)
    gains.sort((a, b) => b.gain - a.gain)
    const most = gains.slice(0, left).reduce((sum, { gain }) => sum + gain, 0)
    if (value + most <= best.value * (1 + 1e-12)) return true
    const [first, ...others] = gains.map(({ site }) => site)
    if (first === undefined) return true
    state.add(first)
    const isWith = branch(others)
    state.remove(first)
    return isWith && branch(others)
  }
}
