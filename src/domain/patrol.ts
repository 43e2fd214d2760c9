import type { LngLat, Ring } from './geo'
import type { EpochMs } from './time'

export const UNIT_KINDS = [
  'car',
  'motorcycle',
  'foot',
  'traffic',
  'fire-engine',
  'boat',
  'unknown',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const UNIT_STATUSES = [
  'available',
  'assigned',
  'en-route',
  'on-scene',
  'off-duty',
  'unknown',
] as const
export type UnitStatus = (typeof UNIT_STATUSES)[number]

/** A patrol unit. It has a call sign, never a name. */
export interface Unit {
  readonly id: string
  readonly callSign: string
  readonly kind: UnitKind
  readonly status: UnitStatus
  readonly position: LngLat | null
  /** Degrees clockwise from north. */
  readonly headingDeg: number | null
  readonly speedKmh: number | null
  readonly areaCode: string
  readonly observedAt: EpochMs
}

/** Between `fromHour` (inside) and `toHour` (outside) on the province's clock, a visit at least every `everyMin`. May cross midnight. */
export interface RequiredInterval {
  readonly fromHour: number
  readonly toHour: number
  readonly everyMin: number
}

/** A polygon that patrols are asked to visit. */
export interface WatchPlace {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly areaCode: string
  readonly ring: Ring
  /** Hours that no rule covers ask for nothing. */
  readonly required: readonly RequiredInterval[]
  /** Minutes of presence planned per visit (Koper 1995: 11 to 15). */
  readonly plannedDoseMin: number
  readonly observedAt: EpochMs
}

export interface Visit {
  readonly id: string
  readonly placeId: string
  readonly unitId: string
  readonly enteredAt: EpochMs
  /** Null while the unit is still there. */
  readonly leftAt: EpochMs | null
  readonly observedAt: EpochMs
}
