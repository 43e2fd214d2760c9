import type { Extent } from './geo'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type Incident,
  type IncidentCategory,
  type IncidentColumns,
} from './incident'
import { type IncidentFilter, rowTest } from './incident-filter'
import { type IncidentSet, letsIn, type Sums } from './incident-set'
import { MINUTE_MS } from './time'

/** What a set holds, each incident under exactly one of the first five. */
export interface Tally {
  /** Of the sources asked for (the public), inside the region: what the surface is made of. */
  readonly counted: number
  /** Reported by the public, and without a position. */
  readonly unplaced: number
  /** Reported by the public, outside the region. */
  readonly outside: number
  readonly patrolFound: number
  /** Sensors, and sources that this build does not know. */
  readonly otherSource: number
  readonly total: number
  /** All sources, the most frequent first; none that is zero. */
  readonly byCategory: readonly (readonly [IncidentCategory, number])[]
}

export function tallyOf(set: IncidentSet): Tally {
  const { columns, first, end, recent, region, filter } = set
  const past = set.sums ?? (columns ? sumsOf(columns, { first, end }, region, filter) : null)
  const counter = counterOf(region, filter, past)
  for (const { source, category, position } of recent)
    counter.take(
      INCIDENT_SOURCES.indexOf(source),
      INCIDENT_CATEGORIES.indexOf(category),
      position?.[0] ?? Number.NaN,
      position?.[1] ?? Number.NaN,
    )
  const { categories, ...sums } = counter.sums
  const byCategory = INCIDENT_CATEGORIES.map((word, i) => [word, categories[i] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
  const total = categories.reduce((a, b) => a + b, 0)
  return { ...sums, total, byCategory }
}

/** Counts rows of columns of the kinds asked for. */
export function sumsOf(
  columns: IncidentColumns,
  { first, end }: { readonly first: number; readonly end: number },
  region: Extent,
  filter: IncidentFilter,
): Sums {
  const isMeant = rowTest({ ...filter, sources: null })
  const counter = counterOf(region, filter, null)
  const { source, category, lng, lat } = columns
  for (let i = first; i < end; i++)
    if (isMeant(columns, i))
      counter.take(source[i] as number, category[i] as number, lng[i] as number, lat[i] as number)
  return counter.sums
}

function counterOf([west, south, east, north]: Extent, filter: IncidentFilter, start: Sums | null) {
  const sums = {
    counted: start?.counted ?? 0,
    unplaced: start?.unplaced ?? 0,
    outside: start?.outside ?? 0,
    patrolFound: start?.patrolFound ?? 0,
    otherSource: start?.otherSource ?? 0,
    categories: INCIDENT_CATEGORIES.map((_, i) => start?.categories[i] ?? 0),
  }
  const isLetIn = INCIDENT_SOURCES.map((word) => letsIn(filter, word))
  const patrol = INCIDENT_SOURCES.indexOf('patrol')
  const take = (source: number, category: number, lng: number, lat: number) => {
    sums.categories[category]!++
    if (!isLetIn[source]) {
      if (source === patrol) sums.patrolFound++
      else sums.otherSource++
    } else if (!(Number.isFinite(lng) && Number.isFinite(lat))) sums.unplaced++
    else if (lng >= west && lng <= east && lat >= south && lat <= north) sums.counted++
    else sums.outside++
  }
  return { sums, take }
}

/** Not closed yet, as far as the source says. */
export function isOpen({ stage, closedAt }: Incident): boolean {
  return stage !== 'closed' && closedAt === null
}

/** Minutes from receiving to arriving, over those incidents where both are known and in order. */
export interface ArrivalTimes {
  readonly count: number
  /** Null where there is none. */
  readonly medianMin: number | null
  readonly p90Min: number | null
}

export function arrivalTimes(incidents: readonly Incident[]): ArrivalTimes {
  const minutes = incidents
    .flatMap(({ receivedAt, arrivedAt }) =>
      arrivedAt !== null && arrivedAt >= receivedAt ? [(arrivedAt - receivedAt) / MINUTE_MS] : [],
    )
    .sort((a, b) => a - b)
  return {
    count: minutes.length,
    medianMin: percentile(minutes, 0.5),
    p90Min: percentile(minutes, 0.9),
  }
}

/** Nearest rank: a value that occurred, never one in between. */
function percentile(ascending: readonly number[], share: number): number | null {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null
}
