import type * as z from 'zod/mini'
import type { EpochMs } from '../domain/time'
import type { ToWgs84 } from './wire'

/** Every record of every feed has these two. */
export interface FeedRecord {
  readonly id: string
  readonly observedAt: EpochMs
}

/**
 * A feed: what is asked for, how a record looks on the wire, what it means inside, and how often it is polled.
 * Pure data; the poller, the decoder, the OpenAPI document and the feed board are derived from it.
 */
export interface Feed<Item extends FeedRecord, Schema extends z.ZodMiniType = z.ZodMiniType> {
  /** Also the path under the API's base. */
  readonly id: string
  readonly everyMs: number
  /** How often a record is expected to be observed again; null for things that stand still. */
  readonly heartbeatMs: number | null
  readonly record: Schema
  readonly toDomain: (wire: z.output<Schema>, toWgs84: ToWgs84) => Item
}

/** Keeps the record's schema and its mapping in step; adds nothing at run time. */
export function defineFeed<Item extends FeedRecord, Schema extends z.ZodMiniType>(
  feed: Feed<Item, Schema>,
): Feed<Item, Schema> {
  return feed
}
