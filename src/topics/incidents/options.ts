import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentCategory,
  type IncidentSource,
  SEVERITIES,
  type Severity,
} from '../../domain/incident'
import type { IncidentFilter } from '../../domain/incident-filter'

/** Kinds that near repeats are asked for, burglary first: it is what the practice began with. */
export const NEAR_KINDS = [
  'burglary',
  'theft',
  ...INCIDENT_CATEGORIES.filter(
    (kind) => !['burglary', 'theft', 'patrol-check', 'unknown'].includes(kind),
  ),
] as const satisfies readonly IncidentCategory[]

const NEAR_PREFIX = 'near-'
export const nearOption = (kind: IncidentCategory) => `${NEAR_PREFIX}${kind}`
/** Kinds and severities that the picture can be narrowed to, one of each at a time. */
export const kindOption = (kind: IncidentCategory) => `kind-${kind}`
export const rankOption = (severity: Severity) => `rank-${severity}`
/** Sources that the surface is made of, any of them; none named: the public's reports alone. */
export const sourceOption = (source: IncidentSource) => `from-${source}`
export const SOURCE_OPTIONS: readonly string[] = INCIDENT_SOURCES.map(sourceOption)
export const KIND_OPTIONS: readonly string[] = INCIDENT_CATEGORIES.map(kindOption)
export const RANK_OPTIONS: readonly string[] = SEVERITIES.map(rankOption)
export const NEAR_OPTIONS: readonly string[] = NEAR_KINDS.map(nearOption)
export const ANALYSIS_OPTIONS: readonly string[] = [
  ...SOURCE_OPTIONS,
  ...NEAR_OPTIONS,
  ...KIND_OPTIONS,
  ...RANK_OPTIONS,
]

export function sourcesOf(options: readonly string[] = []): readonly IncidentSource[] {
  const some = INCIDENT_SOURCES.filter((one) => options.includes(sourceOption(one)))
  return some.length > 0 ? some : PUBLIC
}

const PUBLIC: readonly IncidentSource[] = ['public-report']

const filters = new Map<string, IncidentFilter>()

/**
 * What the surface and its lists are made of: for the same options the same object. What does not tell its sources
 * (`hasSources`) cannot be narrowed by them.
 */
export function filterOf(options: readonly string[] = [], hasSources = true): IncidentFilter {
  const kind = INCIDENT_CATEGORIES.find((one) => options.includes(kindOption(one)))
  const severity = SEVERITIES.find((one) => options.includes(rankOption(one)))
  const sources = hasSources ? sourcesOf(options) : PUBLIC
  const key = [sources, kind, severity].join()
  const known = filters.get(key)
  if (known) return known
  const filter: IncidentFilter = {
    categories: kind ? [kind] : null,
    severities: severity ? [severity] : null,
    sources,
  }
  filters.set(key, filter)
  return filter
}

export function nearKindOf(options: readonly string[] = []): IncidentCategory | null {
  return NEAR_KINDS.find((kind) => options.includes(nearOption(kind))) ?? null
}
