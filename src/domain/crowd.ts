import type { LngLat, Ring } from './geo'
import type { EpochMs } from './time'

export interface Zone {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly ring: Ring
  /** Area that people can stand on, m². */
  readonly usableM2: number
  /** Space allowed per person, m² (LB/T 034-2014, Yi). */
  readonly m2PerPerson: number
}

export interface Gate {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly position: LngLat
  readonly widthM: number
}

export interface ScenicArea {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly areaCode: string
  readonly position: LngLat
  /** How sure the position is: A (two sources within 0.7 km) to D (weak). */
  readonly positionGrade: 'A' | 'B' | 'C' | 'D'
  readonly zones: readonly Zone[]
  readonly gates: readonly Gate[]
  /** Persons at one moment (C1) and in a day (C2), LB/T 034-2014. */
  readonly instantCapacity: number
  readonly dailyCapacity: number
  /** True where the capacity is invented for a simulation. Said wherever it is shown. */
  readonly fictitious: boolean
  readonly openFromHour: number
  readonly openToHour: number
  readonly observedAt: EpochMs
}

/** Counts of one gate since the nightly reset. */
export interface GateCount {
  readonly gateId: string
  readonly entries: number
  readonly exits: number
  /** Persons per minute over the last five minutes. */
  readonly inPerMin: number
  readonly outPerMin: number
  /** Since when the counter is down; null while it counts. */
  readonly downSince: EpochMs | null
}

export interface ZoneCount {
  readonly zoneId: string
  readonly persons: number
}

/** What the counters of one scenic area say. `id` is the area's id. */
export interface CrowdCount {
  readonly id: string
  readonly gates: readonly GateCount[]
  readonly zones: readonly ZoneCount[]
  readonly observedAt: EpochMs
}

/** Occupancy of one area at one moment, and the interval it may lie in. Null: not known then; no sample is no zero. */
export interface OccupancySample {
  readonly at: EpochMs
  readonly occupancy: number | null
  readonly low: number | null
  readonly high: number | null
}
