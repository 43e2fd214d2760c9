/**
 * A table with its margins is a circulation: every count flows from its row to its column, every total back. What an attacker
 * who knows the shown counts can still not tell is then a question of flow, and its answer is exact in whole numbers.
 */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Cells that are not zero in it; 1 for a cell. */
  readonly parts: number
  readonly isTotal: boolean
}

/**
 * What stands in place of a count, and what it tells: `small` 1 to `SMALL_MOST`; `withheld` more than that of a cell, and of a
 * total nothing but that it is not 0.
 */
export type Mark = 'shown' | 'small' | 'withheld'

/** Counts from 1 up to this one are small. */
export const SMALL_MOST = 4

/**
 * Marks so that every small count may, for all that is shown, be any of 1 to 4: for each of them there is a way round through
 * hidden counts by which it grows to 4, and one by which it shrinks to 1, with every mark still true. A small total of
 * several cells is withheld instead, and may be 5 or more (as "<5" it would tell that none of its cells is 4). Where there is
 * no way yet, the one that hides the least is opened (shortest path, the cost of a count being itself). Null: no way at all.
 */
export function marksOf(arcs: readonly Arc[], nodes: number): readonly Mark[] | null {
  const marks = arcs.map(
    (arc): Mark => (!isUnderFive(arc) ? 'shown' : arc.parts === 1 ? 'small' : 'withheld'),
  )
  for (const [e, arc] of arcs.entries()) {
    if (!isUnderFive(arc)) continue
    const isSmall = arc.parts === 1
    const growth = (isSmall ? SMALL_MOST : SMALL_MOST + 1) - arc.count
    if (!open(arcs, nodes, marks, e, arc.to, arc.from, growth)) return null
    if (isSmall && !open(arcs, nodes, marks, e, arc.from, arc.to, arc.count - 1)) return null
  }
  return marks
}

function isUnderFive({ count }: Arc): boolean {
  return count >= 1 && count <= SMALL_MOST
}

/** Leads `amount` from one node to the other, past arc `e`; what it needs on its way becomes withheld. */
function open(
  arcs: readonly Arc[],
  nodes: number,
  marks: Mark[],
  e: number,
  from: number,
  to: number,
  amount: number,
): boolean {
  const counts = arcs.map(({ count }) => count)
  let left = amount
  while (left > 0) {
    const way = cheapest(arcs, nodes, marks, counts, e, from, to)
    if (!way) return false
    let most = left
    for (const { arc, isForward } of way)
      most = Math.min(most, roomIn(arcs[arc] as Arc, counts[arc] as number, isForward))
    for (const { arc, isForward } of way) {
      counts[arc]! += isForward ? most : -most
      if (marks[arc] === 'shown') marks[arc] = 'withheld'
    }
    left -= most
  }
  return true
}

interface Step {
  readonly arc: number
  readonly isForward: boolean
}

/** How far a count may move if it is hidden, with its mark still true. Nothing is hidden that is 0. */
function roomIn(arc: Arc, now: number, isForward: boolean): number {
  if (arc.count === 0) return 0
  const isSmall = isUnderFive(arc) && arc.parts === 1
  if (isForward) return isSmall ? SMALL_MOST - now : Number.POSITIVE_INFINITY
  return now - (isSmall || arc.isTotal ? 1 : SMALL_MOST + 1)
}

/** Dijkstra; hidden counts are free, others cost what they are. Null: no way. */
function cheapest(
  arcs: readonly Arc[],
  nodes: number,
  marks: readonly Mark[],
  counts: readonly number[],
  except: number,
  from: number,
  to: number,
): readonly Step[] | null {
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
  const isDone = new Uint8Array(nodes)
  const cameBy: (Step | undefined)[] = []
  const around = neighbours(arcs, nodes)
  cost[from] = 0
  for (;;) {
    let here = -1
    for (let node = 0; node < nodes; node++)
      if (!isDone[node] && cost[node]! < (here < 0 ? Number.POSITIVE_INFINITY : cost[here]!))
        here = node
    if (here < 0) return null
    if (here === to) break
    isDone[here] = 1
    for (const step of around[here] as readonly Step[]) {
      const arc = arcs[step.arc] as Arc
      if (step.arc === except || roomIn(arc, counts[step.arc]!, step.isForward) <= 0) continue
      const there = step.isForward ? arc.to : arc.from
      const price = cost[here]! + (marks[step.arc] === 'shown' ? arc.count : 0)
      if (price >= cost[there]!) continue
      cost[there] = price
      cameBy[there] = step
    }
  }
  const way: Step[] = []
  for (let node = to; node !== from; ) {
    const step = cameBy[node] as Step
    way.push(step)
    node = step.isForward ? (arcs[step.arc] as Arc).from : (arcs[step.arc] as Arc).to
  }
  return way
}

const known = new WeakMap<readonly Arc[], readonly (readonly Step[])[]>()

function neighbours(arcs: readonly Arc[], nodes: number): readonly (readonly Step[])[] {
  const before = known.get(arcs)
  if (before) return before
  const around: Step[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach(({ from, to }, arc) => {
    around[from]!.push({ arc, isForward: true })
    around[to]!.push({ arc, isForward: false })
  })
  known.set(arcs, around)
  return around
}
