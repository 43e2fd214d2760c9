import { INCIDENT_LIMIT_MIN } from '../../domain/alarm-defaults'
import type { Incident } from '../../domain/incident'
import type { IncidentFilter } from '../../domain/incident-filter'
import {
  type IncidentRow,
  type IncidentSet,
  incidentSet,
  isMeant,
  letsIn,
  rowsOf,
  wholeMinutes,
} from '../../domain/incident-set'
import { isOpen, type Tally, tallyOf } from '../../domain/incident-tally'
import type { Quality } from '../../domain/quality'
import { type EpochMs, MINUTE_MS } from '../../domain/time'
import type { AreaNames } from '../../ui/area-names'
import type { GlyphName } from '../../ui/glyphs'
import type { Urgency } from '../../ui/tokens'
import type { Inputs } from '../topic'
import { urgencyOfRule } from '../topic'
import { filterOf } from './options'
import type { Bulk, Picture } from './surface'

export interface IncidentsData {
  /** When the source made what is shown; null before the first answer. */
  readonly asOf: EpochMs | null
  readonly quality: Quality
  /** What is drawn; null until there is something. */
  readonly picture: Picture | null
  /** What is counted and listed. Follows the picture's window as soon as the worker has counted. */
  readonly set: IncidentSet | null
  readonly tally: Tally | null
  readonly filter: IncidentFilter
  /** All open ones in the feed's order, whenever they occurred: what asks for an answer knows no filter. */
  readonly open: readonly Incident[]
  /** Those of them that the filter means: what is drawn, listed and counted as open. */
  readonly shown: readonly Incident[]
  readonly live: ReadonlyMap<string, Incident>
  readonly bulk: Bulk | null
  readonly areas: AreaNames
}

type Facts = Pick<IncidentsData, 'filter' | 'open' | 'shown' | 'live'>

const NOTHING: readonly Incident[] = []
const factsByItems = new WeakMap<readonly Incident[], Facts>()
const tallyBySet = new WeakMap<IncidentSet, Tally>()

/** Once per list and filter: the feed keeps its list while nothing changes. */
function factsOf(items: readonly Incident[], filter: IncidentFilter): Facts {
  const known = factsByItems.get(items)
  if (known?.filter === filter) return known
  const open = items.filter(isOpen)
  const facts: Facts = {
    filter,
    open,
    shown: open.filter((one) => isMeant(one, filter)),
    live: new Map(items.map((item) => [item.id, item])),
  }
  factsByItems.set(items, facts)
  return facts
}

function tallyOnce(set: IncidentSet): Tally {
  const tally = tallyBySet.get(set) ?? tallyOf(set)
  tallyBySet.set(set, tally)
  return tally
}

export function derive(inputs: Inputs, bulk: Bulk | null): IncidentsData {
  const { snapshot, quality } = inputs.readings.incidents
  // Open incidents of the source are not those of a file.
  const items = bulk?.brought ? NOTHING : (snapshot?.items ?? NOTHING)
  const asOf = snapshot ? Math.min(inputs.now, snapshot.observedAt) : null
  // Without bulk data nobody has asked for a history: the live feed is all there is.
  const set =
    bulk?.set ??
    (asOf === null || bulk
      ? null
      : incidentSet(null, items, wholeMinutes(inputs.window, asOf), inputs.region, asOf))
  return {
    asOf,
    quality,
    picture: bulk?.picture ?? null,
    set,
    tally: set && tallyOnce(set),
    ...factsOf(items, filterOf(inputs.options)),
    bulk,
    areas: inputs.areas,
  }
}

/** Ink and a shape of its own: the hues and shapes of alarms are for what an alarm stands for. */
export const SEVERITY_GLYPH: Record<Incident['severity'], GlyphName> = {
  extreme: 'incident-extreme',
  severe: 'incident-severe',
  moderate: 'incident-moderate',
  minor: 'incident-minor',
  unknown: 'question',
}

/** Drawn at every zoom. */
export function isUrgent({ severity }: Incident): boolean {
  return severity === 'extreme' || severity === 'severe'
}

/** How long nobody has been there, ms, at the time of the picture; null once somebody is. */
export function waitingMs({ receivedAt, arrivedAt }: Incident, asOf: EpochMs): number | null {
  return arrivedAt === null ? Math.max(0, asOf - receivedAt) : null
}

/** What the rules ring for by default: urgent, and nobody sent or nobody there in time. Null: it asks for nothing. */
export function overdueUrgency(incident: Incident, asOf: EpochMs): Urgency | null {
  const waiting = waitingMs(incident, asOf)
  if (!isOpen(incident) || !isUrgent(incident) || waiting === null) return null
  const minutes = waiting / MINUTE_MS
  if (incident.dispatchedAt === null && minutes >= INCIDENT_LIMIT_MIN.undispatched)
    return urgencyOfRule('incident-undispatched')
  return minutes >= INCIDENT_LIMIT_MIN.unattended ? urgencyOfRule('incident-unattended') : null
}

interface Rows {
  /** Of the sources asked for: the surface shows those of them that stand inside the region. */
  readonly counted: readonly IncidentRow[]
  /** Of the others: no surface is made of them. */
  readonly apart: readonly IncidentRow[]
}

const NO_ROWS: Rows = { counted: [], apart: [] }
const rowsBySet = new WeakMap<IncidentSet, Rows>()

/** Made when a table asks, not with every set. */
export function windowRows({ set }: IncidentsData): Rows {
  if (!set) return NO_ROWS
  const known = rowsBySet.get(set)
  if (known) return known
  const all = rowsOf(set)
  const rows: Rows = {
    counted: all.filter(({ source }) => letsIn(set.filter, source)),
    apart: all.filter(({ source }) => !letsIn(set.filter, source)),
  }
  rowsBySet.set(set, rows)
  return rows
}
