import type { LngLat } from './geo'
import type { EpochMs } from './time'

/** CAP severity; `unknown` is what a source says that this build does not know. */
export const SEVERITIES = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const
export type Severity = (typeof SEVERITIES)[number]

export const INCIDENT_CATEGORIES = [
  'traffic',
  'theft',
  'burglary',
  'fraud',
  'dispute',
  'assault',
  'disturbance',
  'fire',
  'medical',
  'missing',
  'rescue',
  'hazard',
  'help',
  'patrol-check',
  'other',
  'unknown',
] as const
export type IncidentCategory = (typeof INCIDENT_CATEGORIES)[number]

/** Life of an incident in the 110 centre, in order. */
export const INCIDENT_STAGES = ['received', 'dispatched', 'arrived', 'closed', 'unknown'] as const
export type IncidentStage = (typeof INCIDENT_STAGES)[number]

/** Only what the public reported may feed hot spots (runaway feedback: Ensign et al. 2017). */
export const INCIDENT_SOURCES = ['public-report', 'patrol', 'sensor', 'unknown'] as const
export type IncidentSource = (typeof INCIDENT_SOURCES)[number]

export const PRECISIONS = ['point', 'street', 'grid', 'county', 'unknown'] as const
export type Precision = (typeof PRECISIONS)[number]

export interface Incident {
  readonly id: string
  readonly category: IncidentCategory
  /** The source's own word for the kind, where it has one. Text for people, never interpreted. */
  readonly label: string | null
  readonly severity: Severity
  readonly stage: IncidentStage
  readonly source: IncidentSource
  /** The source's own code where this build does not know it: shown as 未知(码). */
  readonly sourceCode?: string
  readonly occurredAt: EpochMs
  readonly receivedAt: EpochMs
  readonly dispatchedAt: EpochMs | null
  readonly arrivedAt: EpochMs | null
  readonly closedAt: EpochMs | null
  /** Null: the source could not place it. Counted and listed, never on the map. */
  readonly position: LngLat | null
  readonly precision: Precision
  /** Six-digit division code (GB/T 2260), or the source's own area code outside China. */
  readonly areaCode: string
  /** A street or place in words. Never a household, never a person. */
  readonly place: string | null
  readonly observedAt: EpochMs
}

/**
 * Past incidents as columns of equal length, ordered by `occurredAt`. Dictionary columns hold an index into
 * their own vocabulary above. A row without a position has `NaN` in `lng` and `lat`.
 */
export interface IncidentColumns {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
  readonly category: Uint8Array
  readonly severity: Uint8Array
  /** From the end of its vocabulary on an index into `foreignSources`. */
  readonly source: Uint8Array
  /** Codes of sources that this build does not know, each once; absent: there are none. */
  readonly foreignSources?: readonly string[]
  /** Index into `areas`. */
  readonly area: Uint16Array
  /** Every area code that occurs, each once; '' where a source names none. At most 65,536. */
  readonly areas: readonly string[]
}

/** What moves between threads with columns, and is gone from where it was. */
export function buffersOf(columns: IncidentColumns): ArrayBuffer[] {
  const { lng, lat, occurredAt, category, severity, source, area } = columns
  return [lng, lat, occurredAt, category, severity, source, area].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )
}

/** Who told of a row, as far as this build knows. */
export function sourceOf({ source }: Pick<IncidentColumns, 'source'>, row: number): IncidentSource {
  return INCIDENT_SOURCES[source[row] as number] ?? 'unknown'
}

/** The code of a source that this build does not know; undefined: it knows it, or there is none. */
export function sourceCodeOf(
  { source, foreignSources }: Pick<IncidentColumns, 'source' | 'foreignSources'>,
  row: number,
): string | undefined {
  return foreignSources?.[(source[row] as number) - INCIDENT_SOURCES.length]
}

export function areaOf({ area, areas }: IncidentColumns, row: number): string {
  return areas[area[row] as number] ?? ''
}

/** The rows named, in that order; one column after the other, since all at once are a second table. */
export function takeRows(columns: IncidentColumns, rows: Uint32Array): IncidentColumns {
  const taken = <Column extends Float64Array | Uint16Array | Uint8Array>(
    column: Column,
  ): Column => {
    const out = new (column.constructor as new (length: number) => Column)(rows.length)
    for (let i = 0; i < rows.length; i++) out[i] = column[rows[i] as number] as number
    return out
  }
  return {
    count: rows.length,
    lng: taken(columns.lng),
    lat: taken(columns.lat),
    occurredAt: taken(columns.occurredAt),
    category: taken(columns.category),
    severity: taken(columns.severity),
    source: taken(columns.source),
    ...(columns.foreignSources && { foreignSources: columns.foreignSources }),
    area: taken(columns.area),
    areas: columns.areas,
  }
}

/** Records of a feed as columns; the order is theirs. */
export function columnsOf(incidents: readonly Incident[]): IncidentColumns {
  const areas = [...new Set(incidents.map(({ areaCode }) => areaCode))]
  const codeOf = new Map(areas.map((area, code) => [area, code]))
  return {
    count: incidents.length,
    lng: Float64Array.from(incidents, ({ position }) => position?.[0] ?? Number.NaN),
    lat: Float64Array.from(incidents, ({ position }) => position?.[1] ?? Number.NaN),
    occurredAt: Float64Array.from(incidents, ({ occurredAt }) => occurredAt),
    category: Uint8Array.from(incidents, ({ category }) => INCIDENT_CATEGORIES.indexOf(category)),
    severity: Uint8Array.from(incidents, ({ severity }) => SEVERITIES.indexOf(severity)),
    source: Uint8Array.from(incidents, ({ source }) => INCIDENT_SOURCES.indexOf(source)),
    area: Uint16Array.from(incidents, ({ areaCode }) => codeOf.get(areaCode) ?? 0),
    areas,
  }
}
