import { type CoverProblem, coverageBy, mostCovered, type Stop, worthOfExchanges } from './cover'
import { distanceM, type LngLat } from './geo'
import { leastMean, type MedianProblem, savedByExchange } from './median'
import { nearestPosts } from './nearest-post'
import { reachM, type SpeedSettings } from './patrol-reach'
import { onSphere, sphereM } from './sphere'

/** What demand is made of; each is counted apart as well. */
export const DEMAND_KINDS = ['incidents', 'overdue', 'crowds'] as const
export type DemandKind = (typeof DEMAND_KINDS)[number]

/** Demand points as columns of equal length. */
export interface Demand {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly weight: Float64Array
  /** Index into `DEMAND_KINDS`. */
  readonly kind: Uint8Array
  /** 1: the speed of towns holds there. */
  readonly inTown: Uint8Array
  /** Index into `areaCodes`. */
  readonly area: Uint16Array
  readonly areaCodes: readonly string[]
}

export interface Post {
  /** E.g. `place:wp-520103-02`; the unit's own id for where it stands. */
  readonly id: string
  readonly position: LngLat
  /** Whether the way there is driven at the speed of towns. */
  readonly inTown: boolean
}

export interface AdviceQuestion {
  /** Units that may be moved, where they are now. */
  readonly units: readonly Post[]
  /** Where they may be sent. */
  readonly places: readonly Post[]
  readonly demand: Demand
  /** Within reach: straight line x the detour, at the speed for where the demand is, in `targetMin`. */
  readonly targetMin: number
  readonly speeds: SpeedSettings
  /** Share of each area's demand that comes first, 0 to 1. */
  readonly floor: number
  /** Nobody is sent farther than this, minutes. */
  readonly farthestMin: number
  readonly mostMoves: number
  /** `cover`: as much as possible within the target. `mean`: the mean time as short as possible. */
  readonly goal: 'cover' | 'mean'
}

/** One suggested move and its price, with the moves before it made and those after it not. */
export interface Move {
  readonly unitId: string
  readonly placeId: string
  readonly minutes: number
  /** Weight that comes within reach, and what leaves it. */
  readonly gained: number
  readonly lost: number
  readonly gainedBy: Readonly<Record<DemandKind, number>>
  readonly lostBy: Readonly<Record<DemandKind, number>>
  /** The area that loses most, with its covered weight before and after; null where none loses. */
  readonly left: AreaChange | null
  /** Weighted mean minutes, before and after. */
  readonly meanBeforeMin: number | null
  readonly meanAfterMin: number | null
  readonly coveredBefore: number
  readonly coveredAfter: number
}

export interface AreaChange {
  readonly areaCode: string
  readonly before: number
  readonly after: number
  readonly total: number
}

export interface Advice {
  readonly moves: readonly Move[]
  readonly total: number
  readonly coveredNow: number
  /** With all moves made. */
  readonly coveredThen: number
  /** What no posting of these units could exceed; null for the mean, which has no bound. */
  readonly bound: number | null
  readonly isOptimal: boolean
  readonly meanNowMin: number | null
  readonly meanThenMin: number | null
  /** Areas whose floor could be kept and is not, when all moves are made. */
  readonly belowFloor: readonly string[]
}

/** A move that wins less than this share of all demand is not worth a crew's way. */
const LEAST_SHARE = 0.001
/** Nor one that shortens the mean by less than this, minutes. */
const LEAST_MEAN_MIN = 0.01

/** Moves, the most worthwhile first. Pure; the answer is empty where nothing is worth moving for. */
export function advise(question: AdviceQuestion, stop: Stop = () => false): Advice {
  const { units, places, demand, goal } = question
  const posts = [...units, ...places]
  const cover = coverProblem(posts, question)
  // The table of all pairs is for those who search by it; telling the mean of a posting needs none.
  const median = goal === 'mean' ? medianProblem(posts, question) : null
  const plan =
    median === null
      ? mostCovered(cover, stop)
      : { ...leastMean(median, stop), bound: null, isOptimal: false }
  const wishes = matched(question, plan.chosen)
  const ledger = ledgerOf(question, cover)
  const total = demand.weight.reduce((sum, one) => sum + one, 0)
  while (ledger.moves.length < question.mostMoves && wishes.length > 0 && !stop()) {
    const worth = worthOf(wishes, ledger.standing())
    const best = worth.indexOf(Math.max(...worth))
    if ((worth[best] as number) < (goal === 'cover' ? LEAST_SHARE * total : LEAST_MEAN_MIN)) break
    const [wish] = wishes.splice(best, 1) as [Wish]
    ledger.make(wish)
  }
  return { ...ledger.advice(), bound: plan.bound, isOptimal: plan.isOptimal }

  /** Weight, or minutes of the mean, that each wish would win as things stand. */
  function worthOf(wishes: readonly Wish[], chosen: readonly number[]): readonly number[] {
    const exchanges = wishes.map(({ unit, site }) => ({ out: unit, site }))
    return median
      ? savedByExchange(median, chosen, exchanges)
      : worthOfExchanges(cover, chosen, exchanges)
  }
}

/** A move as the officer left it: the advised one, or the same unit to another post. */
export interface Step {
  readonly unitId: string
  readonly to: Post
}

/**
 * The same advice with these moves alone, in this order: after one was refused or sent elsewhere, every figure that
 * counted it is another. What no posting could exceed stays.
 */
export function reckonedAnew(
  question: AdviceQuestion,
  { bound, isOptimal }: Advice,
  steps: readonly Step[],
): Advice {
  const { units } = question
  // What nobody is sent to costs nothing to leave out.
  const places = steps.map(({ to }) => to)
  const asked = { ...question, places }
  const ledger = ledgerOf(asked, coverProblem([...units, ...places], asked))
  steps.forEach(({ unitId }, place) => {
    const unit = units.findIndex(({ id }) => id === unitId)
    if (unit >= 0) ledger.make({ unit, site: units.length + place })
  })
  return { ...ledger.advice(), bound, isOptimal }
}

/** Moves made one after the other, each with its price as things stood, and what they come to. */
function ledgerOf(question: AdviceQuestion, cover: CoverProblem) {
  const { units, places, demand } = question
  const posts = [...units, ...places]
  const times = nearestPosts(
    units.map(({ position }) => position),
    { ...demand, minutesPerM: minutesPerM(question) },
  )
  const meanNowMin = times.meanMin()
  const now = units.map((_, i) => i)
  const moves: Move[] = []
  let standing = now
  let meanMin = meanNowMin
  return {
    moves,
    standing: () => standing,
    make(wish: Wish): void {
      const after = standing.with(wish.unit, wish.site)
      const meanBeforeMin = meanMin
      times.move(wish.unit, (posts[wish.site] as Post).position)
      meanMin = times.meanMin()
      const move = moveOf(question, cover, wish, standing, after)
      moves.push({ ...move, meanBeforeMin, meanAfterMin: meanMin })
      standing = after
    },
    advice(): Omit<Advice, 'bound' | 'isOptimal'> {
      const then = coverageBy(cover, standing)
      return {
        moves,
        total: demand.weight.reduce((sum, one) => sum + one, 0),
        coveredNow: coverageBy(cover, now).covered,
        coveredThen: then.covered,
        meanNowMin,
        meanThenMin: meanMin,
        belowFloor: belowFloor(cover, question, then.coveredByArea, then.totalByArea),
      }
    },
  }
}

/** What it costs and brings to send one unit to one point, everybody else staying: the price of a dispatch. */
export function priceOf(
  question: AdviceQuestion,
  unitId: string,
  to: LngLat,
  inTown: boolean,
): Omit<Move, 'placeId'> | null {
  const unit = question.units.findIndex(({ id }) => id === unitId)
  if (unit < 0) return null
  const post = { id: 'there', position: to, inTown }
  const cover = withPost(standingProblem(question), post, question)
  const site = question.units.length
  const now = question.units.map((_, i) => i)
  const after = now.map((at) => (at === unit ? site : at))
  const { placeId: _, ...price } = moveOf(question, cover, { unit, site }, now, after)
  const from = question.units[unit] as Post
  return { ...price, minutes: minutesBetween(from.position, to, inTown, question.speeds) }
}

/** Coverage as it is with the units at these places: what a hand that drags one sees. */
export function coverageAt(units: readonly Post[], question: Reach) {
  const problem = coverProblem(units, question)
  return coverageBy(
    problem,
    units.map((_, i) => i),
  )
}

interface Wish {
  readonly unit: number
  readonly site: number
}

type Reach = Pick<AdviceQuestion, 'demand' | 'targetMin' | 'speeds' | 'floor'>

/** Demand by cells as wide as the reach. */
interface DemandGrid {
  readonly key: string
  readonly cells: ReadonlyMap<number, readonly number[]>
  readonly cellLng: number
  readonly cellLat: number
  /** Metres, in the country and in town. */
  readonly radii: readonly [number, number]
}

const METRES_PER_DEG = 111_195
const keyOf = (x: number, y: number) => x * 1_000_003 + y
/** One question is asked of one demand again and again: three prices of a card, five and ten minutes. */
const grids = new WeakMap<Demand, DemandGrid[]>()

function gridOf({ demand, targetMin, speeds }: Reach): DemandGrid {
  const key = `${targetMin} ${speeds.townKmh} ${speeds.countryKmh} ${speeds.detour}`
  const known = grids.get(demand) ?? []
  const found = known.find((one) => one.key === key)
  if (found) return found
  const radii = [
    reachM('road', false, targetMin, speeds),
    reachM('road', true, targetMin, speeds),
  ] as const
  const cellLat = Math.max(...radii) / METRES_PER_DEG
  // Cells of equal degrees are narrower than the reach nowhere below 60°.
  const cellLng = cellLat * 2
  const cells = new Map<number, number[]>()
  for (let d = 0; d < demand.weight.length; d++) {
    const at = keyOf(
      Math.floor((demand.lng[d] as number) / cellLng),
      Math.floor((demand.lat[d] as number) / cellLat),
    )
    const cell = cells.get(at)
    if (cell) cell.push(d)
    else cells.set(at, [d])
  }
  const grid = { key, cells, cellLng, cellLat, radii }
  grids.set(demand, [...known, grid])
  return grid
}

/** Which post reaches which demand point. */
export function coverProblem(posts: readonly Post[], question: Reach): CoverProblem {
  const { demand, floor } = question
  const { cells, cellLng, cellLat, radii } = gridOf(question)
  const start = new Uint32Array(posts.length + 1)
  const reached: number[] = []
  posts.forEach(({ position }, s) => {
    const x = Math.floor(position[0] / cellLng)
    const y = Math.floor(position[1] / cellLat)
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const d of cells.get(keyOf(x + i, y + j)) ?? []) {
          const radius = radii[demand.inTown[d] as 0 | 1]
          // Farther by latitude alone: most need no sine.
          const lat = demand.lat[d] as number
          if (Math.abs(lat - position[1]) * METRES_PER_DEG > radius + 1) continue
          if (distanceM(position, [demand.lng[d] as number, lat]) <= radius) reached.push(d)
        }
    start[s + 1] = reached.length
  })
  return {
    p: posts.length,
    start,
    reached: Uint32Array.from(reached),
    weight: demand.weight,
    area: demand.area,
    areas: Math.max(1, demand.areaCodes.length),
    floor,
    ...('units' in question && { p: (question as AdviceQuestion).units.length }),
  }
}

const standing = new WeakMap<readonly Post[], CoverProblem>()

/** Of the units where they stand, once per question. */
function standingProblem(question: AdviceQuestion): CoverProblem {
  const known = standing.get(question.units) ?? coverProblem(question.units, question)
  standing.set(question.units, known)
  return known
}

/** The same with one more post at the end. */
function withPost(base: CoverProblem, post: Post, question: Reach): CoverProblem {
  const { reached } = coverProblem([post], question)
  const all = new Uint32Array(base.reached.length + reached.length)
  all.set(base.reached)
  all.set(reached, base.reached.length)
  const start = new Uint32Array(base.start.length + 1)
  start.set(base.start)
  start[base.start.length] = all.length
  return { ...base, start, reached: all }
}

function medianProblem(posts: readonly Post[], question: AdviceQuestion): MedianProblem {
  const { demand, units } = question
  const m = demand.weight.length
  const minutes = new Float32Array(posts.length * m)
  const from = onSphere(posts.map(({ position }) => position))
  const to = onSphere(Array.from(demand.lng, (lng, d) => [lng, demand.lat[d] as number] as const))
  const perM = minutesPerM(question)
  for (let s = 0; s < posts.length; s++)
    for (let d = 0; d < m; d++) minutes[s * m + d] = sphereM(from, s, to, d) * perM(d)
  return { p: units.length, minutes, weight: demand.weight }
}

/** To each demand point, along the way: the speed for where it lies. */
function minutesPerM({ demand, speeds }: AdviceQuestion): (d: number) => number {
  const [country, town] = [speeds.countryKmh, speeds.townKmh].map(
    (kmh) => (60 * speeds.detour) / (1_000 * kmh),
  ) as [number, number]
  return (d) => (demand.inTown[d] === 1 ? town : country)
}

export function minutesBetween(
  a: LngLat,
  b: LngLat,
  inTown: boolean,
  { townKmh, countryKmh, detour }: SpeedSettings,
): number {
  return ((distanceM(a, b) * detour) / 1_000 / (inTown ? townKmh : countryKmh)) * 60
}

/**
 * Who goes where: a unit whose own place was chosen stays; the others are paired with what is left, nearest pairs
 * first, none farther than allowed.
 */
function matched(question: AdviceQuestion, chosen: readonly number[]): Wish[] {
  const { units, places, farthestMin } = question
  const kept = new Set(chosen.filter((site) => site < units.length))
  const free = units.map((_, i) => i).filter((i) => !kept.has(i))
  const wanted = chosen.filter((site) => site >= units.length)
  const pairs = free.flatMap((unit) =>
    wanted.flatMap((site) => {
      const from = units[unit] as Post
      const to = places[site - units.length] as Post
      const minutes = minutesBetween(from.position, to.position, to.inTown, question.speeds)
      return minutes <= farthestMin ? [{ unit, site, minutes }] : []
    }),
  )
  pairs.sort((a, b) => a.minutes - b.minutes)
  const [usedUnits, usedSites] = [new Set<number>(), new Set<number>()]
  return pairs.filter(({ unit, site }) => {
    if (usedUnits.has(unit) || usedSites.has(site)) return false
    usedUnits.add(unit)
    usedSites.add(site)
    return true
  })
}

function moveOf(
  question: AdviceQuestion,
  cover: CoverProblem,
  { unit, site }: Wish,
  standing: readonly number[],
  after: readonly number[],
): Move {
  const { units, places, demand } = question
  const from = units[unit] as Post
  const to = places[site - units.length]
  const change = changeBy(cover, demand, standing, after)
  const before = coverageBy(cover, standing)
  const then = coverageBy(cover, after)
  let left: AreaChange | null = null
  demand.areaCodes.forEach((areaCode, a) => {
    const [was, is] = [before.coveredByArea[a] as number, then.coveredByArea[a] as number]
    if (was - is <= 1e-9 || (left && was - is <= left.before - left.after)) return
    left = { areaCode, before: was, after: is, total: before.totalByArea[a] as number }
  })
  return {
    unitId: from.id,
    placeId: to?.id ?? '',
    minutes: to ? minutesBetween(from.position, to.position, to.inTown, question.speeds) : 0,
    ...change,
    left,
    meanBeforeMin: null,
    meanAfterMin: null,
    coveredBefore: before.covered,
    coveredAfter: then.covered,
  }
}

/** Weight that comes within reach and that leaves it, by kind. */
function changeBy(
  { start, reached, weight }: CoverProblem,
  { kind }: Demand,
  standing: readonly number[],
  after: readonly number[],
) {
  const reachedBy = (sites: readonly number[]) => {
    const seen = new Uint8Array(weight.length)
    for (const s of sites)
      for (let i = start[s] as number; i < (start[s + 1] as number); i++)
        seen[reached[i] as number] = 1
    return seen
  }
  const [was, is] = [reachedBy(standing), reachedBy(after)]
  const gainedBy = { incidents: 0, overdue: 0, crowds: 0 }
  const lostBy = { incidents: 0, overdue: 0, crowds: 0 }
  let [gained, lost] = [0, 0]
  for (let d = 0; d < weight.length; d++) {
    if (was[d] === is[d]) continue
    const w = weight[d] as number
    const of = DEMAND_KINDS[kind[d] as number] ?? 'incidents'
    if (is[d]) {
      gained += w
      gainedBy[of] += w
    } else {
      lost += w
      lostBy[of] += w
    }
  }
  return { gained, lost, gainedBy, lostBy }
}

function belowFloor(
  cover: CoverProblem,
  { demand, floor }: AdviceQuestion,
  coveredByArea: Float64Array,
  totalByArea: Float64Array,
): string[] {
  const all = coverageBy(
    cover,
    Array.from({ length: cover.start.length - 1 }, (_, s) => s),
  )
  return demand.areaCodes.filter((_, a) => {
    const need = Math.min(floor * (totalByArea[a] as number), all.coveredByArea[a] as number)
    return (coveredByArea[a] as number) < need - 1e-9
  })
}
