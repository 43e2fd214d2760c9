import { isInside } from './geo'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type Incident,
  type IncidentCategory,
} from './incident'
import { feedsDensity, type IncidentSet } from './incident-set'
import { MINUTE_MS } from './time'

/** What a set holds, each incident under exactly one of the first five. */
export interface Tally {
  /** Reported by the public, inside the region: what the surface is made of. */
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
  const { columns, first, end, recent, region } = set
  const categories = new Array<number>(INCIDENT_CATEGORIES.length).fill(0)
  const sums = { counted: 0, unplaced: 0, outside: 0, patrolFound: 0, otherSource: 0 }
  const take = (source: number, category: number, lng: number, lat: number) => {
    categories[category]!++
    const word = INCIDENT_SOURCES[source] ?? 'unknown'
    if (word === 'patrol') sums.patrolFound++
    else if (!feedsDensity(word)) sums.otherSource++
    else if (!(Number.isFinite(lng) && Number.isFinite(lat))) sums.unplaced++
    else if (isInside([lng, lat], region)) sums.counted++
    else sums.outside++
  }
  if (columns)
    for (let i = first; i < end; i++)
      take(
        columns.source[i] as number,
        columns.category[i] as number,
        columns.lng[i] as number,
        columns.lat[i] as number,
      )
  for (const { source, category, position } of recent)
    take(
      INCIDENT_SOURCES.indexOf(source),
      INCIDENT_CATEGORIES.indexOf(category),
      position?.[0] ?? Number.NaN,
      position?.[1] ?? Number.NaN,
    )
  const byCategory = INCIDENT_CATEGORIES.map((word, i) => [word, categories[i] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
  return { ...sums, total: end - first + recent.length, byCategory }
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
