import type * as z from 'zod/mini'
import type { FEEDS, FeedId } from '../../src/api/feeds'
import type { EpochMs } from '../../src/domain/time'
import type { Key } from '../random'
import type { Tweaks } from '../scenarios'

/** A record as the schema wants to receive it. */
export type WireOf<Id extends FeedId> = z.input<(typeof FEEDS)[Id]['record']>

export const CRSES = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const
export type Crs = (typeof CRSES)[number]

/** What every feed of a world starts from. */
export interface Ground {
  /** Hash of the seed. */
  readonly key: Key
  readonly scale: number
  /** Scale of registers that are answered whole: an answer must stay under the contract's 20 MB. */
  readonly registerScale: number
  readonly startAt: EpochMs
  readonly tweaks: Tweaks
}

/**
 * All records of one feed at a time, in WGS-84; the world converts. Every content change of a record comes
 * with a later `observedAt`, so that two pictures differ exactly where `id` and `observedAt` differ.
 */
export type Records<Id extends FeedId> = (at: EpochMs) => readonly WireOf<Id>[]
