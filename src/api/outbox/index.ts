import { useSyncExternalStore } from 'react'
import type { OrderEntry } from '../../domain/order-entry'
import { SECOND_MS } from '../../domain/time'
import { newKey } from '../alarm-writes'
import { askForAllocation } from '../allocation-writes'
import { serverTime } from '../readings'
import { table } from './database'
import { noteOutcome } from './decisions'
import { createOutbox, type OutboxPicture } from './outbox'
import { createTabs } from './tabs'

export type { OutboxPicture } from './outbox'

const PUMP_EVERY_MS = SECOND_MS
/** What other tabs of this machine have done. */
const LOOK_EVERY_MS = 5 * SECOND_MS

const tabs = createTabs(() => sessionStorage, globalThis.navigator?.locks, newKey)
export const ownTab = tabs.own

/** The orders of this machine. All its tabs share the store; a lock lets one of them work on an entry. */
export const outbox = createOutbox({
  store: table<OrderEntry>('orders'),
  ask: askForAllocation,
  now: () => serverTime() ?? Date.now(),
  newKey,
  tabs,
  settled: (entry) => void noteOutcome(entry),
  alone: async (key, work) => {
    // Locks are closed on plain http; two tabs may then ask twice, and the key keeps it from being done twice.
    if (!navigator.locks) return work()
    await navigator.locks.request(`drumtower-order-${key}`, { ifAvailable: true }, (lock) =>
      lock ? work() : undefined,
    )
  },
})

let started: Promise<void> | null = null

/** Begins to send; also what an earlier page could not finish. Resolves when that has been read. */
export function startOutbox(): Promise<void> {
  started ??= start()
  return started
}

async function start() {
  setInterval(() => void outbox.pump(), PUMP_EVERY_MS)
  await tabs.claim()
  setInterval(() => void outbox.open(), LOOK_EVERY_MS)
  await outbox.open()
  void outbox.pump()
}

export function useOutbox(): OutboxPicture {
  return useSyncExternalStore(outbox.subscribe, outbox.picture, outbox.picture)
}
