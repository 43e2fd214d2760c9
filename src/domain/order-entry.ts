import type { Allocation, Order, OrderRefusal } from './allocation'
import { isOver, ORDER_LIVES_MS } from './allocation'
import type { EpochMs } from './time'

/**
 * An order on its way from the officer's hand to the server's word. `pending`: not sent yet. `sent`: sent at least
 * once, and nobody knows yet whether it arrived. The other three are final: `confirmed`, `failed`, `expired`.
 */
export const ENTRY_STATES = ['pending', 'sent', 'confirmed', 'failed', 'expired'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Why the server did not do it. `changed`: somebody was faster (412). */
export type EntryCause = OrderRefusal | 'changed' | 'precondition' | 'forbidden' | 'refused'

export interface OrderEntry {
  /** Also the `Idempotency-Key`: the same on every try. */
  readonly key: string
  readonly order: Order
  readonly callSign: string
  /** The tab where it was given; absent in what an older version wrote. */
  readonly tab?: string
  /** Revision of the unit that the officer saw; 0 where it had never been sent. */
  readonly seenRev: number
  readonly state: EntryState
  readonly attempts: number
  /** Not asked before. */
  readonly nextAt: EpochMs
  readonly cause: EntryCause | null
  /** Where the server told: the allocation that stands now, ours or the one that was faster. */
  readonly current: Allocation | null
  readonly settledAt: EpochMs | null
}

/** What the server said, as far as it concerns the entry. */
export type Answer =
  | { readonly is: 'done'; readonly allocation: Allocation }
  | { readonly is: 'refused'; readonly cause: EntryCause; readonly current: Allocation | null }
  /** 401: nothing was done, and nothing will be until somebody signs in. */
  | { readonly is: 'locked' }
  /** No answer, or none that can be believed: it may have been done. */
  | { readonly is: 'unknown' }

export function newEntry(
  key: string,
  order: Order,
  callSign: string,
  seenRev: number,
  tab: string,
): OrderEntry {
  return {
    key,
    order,
    callSign,
    tab,
    seenRev,
    state: 'pending',
    attempts: 0,
    nextAt: order.decidedAt,
    cause: null,
    current: null,
    settledAt: null,
  }
}

export function isSettled({ state }: Pick<OrderEntry, 'state'>): boolean {
  return state === 'confirmed' || state === 'failed' || state === 'expired'
}

/** About to be asked. Written down before the request leaves: a killed tab must not forget that it may have arrived. */
export function asking(entry: OrderEntry): OrderEntry {
  return isSettled(entry) ? entry : { ...entry, state: 'sent', attempts: entry.attempts + 1 }
}

const FIRST_AGAIN_MS = 1_000
const LAST_AGAIN_MS = 15_000

/** After an answer. A settled entry never changes again. */
export function answered(entry: OrderEntry, answer: Answer, now: EpochMs): OrderEntry {
  if (isSettled(entry)) return entry
  const settled = { ...entry, settledAt: now }
  switch (answer.is) {
    case 'done':
      return { ...settled, state: 'confirmed', current: answer.allocation }
    case 'refused':
      // The server did not do it because it came too late: the officer is asked again, nothing went wrong.
      return {
        ...settled,
        state: answer.cause === 'too-old' ? 'expired' : 'failed',
        cause: answer.cause,
        current: answer.current,
      }
    case 'locked':
    case 'unknown': {
      const waitMs = Math.min(LAST_AGAIN_MS, FIRST_AGAIN_MS * 2 ** (entry.attempts - 1))
      return { ...entry, nextAt: now + waitMs }
    }
  }
}

/**
 * As time goes by: what was never sent within its life is not sent any more. What was sent is asked about until the
 * server says: it refuses what is too old, unless it has done it already.
 */
export function aged(entry: OrderEntry, now: EpochMs): OrderEntry {
  const isTooOld = now - entry.order.decidedAt > ORDER_LIVES_MS
  if (entry.state !== 'pending' || !isTooOld) return entry
  return { ...entry, state: 'expired', cause: 'too-old', settledAt: now }
}

/** The same decision made anew, after somebody was faster or time ran out: seen as it stands now. */
export function renewed(
  { order, callSign }: OrderEntry,
  key: string,
  latest: Allocation | null,
  anew: Renewal & { readonly tab: string },
): OrderEntry {
  const { tab, ...decision } = anew
  const replaces = latest && !isOver(latest) ? latest.id : null
  return newEntry(key, { ...order, ...decision, replaces }, callSign, latest?.rev ?? 0, tab)
}

/** What is new in it: who decides now, when, and why if the position is old. */
export type Renewal = Pick<Order, 'by' | 'decidedAt' | 'override'>

/**
 * Allocations as they will stand if all that is under way is done: the optimistic view. Each is marked by its entry's
 * key as id, so that nobody takes it for what the server has said.
 */
export function withUnderWay(
  allocations: readonly Allocation[],
  entries: readonly OrderEntry[],
): readonly Allocation[] {
  const open = entries.filter((entry) => !isSettled(entry))
  if (open.length === 0) return allocations
  const units = new Set(open.map(({ order }) => order.unitId))
  const hoped = open.map(
    ({ key, order, callSign, seenRev }): Allocation => ({
      ...order,
      id: key,
      callSign,
      state: 'sent',
      rev: seenRev + 1,
      observedAt: order.decidedAt,
    }),
  )
  return [...allocations.filter(({ unitId }) => !units.has(unitId)), ...hoped]
}
