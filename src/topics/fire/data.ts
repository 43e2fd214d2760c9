import {
  type DeviceClass,
  type DeviceNow,
  devicesNow,
  type Readiness,
  readinessOf,
} from '../../domain/fire-readiness'
import { type Quality, worst } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import type { GlyphName } from '../../ui/glyphs'
import type { Urgency } from '../../ui/tokens'
import type { Inputs } from '../topic'

export interface FireData {
  readonly now: EpochMs
  /** Null: the register has never arrived. Without readings every device is there and unknown. */
  readonly devices: readonly DeviceNow[] | null
  /** By the id that selecting uses. */
  readonly byId: ReadonlyMap<string, DeviceNow>
  readonly readiness: Readiness | null
  readonly quality: Quality
}

export function derive({ readings, now }: Inputs): FireData {
  const { 'fire-devices': register, 'fire-readings': feed } = readings
  const quality = worst([register.quality, feed.quality])
  const values = feed.quality === 'lost' ? [] : (feed.snapshot?.items ?? [])
  const devices = register.snapshot ? devicesNow(register.snapshot.items, values, now) : null
  const byId = new Map(devices?.map((one) => [deviceId(one), one]))
  return { now, devices, byId, readiness: devices && readinessOf(devices), quality }
}

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
  alarm: 'p1',
  fault: 'p2',
  supervisory: 'p3',
  disabled: 'p4',
  unknown: null,
  normal: null,
}

export const deviceId = ({ device }: DeviceNow) => `device:${device.id}`
