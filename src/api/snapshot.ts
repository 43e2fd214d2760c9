import type { EpochMs } from '../domain/time'
import type { DecodedAnswer, RejectedRecord } from './decode'
import type { FeedRecord } from './feed'
import type { FeedId, ItemOf } from './feeds'
import type { Snapshot } from './reading'

const SAMPLES = 20
/** Ids of records set aside that are remembered; a source that keeps inventing bad ids cannot fill the memory. */
const MAX_SET_ASIDE = 5_000
/** A picture that deltas have grown beyond this is asked for in full again. */
const MAX_HELD = 400_000

/** A feed's picture with what is needed to take the next answer. */
export interface Held<Id extends FeedId = FeedId> {
  readonly snapshot: Snapshot<ItemOf<Id>>
  readonly byId: ReadonlyMap<string, ItemOf<Id>>
  /** Records that the picture lacks, by id; those without a readable id under their place in the last answer. */
  readonly setAside: ReadonlyMap<string, RejectedRecord>
  /** To be sent as `since`; null asks for everything. */
  readonly cursor: string | null
  /** The latest observation that is not later than the answer that brought it. */
  readonly newestObservedAt: EpochMs | null
}

/**
 * The picture after an answer. `full` replaces, otherwise `items` are upserted and `removed` dropped; a record that
 * was observed earlier never overwrites one observed later. Items that did not change keep their identity, and so
 * does the list.
 */
export function takeAnswer<Id extends FeedId>(
  held: Held<Id> | null,
  answer: DecodedAnswer<Id>,
): Held<Id> {
  const byId = mergedItems(held, answer)
  const setAside = mergedRejects(held, answer)
  const unchanged = held !== null && byId === held.byId
  const newsless = answer.items.length + answer.removed.length + answer.rejected.length === 0
  return {
    byId,
    setAside,
    // The cursor only moves over answers taken whole: what was set aside is sent again until it can be read.
    cursor:
      byId.size > MAX_HELD
        ? null
        : answer.rejected.length > 0
          ? (held?.cursor ?? null)
          : answer.cursor,
    newestObservedAt: unchanged ? held.newestObservedAt : newest(byId, answer.generatedAt),
    snapshot: {
      items: unchanged ? held.snapshot.items : [...byId.values()],
      observedAt: answer.generatedAt,
      rejected: [...setAside.values()]
        .slice(0, SAMPLES)
        .map(({ reason, sample }) => ({ reason, sample })),
      rejectedCount: setAside.size,
      droppedPersonal:
        newsless && !answer.full ? (held?.snapshot.droppedPersonal ?? 0) : answer.droppedPersonal,
    },
  }
}

/** The same picture, confirmed by its source at a later moment (a 304 that says when it was made). */
export function confirm<Id extends FeedId>(held: Held<Id>, generatedAt: EpochMs): Held<Id> {
  return { ...held, snapshot: { ...held.snapshot, observedAt: generatedAt } }
}

function mergedItems<Id extends FeedId>(
  held: Held<Id> | null,
  answer: DecodedAnswer<Id>,
): ReadonlyMap<string, ItemOf<Id>> {
  const before = held?.byId
  const after = new Map<string, ItemOf<Id>>(answer.full ? [] : before)
  let changed = !before
  if (!answer.full) for (const id of answer.removed) if (after.delete(id)) changed = true
  for (const item of answer.items as readonly (ItemOf<Id> & FeedRecord)[]) {
    const mine = before?.get(item.id) as (ItemOf<Id> & FeedRecord) | undefined
    const kept = mine && keeps(mine, item, answer.generatedAt) ? mine : item
    if (kept !== mine) changed = true
    after.set(item.id, kept)
  }
  return changed || after.size !== before?.size ? after : before
}

/**
 * Whether the held record stands against an incoming one. One that claims to be observed after the answer was even
 * made has a clock ahead of its time and would otherwise stand for ever.
 */
function keeps(mine: FeedRecord, incoming: FeedRecord, generatedAt: EpochMs): boolean {
  if (mine.observedAt > incoming.observedAt) return mine.observedAt <= generatedAt
  return same(mine, incoming)
}

function mergedRejects<Id extends FeedId>(
  held: Held<Id> | null,
  answer: DecodedAnswer<Id>,
): ReadonlyMap<string, RejectedRecord> {
  if (answer.full && answer.rejected.length === 0) return new Map()
  const after = new Map<string, RejectedRecord>()
  if (!answer.full) {
    const good = new Set(answer.items.map((item) => item.id))
    for (const id of answer.removed) good.add(id)
    for (const [key, reject] of held?.setAside ?? []) {
      if (reject.id !== null && !good.has(reject.id)) after.set(key, reject)
    }
  }
  answer.rejected.forEach((reject, i) => {
    if (after.size < MAX_SET_ASIDE) after.set(reject.id ?? `\0${i}`, reject)
  })
  return after
}

function newest(byId: ReadonlyMap<string, FeedRecord>, generatedAt: EpochMs): EpochMs | null {
  let at: EpochMs | null = null
  for (const { observedAt } of byId.values()) {
    if (observedAt <= generatedAt && (at === null || observedAt > at)) at = observedAt
  }
  return at
}

/** Deep equality of two mapped records: plain objects, lists and scalars only. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const fields = Object.keys(a)
  return (
    fields.length === Object.keys(b).length &&
    fields.every((field) =>
      same((a as Record<string, unknown>)[field], (b as Record<string, unknown>)[field]),
    )
  )
}
