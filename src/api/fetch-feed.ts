import { timeoutMs } from '../domain/freshness'
import type { Meta } from '../domain/meta'
import { decodeAnswer, type Refusal } from './decode'
import { FEEDS, type FeedId } from './feeds'
import { fetchAnswer } from './fetch-answer'
import type { ServerClock } from './server-clock'
import { confirm, type Held, takeAnswer } from './snapshot'

/** What the query cache holds of a feed. */
export interface FeedState<Id extends FeedId = FeedId> {
  /** Null until the first good answer. */
  readonly held: Held<Id> | null
  /** Of the last answer that was taken; null where the source's 304 does not say when it was made. */
  readonly etag: string | null
  /** This source has sent a 304 that says nothing of its age: it is asked unconditionally. */
  readonly mute304: boolean
  /** When the last valid answer arrived, by the monotonic clock; null: never. */
  readonly answeredAt: number | null
  /** Why the last try failed; null where it did not. */
  readonly trouble: Refusal | null
  readonly retryAfterMs: number | null
}

export function unasked<Id extends FeedId>(): FeedState<Id> {
  return {
    held: null,
    etag: null,
    mute304: false,
    answeredAt: null,
    trouble: null,
    retryAfterMs: null,
  }
}

export interface FeedAsk {
  /** The API's base, without a slash at its end. */
  readonly base: string
  readonly signal: AbortSignal
  /** Is told the time by `meta`. */
  readonly clock: ServerClock
  readonly monotonic: () => number
}

/** One poll: the state of a feed after asking for it once. Never throws. */
export async function pollFeed<Id extends FeedId>(
  id: Id,
  before: FeedState<Id>,
  ask: FeedAsk,
): Promise<FeedState<Id>> {
  const since = before.held?.cursor ?? null
  const query = since === null ? '' : `?since=${encodeURIComponent(since)}`
  const sentAt = ask.monotonic()
  const answer = await fetchAnswer({
    url: `${ask.base}/${id}${query}`,
    accept: 'application/json',
    etag: before.etag,
    timeoutMs: timeoutMs(FEEDS[id].everyMs),
    signal: ask.signal,
  })
  const heardAt = ask.monotonic()

  if (answer.ok === false) {
    const { retryAfterMs, ...trouble } = answer
    return { ...before, trouble, retryAfterMs }
  }
  if (answer.ok === 'unchanged') {
    if (before.held === null || answer.generatedAt === null) {
      // Whether a source behind it still lives, such a 304 cannot say. Ask again for an answer that can.
      return pollFeed(id, { ...before, etag: null, mute304: true }, ask)
    }
    const held = confirm(before.held, answer.generatedAt)
    return { ...before, held, answeredAt: heardAt, trouble: null, retryAfterMs: null }
  }
  const decoded = decodeAnswer(id, answer.bytes, answer.contentType)
  if (!decoded.ok) return { ...before, trouble: decoded, retryAfterMs: null }
  if (id === 'meta') {
    const serverTime = (decoded.items[0] as Meta | undefined)?.serverTime
    if (serverTime !== undefined) ask.clock.hear(serverTime, sentAt, heardAt)
  }
  return {
    held: takeAnswer(before.held, decoded),
    etag: before.mute304 ? null : answer.etag,
    mute304: before.mute304,
    answeredAt: heardAt,
    trouble: null,
    retryAfterMs: null,
  }
}
