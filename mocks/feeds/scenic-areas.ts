import type { LngLat } from '../../src/domain/geo'
import { DAY_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import { blob, offset, rounded } from '../geography'
import { dice, keyOf } from '../random'
import { SCENIC, type Sight } from '../scenic'
import type { Ground, Records, WireOf } from './feed'

type Area = WireOf<'scenic-areas'>

const ZONE_NAMES = [
  ['观景台', 'Viewing terrace'],
  ['主游步道', 'Main path'],
  ['游客中心广场', 'Visitor centre square'],
  ['古街', 'Old street'],
  ['表演场', 'Show ground'],
] as const
const GATE_NAMES = [
  ['南门', 'South gate'],
  ['北门', 'North gate'],
  ['东门', 'East gate'],
  ['西门', 'West gate'],
  ['索道站', 'Cableway station'],
] as const

/** Visited by night as well: old towns, villages, parks in the city. */
const LATE = /古城|古镇|苗寨|侗寨|甲秀楼|公园|镇$/

/** The areas as they stand: the same for every time. Capacities follow LB/T 034-2014 from invented areas. */
export function scenicAreas(ground: Ground): readonly Area[] {
  const revisedAt = iso(Math.floor(ground.startAt / DAY_MS) * DAY_MS - 30 * DAY_MS)
  return SCENIC.map((sight, index) => area(sight, index, revisedAt))
}

export function scenicAreaSource(areas: readonly Area[]): Records<'scenic-areas'> {
  return () => areas
}

function area(sight: Sight, index: number, observedAt: string): Area {
  const id = `sa-${String(index + 1).padStart(2, '0')}`
  const roll = dice(keyOf('scenic', sight.name))
  const zoneCount = 3 + Math.floor(roll() * 3)
  const zones = ZONE_NAMES.slice(0, zoneCount).map(([name, nameEn], i) => {
    const angle = (2 * Math.PI * i) / zoneCount + roll()
    const centre = away(sight.position, i === 0 ? 60 : 180 + 200 * roll(), angle)
    // The viewing terrace is small: it is where density becomes dangerous first.
    const radiusM = i === 0 ? 32 + 14 * roll() : 60 + 70 * roll()
    const ring = blob(centre, radiusM, 7 + Math.floor(roll() * 4), roll)
    return {
      id: `${id}-z${i + 1}`,
      name,
      nameEn,
      ring,
      usableM2: Math.round(0.55 * ringAreaM2(ring)),
      m2PerPerson: i === 0 ? 1 : i === 1 ? 1.5 : 2,
    }
  })
  const gateCount = 2 + Math.floor(roll() * 4)
  const gates = GATE_NAMES.slice(0, gateCount).map(([name, nameEn], i) => ({
    id: `${id}-g${i + 1}`,
    name,
    nameEn,
    position: rounded(away(sight.position, 350 + 150 * roll(), (2 * Math.PI * i) / gateCount)),
    widthM: Math.round((2 + 5 * roll()) * 2) / 2,
  }))
  const instantCapacity =
    Math.round(zones.reduce((sum, zone) => sum + zone.usableM2 / zone.m2PerPerson, 0) / 100) * 100
  const late = LATE.test(sight.name)
  return {
    id,
    name: sight.name,
    nameEn: sight.nameEn,
    areaCode: sight.code,
    position: rounded(sight.position),
    positionGrade: sight.grade,
    zones,
    gates,
    instantCapacity,
    dailyCapacity: Math.round(instantCapacity * (late ? 3.2 : 2.6)),
    fictitious: true,
    openFromHour: late ? 7 : 8,
    openToHour: late ? 23 : 18,
    observedAt,
  }
}

function away(from: LngLat, metres: number, angle: number): LngLat {
  return offset(from, metres * Math.cos(angle), metres * Math.sin(angle))
}

/** Shoelace on a local plane. */
export function ringAreaM2(ring: readonly LngLat[]): number {
  const lat = ring[0]?.[1] ?? 0
  const perLng = 111_195 * Math.cos((lat * Math.PI) / 180)
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as LngLat
    const b = ring[i] as LngLat
    twice += (a[0] * b[1] - b[0] * a[1]) * perLng * 111_195
  }
  return Math.abs(twice) / 2
}
