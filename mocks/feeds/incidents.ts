import type { LngLat } from '../../src/domain/geo'
import type {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  INCIDENT_STAGES,
  PRECISIONS,
  SEVERITIES,
} from '../../src/domain/incident'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { dayNumber, hourFraction, iso, isoDay, isoOrNull, springFestivalOffset } from '../calendar'
import { rounded } from '../geography'
import { COLD_WAVE_MORE, isColdCall, isColdWave, isPrevented } from '../happenings'
import {
  FESTIVE_WEIGHTS,
  KINDS,
  type Kind,
  PLAIN_WEIGHTS,
  rhythm,
  STORM_WEIGHTS,
} from '../incident-kinds'
import { locate } from '../incident-places'
import { chance, dice, mix, normal, poisson, weighted } from '../random'
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
/** Where the numbers of further calls begin within their hour. */
const FURTHER = 10_000

/** No incident stays open longer than this; also how far back the live feed looks for open ones. */
const LONGEST_MS = 40 * HOUR_MS

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
    const usual = PER_HOUR * ground.scale * ground.tweaks.incidents * rhythm(at)
    const count = poisson(usual * (inStorm(ground, at) ? 3 : 1), dice(bucketKey))
    const lives: IncidentLife[] = []
    for (let i = 0; i < count; i++) {
      const life = incidentLife(ground, key, bucket, i)
      if (!isPrevented(ground, at, life, mix(bucketKey, i + 1))) lives.push(life)
    }
    if (isColdWave(ground, at)) {
      const more = poisson(usual * COLD_WAVE_MORE, dice(mix(bucketKey, 0xc01d)))
      for (let i = 0; i < more; i++) {
        const life = incidentLife(ground, key, bucket, FURTHER + i)
        if (isColdCall(life)) lives.push(life)
      }
    }
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
  const dispatchedAt =
    receivedAt +
    Math.round(35 + roll() * roll() * 300) * SECOND_MS +
    putOffMs(severity, mix(mix(key, bucket), index + 1))
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

/** What is not urgent waits for a unit to come free: the queue that the duty officer works on. */
function putOffMs(severity: Severity, key: number): number {
  if (severity === 'extreme' || severity === 'severe') return 0
  const [share, mostMin] = severity === 'moderate' ? [0.25, 15] : [0.4, 35]
  if (chance(key, 0x9a) >= share) return 0
  return Math.round((3 + (mostMin - 3) * chance(key, 0x9b)) * 60) * SECOND_MS
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
