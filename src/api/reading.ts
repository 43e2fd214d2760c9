import type { Flag, Quality } from '../domain/quality'
import type { EpochMs } from '../domain/time'
import type { FeedId, ItemOf } from './feeds'

/** A record that was set aside, and why. `sample` is cut to 200 characters and is for people to read. */
export interface Rejected {
  readonly reason: string
  readonly sample: string
}

/** The last good picture of a feed, exactly as its source gave it. */
export interface Snapshot<Item> {
  readonly items: readonly Item[]
  /** `generatedAt` of the last good answer, by the source's clock. */
  readonly observedAt: EpochMs
  readonly rejected: readonly Rejected[]
  /** Number of records that this picture lacks because they were set aside; `rejected` holds at most 20 of them. */
  readonly rejectedCount: number
  /** Fields that identify a person, dropped at the door from the last answer that held any news. */
  readonly droppedPersonal?: number
}

/** What stops a feed, for people to act on. Words for it are in the surfaces. */
export type Cause =
  | 'timeout'
  | 'network'
  | 'http'
  | 'auth'
  | 'content-type'
  | 'login-page'
  | 'encoding'
  | 'too-long'
  | 'json'
  | 'envelope'
  | 'schema'
  | 'crs'
  | 'too-many-rejected'
  | 'clock'

/** A feed as a topic sees it: the picture, and how far to trust it. */
export interface Reading<Id extends FeedId = FeedId> {
  readonly feed: Id
  /** Null until the first good answer. A lost feed keeps its last one; surfaces draw it as lost. */
  readonly snapshot: Snapshot<ItemOf<Id>> | null
  readonly quality: Quality
  readonly flags: readonly Flag[]
  readonly cause: Cause | null
  /** HTTP status or a short detail of the cause. */
  readonly detail: string | null
  /** The worst of the contract's three ages, ms. Null when nothing has ever arrived. */
  readonly ageMs: number | null
}

/** It has neither answered nor failed yet: not lost, only not heard. */
export const isAwaited = ({ snapshot, cause }: Pick<Reading, 'snapshot' | 'cause'>) =>
  snapshot === null && cause === null

export type Readings = { readonly [Id in FeedId]: Reading<Id> }
