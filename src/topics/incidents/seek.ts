import { incidentStore } from '../../api/incident-store'
import type { LngLat } from '../../domain/geo'
import { pastIdAt } from '../../domain/incident-set'
import type { Hit } from '../../map/paint'
import type { IncidentsData } from './data'
import { TOPIC } from './layer'

/** Further out a pointer covers a village. */
const LEAST_M_PER_PX = 40
const RADIUS_PX = 10

/** The incident of the past under the pointer. The worker knows where it is; the surface shows it and nobody draws it. */
export async function seek(
  { bulk, set }: IncidentsData,
  position: LngLat,
  metresPerPx: number,
): Promise<Hit | null> {
  if (!bulk?.question || !set || metresPerPx > LEAST_M_PER_PX) return null
  const found = await incidentStore().hit(bulk.question, position, RADIUS_PX * metresPerPx)
  const id = found && pastIdAt(set, found.occurredAt, found.position)
  return id ? { topic: TOPIC, id, position: found.position, radiusPx: RADIUS_PX } : null
}
