import { freshnessOf } from '../domain/freshness'
import type { Flag } from '../domain/quality'
import { type EpochMs, MINUTE_MS, SECOND_MS } from '../domain/time'
import { FEEDS, type FeedId } from './feeds'
import type { FeedState } from './fetch-feed'
import type { Cause, Reading } from './reading'

const FLAG_OF: { readonly [C in Cause]: Flag } = {
  timeout: 'unreachable',
  network: 'unreachable',
  http: 'unreachable',
  auth: 'auth',
  'login-page': 'auth',
  'content-type': 'malformed',
  encoding: 'malformed',
  'too-long': 'malformed',
  json: 'malformed',
  envelope: 'malformed',
  schema: 'schema',
  crs: 'malformed',
  'too-many-rejected': 'malformed',
  clock: 'clock',
}

/** A feed that has never been asked. */
export function emptyReading<Id extends FeedId>(feed: Id): Reading<Id> {
  return {
    feed,
    snapshot: null,
    quality: 'lost',
    flags: [],
    cause: null,
    detail: null,
    ageMs: null,
  }
}

/** How far a feed's state can be trusted at one moment. `monotonicNow` is on the clock of `state.answeredAt`. */
export function readingOf<Id extends FeedId>(
  feed: Id,
  state: FeedState<Id>,
  monotonicNow: number,
  serverNow: EpochMs | null,
): Reading<Id> {
  const { held, trouble, answeredAt } = state
  const { everyMs, heartbeatMs } = FEEDS[feed]
  const { quality, ageMs, suspectClock } = freshnessOf({
    everyMs,
    heartbeatMs,
    transportAgeMs: held && answeredAt !== null ? Math.max(0, monotonicNow - answeredAt) : null,
    serverNow,
    generatedAt: held?.snapshot.observedAt ?? 0,
    newestObservedAt: held?.newestObservedAt ?? null,
  })
  const flags = new Set<Flag>()
  if (held && held.snapshot.rejectedCount > 0) flags.add('partial')
  if (suspectClock) flags.add('clock')
  if (trouble) flags.add(FLAG_OF[trouble.cause])
  // "No server time yet" is told by the flag alone; as a cause it would accuse a source that did nothing wrong.
  const ahead = suspectClock && serverNow !== null
  return {
    feed,
    snapshot: held?.snapshot ?? null,
    quality,
    flags: [...flags],
    cause: trouble?.cause ?? (ahead ? 'clock' : null),
    detail:
      trouble?.detail ?? (ahead && held ? aheadBy(held.snapshot.observedAt, serverNow) : null),
    ageMs: ageMs === null ? null : stepped(ageMs),
  }
}

/** In steps that people read (seconds up to two minutes, then minutes), so that a reading changes no oftener. */
function stepped(ageMs: number): number {
  const stepMs = ageMs < 2 * MINUTE_MS ? SECOND_MS : MINUTE_MS
  return Math.floor(ageMs / stepMs) * stepMs
}

function aheadBy(generatedAt: EpochMs, serverNow: EpochMs): string {
  return `+${Math.floor((generatedAt - serverNow) / MINUTE_MS)} min`
}

/** Whether two readings say the same; the older object is then kept. */
export function sameReading(a: Reading, b: Reading): boolean {
  return sameNews(a, b) && a.snapshot === b.snapshot && a.ageMs === b.ageMs
}

/** Whether two readings say the same but for their age: a source that confirms what it said tells nothing new. */
export function sameNews(a: Reading, b: Reading): boolean {
  return (
    a.snapshot?.items === b.snapshot?.items &&
    a.snapshot?.rejectedCount === b.snapshot?.rejectedCount &&
    a.quality === b.quality &&
    a.cause === b.cause &&
    a.detail === b.detail &&
    a.flags.join() === b.flags.join()
  )
}
