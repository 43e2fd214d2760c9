import { type Allocation, isPositionStale } from '../../../domain/allocation'
import { distanceM, type LngLat } from '../../../domain/geo'
import { isTown } from '../../../domain/incident-target'
import { reachM, SPEEDS, travelModeOf } from '../../../domain/patrol-reach'
import type { EpochMs } from '../../../domain/time'
import { type DispatchFacts, nearest } from './facts'

/** When a sent unit can be there, from where it is now. */
export interface Arrival {
  readonly minutes: number
  /** Along the way: the straight line x the detour. */
  readonly km: number
  readonly at: EpochMs
}

/** By straight line. Null: nobody knows where it is, where it goes, or how it travels. `none`: nothing is to come. */
export function arrivalOf(
  facts: DispatchFacts,
  { unitId, state, target }: Pick<Allocation, 'unitId' | 'state' | 'target'>,
): Arrival | null | 'none' {
  if ((state !== 'sent' && state !== 'en-route') || target.kind === 'beat') return 'none'
  const { now, lost } = facts
  const unit = facts.units.find(({ id }) => id === unitId)
  const mode = unit ? travelModeOf(unit.kind) : null
  if (!unit?.position || !mode || !target.position) return null
  if (lost.includes('units') || isPositionStale(unit, now)) return null
  const awayM = distanceM(unit.position, target.position)
  const minutes = awayM / reachM(mode, liesInTown(facts, target.id, target.position), 1)
  return { minutes, km: (awayM * SPEEDS.detour) / 1_000, at: now + minutes * 60_000 }
}

/** An order names a place, not its area: that of the incident or post itself, or of what stands nearest. */
function liesInTown({ queue, places }: DispatchFacts, id: string, position: LngLat): boolean {
  const incident = queue.find((one) => one.id === id)
  if (incident) return isTown(incident.areaCode)
  const post = places.find((one) => one.id === id) ?? nearest(places, position)
  return post?.inTown ?? false
}
