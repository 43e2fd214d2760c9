import type { Reading } from '../../../api/reading'
import { type AdviceQuestion, DEMAND_KINDS, type Demand, type Post } from '../../../domain/advice'
import { type Allocation, isOver, isPositionStale, latestByUnit } from '../../../domain/allocation'
import { type CrowdPressure, demandOf } from '../../../domain/demand'
import { distanceM, type LngLat } from '../../../domain/geo'
import type { Incident } from '../../../domain/incident'
import { isNarrow, isPublicAlone } from '../../../domain/incident-filter'
import { type IncidentSet, unlistedOf } from '../../../domain/incident-set'
import { isTown, queueOf } from '../../../domain/incident-target'
import { isSettled, type OrderEntry, withUnderWay } from '../../../domain/order-entry'
import type { Unit } from '../../../domain/patrol'
import { SPEEDS, travelModeOf } from '../../../domain/patrol-reach'
import { type Quality, worst } from '../../../domain/quality'
import type { EpochMs } from '../../../domain/time'
import type { CrowdData } from '../../../topics/crowds/data'
import type { IncidentsData } from '../../../topics/incidents/data'
import { isCurrent, type PatrolData, placePosition } from '../../../topics/patrols/data'
import type { AreaNames } from '../../../ui/area-names'
import { formatStamp } from '../../../ui/clock'
import { formatCount } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import type { TopicNow } from '../../use-topics'
import { bearingFrom } from './place-search'

/** Everything that sending units is decided from, joined once for the whole column. */
export interface DispatchFacts {
  readonly now: EpochMs
  readonly areas: AreaNames
  readonly queue: readonly Incident[]
  readonly units: readonly Unit[]
  /** As it will stand if all that is under way is done. */
  readonly jobs: ReadonlyMap<string, Allocation>
  /** As the server has it: what an order is bound to. */
  readonly confirmed: ReadonlyMap<string, Allocation>
  readonly allocations: readonly Allocation[]
  /** Orders of this machine, the newest last. */
  readonly entries: readonly OrderEntry[]
  readonly underWay: ReadonlySet<string>
  readonly demand: Demand
  /** What the demand leaves out of the window's incidents, in words; null: nothing. */
  readonly demandLeavesOut: Phrase | null
  readonly places: readonly NamedPost[]
  /** Of the positions. Lost ones are kept, as where each unit was last seen. */
  readonly unitsQuality: Quality
  /** Since the newest position; null: there is none. */
  readonly unitsAgeMs: number | null
  /** Sources without an answer: what would be reckoned from them is not known. */
  readonly lost: readonly LostInput[]
}

export const INPUTS = ['units', 'allocations', 'incidents'] as const
export type LostInput = (typeof INPUTS)[number]

export interface NamedPost extends Post {
  readonly kind: 'watch-place' | 'point'
  readonly name: string
  readonly nameEn: string | null
  readonly areaCode: string
  /** Weight in the demand if it is itself overdue or crowded; for the words that say why. */
  readonly isOverdue: boolean
}

export const TARGET_MIN = 10
export const FLOOR = 0.3
export const FARTHEST_MIN = 30
export const MOST_MOVES = 8

export function dispatchFacts(
  topics: readonly TopicNow[],
  reading: Reading<'allocations'>,
  entries: readonly OrderEntry[],
  now: EpochMs,
  areas: AreaNames,
): DispatchFacts {
  const of = <Data>(id: string) =>
    (topics.find(({ topic }) => topic.id === id)?.data ?? null) as Data | null
  const incidents = of<IncidentsData>('incidents')
  const patrols = of<PatrolData>('patrols')
  const crowds = of<CrowdData>('crowds')
  const allocations = reading.quality === 'lost' ? [] : (reading.snapshot?.items ?? [])
  const idle = patrols?.places ?? []
  const places = idle.flatMap((one): NamedPost[] => {
    const position = placePosition(one)
    const { id, name, nameEn, areaCode } = one.place
    const isOverdue = one.level === 'overdue' || one.level === 'long-overdue'
    return position
      ? [
          {
            id,
            kind: 'watch-place',
            position,
            name,
            nameEn,
            areaCode,
            inTown: isTown(areaCode),
            isOverdue,
          },
        ]
      : []
  })
  const named = [...places, ...scenicPosts(crowds)]
  const demand = demandOf(incidents?.set ?? null, idle, pressures(crowds))
  const units = patrols?.units?.map(({ unit }) => unit) ?? []
  const newest = units.reduce<number | null>(
    (at, { observedAt }) => Math.max(at ?? 0, observedAt),
    null,
  )
  const unitsQuality = patrols?.unitsQuality ?? 'lost'
  const qualities: Record<LostInput, Quality> = {
    units: unitsQuality,
    allocations: reading.snapshot ? reading.quality : 'lost',
    incidents: incidents?.quality ?? 'lost',
  }
  return {
    now,
    areas,
    queue: queueOf(incidents?.open ?? [], now),
    units,
    confirmed: latestByUnit(allocations),
    jobs: latestByUnit(withUnderWay(allocations, entries)),
    allocations,
    entries,
    underWay: new Set(entries.filter((one) => !isSettled(one)).map(({ order }) => order.unitId)),
    demand,
    demandLeavesOut: incidents?.set ? leftOut(incidents.set) : null,
    places: [...named, ...hotCells(demand, named)],
    unitsQuality,
    unitsAgeMs: newest === null ? null : Math.max(0, now - newest),
    lost: INPUTS.filter((input) => qualities[input] === 'lost'),
  }
}

function leftOut(set: IncidentSet): Phrase | null {
  // Units are sent where people call, whatever the map is made of.
  if (!isPublicAlone(set.filter.sources) && !isNarrow(set.filter))
    return {
      zh: '需求只含群众报警，不随所选来源而变。',
      en: 'Demand holds what the public reported alone, whichever sources are chosen.',
    }
  if (isNarrow(set.filter))
    return {
      zh: '需求只含所选类别、等级的群众报警。',
      en: 'Demand holds public reports of the chosen kind and severity alone.',
    }
  const left = unlistedOf(set)
  if (!left) return null
  const [count, since] = [formatCount(left.count), formatStamp(left.listedFrom)]
  return {
    zh: `需求只含 ${since} 以来的警情，不含窗内更早的 ${count} 起。`,
    en: `Demand holds incidents from ${since} on, without ${count} earlier ones of the window.`,
  }
}

const LEVEL = { 'over-80': '80', 'over-90': '90', 'over-100': '100' } as const

function pressures(crowds: CrowdData | null): CrowdPressure[] {
  return (crowds?.areas ?? []).flatMap(({ area, level, worstDanger }): CrowdPressure[] => {
    const { position, areaCode } = area
    if (worstDanger === 'over-4' || worstDanger === 'over-5')
      return [{ position, areaCode, level: 'dense' }]
    return level in LEVEL ? [{ position, areaCode, level: LEVEL[level as keyof typeof LEVEL] }] : []
  })
}

const HOT_CELLS = 120

function scenicPosts(crowds: CrowdData | null): NamedPost[] {
  return (crowds?.areas ?? []).map(({ area }) => ({
    id: area.id,
    kind: 'point',
    position: area.position,
    name: area.name,
    nameEn: area.nameEn,
    areaCode: area.areaCode,
    inTown: isTown(area.areaCode),
    isOverdue: false,
  }))
}

/** A cluster is named after what stands within this distance of it, m. */
const NEAR_M = 8_000

/** Where most incidents were, as places to stand at: watch places are not everywhere. */
function hotCells(
  { lng, lat, weight, kind, inTown, area, areaCodes }: Demand,
  named: readonly NamedPost[],
): NamedPost[] {
  return Array.from(weight.keys())
    .filter((d) => DEMAND_KINDS[kind[d] as number] === 'incidents')
    .sort((a, b) => (weight[b] as number) - (weight[a] as number))
    .slice(0, HOT_CELLS)
    .map((d) => {
      const position = [lng[d] as number, lat[d] as number] as const
      const areaCode = areaCodes[area[d] as number] ?? ''
      // One cell may lie in two areas: each is a place of its own.
      const id = `cell-${position[0].toFixed(4)}-${position[1].toFixed(4)}-${areaCode}`
      const at = `${position[0].toFixed(3)}, ${position[1].toFixed(3)}`
      const near = nearest(named, position)
      const side = near && bearingFrom(near.position, position)
      return {
        id,
        kind: 'point' as const,
        position,
        name: near ? `${near.name}${side?.zh ?? ''} 警情集中处` : `警情集中处 ${at}`,
        nameEn: `cluster of incidents ${near ? `${side ? `${side.en} of` : 'at'} ${near.nameEn ?? near.name}` : at}`,
        areaCode,
        inTown: inTown[d] === 1,
        isOverdue: false,
      }
    })
}

/** The place within 8 km that is nearest. */
export function nearest<Place extends { readonly position: LngLat }>(
  named: readonly Place[],
  position: LngLat,
): Place | null {
  let [best, least] = [null as Place | null, NEAR_M]
  for (const one of named) {
    const metres = distanceM(one.position, position)
    if (metres < least) [best, least] = [one, metres]
  }
  return best
}

/**
 * The one rule of age for positions, for what is written beside a unit and for what an order of it needs: its own
 * position, or the whole feed, is called stale or lost.
 */
export function positionQuality(
  { unitsQuality, now }: Pick<DispatchFacts, 'unitsQuality' | 'now'>,
  unit: Unit,
): Quality {
  return isPositionStale(unit, now) ? worst([unitsQuality, 'stale']) : unitsQuality
}

/** Goes with a reason only. */
export function isPositionOld(facts: Parameters<typeof positionQuality>[0], unit: Unit): boolean {
  return !isCurrent(positionQuality(facts, unit))
}

/** Nothing else to do, wherever it is. */
export function isIdle({ jobs }: DispatchFacts, { id, status }: Unit): boolean {
  const job = jobs.get(id)
  return status === 'available' && (!job || isOver(job))
}

/** Known where it is, free, and on duty: who may be asked for without ending anything. */
export function isFree(facts: DispatchFacts, unit: Unit): boolean {
  return !facts.lost.includes('units') && !isPositionStale(unit, facts.now) && isIdle(facts, unit)
}

export function questionOf(facts: DispatchFacts, goal: AdviceQuestion['goal']): AdviceQuestion {
  const units = facts.units
    .filter((unit) => isFree(facts, unit))
    .flatMap(({ id, position, areaCode, kind }): Post[] =>
      position && travelModeOf(kind) === 'road' ? [{ id, position, inTown: isTown(areaCode) }] : [],
    )
  return {
    units,
    places: facts.places.map(({ id, position, inTown }) => ({ id, position, inTown })),
    demand: facts.demand,
    targetMin: TARGET_MIN,
    speeds: SPEEDS,
    floor: FLOOR,
    farthestMin: FARTHEST_MIN,
    mostMoves: MOST_MOVES,
    goal,
  }
}
