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
  /** Shown by another table: it is known, and cannot move. */
  readonly isFixed: boolean
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
 * several cells is withheld instead (as "<5" it would tell that none of them is 4); it may be 5, since one of them may be 4.
 * Where there is no way yet, the one that hides the least is opened (shortest path, the cost of a count being itself). Null:
 * no way at all.
 */
export function marksOf(arcs: readonly Arc[], nodes: number): readonly Mark[] | null {
  const marks = arcs.map(
    (arc): Mark =>
      arc.isFixed || !isUnderFive(arc) ? 'shown' : arc.parts === 1 ? 'small' : 'withheld',
  )
  const net: Net = {
    arcs,
    marks,
    counts: Float64Array.from(arcs, ({ count }) => count),
    least: Float64Array.from(arcs, (arc) => boundsOf(arc)[0]),
    most: Float64Array.from(arcs, (arc) => boundsOf(arc)[1]),
    steps: stepsOf(arcs, nodes),
  }
  for (const [e, arc] of arcs.entries()) {
    if (marks[e] !== 'small') continue
    if (!open(net, e, arc.to, arc.from, SMALL_MOST - arc.count)) return null
    if (!open(net, e, arc.from, arc.to, arc.count - 1)) return null
  }
  return marks
}

function isUnderFive({ count }: Arc): boolean {
  return count >= 1 && count <= SMALL_MOST
}

/** Between what a count may lie if it is hidden, by its mark. Nothing is hidden that is 0. */
function boundsOf(arc: Arc): readonly [number, number] {
  if (arc.count === 0 || arc.isFixed) return [arc.count, arc.count]
  if (isUnderFive(arc) && arc.parts === 1) return [1, SMALL_MOST]
  return [arc.isTotal ? 1 : SMALL_MOST + 1, Number.POSITIVE_INFINITY]
}

interface Net {
  readonly arcs: readonly Arc[]
  readonly marks: Mark[]
  /** As they are, but while a way is being led. */
  readonly counts: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
  /** Out of each node, along its arcs or against them. */
  readonly steps: readonly (readonly Step[])[]
}

interface Step {
  readonly arc: number
  readonly isForward: boolean
  readonly to: number
}

/** Leads `amount` from one node to the other, past arc `e`; what it needs on its way becomes withheld. */
function open(net: Net, e: number, from: number, to: number, amount: number): boolean {
  const { arcs, marks, counts } = net
  const touched = new Set<number>()
  let left = amount
  while (left > 0) {
    const way = freeWay(net, e, from, to) ?? cheapestWay(net, e, from, to)
    if (!way) break
    const room = Math.min(left, ...way.map((step) => roomIn(net, step)))
    for (const { arc, isForward } of way) {
      counts[arc]! += isForward ? room : -room
      touched.add(arc)
      if (marks[arc] === 'shown') marks[arc] = 'withheld'
    }
    left -= room
  }
  for (const arc of touched) counts[arc] = (arcs[arc] as Arc).count
  return left === 0
}

/** How far a count may move. */
function roomIn({ counts, least, most }: Net, { arc, isForward }: Step): number {
  return isForward
    ? (most[arc] as number) - (counts[arc] as number)
    : (counts[arc] as number) - (least[arc] as number)
}

/** The shortest way through what is hidden already. Null: none. Most ways are three steps long: this is what makes it fast. */
function freeWay(net: Net, except: number, from: number, to: number): readonly Step[] | null {
  const cameBy: (Step | undefined)[] = []
  const queue = [from]
  for (const here of queue)
    for (const step of net.steps[here] as readonly Step[]) {
      if (step.to === from || cameBy[step.to] || step.arc === except) continue
      if (net.marks[step.arc] === 'shown' || roomIn(net, step) <= 0) continue
      cameBy[step.to] = step
      if (step.to === to) return wayBack(net, cameBy, from, to)
      queue.push(step.to)
    }
  return null
}

/** Dijkstra; hidden counts are free, others cost what they are. Null: no way. */
function cheapestWay(net: Net, except: number, from: number, to: number): readonly Step[] | null {
  const { arcs, marks, steps } = net
  const cost = new Float64Array(steps.length).fill(Number.POSITIVE_INFINITY)
  const isDone = new Uint8Array(steps.length)
  const cameBy: (Step | undefined)[] = []
  cost[from] = 0
  for (;;) {
    let here = -1
    let least = Number.POSITIVE_INFINITY
    cost.forEach((price, node) => {
      if (!isDone[node] && price < least) [here, least] = [node, price]
    })
    if (here < 0) return null
    if (here === to) return wayBack(net, cameBy, from, to)
    isDone[here] = 1
    for (const step of steps[here] as readonly Step[]) {
      if (step.arc === except || roomIn(net, step) <= 0) continue
      const price = least + (marks[step.arc] === 'shown' ? (arcs[step.arc] as Arc).count : 0)
      if (price >= (cost[step.to] as number)) continue
      cost[step.to] = price
      cameBy[step.to] = step
    }
  }
}

function wayBack({ arcs }: Net, cameBy: readonly (Step | undefined)[], from: number, to: number) {
  const way: Step[] = []
  for (let node = to; node !== from; ) {
    const step = cameBy[node] as Step
    way.push(step)
    node = (arcs[step.arc] as Arc)[step.isForward ? 'from' : 'to']
  }
  return way
}

function stepsOf(arcs: readonly Arc[], nodes: number): readonly (readonly Step[])[] {
  const steps: Step[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach(({ from, to }, arc) => {
    steps[from]!.push({ arc, isForward: true, to })
    steps[to]!.push({ arc, isForward: false, to: from })
  })
  return steps
}
