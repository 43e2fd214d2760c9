import type { CoverProblem } from './cover'

/** Looks at a demand point, in all rounds together. */
const WORK = 120_000_000
const MOST_ROUNDS = 150
const PATIENCE = 6

/**
 * What no choice of `p` sites can exceed, by Lagrangian relaxation of "a point is covered only by a chosen site"
 * (Galvão & ReVelle 1996), with Polyak's step towards `reachedAlready`. At worst the linear programme's bound or
 * looser, never wrong: floors only shrink what is possible.
 */
export function coverBound(problem: CoverProblem, reachedAlready: number): number {
  const { p, start, reached, weight } = problem
  const sites = start.length - 1
  const price = weight.map((w) => w / 2)
  const worth = new Float64Array(sites)
  const times = new Int16Array(weight.length)
  const rounds = Math.min(MOST_ROUNDS, Math.floor(WORK / Math.max(1, reached.length)))
  let least = weight.reduce((sum, w) => sum + w, 0)
  let pace = 1.5
  let sinceBetter = 0
  for (let round = 0; round < rounds; round++) {
    for (let s = 0; s < sites; s++) {
      let sum = 0
      const end = start[s + 1] as number
      for (let i = start[s] as number; i < end; i++) sum += price[reached[i] as number] as number
      worth[s] = sum
    }
    const order = Array.from(worth.keys()).sort(
      (a, b) => (worth[b] as number) - (worth[a] as number),
    )
    const taken = order.slice(0, p)
    let value = taken.reduce((sum, s) => sum + (worth[s] as number), 0)
    times.fill(0)
    for (const s of taken) {
      const end = start[s + 1] as number
      for (let i = start[s] as number; i < end; i++) {
        const d = reached[i] as number
        times[d] = (times[d] as number) + 1
      }
    }
    let steep = 0
    for (let d = 0; d < weight.length; d++) {
      const rest = (weight[d] as number) - (price[d] as number)
      value += rest
      // At the edge of its range a price that would leave it has no say.
      const slope = (times[d] as number) - 1
      const isHeld = (slope > 0 && price[d] === 0) || (slope < 0 && rest <= 0)
      if (!isHeld) steep += slope * slope
    }
    if (value < least * (1 - 1e-9)) {
      least = value
      sinceBetter = 0
    } else if (++sinceBetter >= PATIENCE) {
      pace /= 2
      sinceBetter = 0
    }
    const over = value - reachedAlready
    if (over <= 1e-9 * Math.max(1, value) || steep === 0 || pace < 1e-3) break
    const step = (pace * over) / steep
    for (let d = 0; d < weight.length; d++) {
      const moved = (price[d] as number) - step * ((times[d] as number) - 1)
      price[d] = Math.min(weight[d] as number, Math.max(0, moved))
    }
  }
  return least
}
