import type { Readings } from '../../api/reading'
import type { FireDevice, FireReading } from '../../domain/fire'
import type { Clause } from '../../domain/fire-clauses'
import { GROUPINGS, type GroupBy, groupKey } from '../../domain/fire-grouping'
import type { InspectionReport } from '../../domain/fire-inspection'
import {
  countUnregistered,
  DEVICE_CLASSES,
  type DeviceClass,
  type DeviceNow,
  devicesNow,
  type Readiness,
  readinessOf,
  unchangedUntil,
} from '../../domain/fire-readiness'
import type { Quality } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import type { AreaNames } from '../../ui/area-names'
import type { GlyphName } from '../../ui/glyphs'
import type { Urgency } from '../../ui/tokens'
import type { Inputs } from '../topic'
import { urgencyOfRule } from '../topic'
import type { FireRecord } from './record'

export interface FireData {
  readonly now: EpochMs
  /** Null: the register has never arrived. Without readings every device is there and unknown. */
  readonly devices: readonly DeviceNow[] | null
  /** By the id that selecting uses. */
  readonly byId: ReadonlyMap<string, DeviceNow>
  readonly readiness: Readiness | null
  /** Readings of devices that the register does not know; null without both feeds. */
  readonly unregistered: number | null
  /** Of the readings. An old register is marked as a feed, and takes nothing from what its devices say now. */
  readonly quality: Quality
  readonly areas: AreaNames
  /** Of the rule pack that judged them; null: the one that the product is delivered with. */
  readonly packVersion: string | null
  /** Of inspections; null until they have arrived. */
  readonly reports: readonly InspectionReport[] | null
}

export function derive({ readings, now, areas }: Inputs, record: FireRecord | null): FireData {
  const { 'fire-devices': register, 'fire-readings': feed } = readings
  const clauses = record?.pack?.clauses
  return {
    ...(register.snapshot ? stockOf(register.snapshot.items, feed, clauses, now) : NO_STOCK),
    now,
    quality: feed.quality,
    areas,
    packVersion: record?.pack?.version ?? null,
    reports: record?.reports ?? null,
  }
}

type Stock = Pick<FireData, 'devices' | 'byId' | 'readiness' | 'unregistered'>
const NO_STOCK: Stock = { devices: null, byId: new Map(), readiness: null, unregistered: null }

interface Kept {
  readonly stock: Stock
  readonly told: readonly FireReading[] | null
  readonly quality: Quality
  readonly clauses: readonly Clause[] | undefined
  readonly from: EpochMs
  readonly until: EpochMs
}

const kept = new WeakMap<readonly FireDevice[], Kept>()

/** Thousands of devices, which a step of the clock leaves as they are but for one that falls silent now and then. */
function stockOf(
  register: readonly FireDevice[],
  { snapshot, quality }: Readings['fire-readings'],
  clauses: readonly Clause[] | undefined,
  now: EpochMs,
): Stock {
  const told = snapshot?.items ?? null
  const last = kept.get(register)
  if (last?.told === told && last.quality === quality && last.clauses === clauses)
    if (now >= last.from && now <= last.until) return last.stock
  const devices = devicesNow(register, quality === 'lost' ? [] : (told ?? []), now, clauses)
  const stock = {
    devices,
    byId: new Map(devices.map((one) => [deviceId(one), one])),
    readiness: readinessOf(devices),
    unregistered: told && countUnregistered(register, told),
  }
  kept.set(register, { stock, told, quality, clauses, from: now, until: unchangedUntil(devices) })
  return stock
}

/** Where the readings are lost, how many devices there are is known, and what they are is not. */
export const isTold = ({ quality }: FireData) => quality !== 'lost'

/** Water that breaks its clause. */
export const WATER_URGENCY = urgencyOfRule('water-low')

export const CLASS_GLYPH: Record<DeviceClass, GlyphName> = {
  alarm: 'flame',
  fault: 'bolt',
  supervisory: 'eye',
  disabled: 'barred',
  unknown: 'question',
  normal: 'check',
}

/** Each class has a shape and an urgency of its own; unknown and normal have none and stay grey. */
export const CLASS_URGENCY: Record<DeviceClass, Urgency | null> = {
  alarm: urgencyOfRule('fire'),
  fault: urgencyOfRule('fire-power'),
  supervisory: 'p3',
  disabled: 'p4',
  unknown: null,
  normal: null,
}

export const deviceId = ({ device }: DeviceNow) => `device:${device.id}`

/** What a pill on the map selects: `place:fp-520102-1`, `county:520102`, `prefecture:5201`. */
export const groupId = (by: GroupBy, key: string) => `${by}:${key}`

export interface Group {
  readonly by: GroupBy
  readonly key: string
  /** At least one; those without a position too. */
  readonly members: readonly DeviceNow[]
}

/** Every device of the place or area that an id names; null where there is none. */
export function groupOf({ devices }: FireData, id: string): Group | null {
  const by = GROUPINGS.find((one) => id.startsWith(`${one}:`))
  if (!by) return null
  const key = id.slice(by.length + 1)
  const members = devices?.filter((one) => groupKey(one, by) === key) ?? []
  return members.length > 0 ? { by, key, members } : null
}

/** Worst class first, then those under their clause; else as the register has them. */
export function worstFirst(all: readonly DeviceNow[]): readonly DeviceNow[] {
  const rank = (one: DeviceNow) =>
    DEVICE_CLASSES.indexOf(one.class) - (one.class === 'normal' && !one.isReady ? 0.5 : 0)
  return all.toSorted((a, b) => rank(a) - rank(b))
}
