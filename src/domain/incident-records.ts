import { INCIDENT_CATEGORIES, INCIDENT_SOURCES, type IncidentCategory } from './incident'
import type { IncidentSet } from './incident-set'

/** Incidents on record, as columns of equal length. NaN: no position. */
export interface IncidentRecords {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
  /** Indices into `INCIDENT_SOURCES` and `INCIDENT_CATEGORIES`. */
  readonly source: Uint8Array
  readonly category: Uint8Array
}

/** History and live feed of a set, one after the other. */
export function recordsOf({ columns, first, end, recent }: IncidentSet): IncidentRecords {
  const past = end - first
  const column = (make: (length: number) => Float64Array | Uint8Array) => make(past + recent.length)
  const records = {
    lng: column((n) => new Float64Array(n)) as Float64Array,
    lat: column((n) => new Float64Array(n)) as Float64Array,
    occurredAt: column((n) => new Float64Array(n)) as Float64Array,
    source: column((n) => new Uint8Array(n)) as Uint8Array,
    category: column((n) => new Uint8Array(n)) as Uint8Array,
  }
  if (columns)
    for (const name of ['lng', 'lat', 'occurredAt', 'source', 'category'] as const)
      records[name].set(columns[name].subarray(first, end))
  recent.forEach(({ position, occurredAt, source, category }, i) => {
    const at = past + i
    records.lng[at] = position?.[0] ?? Number.NaN
    records.lat[at] = position?.[1] ?? Number.NaN
    records.occurredAt[at] = occurredAt
    records.source[at] = INCIDENT_SOURCES.indexOf(source)
    records.category[at] = INCIDENT_CATEGORIES.indexOf(category)
  })
  return records
}

/** Those of one kind that the public reported; null: of every kind. */
export function reportedOfKind(
  records: IncidentRecords,
  kind: IncidentCategory | null,
): Pick<IncidentRecords, 'lng' | 'lat' | 'occurredAt'> {
  const reported = INCIDENT_SOURCES.indexOf('public-report')
  const category = kind === null ? null : INCIDENT_CATEGORIES.indexOf(kind)
  const rows = [...records.source.keys()].filter(
    (i) =>
      records.source[i] === reported && (category === null || records.category[i] === category),
  )
  const taken = (column: Float64Array) => Float64Array.from(rows, (i) => column[i] as number)
  return {
    lng: taken(records.lng),
    lat: taken(records.lat),
    occurredAt: taken(records.occurredAt),
  }
}
