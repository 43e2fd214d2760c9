import type { LngLat } from './geo'
import { isTown } from './incident-target'
import type { Unit } from './patrol'
import { readyUnits, SPEEDS, travelTo } from './patrol-reach'
import type { EpochMs } from './time'

export interface NearUnit {
  readonly unit: Unit & { readonly position: LngLat }
  readonly minutes: number
  readonly wayKm: number
}

/** Who could be at a place first, and what is left where the first of them would come from. */
export interface Near {
  readonly units: readonly NearUnit[]
  /** Declared speed to this place, km/h, and way over straight line. */
  readonly kmh: number
  readonly detour: number
  /** Free units that stay in the area of the first one after it has left; null without one. */
  readonly leftBehind: { readonly areaCode: string; readonly count: number } | null
}

export function nearestUnits(
  all: readonly Unit[],
  place: LngLat,
  areaCode: string,
  now: EpochMs,
  most: number,
): Near {
  const inTown = isTown(areaCode)
  const towns = inTown ? [{ centre: place, radiusM: 1 }] : []
  const ready = readyUnits(all, now).units
  const units = ready
    .flatMap((unit): NearUnit[] => {
      const travel = travelTo(unit, place, towns)
      return travel ? [{ unit, minutes: travel.minutes, wayKm: travel.wayM / 1_000 }] : []
    })
    .sort((a, b) => a.minutes - b.minutes)
    .slice(0, most)
  const from = units[0]?.unit.areaCode
  return {
    units,
    kmh: inTown ? SPEEDS.townKmh : SPEEDS.countryKmh,
    detour: SPEEDS.detour,
    leftBehind:
      from === undefined
        ? null
        : { areaCode: from, count: ready.filter((unit) => unit.areaCode === from).length - 1 },
  }
}
