import type { LngLat } from '../../src/domain/geo'
import type { UNIT_KINDS, UNIT_STATUSES } from '../../src/domain/patrol'
import { type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import {
  COUNTIES,
  type County,
  nearestCounty,
  placeOn,
  ROADS,
  type Road,
  road,
  rounded,
  scatter,
} from '../geography'
import { type Beat, type PatrolPlan, type Slot, slotAt, slotIndex } from '../patrol-plan'
import { chance, cumulate, dice, mix, weighted } from '../random'
import type { Ground, Records, WireOf } from './feed'

type Kind = (typeof UNIT_KINDS)[number]
type Status = (typeof UNIT_STATUSES)[number]

interface Motion {
  readonly position: LngLat
  readonly headingDeg: number
  readonly speedKmh: number
  readonly visiting: boolean
}

interface Patrol {
  readonly id: string
  readonly callSign: string
  readonly kind: Kind
  readonly county: County
  readonly key: number
  readonly motionAt: (at: EpochMs) => Motion
}

const REPORT_MS = 10 * SECOND_MS
/** Silence is drawn per unit and stretch of this length. */
const SILENCE_MS = 90 * MINUTE_MS
const SILENT_SHARE = 0.012

export function unitId(index: number): string {
  return `u-${String(index + 1).padStart(4, '0')}`
}

export function unitSource(ground: Ground, plan: PatrolPlan): Records<'units'> {
  const key = mix(ground.key, 0x0411)
  const serial = new Map<string, number>()
  const patrols: Patrol[] = []
  for (let i = 0; i < plan.unitCount; i++) {
    const unitKey = mix(key, i)
    const beat = plan.beats[i]
    const course = beat ? null : roadCourse(unitKey)
    const county = beat?.county ?? (course as Course).county
    const number = (serial.get(county.code) ?? 0) + 1
    serial.set(county.code, number)
    const u = chance(unitKey, 9)
    const kind = beat ? townKind(u) : u < 0.55 ? 'traffic' : 'car'
    patrols.push({
      id: unitId(i),
      callSign: `${county.sign}-${String(number).padStart(2, '0')}`,
      kind,
      county,
      key: unitKey,
      motionAt: beat
        ? (at) => beatMotion(beat, kind, at)
        : (at) => courseMotion(course as Course, at),
    })
  }
  return (at) => patrols.map((patrol) => record(patrol, at))
}

function townKind(u: number): Kind {
  return u < 0.72 ? 'car' : u < 0.87 ? 'motorcycle' : u < 0.97 ? 'foot' : 'fire-engine'
}

/** The last report at or before a time: every ten seconds, or none since a silence began. */
function reportedAt({ key }: Patrol, at: EpochMs): EpochMs {
  const phase = Math.floor(chance(key, 1) * REPORT_MS)
  const stretchPhase = Math.floor(chance(key, 2) * SILENCE_MS)
  const stretch = Math.floor((at + stretchPhase) / SILENCE_MS)
  const until =
    chance(mix(key, stretch), 3) < SILENT_SHARE ? stretch * SILENCE_MS - stretchPhase : at
  return Math.floor((until - phase) / REPORT_MS) * REPORT_MS + phase
}

function record(patrol: Patrol, at: EpochMs): WireOf<'units'> {
  const observedAt = reportedAt(patrol, at)
  const motion = patrol.motionAt(observedAt)
  const noFix = chance(mix(patrol.key, Math.floor(observedAt / (20 * MINUTE_MS))), 4) < 0.004
  return {
    id: patrol.id,
    callSign: patrol.callSign,
    kind: patrol.kind,
    status: statusOf(patrol, observedAt, motion),
    position: noFix ? null : rounded(motion.position),
    headingDeg: noFix || motion.speedKmh === 0 ? null : motion.headingDeg,
    speedKmh: noFix ? null : motion.speedKmh,
    areaCode: patrol.county.code,
    observedAt: iso(observedAt),
  }
}

function statusOf({ key }: Patrol, at: EpochMs, motion: Motion): Status {
  if (motion.visiting) return 'available'
  const u = chance(mix(key, Math.floor(at / (25 * MINUTE_MS))), 5)
  if (motion.speedKmh === 0) return u < 0.3 ? 'on-scene' : u < 0.36 ? 'off-duty' : 'available'
  return u < 0.08 ? 'en-route' : u < 0.14 ? 'assigned' : 'available'
}

/** Between two stops: on wheels by a few corners of the town, on foot straight there. */
function beatMotion(beat: Beat, kind: Kind, at: EpochMs): Motion {
  const slot = slotAt(beat, slotIndex(beat, at))
  if (at >= slot.arriveAt)
    return { position: slot.to, headingDeg: 0, speedKmh: 0, visiting: slot.visits !== null }
  const travelMs = slot.arriveAt - slot.startAt
  const route = routeOf(beat, slot, kind === 'foot' ? 0 : CORNERS)
  const metres = (route.lengthM * (at - slot.startAt)) / travelMs
  const kmh = (route.lengthM / travelMs) * 3_600
  return {
    ...placeOn(route, metres, true),
    speedKmh: Math.max(1, Math.round(kmh)),
    visiting: false,
  }
}

const CORNERS = 5

function routeOf({ county, key }: Beat, slot: Slot, corners: number): Road {
  const roll = dice(mix(mix(key, slot.index), 7))
  const points = [slot.from]
  for (let i = 0; i < corners; i++) points.push(scatter(county.seat, 1_200, roll))
  points.push(slot.to)
  return road(points)
}

interface Course {
  readonly road: Road
  readonly county: County
  readonly mps: number
  readonly phaseMs: number
  readonly driveMs: number
  readonly restMs: number
}

/** Longer roads carry more patrols, and those near many people carry more still. */
const ROAD_COUNTIES = ROADS.map(({ middle }) => nearestCounty(middle))
const ROAD_WEIGHTS = cumulate(
  ROADS.map(
    ({ lengthM }, i) =>
      lengthM * (0.5 + (ROAD_COUNTIES[i] ?? (COUNTIES[0] as County)).thousands / 800),
  ),
)

function roadCourse(key: number): Course {
  const index = weighted(ROAD_WEIGHTS, chance(key, 11))
  return {
    road: ROADS[index] as Road,
    county: ROAD_COUNTIES[index] as County,
    mps: (45 + 45 * chance(key, 12)) / 3.6,
    phaseMs: Math.floor(chance(key, 13) * 40 * HOUR_MS),
    driveMs: Math.round(20 + 25 * chance(key, 14)) * MINUTE_MS,
    restMs: Math.round(5 + 12 * chance(key, 15)) * MINUTE_MS,
  }
}

/** Up and down one road, with a halt after every leg. */
function courseMotion({ road, mps, phaseMs, driveMs, restMs }: Course, at: EpochMs): Motion {
  const time = at + phaseMs
  const legs = Math.floor(time / (driveMs + restMs))
  const into = time - legs * (driveMs + restMs)
  const driving = into < driveMs
  const metres = ((legs * driveMs + Math.min(into, driveMs)) / 1_000) * mps
  const there = metres % (2 * road.lengthM)
  const forward = there < road.lengthM
  const on = placeOn(road, forward ? there : 2 * road.lengthM - there, forward)
  return { ...on, speedKmh: driving ? Math.round(mps * 3.6) : 0, visiting: false }
}
