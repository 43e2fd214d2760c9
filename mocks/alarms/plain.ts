import * as z from 'zod/mini'
import { FEEDS, type FeedId, type ItemOf } from '../../src/api/feeds'
import type { EpochMs } from '../../src/domain/time'
import type { Records } from '../feeds/feed'

/** The feeds that alarms are made of, in WGS-84, as they are before they go on the wire. */
export type AlarmingRecords = {
  readonly [Id in Exclude<FeedId, 'alarms' | 'allocations'>]: Records<Id>
}

export interface PlainRecords extends AlarmingRecords {
  /** The same as the product has them inside. Kept for the last time asked. */
  readonly inside: <Id extends keyof AlarmingRecords>(
    feed: Id,
    at: EpochMs,
  ) => readonly ItemOf<Id>[]
}

export function plainRecords(records: AlarmingRecords): PlainRecords {
  const kept = new Map<string, { at: EpochMs; items: readonly unknown[] }>()
  return {
    ...records,
    'fire-readings': once(records['fire-readings']),
    inside: <Id extends keyof AlarmingRecords>(feed: Id, at: EpochMs) => {
      const known = kept.get(feed)
      if (known?.at === at) return known.items as readonly ItemOf<Id>[]
      const { record, toDomain } = FEEDS[feed] as unknown as {
        record: z.ZodMiniType
        toDomain: (wire: unknown, toWgs84: <P>(position: P) => P) => ItemOf<Id>
      }
      const items = records[feed](at).map((wire) =>
        toDomain(z.parse(record, wire), (position) => position),
      )
      kept.set(feed, { at, items })
      return items
    },
  }
}

/** Three rules look at the same five thousand readings. */
function once<T>(read: (at: EpochMs) => T): (at: EpochMs) => T {
  let last: { at: EpochMs; value: T } | null = null
  return (at) => {
    if (last?.at !== at) last = { at, value: read(at) }
    return last.value
  }
}
