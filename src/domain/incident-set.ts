import { type Extent, isInside, type LngLat } from './geo'
import {
  areaOf,
  INCIDENT_CATEGORIES,
  type Incident,
  type IncidentCategory,
  type IncidentColumns,
  type IncidentSource,
  SEVERITIES,
  type Severity,
  sourceCodeOf,
  sourceOf,
} from './incident'
import { firstAt, type IncidentFilter, REPORTED } from './incident-filter'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, type TimeWindow } from './time'

/** Past incidents and the time that they cover, whole or more. */
export interface History {
  /** Of a window with more rows than anybody reads, the newest. */
  readonly columns: IncidentColumns
  readonly covers: TimeWindow
  /** Of all rows of the window asked for, where they were counted elsewhere. */
  readonly sums?: Sums
}

/** What was counted, each incident under exactly one of the first four. */
export interface Sums {
  readonly counted: number
  readonly unplaced: number
  readonly outside: number
  readonly apart: number
  /** By code of the source, whether it is asked for or not. */
  readonly sources: readonly number[]
  /** By code of the category. */
  readonly categories: readonly number[]
}

/** The incidents that occurred in a window, from two sources without counting one twice. */
export interface IncidentSet {
  /** What the set really covers: shorter than asked where the history is missing. */
  readonly window: TimeWindow
  readonly region: Extent
  readonly filter: IncidentFilter
  /** What was counted of the past; null: the columns are all there is, and are counted here. */
  readonly sums: Sums | null
  readonly columns: IncidentColumns | null
  /** Rows of the columns that belong to the set: `first` inside, `end` not. */
  readonly first: number
  readonly end: number
  /** From the live feed: what occurred since the history ends. */
  readonly recent: readonly Incident[]
}

/** One incident of a set, from whichever source. */
export interface IncidentRow {
  readonly id: string
  readonly category: IncidentCategory
  readonly severity: Severity
  readonly source: IncidentSource
  readonly sourceCode?: string
  readonly occurredAt: EpochMs
  readonly position: LngLat | null
  readonly areaCode: string
  /** With a position inside the region: a surface over it counts this row. */
  readonly isInside: boolean
  /** All that the live feed says; null for the past. */
  readonly live: Incident | null
}

/** The live feed holds the last 24 h before `asOf`; from this whole hour on it is asked, before it the history. */
export function liveSince(asOf: EpochMs): EpochMs {
  return Math.ceil((asOf - DAY_MS) / HOUR_MS) * HOUR_MS
}

/** A window of the same length that ends with the minute of `asOf`, so that it moves once a minute. */
export function wholeMinutes({ from, to }: TimeWindow, asOf: EpochMs): TimeWindow {
  const end = Math.ceil(Math.min(to, asOf) / MINUTE_MS) * MINUTE_MS
  return { from: end - (to - from), to: end }
}

/**
 * Joins history and live feed where the history ends. Without a history the set begins where the live feed is
 * complete.
 */
export function incidentSet(
  history: History | null,
  live: readonly Incident[],
  window: TimeWindow,
  region: Extent,
  asOf: EpochMs,
  filter: IncidentFilter = REPORTED,
): IncidentSet {
  const cut = history?.covers.to ?? liveSince(asOf)
  const from = history ? window.from : Math.max(window.from, cut)
  const recent = live
    .filter(({ occurredAt: at }) => at >= Math.max(cut, from) && at < window.to)
    .filter((one) => isOfKind(one, filter))
    .sort((a, b) => a.occurredAt - b.occurredAt)
  const columns = history?.columns ?? null
  const first = columns ? firstAt(columns, from) : 0
  const end = columns ? Math.max(first, firstAt(columns, Math.min(cut, window.to))) : 0
  const sums = history?.sums ?? null
  return { window: { from, to: window.to }, region, filter, sums, columns, first, end, recent }
}

/** Only what the public reported may feed a surface. An unknown source is not known to be the public. */
export function feedsDensity(source: IncidentSource): boolean {
  return source === 'public-report'
}

/** Whether a filter asks for such an incident, whatever its source. */
export function isOfKind(
  { category, severity }: Pick<Incident, 'category' | 'severity'>,
  { categories, severities }: IncidentFilter,
): boolean {
  return (
    (categories === null || categories.includes(category)) &&
    (severities === null || severities.includes(severity))
  )
}

/** Whether a filter lets a source into the surface. */
export function letsIn({ sources }: IncidentFilter, source: IncidentSource): boolean {
  return sources === null || sources.includes(source)
}

/** Whether one is of the kinds, severities and sources of a filter. */
export const isMeant = (one: Incident, filter: IncidentFilter): boolean =>
  isOfKind(one, filter) && letsIn(filter, one.source)

/** Degrees of what the surface is made of, NaN where there is no position. */
export function reportedPositions({ columns, first, end, recent, filter }: IncidentSet): {
  readonly lng: Float64Array
  readonly lat: Float64Array
} {
  const lng = new Float64Array(end - first + recent.length)
  const lat = new Float64Array(lng.length)
  let count = 0
  if (columns)
    for (let i = first; i < end; i++) {
      if (!letsIn(filter, sourceOf(columns, i))) continue
      lng[count] = columns.lng[i] as number
      lat[count++] = columns.lat[i] as number
    }
  for (const { source, position } of recent) {
    if (!letsIn(filter, source)) continue
    lng[count] = position?.[0] ?? Number.NaN
    lat[count++] = position?.[1] ?? Number.NaN
  }
  return { lng: lng.slice(0, count), lat: lat.slice(0, count) }
}

/** Incidents of the past that are counted and not listed, and since when all are listed; null: none is left out. */
export interface Unlisted {
  readonly count: number
  readonly listedFrom: EpochMs
}

export function unlistedOf({ sums, columns }: IncidentSet): Unlisted | null {
  if (!sums || !columns || columns.count === 0) return null
  const { counted, unplaced, outside, apart } = sums
  const count = counted + unplaced + outside + apart - columns.count
  return count > 0 ? { count, listedFrom: columns.occurredAt[0] as number } : null
}

const PAST = 'past'

/** Row of the columns. Its id is its time and its place among those of the same millisecond. */
function pastRow({ columns, region }: IncidentSet, i: number): IncidentRow {
  const held = columns as IncidentColumns
  const { lng, lat, occurredAt, category, severity } = held
  const code = sourceCodeOf(held, i)
  const at = occurredAt[i] as number
  let nth = 0
  while (occurredAt[i - nth - 1] === at) nth++
  const [x, y] = [lng[i] as number, lat[i] as number]
  const position: LngLat | null = Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
  return {
    id: `${PAST}-${at}-${nth}`,
    category: INCIDENT_CATEGORIES[category[i] as number] ?? 'unknown',
    severity: SEVERITIES[severity[i] as number] ?? 'unknown',
    source: sourceOf(held, i),
    ...(code !== undefined && { sourceCode: code }),
    occurredAt: at,
    position,
    areaCode: areaOf(held, i),
    isInside: position !== null && isInside(position, region),
    live: null,
  }
}

export function liveRow(incident: Incident, region: Extent): IncidentRow {
  const { id, category, severity, source, sourceCode, occurredAt, position, areaCode } = incident
  const inside = position !== null && isInside(position, region)
  return {
    id,
    category,
    severity,
    source,
    ...(sourceCode !== undefined && { sourceCode }),
    occurredAt,
    position,
    areaCode,
    isInside: inside,
    live: incident,
  }
}

/** Newest first. */
export function rowsOf(set: IncidentSet): IncidentRow[] {
  const rows: IncidentRow[] = []
  for (let i = set.recent.length - 1; i >= 0; i--)
    rows.push(liveRow(set.recent[i] as Incident, set.region))
  for (let i = set.end - 1; i >= set.first; i--) rows.push(pastRow(set, i))
  return rows
}

/** The row of the history that an id names; null where the set does not hold it. */
export function findPast(set: IncidentSet, id: string): IncidentRow | null {
  const [kind, at, nth] = id.split('-')
  if (kind !== PAST || !set.columns) return null
  const i = firstAt(set.columns, Number(at)) + Number(nth)
  if (!(i >= set.first && i < set.end)) return null
  const row = pastRow(set, i)
  return row.id === id ? row : null
}

/** The id of the row of the past that occurred then and there; null where the set does not hold it. */
export function pastIdAt(set: IncidentSet, at: EpochMs, [lng, lat]: LngLat): string | null {
  const { columns, end } = set
  if (!columns) return null
  for (let i = firstAt(columns, at); i < end && columns.occurredAt[i] === at; i++)
    if (columns.lng[i] === lng && columns.lat[i] === lat) return pastRow(set, i).id
  return null
}
