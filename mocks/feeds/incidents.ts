import type { LngLat } from '../../src/domain/geo'
import type {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  INCIDENT_STAGES,
  PRECISIONS,
  SEVERITIES,
} from '../../src/domain/incident'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import {
  dayNumber,
  hourFraction,
  iso,
  isoDay,
  isoOrNull,
  springFestivalOffset,
  weekday,
} from '../calendar'
import {
  COUNTIES,
  type County,
  countryside,
  countyOf,
  offset,
  rounded,
  scatter,
  TOWNSHIPS,
} from '../geography'
import { HOT_SPOTS } from '../hot-spots'
import { chance, cumulate, dice, keyOf, mix, normal, pick, poisson, weighted } from '../random'
import { SCENIC } from '../scenic'
import type { Ground, Records, WireOf } from './feed'

type Category = (typeof INCIDENT_CATEGORIES)[number]
type Severity = (typeof SEVERITIES)[number]

/** One incident with its whole life; what is known of it depends on the time asked for. */
export interface IncidentLife {
  readonly id: string
  readonly category: Category
  readonly severity: Severity
  readonly source: (typeof INCIDENT_SOURCES)[number]
  readonly occurredAt: EpochMs
  readonly receivedAt: EpochMs
  readonly dispatchedAt: EpochMs
  readonly arrivedAt: EpochMs
  readonly closedAt: EpochMs
  readonly position: LngLat | null
  readonly precision: (typeof PRECISIONS)[number]
  readonly areaCode: string
  readonly place: string | null
}

/** 120,000 in the two years before the world starts. */
export const RECORD_DAYS = 731
const PER_HOUR = 120_000 / (RECORD_DAYS * 24)

/** No incident stays open longer than this; also how far back the live feed looks for open ones. */
const LONGEST_MS = 40 * HOUR_MS

/** Relative amount by hour of the province's day. Mean 1. */
const HOURS = [
  0.72, 0.5, 0.38, 0.3, 0.28, 0.32, 0.48, 0.8, 1.08, 1.18, 1.2, 1.16, 1.12, 1.04, 1.08, 1.14, 1.2,
  1.3, 1.36, 1.5, 1.62, 1.62, 1.42, 1.2,
]
const WEEKDAYS = [0.96, 0.95, 0.96, 0.98, 1.08, 1.1, 0.97]

interface Kind {
  readonly category: Category
  readonly weight: number
  /** Hour of its peak and how strongly it peaks, 0 to 1. */
  readonly peakHour: number
  readonly peak: number
  /** Shares of extreme, severe, moderate; the rest is minor. */
  readonly severity: readonly [number, number, number]
}

const kind = (
  category: Category,
  weight: number,
  peakHour: number,
  peak: number,
  severity: readonly [number, number, number],
): Kind => ({ category, weight, peakHour, peak, severity })

const KINDS: readonly Kind[] = [
  kind('traffic', 21, 18, 0.4, [0.004, 0.05, 0.3]),
  kind('theft', 11, 16, 0.3, [0, 0.01, 0.3]),
  kind('burglary', 4, 4, 0.5, [0, 0.04, 0.6]),
  kind('fraud', 9, 14, 0.6, [0, 0.03, 0.5]),
  kind('dispute', 17, 20, 0.4, [0.001, 0.02, 0.25]),
  kind('assault', 4, 23, 0.7, [0.012, 0.18, 0.6]),
  kind('disturbance', 8, 22, 0.8, [0, 0.01, 0.2]),
  kind('fire', 2.2, 17, 0.3, [0.03, 0.22, 0.5]),
  kind('medical', 4, 9, 0.2, [0.01, 0.2, 0.5]),
  kind('missing', 2, 17, 0.3, [0.004, 0.12, 0.5]),
  kind('rescue', 1.8, 15, 0.3, [0.02, 0.2, 0.5]),
  kind('hazard', 2.5, 12, 0.2, [0.006, 0.1, 0.5]),
  kind('help', 9, 11, 0.3, [0, 0.005, 0.1]),
  kind('patrol-check', 4, 23, 0.4, [0, 0, 0.05]),
  kind('other', 2.5, 12, 0.1, [0, 0.01, 0.1]),
]

function weightsAt(hour: number, boost: Partial<Record<Category, number>>): number[] {
  return cumulate(
    KINDS.map(
      ({ category, weight, peakHour, peak }) =>
        weight * (1 + peak * Math.cos(((hour - peakHour) * Math.PI) / 12)) * (boost[category] ?? 1),
    ),
  )
}

const PLAIN_WEIGHTS = HOURS.map((_, hour) => weightsAt(hour, {}))
/** Spring Festival: fireworks and roads, empty offices. */
const FESTIVE_WEIGHTS = HOURS.map((_, hour) =>
  weightsAt(hour, { fire: 4, traffic: 1.4, disturbance: 1.6, fraud: 0.5, help: 1.3, theft: 0.7 }),
)
const STORM_WEIGHTS = HOURS.map((_, hour) => weightsAt(hour, { fire: 14, rescue: 3, hazard: 2 }))

/** Calls per head in the capital against the rest of the province. */
const CAPITAL_RATE = 2
const COUNTY_WEIGHTS = cumulate(
  COUNTIES.map(({ thousands, prefecture }) =>
    prefecture === '520100' ? thousands * CAPITAL_RATE : thousands * 0.82,
  ),
)
const SPOTS_OF = new Map(
  [...new Set(COUNTIES.map(({ prefecture }) => prefecture))].map((prefecture) => {
    const spots = HOT_SPOTS.filter(({ code }) => countyOf(code).prefecture === prefecture)
    return [prefecture, { spots, cumulative: cumulate(spots.map(({ share }) => share)) }]
  }),
)

const STREETS = [
  '人民路',
  '建设路',
  '解放路',
  '民族路',
  '迎宾大道',
  '环城路',
  '文化路',
  '新华路',
  '滨河路',
  '兴隆街',
  '客运站',
  '农贸市场',
  '广场路',
  '沿江路',
]

/** Relative amount of the hour that starts at `at`. */
export function rhythm(at: EpochMs): number {
  const day = dayNumber(at)
  const season = 1 + 0.08 * Math.cos(((day % 365.25) / 365.25 - 0.56) * 2 * Math.PI)
  const festival = springFestivalOffset(day)
  const calendar =
    festival === null
      ? 1
      : festival >= -1 && festival <= 6
        ? 0.72
        : festival >= -10 && festival <= 16
          ? 1.12
          : 1
  return (
    (HOURS[Math.floor(hourFraction(at))] ?? 1) * (WEEKDAYS[weekday(day)] ?? 1) * season * calendar
  )
}

export interface IncidentSource {
  readonly records: Records<'incidents'>
  /** Incidents that occurred in the hour bucket (hours since 1970). */
  readonly hour: (bucket: number) => readonly IncidentLife[]
  readonly firstHour: number
}

export function incidentSource(ground: Ground): IncidentSource {
  const key = mix(ground.key, 0x1c1d)
  const firstHour = Math.floor((ground.startAt - RECORD_DAYS * DAY_MS) / HOUR_MS)
  const kept = new Map<number, readonly IncidentLife[]>()

  const hour = (bucket: number): readonly IncidentLife[] => {
    if (bucket < firstHour) return []
    const known = kept.get(bucket)
    if (known) return known
    const at = bucket * HOUR_MS
    const bucketKey = mix(key, bucket)
    const count = poisson(
      PER_HOUR *
        ground.scale *
        ground.tweaks.incidents *
        rhythm(at) *
        (inStorm(ground, at) ? 3 : 1),
      dice(bucketKey),
    )
    const lives: IncidentLife[] = []
    for (let i = 0; i < count; i++) lives.push(incidentLife(ground, key, bucket, i))
    lives.sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1))
    if (kept.size > 1_000) kept.clear()
    kept.set(bucket, lives)
    return lives
  }

  const records: Records<'incidents'> = (at) => {
    const items: WireOf<'incidents'>[] = []
    const dayAgo = at - DAY_MS
    for (let b = Math.floor((at - LONGEST_MS) / HOUR_MS); b <= Math.floor(at / HOUR_MS); b++)
      for (const life of hour(b))
        if (life.receivedAt <= at && (life.occurredAt >= dayAgo || life.closedAt > at))
          items.push(incidentAt(life, at))
    return items
  }

  return { records, hour, firstHour }
}

/** A storm is six hours old when its world starts, and goes on. */
function inStorm({ tweaks, startAt }: Ground, hourStart: EpochMs): boolean {
  return tweaks.fire === 'storm' && hourStart > startAt - 6 * HOUR_MS
}

function incidentLife(ground: Ground, key: number, bucket: number, index: number): IncidentLife {
  const roll = dice(mix(mix(key, bucket), index + 1))
  const occurredAt = bucket * HOUR_MS + Math.floor(roll() * 3_600) * SECOND_MS
  const day = dayNumber(occurredAt)
  const hourOfDay = Math.floor(hourFraction(occurredAt))
  const festival = springFestivalOffset(day)
  const table = inStorm(ground, bucket * HOUR_MS)
    ? STORM_WEIGHTS
    : festival !== null && festival >= -1 && festival <= 6
      ? FESTIVE_WEIGHTS
      : PLAIN_WEIGHTS
  const { category, severity: shares } = KINDS[
    weighted(table[hourOfDay] as number[], roll())
  ] as Kind
  const storm = table === STORM_WEIGHTS && category === 'fire'
  const u = roll() / (storm ? 8 : 1)
  const severity: Severity =
    u < shares[0]
      ? 'extreme'
      : u < shares[0] + shares[1]
        ? 'severe'
        : u < shares[0] + shares[1] + shares[2]
          ? 'moderate'
          : 'minor'
  const s = roll()
  const source =
    category === 'patrol-check'
      ? 'patrol'
      : s < 0.06
        ? 'patrol'
        : category === 'fire' && s > 0.7
          ? 'sensor'
          : s > 0.985
            ? 'sensor'
            : 'public-report'

  const where = locate(ground, key, bucket, category, roll)
  // Found late: burglaries and frauds by hours, the rest within minutes.
  const latent = category === 'burglary' || category === 'fraud' ? 90 : 3
  const receivedAt = occurredAt + Math.round(20 + -Math.log(1 - roll()) * latent * 20) * SECOND_MS
  const dispatchedAt = receivedAt + Math.round(35 + roll() * roll() * 300) * SECOND_MS
  const travelMin = (where.rural ? 14 : 5) * Math.exp(0.45 * normal(roll))
  const arrivedAt = dispatchedAt + Math.round(travelMin * 60) * SECOND_MS
  const weight = severity === 'extreme' ? 2.2 : severity === 'severe' ? 1.6 : 1
  const handlingMin = Math.min(24 * 60, 125 * weight * Math.exp(0.95 * normal(roll)))
  return {
    id: `${isoDay(day).replaceAll('-', '')}-${String(hourOfDay).padStart(2, '0')}-${String(index + 1).padStart(3, '0')}`,
    category,
    severity,
    source,
    occurredAt,
    receivedAt: Math.min(receivedAt, occurredAt + 5 * HOUR_MS),
    dispatchedAt: Math.min(dispatchedAt, occurredAt + 5 * HOUR_MS + 6 * MINUTE_MS),
    arrivedAt: Math.min(arrivedAt, occurredAt + 8 * HOUR_MS),
    closedAt: Math.min(arrivedAt, occurredAt + 8 * HOUR_MS) + Math.round(handlingMin) * MINUTE_MS,
    position: where.position,
    precision: where.precision,
    areaCode: where.county.code,
    place: where.place,
  }
}

interface Where {
  readonly county: County
  readonly position: LngLat | null
  readonly precision: IncidentLife['precision']
  readonly place: string | null
  readonly rural: boolean
}

/** How long a burst of repeats lasts at one address, and how near together it is. */
const BURST_HOURS = 5 * 24
const BURST_SIGMA_M = 45

function locate(
  ground: Ground,
  key: number,
  bucket: number,
  category: Category,
  roll: () => number,
): Where {
  const { tweaks } = ground
  if (tweaks.atScenicAreas > 0 && roll() < tweaks.atScenicAreas) {
    const area = pick(SCENIC, roll())
    return {
      county: countyOf(area.code),
      position: scatter(area.position, 350, roll),
      precision: 'point',
      place: `${area.name}景区`,
      rural: true,
    }
  }
  let county = COUNTIES[weighted(COUNTY_WEIGHTS, roll())] as County
  const hot = SPOTS_OF.get(county.prefecture)
  const u = roll()
  const hotTotal = hot?.cumulative.at(-1) ?? 0
  const exact = roll()
  const precision =
    exact < 0.78 ? 'point' : exact < 0.9 ? 'street' : exact < 0.96 ? 'grid' : 'county'
  const blank = roll() < 0.012
  let position: LngLat
  let place: string
  let rural = false
  if (hot && u < hotTotal) {
    const spot = hot.spots[weighted(hot.cumulative, u / hotTotal)] as (typeof HOT_SPOTS)[number]
    county = countyOf(spot.code)
    position = scatter(spot.centre, spot.sigmaM, roll)
    place = `${county.name} ${pick(spot.streets, roll())}`
  } else if (roll() < 0.58) {
    position = scatter(county.seat, 1_100, roll)
    place = `${county.name} ${pick(STREETS, roll())}`
  } else if (roll() < 0.55) {
    position = scatter(pick(TOWNSHIPS.get(county.code) ?? [county.seat], roll()), 700, roll)
    place = `${county.name} 乡镇集市`
    rural = true
  } else {
    position = countryside(county, 3_000, 24_000, roll)
    place = `${county.name} 村寨公路`
    rural = true
  }
  // Near repeats: for some days, part of a county's thefts and burglaries happen around one address.
  if ((category === 'theft' || category === 'burglary') && !rural && roll() < 0.3) {
    const phase = Math.floor(chance(keyOf('burst', county.code), 0) * BURST_HOURS)
    const burst = mix(keyOf(key, 'burst', county.code), Math.floor((bucket + phase) / BURST_HOURS))
    const at = dice(burst)
    const spots = HOT_SPOTS.filter(({ code }) => code === county.code)
    const centre = spots.length > 0 ? pick(spots, at()).centre : county.seat
    position = scatter(scatter(centre, 700, at), BURST_SIGMA_M, roll)
  }
  if (precision === 'grid') position = snapped(position, 0.01)
  if (precision === 'county') position = county.seat
  return {
    county,
    position: blank ? null : position,
    precision,
    place: blank ? null : place,
    rural,
  }
}

function snapped([lng, lat]: LngLat, step: number): LngLat {
  return offset([Math.round(lng / step) * step, Math.round(lat / step) * step], 0, 0)
}

/** What is known of an incident at a time. */
export function incidentAt(life: IncidentLife, at: EpochMs): WireOf<'incidents'> {
  const known = (time: EpochMs) => (time <= at ? time : null)
  const dispatched = known(life.dispatchedAt)
  const arrived = known(life.arrivedAt)
  const closed = known(life.closedAt)
  const stage: (typeof INCIDENT_STAGES)[number] =
    closed !== null
      ? 'closed'
      : arrived !== null
        ? 'arrived'
        : dispatched !== null
          ? 'dispatched'
          : 'received'
  return {
    id: life.id,
    category: life.category,
    label: null,
    severity: life.severity,
    stage,
    source: life.source,
    occurredAt: iso(life.occurredAt),
    receivedAt: iso(life.receivedAt),
    dispatchedAt: isoOrNull(dispatched),
    arrivedAt: isoOrNull(arrived),
    closedAt: isoOrNull(closed),
    position: life.position && rounded(life.position),
    precision: life.precision,
    areaCode: life.areaCode,
    place: life.place,
    observedAt: iso(closed ?? arrived ?? dispatched ?? life.receivedAt),
  }
}
