import type { AlarmSource } from '../../src/domain/alarm'
import type { RuleMeasure } from '../../src/domain/alarm-rules'
import { breaksClause, judge } from '../../src/domain/fire-clauses'
import { RULE_UNITS } from '../../src/domain/fire-rule-line'
import { clausesOf, type RulePack } from '../../src/domain/fire-rule-pack'
import { type RuleStates, stepRules } from '../../src/domain/fire-rule-step'
import type { LngLat } from '../../src/domain/geo'
import { idlenessOf } from '../../src/domain/patrol-idleness'
import { type EpochMs, HOUR_MS, MINUTE_MS } from '../../src/domain/time'
import type { WireOf } from '../feeds/feed'
import { alarmingSince } from '../feeds/fire-readings'
import type { Device } from '../fire-plan'
import type { PlainRecords } from './plain'

/** One value of one subject at a time; null says nothing. */
export interface Measured {
  /** Unique among the subjects of its measure. */
  readonly key: string
  readonly value: number | null
  /** Since when the value is what it is, where the source tells. */
  readonly since: EpochMs | null
  /** Asked for only when there is something to tell: most values are as they should be. */
  readonly about: () => About
}

export type About = Pick<
  AlarmSource,
  'subject' | 'placeId' | 'place' | 'placeEn' | 'areaCode' | 'position'
>

export type Measure = (at: EpochMs) => readonly Measured[]

/** How far apart looks at the recorded past may be: as fine as the thing changes. */
export const PAST_STEP_MS: { readonly [M in RuleMeasure]: number } = {
  'fire-state': 30 * MINUTE_MS,
  'fire-power-state': HOUR_MS,
  'water-outside-clause': 6 * HOUR_MS,
  'zone-density': 10 * MINUTE_MS,
  'zone-rise': 30 * MINUTE_MS,
  'area-share': 10 * MINUTE_MS,
  'unit-silence': 30 * MINUTE_MS,
  'place-idleness': 4 * HOUR_MS,
  'incident-undispatched': 10 * MINUTE_MS,
  'incident-unattended': 10 * MINUTE_MS,
  'feed-age': HOUR_MS,
  'product-state': HOUR_MS,
}

export type Measures = { readonly [M in RuleMeasure]: Measure }

/** What each rule looks at, read from the records of the world; `pack` is the fire rule pack in use. */
export function measures(
  records: PlainRecords,
  plan: readonly Device[],
  pack: () => RulePack,
): Measures {
  const none: Measure = () => []
  return {
    'fire-state': (at) =>
      fireMeasured(
        plan,
        records['fire-readings'](at),
        at,
        ({ states }) => (states.includes('alarm') ? 1 : 0),
        alarmingSince,
      ),
    'fire-power-state': (at) =>
      fireMeasured(plan, records['fire-readings'](at), at, ({ states }, { kind }) =>
        kind !== 'pump' && kind !== 'power' ? null : states.includes('fault') ? 1 : 0,
      ),
    'water-outside-clause': waterWatched(records, plan, pack),
    'zone-density': (at) => zoneMeasured(records, at, (zone) => zone.perM2),
    'zone-rise': (at) => {
      const before = new Map(
        zoneMeasured(records, at - 5 * MINUTE_MS, ({ perM2 }) => perM2).map(({ key, value }) => [
          key,
          value,
        ]),
      )
      return zoneMeasured(records, at, (zone) => zone.perM2).map((one) => {
        const was = before.get(one.key) ?? null
        return { ...one, value: one.value === null || was === null ? null : one.value - was }
      })
    },
    'area-share': (at) => areaMeasured(records, at),
    'unit-silence': (at) =>
      records.units(at).map((unit) => {
        const observedAt = Date.parse(unit.observedAt)
        return {
          key: unit.id,
          value: (at - observedAt) / MINUTE_MS,
          since: observedAt,
          about: () => ({
            subject: { topic: 'patrols', id: `unit:${unit.id}` },
            placeId: null,
            place: unit.callSign,
            placeEn: unit.callSign,
            areaCode: unit.areaCode,
            position: unit.position as LngLat,
          }),
        }
      }),
    'place-idleness': (at) => idlenessMeasured(records, at),
    'incident-undispatched': (at) =>
      incidentMeasured(records, at, ({ dispatchedAt }) => dispatchedAt !== null),
    'incident-unattended': (at) =>
      incidentMeasured(records, at, ({ arrivedAt }) => arrivedAt !== null),
    // Whether a feed is lost, or the page itself is at fault, only the client can tell: it raises these itself.
    'feed-age': none,
    'product-state': none,
  }
}

const CAN_BE_RULED: ReadonlySet<string> = new Set(Object.keys(RULE_UNITS))

function fireMeasured(
  plan: readonly Device[],
  readings: readonly WireOf<'fire-readings'>[],
  at: EpochMs,
  pick: (reading: WireOf<'fire-readings'>, device: Device) => number | null,
  since: (observedAt: EpochMs) => EpochMs | null = () => null,
): Measured[] {
  return plan.flatMap((device, i): Measured[] => {
    const reading = readings[i]
    if (!reading) return []
    const value = pick(reading, device)
    if (value === null) return []
    // A silent device neither raises nor clears.
    const observedAt = Date.parse(reading.observedAt)
    return [
      {
        key: device.id,
        value: at - observedAt > 6 * MINUTE_MS ? null : value,
        since: value === 0 ? null : since(observedAt),
        about: () => ({
          subject: { topic: 'fire', id: `device:${device.id}` },
          placeId: device.placeId,
          place: device.place,
          placeEn: device.placeEn,
          areaCode: device.areaCode,
          position: device.position,
        }),
      },
    ]
  })
}

/** By the lines of the pack, with their hysteresis and delay: it remembers from one look to the next. */
function waterWatched(
  records: PlainRecords,
  plan: readonly Device[],
  pack: () => RulePack,
): Measure {
  const states = new Map<string, RuleStates>()
  let lookedAt = Number.NEGATIVE_INFINITY
  return (at) => {
    // A world that goes back begins anew.
    if (at < lookedAt) states.clear()
    lookedAt = at
    return fireMeasured(plan, records['fire-readings'](at), at, (reading, device) => {
      if (!CAN_BE_RULED.has(device.kind)) return null
      const { value, unit } = reading
      const heard = { value, unit, observedAt: Date.parse(reading.observedAt) }
      const now = stepRules(states.get(device.id) ?? {}, pack(), device, heard, at)
      states.set(device.id, now)
      const phases = Object.values(now).map(({ phase }) => phase)
      return phases.length === 0 ? null : phases.includes('beyond') ? 1 : 0
    })
  }
}

/** For looks hours apart, where nothing is remembered: what a single reading says. */
export function pastMeasures(
  live: Measures,
  records: PlainRecords,
  plan: readonly Device[],
  pack: () => RulePack,
): Measures {
  return {
    ...live,
    'water-outside-clause': (at) => {
      const clauses = clausesOf(pack())
      return fireMeasured(plan, records['fire-readings'](at), at, (reading, device) => {
        const judged = judge(device, reading, clauses)
        return 'clause' in judged ? (breaksClause(judged) ? 1 : 0) : null
      })
    },
  }
}

interface ZoneNow {
  readonly perM2: number | null
}

function zoneMeasured(
  records: PlainRecords,
  at: EpochMs,
  pick: (zone: ZoneNow) => number | null,
): Measured[] {
  const counts = new Map(records.crowd(at).map((count) => [count.id, count]))
  return records['scenic-areas'](at).flatMap((area) =>
    area.zones.map((zone): Measured => {
      const count = counts.get(area.id)?.zones.find(({ zoneId }) => zoneId === zone.id)
      const perM2 = count && zone.usableM2 > 0 ? count.persons / zone.usableM2 : null
      return {
        key: `${area.id}/${zone.id}`,
        value: pick({ perM2 }),
        since: null,
        about: () => ({
          subject: { topic: 'crowds', id: `zone:${area.id}/${zone.id}` },
          placeId: area.id,
          place: `${area.name} · ${zone.name}`,
          placeEn: `${area.nameEn ?? area.name} · ${zone.nameEn ?? zone.name}`,
          areaCode: area.areaCode,
          position: area.position as LngLat,
        }),
      }
    }),
  )
}

/** % of instantaneous capacity; null without a capacity, without a gate, or where a counter runs backwards. */
function areaMeasured(records: PlainRecords, at: EpochMs): Measured[] {
  const counts = new Map(records.crowd(at).map((count) => [count.id, count]))
  return records['scenic-areas'](at).map((area): Measured => {
    const gates = counts.get(area.id)?.gates ?? []
    const inside = gates.reduce((sum, { entries, exits }) => sum + entries - exits, 0)
    const isTold = area.instantCapacity > 0 && gates.length === area.gates.length && inside >= 0
    return {
      key: area.id,
      value: isTold ? (100 * inside) / area.instantCapacity : null,
      since: null,
      about: () => ({
        subject: { topic: 'crowds', id: `area:${area.id}` },
        placeId: area.id,
        place: area.name,
        placeEn: area.nameEn ?? null,
        areaCode: area.areaCode,
        position: area.position as LngLat,
      }),
    }
  })
}

/** % of the required interval; null where the last visit is older than what visits are kept for. */
function idlenessMeasured(records: PlainRecords, at: EpochMs): Measured[] {
  const places = records.inside('watch-places', at)
  return idlenessOf(places, records.inside('visits', at), at).map((one): Measured => {
    const { place, ratio, idleMs } = one
    return {
      key: place.id,
      value: ratio === null ? null : 100 * ratio,
      since: at - idleMs,
      about: () => ({
        subject: { topic: 'patrols', id: `place:${place.id}` },
        placeId: place.id,
        place: place.name,
        placeEn: place.nameEn,
        areaCode: place.areaCode,
        position: place.ring[0] ?? null,
      }),
    }
  })
}

/** Minutes that an urgent incident has waited for what `isDone` tells; 0 once it is done. */
function incidentMeasured(
  records: PlainRecords,
  at: EpochMs,
  isDone: (incident: WireOf<'incidents'>) => boolean,
): Measured[] {
  return records.incidents(at).flatMap((incident): Measured[] => {
    if (incident.severity !== 'extreme' && incident.severity !== 'severe') return []
    const receivedAt = Date.parse(incident.receivedAt)
    return [
      {
        key: incident.id,
        value: isDone(incident) ? 0 : (at - receivedAt) / MINUTE_MS,
        since: receivedAt,
        about: () => ({
          subject: { topic: 'incidents', id: incident.id },
          placeId: null,
          place: incident.place ?? incident.id,
          placeEn: null,
          areaCode: incident.areaCode,
          position: incident.position as LngLat | null,
        }),
      },
    ]
  })
}
