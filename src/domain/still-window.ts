import type { Incident } from './incident'
import { type IncidentSet, unlistedOf } from './incident-set'
import type { EpochMs, TimeWindow } from './time'

/**
 * The window of a set, for as long as the next one, a clock's step later, holds the very same incidents; else the next.
 * A clock that runs on alone changes no picture, no count and no test. `recent`: what the live feed says.
 */
export function stillWindow(
  set: IncidentSet,
  next: TimeWindow,
  recent: readonly Incident[],
): TimeWindow {
  const { from, to } = set.window
  const isLater = next.from >= from && next.from - from === next.to - to
  // Of rows that are counted and not listed nobody here knows when they leave.
  if (!isLater || unlistedOf(set)) return next
  const leaves = oldestOf(set) < next.from
  const enters = recent.some(({ occurredAt: at }) => at >= to && at < next.to)
  return leaves || enters ? next : set.window
}

function oldestOf({ columns, first, end, recent }: IncidentSet): EpochMs {
  const past = columns && first < end ? (columns.occurredAt[first] as number) : Infinity
  return Math.min(past, recent[0]?.occurredAt ?? Infinity)
}
