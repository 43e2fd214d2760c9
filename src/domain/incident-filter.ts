import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentCategory,
  type IncidentColumns,
  type IncidentSource,
  SEVERITIES,
  type Severity,
} from './incident'
import type { EpochMs, TimeWindow } from './time'

/** Which incidents are meant; null: all of that kind. */
export interface IncidentFilter {
  readonly categories: readonly IncidentCategory[] | null
  readonly severities: readonly Severity[] | null
  readonly sources: readonly IncidentSource[] | null
}

/** Only what the public reported: what hot spots and surfaces are made of unless a person asks otherwise. */
export const REPORTED: IncidentFilter = {
  categories: null,
  severities: null,
  sources: ['public-report'],
}

export const isPublicAlone = (sources: IncidentFilter['sources']): boolean =>
  sources?.length === 1 && sources[0] === 'public-report'

/** Whether only some kinds or severities are meant. */
export const isNarrow = ({ categories, severities }: IncidentFilter): boolean =>
  categories !== null || severities !== null

/** Whether a row of columns is meant. Made once for many rows. */
export function rowTest({ categories, severities, sources }: IncidentFilter) {
  const category = allowed(INCIDENT_CATEGORIES, categories)
  const severity = allowed(SEVERITIES, severities)
  const source = allowed(INCIDENT_SOURCES, sources)
  // Codes from here on are of sources that this build does not know.
  if (sources === null || sources.includes('unknown')) source.fill(1, INCIDENT_SOURCES.length)
  return (columns: IncidentColumns, row: number): boolean =>
    (source[columns.source[row] as number] as number) +
      (severity[columns.severity[row] as number] as number) +
      (category[columns.category[row] as number] as number) ===
    3
}

/** The same filter in the same words, for a key. */
export function filterKey({ categories, severities, sources }: IncidentFilter): string {
  return [categories, severities, sources]
    .map((words) => (words === null ? '*' : [...words].sort().join()))
    .join(';')
}

function allowed(vocabulary: readonly string[], words: readonly string[] | null): Uint8Array {
  const table = new Uint8Array(256)
  vocabulary.forEach((word, code) => {
    if (words === null || words.includes(word)) table[code] = 1
  })
  return table
}

/** Rows of a window: `first` inside, `end` not. */
export function rowsWithin(
  columns: IncidentColumns,
  { from, to }: TimeWindow,
): { readonly first: number; readonly end: number } {
  const first = firstAt(columns, from)
  return { first, end: Math.max(first, firstAt(columns, to)) }
}

/** First row that occurred at a time or later. */
export function firstAt(
  { count, occurredAt }: Pick<IncidentColumns, 'count' | 'occurredAt'>,
  at: EpochMs,
): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((occurredAt[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}
