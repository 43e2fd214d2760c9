import type { EpochMs } from './time'

/** What review counts. Which words, which formula and which rule goes with each is the surface's registry. */
export const MEASURES = [
  'incidents',
  'response',
  'response-time',
  'fire-confirmed',
  'village-fires',
  'false-alarms',
  'fire-readiness',
  'inspections',
  'hazards',
  'crowd-hours',
  'crowd-peaks',
  'dose',
  'coverage',
  'alarm-load',
  'feed-completeness',
] as const
export type MeasureId = (typeof MEASURES)[number]

export const AREA_LEVELS = ['province', 'prefecture', 'county'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

export const MARK_KINDS = ['festival', 'weather', 'plan', 'other'] as const

/** Something that happened, told beside a series: never a cause. */
export interface Mark {
  readonly id: string
  readonly from: EpochMs
  /** Null: it goes on, or was a moment. */
  readonly to: EpochMs | null
  /** Null: everywhere. */
  readonly areaCode: string | null
  readonly kind: (typeof MARK_KINDS)[number] | 'unknown'
  readonly label: string
  readonly labelEn: string | null
}

/** From when on a definition holds. Where it is not comparable, nothing may be compared across `from`. */
export interface MeasureVersion {
  readonly version: number
  readonly from: EpochMs
  readonly areaCode: string | null
  readonly isComparable: boolean
  readonly note: string
  readonly noteEn: string | null
}

/** Figures that were published and then corrected. */
export interface MeasureRevision {
  readonly at: EpochMs
  readonly from: EpochMs
  readonly to: EpochMs
  readonly areaCode: string | null
  readonly was: number
  readonly now: number
  readonly note: string
  readonly noteEn: string | null
}

/** What a source says of one of its measures: how far it reaches, and what was changed. */
export interface MeasureCard {
  readonly id: string
  readonly measure: MeasureId | 'unknown'
  readonly levels: readonly (AreaLevel | 'unknown')[]
  /** What it can be taken apart by: categories, minutes, sources. */
  readonly parts: readonly string[]
  /** First day on record. */
  readonly from: EpochMs
  /** Days before it are complete, save for late records. */
  readonly cutOff: EpochMs
  /** So long after a day its late records are still booked in. */
  readonly lateMs: number
  readonly source: string
  readonly sourceEn: string | null
  readonly versions: readonly MeasureVersion[]
  readonly revisions: readonly MeasureRevision[]
  readonly marks: readonly Mark[]
  readonly observedAt: EpochMs
}

export const SERIES_STEPS = ['hour', 'day', 'year'] as const
export type SeriesStep = (typeof SERIES_STEPS)[number]

/** Counts of one area, a value for each step. Null: the source has none; never zero for that. */
export interface AreaSeries {
  readonly areaCode: string
  readonly count: readonly (number | null)[]
  /** Denominators; null where the measure has none. */
  readonly base: readonly (number | null)[] | null
  /** Values that no count can have (negative, not a number): set aside, and gaps now. */
  readonly setAside: number
}

export interface MeasureSeries {
  readonly measure: string
  /** '' is the whole. */
  readonly part: string
  readonly level: AreaLevel
  readonly step: SeriesStep
  readonly from: EpochMs
  readonly length: number
  readonly areas: readonly AreaSeries[]
  readonly generatedAt: EpochMs
}
