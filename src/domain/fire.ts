import type { LngLat } from './geo'
import type { EpochMs } from './time'

export const FIRE_DEVICE_KINDS = [
  'smoke',
  'heat',
  'call-point',
  'extinguisher',
  'tank-level',
  'hydrant-pressure',
  'pump',
  'power',
  'unknown',
] as const
export type FireDeviceKind = (typeof FIRE_DEVICE_KINDS)[number]

/** Six classes of GB 50974-2014 as this product groups them, and wooden villages. */
export const BUILDING_CLASSES = [
  'high-rise-public-1',
  'high-rise-public-2',
  'high-rise-residential',
  'multi-storey-public',
  'multi-storey-residential',
  'industrial',
  'wooden-village',
  'street',
  'unknown',
] as const
export type BuildingClass = (typeof BUILDING_CLASSES)[number]

/** 火警 · 监管 · 故障 · 屏蔽 · normal, and what this build does not know. Never merged. */
export const FIRE_STATES = [
  'alarm',
  'supervisory',
  'fault',
  'disabled',
  'normal',
  'unknown',
] as const
export type FireState = (typeof FIRE_STATES)[number]

/** Never compare a flowing requirement with a static reading. */
export type HydraulicCondition = 'static' | 'flowing'

export interface FireDevice {
  readonly id: string
  readonly kind: FireDeviceKind
  readonly placeId: string
  readonly place: string
  readonly placeEn: string | null
  readonly buildingClass: BuildingClass
  /** Houses built of wood, for a village; null elsewhere. 50 and more is a risk area. */
  readonly woodenHouses: number | null
  /** Null: a device without a place on the map. Counted and listed. */
  readonly position: LngLat | null
  readonly areaCode: string
  readonly condition: HydraulicCondition | null
  readonly observedAt: EpochMs
}

/** `id` is the device's id. */
export interface FireReading {
  readonly id: string
  /** Every state bit that is on; the worst one ranks, none is dropped. */
  readonly states: readonly FireState[]
  /** The source's code where this build does not know it: shown as 未知(码). */
  readonly code: number | null
  readonly value: number | null
  readonly unit: 'MPa' | 'm' | 'm³' | '%' | 'V' | null
  readonly observedAt: EpochMs
}
