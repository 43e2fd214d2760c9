import type { Ring } from '../../domain/geo'
import { isTown } from '../../domain/incident-target'
import type { Unit } from '../../domain/patrol'
import { reachRing } from '../../domain/patrol-reach'

/** Minutes that a ring stands for. */
const REACH_MIN = [5, 10] as const

/** How far a unit gets in five and in ten minutes, by straight line x 1.4 at the speed for its area. */
export function reachRings(unit: Unit): readonly Ring[] {
  const { position, areaCode } = unit
  const towns = position && isTown(areaCode) ? [{ centre: position, radiusM: 1e6 }] : []
  const rings = REACH_MIN.map((minutes) => reachRing(unit, minutes, towns))
  return rings.filter((ring) => ring !== null)
}
