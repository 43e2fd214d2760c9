import type { Stop } from './patrol-dose'

export const ORDER_STATES = ['too-few', 'varied', 'predictable'] as const
export type OrderState = (typeof ORDER_STATES)[number]

export interface OrderSettings {
  /** The last so many moves of a unit from place to place. */
  readonly lastMoves: number
  /** Fewer say nothing. */
  readonly leastMoves: number
  /** A round is predictable below this share of what chance leaves open, and if chance does as much this seldom. */
  readonly atMost: number
  readonly chance: number
  /** Random orders that the unit's own is held against. */
  readonly shuffles: number
  /** Clock times: at least so many gaps, and regular up to this coefficient of variation. */
  readonly leastGaps: number
  readonly regularCv: number
}

/** Customs of the house; `leastMoves` is where four rounds of three places can be told from chance. */
export const ORDER: OrderSettings = {
  lastMoves: 100,
  leastMoves: 12,
  atMost: 0.5,
  chance: 0.01,
  shuffles: 399,
  leastGaps: 6,
  regularCv: 0.25,
}

export interface UnitOrder {
  readonly unitId: string
  readonly state: OrderState
  /** Moves judged, and different places among them. */
  readonly moves: number
  readonly places: number
  /** What is open about the next place / what is open in a random order of the same stops: 0 a fixed round, about 1 chance. Null: too few. */
  readonly openness: number | null
  /** How often chance would be as orderly. Null: too few. */
  readonly p: number | null
}

/**
 * Whether who has seen where a unit was knows where it goes: conditional entropy (Shannon 1948) of the next place, given
 * the present one and given the last two, over the mean of the same figure for random orders of the same stops. Few
 * moves make any entropy too low (Miller 1955); they make that of the random orders too low by as much, so the quotient
 * is corrected for it. p = (b + 1) / (m + 1) of that test (Phipson & Smyth 2010), doubled for its two figures. A place
 * entered again without another in between is no move. `stops`: of one unit, in any order.
 */
export function orderOf(
  unitId: string,
  stops: readonly Pick<Stop, 'from' | 'to' | 'placeId'>[],
  over: Partial<OrderSettings> = {},
): UnitOrder {
  const { lastMoves, leastMoves, atMost, chance, shuffles } = { ...ORDER, ...over }
  const round = roundOf(stops).slice(-lastMoves - 1)
  const moves = Math.max(0, round.length - 1)
  const places = new Set(round).size
  const few = { unitId, state: 'too-few', moves, places, openness: null, p: null } as const
  // Between two places there is only one order.
  if (moves < leastMoves || places < 3) return few
  const open = openBitsOf(round)
  const own = open(round)
  const sums = DEPTHS.map(() => 0)
  const asLow = DEPTHS.map(() => 0)
  const shuffle = shuffler(round)
  let tried = 0
  for (; tried < shuffles && asLow.some((times) => times < ENOUGH_AS_LOW); tried++) {
    const random = open(shuffle())
    for (const [d, bits] of random.entries()) {
      sums[d]! += bits
      if (bits <= (own[d] as number) + 1e-9) asLow[d]!++
    }
    // Far too open by now: more random orders would not change it.
    if (
      tried === ENOUGH_TO_MEAN &&
      own.every((bits, d) => bits > (atMost * (sums[d] as number) * FAR) / tried)
    )
      break
  }
  const judged = own.map((bits, d) => {
    const mean = (sums[d] as number) / tried
    const p = (DEPTHS.length * ((asLow[d] as number) + 1)) / (tried + 1)
    return { openness: mean > 0 ? bits / mean : 1, p: Math.min(1, p) }
  })
  const predictable = judged
    .filter(({ p, openness }) => p <= chance && openness <= atMost)
    .sort((a, b) => a.openness - b.openness)[0]
  if (predictable) return { ...few, state: 'predictable', ...predictable }
  return { ...few, state: 'varied', ...(judged[0] as (typeof judged)[number]) }
}

export interface PlaceClock {
  readonly placeId: string
  readonly state: OrderState
  /** Times between the beginnings of stops that follow one another, whichever the unit. */
  readonly gaps: number
  readonly meanMs: number | null
  /** Standard deviation / mean of the gaps: 0 by the clock, 1 at random moments (Poisson). Null: too few. */
  readonly cv: number | null
}

/** Whether a place is visited by the clock. `stops`: of one place, in any order. */
export function clockOf(
  placeId: string,
  stops: readonly Pick<Stop, 'from'>[],
  over: Partial<OrderSettings> = {},
): PlaceClock {
  const { leastGaps, regularCv } = { ...ORDER, ...over }
  const starts = stops.map(({ from }) => from).sort((a, b) => a - b)
  const gaps = starts.slice(1).map((start, i) => start - (starts[i] as number))
  const few = { placeId, state: 'too-few', gaps: gaps.length, meanMs: null, cv: null } as const
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  if (gaps.length < Math.max(2, leastGaps) || !(mean > 0)) return few
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1)
  const cv = Math.sqrt(variance) / mean
  return { ...few, state: cv <= regularCv ? 'predictable' : 'varied', meanMs: mean, cv }
}

/** Given the present place; given the last two. */
const DEPTHS = [1, 2] as const
/** Once so many random orders are as orderly, no more of them make it rare (Besag & Clifford 1991). */
const ENOUGH_AS_LOW = 10
/** So many give a mean that is true to a few parts in a hundred. */
const ENOUGH_TO_MEAN = 40
const FAR = 1.25

/** Places as small numbers in the order of the visits, none twice in a row. */
function roundOf(stops: readonly Pick<Stop, 'from' | 'to' | 'placeId'>[]): readonly number[] {
  const numbers = new Map<string, number>()
  const round: number[] = []
  for (const { placeId } of stops.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const number = numbers.get(placeId) ?? numbers.size
    numbers.set(placeId, number)
    if (round.at(-1) !== number) round.push(number)
  }
  return round
}

/**
 * For orders of the same places: entropy of the next place given the present one, and given the last two, bits;
 * H(context and next) − H(context), each a sum of n·log2 n over how often it occurs.
 */
function openBitsOf(like: readonly number[]): (round: readonly number[]) => readonly number[] {
  const k = Math.max(...like) + 1
  const nLogN = Float64Array.from(like, (_, n) => (n > 0 ? n * Math.log2(n) : 0))
  const ones = new Uint16Array(k)
  const pairs = new Uint16Array(k * k)
  const pairIds = new Uint16Array(k * k)
  const triples = new Uint16Array(like.length * k)
  return (round) => {
    for (const table of [ones, pairs, pairIds, triples]) table.fill(0)
    const moves = round.length - 1
    let ids = 0
    let [ofOnes, ofPairs, ofContexts, ofTriples] = [0, 0, 0, 0]
    const count = (table: Uint16Array, i: number) => {
      const before = table[i]!++
      return (nLogN[before + 1] as number) - (nLogN[before] as number)
    }
    for (let i = 0; i < moves; i++) {
      const here = round[i] as number
      const next = round[i + 1] as number
      if (i > 0) {
        const pair = (round[i - 1] as number) * k + here
        ofContexts = ofPairs
        if (pairIds[pair] === 0) pairIds[pair] = ++ids
        ofTriples += count(triples, ((pairIds[pair] as number) - 1) * k + next)
      }
      ofOnes += count(ones, here)
      ofPairs += count(pairs, here * k + next)
    }
    return [
      Math.max(0, (ofOnes - ofPairs) / moves),
      Math.max(0, (ofContexts - ofTriples) / (moves - 1)),
    ]
  }
}

/** Random orders of the same places, none twice in a row: a chain of exchanges that keep this true. The same each time. */
function shuffler(round: readonly number[]): () => readonly number[] {
  const order = [...round]
  const next = randomInts(order.length * 7_919 + 1)
  const clashes = (i: number) =>
    (i > 0 && order[i] === order[i - 1]) || (i < order.length - 1 && order[i] === order[i + 1])
  const swap = (a: number, b: number) => {
    const held = order[a] as number
    order[a] = order[b] as number
    order[b] = held
  }
  const mix = (times: number) => {
    for (let i = 0; i < times; i++) {
      const a = next(order.length)
      const b = next(order.length)
      swap(a, b)
      if (clashes(a) || clashes(b)) swap(a, b)
    }
  }
  mix(20 * order.length)
  return () => {
    mix(2 * order.length)
    return order
  }
}

/** Integers from 0 to below n (mulberry32): the verdict on the same stops must be the same on every screen. */
function randomInts(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n)
  }
}
