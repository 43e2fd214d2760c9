import { type Allocation, isOver } from '../../../domain/allocation'
import { distanceM } from '../../../domain/geo'
import type { Incident } from '../../../domain/incident'
import { isTown } from '../../../domain/incident-target'
import type { Unit } from '../../../domain/patrol'
import { reachM, SPEEDS, travelModeOf } from '../../../domain/patrol-reach'
import { type DispatchFacts, isPositionOld } from './facts'

export interface Candidate {
  readonly unit: Unit
  /** By straight line; null where the incident's or the unit's place is not known. */
  readonly minutes: number | null
  readonly km: number | null
  /** To be sent with a reason only: nobody knows where it is now. */
  readonly isStale: boolean
}

/** Whether units can be listed by how soon they are there; by their areas otherwise. */
export function isByDistance({ lost }: DispatchFacts, { position }: Incident): boolean {
  return position !== null && !lost.includes('units')
}

/**
 * Who could be sent: free units whose position is current, the soonest first, then those whose position is old (all of them while the feed is). Where
 * nothing can be reckoned, those of the incident's own county come first, then of its prefecture, then all others.
 */
export function candidatesFor(facts: DispatchFacts, incident: Incident): readonly Candidate[] {
  const { jobs } = facts
  const { position, areaCode } = incident
  const byDistance = isByDistance(facts, incident)
  return facts.units
    .flatMap((unit): Candidate[] => {
      const job = jobs.get(unit.id)
      if (unit.status !== 'available' && unit.status !== 'unknown') return []
      if (job && !isOver(job)) return []
      const mode = travelModeOf(unit.kind)
      if (mode === null) return []
      const isStale = isPositionOld(facts, unit)
      if (!byDistance || !position) return [{ unit, minutes: null, km: null, isStale }]
      if (!unit.position) return []
      const awayM = distanceM(unit.position, position)
      const minutes = awayM / reachM(mode, isTown(areaCode), 1)
      return [{ unit, minutes, km: (awayM * SPEEDS.detour) / 1_000, isStale }]
    })
    .sort(
      (a, b) =>
        (byDistance ? 0 : farness(a.unit, areaCode) - farness(b.unit, areaCode)) ||
        Number(a.isStale) - Number(b.isStale) ||
        (a.minutes ?? 0) - (b.minutes ?? 0) ||
        a.unit.callSign.localeCompare(b.unit.callSign),
    )
}

/** Same county, same prefecture, elsewhere. */
function farness({ areaCode }: Unit, at: string): number {
  if (areaCode === at) return 0
  return areaCode.slice(0, 4) === at.slice(0, 4) ? 1 : 2
}

/** Who is on the way there, or there, as it will stand if all that is under way is done. */
export function sentTo(
  { jobs }: Pick<DispatchFacts, 'jobs'>,
  { id }: Incident,
): readonly Allocation[] {
  return [...jobs.values()].filter((job) => job.target.id === id && !isOver(job))
}

/** How many of the queue nobody has been sent to. */
export function unsentOf(facts: DispatchFacts): number {
  return facts.queue.filter(
    (incident) => incident.dispatchedAt === null && sentTo(facts, incident).length === 0,
  ).length
}

export interface AreaGroup {
  readonly areaCode: string
  readonly candidates: readonly Candidate[]
}

/** In the order in which the areas come in the list. */
export function byArea(candidates: readonly Candidate[]): readonly AreaGroup[] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { areaCode } = candidate.unit
    const group = groups.get(areaCode)
    if (group) group.push(candidate)
    else groups.set(areaCode, [candidate])
  }
  return [...groups].map(([areaCode, own]) => ({ areaCode, candidates: own }))
}
