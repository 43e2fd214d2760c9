import type { Held } from '../../api/incident-shelf'
import type { Extent } from '../../domain/geo'
import type { Incident } from '../../domain/incident'
import type { IncidentFilter } from '../../domain/incident-filter'
import type { IncidentSet } from '../../domain/incident-set'
import { stillWindow } from '../../domain/still-window'
import type { TimeWindow } from '../../domain/time'

/** What the worker counted last, and of which history. */
export interface Counted {
  readonly held: Held
  readonly set: IncidentSet
}

interface Next {
  readonly next: TimeWindow
  readonly held: Held | null
  readonly filter: IncidentFilter
  readonly area: Extent
  readonly recent: readonly Incident[] | null
}

/** The next window, or the one that was counted as long as it is the same picture. */
export function windowHeld(counted: Counted | null, { next, held, filter, area, recent }: Next) {
  const isSame =
    counted?.held === held && counted?.set.filter === filter && counted?.set.region === area
  return counted && recent && isSame ? stillWindow(counted.set, next, recent) : next
}
