import { decodeAnswer } from '../src/api/decode'
import { FEED_IDS, type FeedId } from '../src/api/feeds'
import type { Reading, Readings } from '../src/api/reading'
import type { EpochMs } from '../src/domain/time'
import type { World } from './world'

/** What a test wants other than a live picture, by feed. */
export type Overrides = { readonly [Id in FeedId]?: Partial<Omit<Reading<Id>, 'feed'>> }

/**
 * The readings that a page would have after one good answer of every feed: the world's answers, through the
 * real decoder, all of them live unless overridden. Throws where the world's own answer is refused.
 */
export function readingsOf(world: World, at: EpochMs, overrides: Overrides = {}): Readings {
  const entries = FEED_IDS.map((id) => [id, { ...liveReading(world, id, at), ...overrides[id] }])
  return Object.fromEntries(entries) as Readings
}

function liveReading<Id extends FeedId>(world: World, feed: Id, at: EpochMs): Reading<Id> {
  const bytes = new TextEncoder().encode(JSON.stringify(world.answer(feed, at, null)))
  const decoded = decodeAnswer(feed, bytes, 'application/json')
  if (!decoded.ok) throw new Error(`${feed}: ${decoded.cause} ${decoded.detail ?? ''}`)
  const { items, generatedAt, rejected } = decoded
  return {
    feed,
    snapshot: {
      items,
      observedAt: generatedAt,
      rejected: rejected.slice(0, 20),
      rejectedCount: rejected.length,
    },
    quality: 'live',
    flags: [],
    cause: null,
    detail: null,
    ageMs: 0,
  }
}
