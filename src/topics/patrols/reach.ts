import type { Ring } from '../../domain/geo'
import { isTown } from '../../domain/incident-target'
import type { Unit } from '../../domain/patrol'
import { REACH_MIN, reachRing } from '../../domain/patrol-reach'

/** How far a unit gets in five and in ten minutes, by straight line x 1.4 at the speed for its area. */
export function reachRings(
  unit: Unit,
): readonly { readonly minutes: number; readonly ring: Ring }[] {
  const { position, areaCode } = unit
  const towns = position && isTown(areaCode) ? [{ centre: position, radiusM: 1e6 }] : []
  return REACH_MIN.flatMap((minutes) => {
    const ring = reachRing(unit, minutes, towns)
    return ring ? [{ minutes, ring }] : []
  })
}
