import { distanceM, EARTH_RADIUS_M, type LngLat, type Ring } from './geo'
import type { Unit, UnitKind } from './patrol'
import { motionOf } from './patrol-motion'
import type { EpochMs } from './time'

/** Minutes that reach is told for. */
export const REACH_MIN = [5, 10] as const

/** Where a time of travel is from: reckoned, or told by a routing service, which is named beside the figure. */
export type TravelSource =
  | { readonly kind: 'straight-line'; readonly detour: number }
  | { readonly kind: 'service'; readonly name: string }

/** How a unit travels: which speed it has, and which profile a routing service is asked for. */
export type TravelMode = 'road' | 'foot'

export interface SpeedSettings {
  /** Way driven or walked / great-circle distance. */
  readonly detour: number
  readonly townKmh: number
  readonly countryKmh: number
  readonly footKmh: number
}

/** Declared, not measured: a province puts its own. */
export const SPEEDS: SpeedSettings = { detour: 1.4, townKmh: 30, countryKmh: 50, footKmh: 4.5 }

const MODES: Readonly<Record<UnitKind, TravelMode | null>> = {
  car: 'road',
  motorcycle: 'road',
  traffic: 'road',
  'fire-engine': 'road',
  foot: 'foot',
  boat: null,
  unknown: null,
}

/** Null: it does not travel on land (a boat), or nobody knows how it does. */
export function travelModeOf(kind: UnitKind): TravelMode | null {
  return MODES[kind]
}

/** A place within which the speed of towns holds. */
export interface Town {
  readonly centre: LngLat
  readonly radiusM: number
}

export function isInTown(at: LngLat, towns: readonly Town[]): boolean {
  return towns.some(({ centre, radiusM }) => distanceM(at, centre) <= radiusM)
}

/** Metres as the crow flies that can be travelled in so many minutes, to a target in town or country. */
export function reachM(
  mode: TravelMode,
  inTown: boolean,
  minutes: number,
  speeds: SpeedSettings = SPEEDS,
): number {
  return (minutes * speedKmh(mode, inTown, speeds) * 1_000) / 60 / speeds.detour
}

function speedKmh(mode: TravelMode, inTown: boolean, speeds: SpeedSettings): number {
  if (mode === 'foot') return speeds.footKmh
  return inTown ? speeds.townKmh : speeds.countryKmh
}

export interface Travel {
  readonly minutes: number
  /** Along the way: the straight line x the detour, or what the service says. */
  readonly wayM: number
  readonly source: TravelSource
}

/** By straight line. Whether the target lies in a town decides the speed for the whole way. Null: no position, or not on land. */
export function travelTo(
  { kind, position }: Pick<Unit, 'kind' | 'position'>,
  target: LngLat,
  towns: readonly Town[],
  speeds: SpeedSettings = SPEEDS,
): Travel | null {
  const mode = travelModeOf(kind)
  if (mode === null || position === null) return null
  const { detour } = speeds
  const wayM = distanceM(position, target) * detour
  const perMinuteM = (speedKmh(mode, isInTown(target, towns), speeds) * 1_000) / 60
  return { minutes: wayM / perMinuteM, wayM, source: { kind: 'straight-line', detour } }
}

/** Corners of a reach ring, and steps along each of its rays. */
const RAYS = 72
const STEPS = 24

/**
 * What can be reached in so many minutes, as far as every point on the way out can be: country behind a town that is
 * too slow to cross is left out. True to a step, on the near side. Null: no position, or not on land.
 */
export function reachRing(
  { kind, position }: Pick<Unit, 'kind' | 'position'>,
  minutes: number,
  towns: readonly Town[],
  speeds: SpeedSettings = SPEEDS,
): Ring | null {
  const mode = travelModeOf(kind)
  if (mode === null || position === null) return null
  const inTownM = reachM(mode, true, minutes, speeds)
  const inCountryM = reachM(mode, false, minutes, speeds)
  const nearM = Math.min(inTownM, inCountryM)
  const farM = Math.max(inTownM, inCountryM)
  const near = towns.filter(({ centre, radiusM }) => distanceM(position, centre) <= radiusM + farM)
  const open = Array.from({ length: RAYS }, (_, i) => {
    const bearing = (2 * Math.PI * i) / RAYS
    let reached = destination(position, bearing, nearM)
    for (let step = 1; step <= STEPS && farM > nearM; step++) {
      const awayM = nearM + ((farM - nearM) * step) / STEPS
      const next = destination(position, bearing, awayM)
      if (awayM > (isInTown(next, near) ? inTownM : inCountryM)) break
      reached = next
    }
    return reached
  })
  return [...open, open[0] as LngLat]
}

const RAD = Math.PI / 180

/** The point so many metres away on a great circle; `bearing` in radians clockwise from north. */
function destination([lng, lat]: LngLat, bearing: number, awayM: number): LngLat {
  const angle = awayM / EARTH_RADIUS_M
  const phi = lat * RAD
  const sinPhi =
    Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing)
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * sinPhi,
  )
  const around = lng + east / RAD
  return [
    around > 180 ? around - 360 : around < -180 ? around + 360 : around,
    Math.asin(sinPhi) / RAD,
  ]
}

/** Who can be sent by land now, and how many cannot, by the first reason that holds. */
export interface Ready {
  readonly units: readonly (Unit & { readonly position: LngLat })[]
  /** Assigned, on scene, off duty or not told. */
  readonly unavailable: number
  readonly unplaced: number
  /** Position too old (or ahead of the clock): they may be anywhere. */
  readonly silent: number
  /** Boats, and units of unknown kind. */
  readonly notByLand: number
}

export function readyUnits(all: readonly Unit[], now: EpochMs): Ready {
  const units: (Unit & { position: LngLat })[] = []
  const aside = { unavailable: 0, unplaced: 0, silent: 0, notByLand: 0 }
  for (const unit of all) {
    const { position } = unit
    if (unit.status !== 'available') aside.unavailable++
    else if (position === null) aside.unplaced++
    else if (motionOf(unit, now) === 'silent') aside.silent++
    else if (travelModeOf(unit.kind) === null) aside.notByLand++
    else units.push({ ...unit, position })
  }
  return { units, ...aside }
}
