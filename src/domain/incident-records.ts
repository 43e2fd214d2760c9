import type { IncidentSource } from './incident'
import type { TimeWindow } from './time'

/** Incidents as columns of equal length, ordered by time. NaN: no position. */
export interface Points {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
}

/** All that is on record, by who told of it: a map may be made of some of them, and not of others. */
export type IncidentRecords = Readonly<Record<IncidentSource, Points>>

/** Those of a window that a map of these sources is made of. */
export function countedIn(
  records: IncidentRecords,
  window: TimeWindow,
  sources: readonly IncidentSource[],
): Points {
  return joined(sources.map((source) => within(records[source], window)))
}

export function within({ lng, lat, occurredAt }: Points, { from, to }: TimeWindow): Points {
  const first = occurredAt.findIndex((at) => at >= from)
  const last = occurredAt.findLastIndex((at) => at < to)
  const cut = (column: Float64Array) =>
    first < 0 ? column.subarray(0, 0) : column.subarray(first, Math.max(first, last + 1))
  return { lng: cut(lng), lat: cut(lat), occurredAt: cut(occurredAt) }
}

export function joined(all: readonly Points[]): Points {
  const [only] = all
  if (only && all.length === 1) return only
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
