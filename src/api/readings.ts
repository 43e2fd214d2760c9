import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Flag, Quality } from '../domain/quality'
import { type EpochMs, SECOND_MS } from '../domain/time'
import { apiBase, setApiBase } from './base'
import { FEED_IDS, FEEDS, type FeedId } from './feeds'
import { type FeedState, pollFeed, unasked } from './fetch-feed'
import { everySecond } from './metronome'
import type { Reading, Readings } from './reading'
import { emptyReading, readingOf, sameNews, sameReading } from './reading-of'
import { createRecorder, NO_RECORDER, type Recorder } from './recorder'
import { type Polling, startPolling } from './schedule'
import { createServerClock } from './server-clock'

/** A wall clock that runs this far ahead of the monotonic one has seen the machine sleep. */
const SLEPT_MS = 5 * SECOND_MS

const NOTHING_READ = Object.fromEntries(FEED_IDS.map((id) => [id, emptyReading(id)])) as Readings

// One page has one set of feeds. What they hold is in the query cache; here is only what is derived from it.
let readings: Readings = NOTHING_READ
/** How often something else than an age has changed. */
let news = 0
let serverNow: EpochMs | null = null
const listeners = new Set<() => void>()
let polled: ReadonlyMap<FeedId, Polling> = new Map()
let recorder: Recorder = createRecorder()

export interface FeedOptions {
  /** The API's base, e.g. `/api/v1`. */
  readonly base: string
  readonly random?: () => number
}

const itemsOf = ({ held }: FeedState) => held?.snapshot.items

/** Polls every feed into `client` until the returned function is called. Once per page. */
export function startFeeds(
  client: QueryClient,
  { base, random = Math.random }: FeedOptions,
): () => void {
  client.setQueryDefaults(['feed'], {
    structuralSharing: false,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    retry: false,
  })
  setApiBase(base)
  const stopped = new AbortController()
  let sleptMs = 0
  const monotonic = () => performance.now() + sleptMs
  const clock = createServerClock(monotonic)
  const stateOf = <Id extends FeedId>(id: Id): FeedState<Id> =>
    client.getQueryData<FeedState<Id>>(['feed', id]) ?? unasked<Id>()

  function evaluate() {
    const now = monotonic()
    serverNow = clock.now()
    let changed = false
    const next = Object.fromEntries(
      FEED_IDS.map((id) => {
        const reading = readingOf(id, stateOf(id), now, serverNow)
        if (sameReading(readings[id] as Reading, reading)) return [id, readings[id]]
        changed = true
        if (!sameNews(readings[id] as Reading, reading)) news++
        return [id, reading]
      }),
    ) as Readings
    if (changed) {
      readings = next
      recorder.take(next)
    }
    for (const listener of listeners) listener()
  }

  async function ask(id: FeedId) {
    const context = { base: apiBase(), signal: stopped.signal, clock, monotonic }
    const state = await pollFeed(id, stateOf(id), context)
    if (stopped.signal.aborted) return { ok: true } as const
    const before = stateOf(id)
    client.setQueryData(['feed', id], state)
    // An answer that says the same makes nothing but an age younger: the next second tells it.
    if (itemsOf(state) !== itemsOf(before) || state.trouble !== before.trouble) evaluate()
    return state.trouble === null
      ? ({ ok: true } as const)
      : { ok: false as const, retryAfterMs: state.retryAfterMs }
  }

  const pollings: Polling[] = FEED_IDS.map((id) =>
    startPolling({ everyMs: FEEDS[id].everyMs, run: () => ask(id), random, monotonic }),
  )
  polled = new Map(FEED_IDS.map((id, i) => [id, pollings[i] as Polling]))
  const wake = () => {
    for (const polling of pollings) polling.wake()
  }
  const shown = () => {
    wake()
    evaluate()
  }

  let wallMs = Date.now() - performance.now()
  function tick() {
    // `performance.now` may stand still while the machine sleeps: what was fresh then is not fresh now.
    const aheadMs = Date.now() - performance.now() - wallMs
    wallMs += aheadMs
    if (aheadMs > SLEPT_MS) {
      sleptMs += aheadMs
      clock.reset()
    }
    // A poll's own timer may sleep in a hidden page; this one does not.
    wake()
    evaluate()
  }
  const stopTicking = everySecond(tick)
  const wakings = ['visibilitychange', 'online'] as const
  for (const event of wakings) globalThis.addEventListener?.(event, shown)

  return () => {
    stopped.abort()
    stopTicking()
    for (const polling of pollings) polling.stop()
    polled = new Map()
    for (const event of wakings) globalThis.removeEventListener?.(event, shown)
    readings = NOTHING_READ
    recorder = createRecorder()
    serverNow = null
    for (const listener of listeners) listener()
  }
}

/** The server's clock now, as far as it is known; for what is no picture and must not wait for one. */
export function serverTime(): EpochMs | null {
  return serverNow
}

/** Asks for a feed at once: a write has just changed it. */
export function refreshFeed(id: FeedId): void {
  polled.get(id)?.refresh()
}

/** Calls `listener` every second, when ages have grown, and with news. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every feed. Changes at most once a second and at every answer; a reading that says the same is the same object. */
export function useReadings(): Readings {
  const read = () => readings
  return useSyncExternalStore(onSecond, read, read)
}

/** Every feed, for whoever shows no ages: changes with what is told and how far it can be trusted, not with the clock. */
export function useNews(): Readings {
  useSyncExternalStore(onSecond, () => news)
  return readings
}

/** What this page remembers of the feeds that have no memory of their own. */
export function flightRecorder(): Recorder {
  return recorder
}

/** Forgets what was recorded and records nothing until the returned function is called: months have no room in a page. */
export function restRecorder(): () => void {
  recorder = NO_RECORDER
  return () => {
    recorder = createRecorder()
  }
}

export function useReading<Id extends FeedId>(id: Id): Readings[Id] {
  const read = () => readings[id]
  return useSyncExternalStore(onSecond, read, read)
}

/** Server time, rounded down to `stepMs`; null until the server has told the time. */
export function useServerNow(stepMs: number): EpochMs | null {
  return useSyncExternalStore(onSecond, () =>
    serverNow === null ? null : Math.floor(serverNow / stepMs) * stepMs,
  )
}

export interface FeedSummary {
  readonly id: FeedId
  readonly quality: Quality
  readonly flags: readonly Flag[]
  readonly observedAt: EpochMs | null
  readonly items: number | null
  readonly rejected: number | null
  /** The worst of the contract's three ages. */
  readonly ageMs: number | null
}

/** For `window.drumtower.feeds()`. Null is "nothing has arrived", never zero. */
export function feedSummaries(): FeedSummary[] {
  return FEED_IDS.map((id) => {
    const { quality, flags, snapshot, ageMs } = readings[id]
    return {
      id,
      quality,
      flags,
      observedAt: snapshot?.observedAt ?? null,
      items: snapshot?.items.length ?? null,
      rejected: snapshot?.rejectedCount ?? null,
      ageMs,
    }
  })
}
