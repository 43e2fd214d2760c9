import { INCIDENT_SOURCES, type IncidentSource } from '../../domain/incident'
import { isPublicAlone } from '../../domain/incident-filter'
import {
  filterOf,
  KIND_OPTIONS,
  NEAR_KINDS,
  NEAR_OPTIONS,
  nearKindOf,
  nearOption,
  SOURCE_OPTIONS,
  sourceOption,
  sourcesOf,
} from './options'

/** The options with one of a group in the place of the one before; null: none of it. */
export function withOne(
  options: readonly string[],
  group: readonly string[],
  one: string | null,
): readonly string[] {
  const others = options.filter((id) => !group.includes(id))
  return one === null ? others : [...others, one]
}

/** One source more, or one less; the last one stays, and the default is written as nothing. */
export function withSource(options: readonly string[], source: IncidentSource): readonly string[] {
  const before = sourcesOf(options)
  const after = INCIDENT_SOURCES.filter((one) => before.includes(one) !== (one === source))
  const others = options.filter((id) => !SOURCE_OPTIONS.includes(id))
  if (after.length === 0) return options
  return isPublicAlone(after) ? others : [...others, ...after.map(sourceOption)]
}

/** Near repeats switched on: of the kind the picture is narrowed to, where they know it. */
export function withNear(options: readonly string[]): readonly string[] {
  const [narrowed] = filterOf(options).categories ?? []
  const kind = NEAR_KINDS.find((one) => one === narrowed) ?? NEAR_KINDS[0]
  return withOne(options, NEAR_OPTIONS, nearOption(kind))
}

/** Another kind in the picture; near repeats go along with it where they know it. */
export function withKind(options: readonly string[], id: string | null): readonly string[] {
  const next = withOne(options, KIND_OPTIONS, id)
  const isKnown = NEAR_KINDS.some((one) => filterOf(next).categories?.includes(one))
  return nearKindOf(options) && isKnown ? withNear(next) : next
}
