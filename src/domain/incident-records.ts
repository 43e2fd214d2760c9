import type { TimeWindow } from './time'

/** Incidents as columns of equal length, ordered by time. NaN: no position. */
export interface Points {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
}

/** All that is on record, by who told of it: a map may be made of one part, and not of another. */
export interface IncidentRecords {
  readonly reported: Points
  readonly found: Points
  /** Sensors, and sources that this build does not know. */
  readonly others: Points
}

/** What a map is made of: the public's reports alone, or what patrols found as well. */
export type Basis = 'reported' | 'with-found'

/** Those of a window that a map on this basis is made of. */
export function countedIn(
  { reported, found }: IncidentRecords,
  window: TimeWindow,
  basis: Basis,
): Points {
  const here = within(reported, window)
  return basis === 'reported' ? here : joined([here, within(found, window)])
}

export function within({ lng, lat, occurredAt }: Points, { from, to }: TimeWindow): Points {
  const first = occurredAt.findIndex((at) => at >= from)
  const last = occurredAt.findLastIndex((at) => at < to)
  const cut = (column: Float64Array) =>
    first < 0 ? column.subarray(0, 0) : column.subarray(first, Math.max(first, last + 1))
  return { lng: cut(lng), lat: cut(lat), occurredAt: cut(occurredAt) }
}

export function joined(all: readonly Points[]): Points {
  const join = (name: keyof Points) => {
    const column = new Float64Array(all.reduce((sum, one) => sum + one[name].length, 0))
    let at = 0
    for (const one of all) {
      column.set(one[name], at)
      at += one[name].length
    }
    return column
  }
  return { lng: join('lng'), lat: join('lat'), occurredAt: join('occurredAt') }
}
