import type { Extent } from './geo'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type Incident,
  type IncidentCategory,
  type IncidentColumns,
  type IncidentSource,
} from './incident'
import { type IncidentFilter, rowTest } from './incident-filter'
import { type IncidentSet, letsIn, type Sums } from './incident-set'

/** What a set holds, each incident under exactly one of the first four. */
export interface Tally {
  /** Of the sources asked for (the public), inside the region: what the surface is made of. */
  readonly counted: number
  /** Of those sources, and without a position. */
  readonly unplaced: number
  /** Of those sources, outside the region. */
  readonly outside: number
  /** Of all other sources: no surface is made of them. */
  readonly apart: number
  readonly total: number
  readonly bySource: Readonly<Record<IncidentSource, number>>
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
  const { categories, sources, ...sums } = counter.sums
  const byCategory = INCIDENT_CATEGORIES.map((word, i) => [word, categories[i] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
  const total = categories.reduce((a, b) => a + b, 0)
  const bySource = Object.fromEntries(
    INCIDENT_SOURCES.map((word, i) => [word, sources[i] ?? 0]),
  ) as Record<IncidentSource, number>
  return { ...sums, total, bySource, byCategory }
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
    apart: start?.apart ?? 0,
    sources: INCIDENT_SOURCES.map((_, i) => start?.sources[i] ?? 0),
    categories: INCIDENT_CATEGORIES.map((_, i) => start?.categories[i] ?? 0),
  }
  const isLetIn = INCIDENT_SOURCES.map((word) => letsIn(filter, word))
  const unknown = INCIDENT_SOURCES.indexOf('unknown')
  const take = (code: number, category: number, lng: number, lat: number) => {
    const source = Math.min(code, unknown)
    sums.categories[category]!++
    sums.sources[source]!++
    if (!isLetIn[source]) sums.apart++
    else if (!(Number.isFinite(lng) && Number.isFinite(lat))) sums.unplaced++
    else if (lng >= west && lng <= east && lat >= south && lat <= north) sums.counted++
    else sums.outside++
  }
  return { sums, take }
}

/** Not closed yet, as far as the source says. */
export function isOpen({ stage, closedAt }: Incident): boolean {
  return stage !== 'closed' && closedAt === null
}
