import { incidentsAt, LIVE_HELD_MS, visitsAt } from '../domain/replay'
import type { EpochMs } from '../domain/time'
import type { FeedId } from './feeds'
import type { Reading, Readings, Snapshot } from './reading'
import { RECORDED, type Recorder } from './recorder'

/**
 * The readings as they would have been at an earlier moment: incidents and visits by their own times as far back as
 * their feeds hold them, registers as they are, the rest as this page recorded it. Where nothing is known of that
 * moment the reading is lost: what stands now must not be shown for what stood then.
 */
export function replayReadings(readings: Readings, recorder: Recorder, at: EpochMs): Readings {
  const past: Partial<Record<FeedId, Reading>> = {}
  for (const id of RECORDED) past[id] = as(readings[id], recorder.at(id, at), at)
  past.incidents = as(readings.incidents, heldAt(readings.incidents, at, incidentsAt), at)
  past.visits = as(readings.visits, heldAt(readings.visits, at, visitsAt), at)
  return { ...readings, ...past } as Readings
}

function as(now: Reading, then: Snapshot<unknown> | null, at: EpochMs): Reading {
  return {
    feed: now.feed,
    // The picture of now would be shown as a stale one of then; an empty one says the moment.
    snapshot: (then ?? nothingAt(at)) as never,
    quality: then ? 'live' : 'lost',
    flags: ['replay'],
    cause: null,
    detail: null,
    ageMs: then ? Math.max(0, at - then.observedAt) : null,
  }
}

// What does not change keeps its identity, so that nothing is derived anew while the clock stands.
let nothing: Snapshot<never> = { items: [], observedAt: 0, rejected: [], rejectedCount: 0 }
const pasts = new WeakMap<readonly unknown[], Snapshot<unknown>>()

function nothingAt(at: EpochMs): Snapshot<never> {
  if (nothing.observedAt !== at) nothing = { ...nothing, observedAt: at }
  return nothing
}

function heldAt<Item>(
  { snapshot }: { readonly snapshot: Snapshot<Item> | null },
  at: EpochMs,
  past: (items: readonly Item[], at: EpochMs) => readonly Item[],
): Snapshot<Item> | null {
  if (!snapshot || at > snapshot.observedAt || at < snapshot.observedAt - LIVE_HELD_MS) return null
  const known = pasts.get(snapshot.items) as Snapshot<Item> | undefined
  if (known?.observedAt === at) return known
  const then = { ...snapshot, items: past(snapshot.items, at), observedAt: at }
  pasts.set(snapshot.items, then)
  return then
}
