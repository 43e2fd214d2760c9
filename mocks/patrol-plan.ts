import type { LngLat } from '../src/domain/geo'
import { type EpochMs, MINUTE_MS, SECOND_MS } from '../src/domain/time'
import type { Ground } from './feeds/feed'
import { COUNTIES, type County, scatter } from './geography'
import { HOT_SPOTS } from './hot-spots'
import { allot, chance, dice, keyOf, mix, pick } from './random'

/** A place to be visited, before it is put on the wire. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly county: County
  readonly centre: LngLat
  readonly radiusM: number
  /** Left aside in most rounds: becomes overdue. */
  readonly neglected: boolean
}

/** A unit's round: a place per slot of equal length, in an order that changes from round to round. */
export interface Beat {
  readonly unit: number
  readonly county: County
  readonly places: readonly Place[]
  readonly slotMs: number
  readonly phaseMs: number
  readonly key: number
}

/** What a beat does in one slot: travel from the last stop, then stand at this one. */
export interface Slot {
  readonly index: number
  readonly startAt: EpochMs
  readonly arriveAt: EpochMs
  readonly endAt: EpochMs
  readonly from: LngLat
  readonly to: LngLat
  /** Null: passed through town without a stop at a watch place. */
  readonly visits: Place | null
}

export interface PatrolPlan {
  readonly places: readonly Place[]
  readonly beats: readonly Beat[]
  readonly unitCount: number
}

const PLACES = 600
const UNITS = 400
const PLACES_PER_BEAT = 3

const KINDS = [
  ['步行街', 'pedestrian street'],
  ['客运站', 'coach station'],
  ['农贸市场', 'market'],
  ['人民广场', 'square'],
  ['体育公园', 'sports park'],
  ['中学周边', 'school surroundings'],
  ['医院周边', 'hospital surroundings'],
  ['夜市', 'night market'],
  ['火车站', 'railway station'],
  ['滨河公园', 'riverside park'],
  ['商贸城', 'trade centre'],
  ['工业园', 'industrial park'],
  ['安置小区', 'housing estate'],
  ['老街', 'old street'],
] as const

export function patrolPlan(ground: Ground): PatrolPlan {
  const key = mix(ground.key, 0x9a70)
  const unitCount = Math.max(1, Math.round(UNITS * ground.scale))
  const weights = COUNTIES.map(
    ({ thousands, prefecture }) => 250 + thousands * (prefecture === '520100' ? 1.6 : 0.8),
  )
  const counts = allot(Math.max(1, Math.round(PLACES * ground.registerScale)), weights)
  const places: Place[] = []
  const beats: Beat[] = []
  COUNTIES.forEach((county, c) => {
    const own: Place[] = []
    for (let i = 0; i < (counts[c] ?? 0); i++) own.push(place(key, county, i))
    places.push(...own)
    for (let i = 0; i < own.length && beats.length < unitCount * 0.6; i += PLACES_PER_BEAT) {
      const beatKey = mix(keyOf('beat', county.code, i), key)
      beats.push({
        unit: beats.length,
        county,
        places: own.slice(i, i + PLACES_PER_BEAT),
        slotMs: Math.round(36 + 16 * chance(beatKey, 0)) * MINUTE_MS,
        phaseMs: Math.floor(chance(beatKey, 1) * 3_600) * SECOND_MS,
        key: beatKey,
      })
    }
  })
  return { places, beats, unitCount }
}

function place(key: number, county: County, index: number): Place {
  const roll = dice(mix(keyOf('place', county.code, index), key))
  const spots = HOT_SPOTS.filter(({ code }) => code === county.code)
  const centre =
    spots.length > 0 && roll() < 0.5
      ? scatter(pick(spots, roll()).centre, 700, roll)
      : scatter(county.seat, 1_300, roll)
  const [name, nameEn] = KINDS[
    (index * 5 + Number(county.code)) % KINDS.length
  ] as (typeof KINDS)[number]
  const round = Math.floor(index / KINDS.length)
  return {
    id: `wp-${county.code}-${String(index + 1).padStart(2, '0')}`,
    name: `${county.name}${name}${round > 0 ? `（${round + 1}）` : ''}`,
    nameEn: `${county.nameEn} ${nameEn}${round > 0 ? ` ${round + 1}` : ''}`,
    county,
    centre,
    radiusM: 110 + 190 * roll(),
    neglected: roll() < 0.03,
  }
}

export function slotIndex(beat: Beat, at: EpochMs): number {
  return Math.floor((at + beat.phaseMs) / beat.slotMs)
}

export function slotAt(beat: Beat, index: number): Slot {
  const startAt = index * beat.slotMs - beat.phaseMs
  const stop = stopOf(beat, index)
  const key = mix(mix(beat.key, index), 0x510)
  const doseMin = stop.visits ? 4 + 14 * chance(key, 0) : 1
  return {
    index,
    startAt,
    arriveAt: startAt + beat.slotMs - Math.round(doseMin * 60) * SECOND_MS,
    endAt: startAt + beat.slotMs,
    from: stopOf(beat, index - 1).at,
    to: stop.at,
    visits: stop.visits,
  }
}

function stopOf(beat: Beat, index: number): { at: LngLat; visits: Place | null } {
  const n = beat.places.length
  const round = Math.floor(index / n)
  const turn = Math.floor(chance(mix(beat.key, round), 1) * n)
  const target = beat.places[(index - round * n + turn) % n] as Place
  const key = mix(mix(beat.key, index), 0x57)
  const skipped = chance(key, 0) < (target.neglected ? 0.85 : 0.02)
  return skipped
    ? { at: scatter(beat.county.seat, 900, dice(key)), visits: null }
    : { at: target.centre, visits: target }
}
