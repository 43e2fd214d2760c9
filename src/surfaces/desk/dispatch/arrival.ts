import { type Allocation, isPositionStale } from '../../../domain/allocation'
import { distanceM, type LngLat } from '../../../domain/geo'
import { isTown, waitOf } from '../../../domain/incident-target'
import { reachM, SPEEDS, travelModeOf } from '../../../domain/patrol-reach'
import { type EpochMs, MINUTE_MS } from '../../../domain/time'
import { type DispatchFacts, nearest } from './facts'

/** When a sent unit can be there, from where it is now. */
export interface Arrival {
  readonly minutes: number
  /** Along the way: the straight line x the detour. */
  readonly km: number
  readonly at: EpochMs
  /** Later than the incident's target, ms; null: in time, or there is none. */
  readonly lateMs: number | null
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
  const at = now + minutes * MINUTE_MS
  const incident = facts.queue.find(({ id }) => id === target.id)
  const lateMs = incident ? -waitOf(incident, at).leftMs : 0
  return {
    minutes,
    km: (awayM * SPEEDS.detour) / 1_000,
    at,
    lateMs: lateMs > 0 ? lateMs : null,
  }
}

/** An order names a place, not its area: that of the incident or post itself, or of what stands nearest. */
function liesInTown({ queue, places }: DispatchFacts, id: string, position: LngLat): boolean {
  const incident = queue.find((one) => one.id === id)
  if (incident) return isTown(incident.areaCode)
  const post = places.find((one) => one.id === id) ?? nearest(places, position)
  return post?.inTown ?? false
}
