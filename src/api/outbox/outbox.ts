import type { Allocation, Order } from '../../domain/allocation'
import {
  type Answer,
  aged,
  answered,
  asking,
  isSettled,
  newEntry,
  type OrderEntry,
  type Renewal,
  renewed,
} from '../../domain/order-entry'
import { DAY_MS, type EpochMs } from '../../domain/time'
import type { OutboxStore } from './store'
import type { Tabs } from './tabs'

export interface OutboxTools {
  readonly store: OutboxStore
  readonly ask: (entry: OrderEntry) => Promise<Answer>
  /** Server time. */
  readonly now: () => EpochMs
  readonly newKey: () => string
  readonly tabs: Pick<Tabs, 'own' | 'open'>
  /** An order has come to rest: once for each, in the tab that heard of it. */
  readonly settled: (entry: OrderEntry) => void
  /** Runs `work` while no other tab works on the same entry; not at all while one does. */
  readonly alone: (key: string, work: () => Promise<void>) => Promise<void>
}

export interface OutboxPicture {
  /** Newest last; settled ones until somebody has put them aside. */
  readonly entries: readonly OrderEntry[]
  /** Somebody has to sign in: nothing is sent, and nothing is lost. */
  readonly isLocked: boolean
  /** Why nothing can be kept on this machine; null: it can. Orders are then refused rather than risked. */
  readonly storeFault: string | null
  readonly openTabs: ReadonlySet<string> | null
}

/** `under-way`: this tab has an order for the unit on its way already, and this one was not taken. */
export type Submitted =
  | { readonly is: 'kept'; readonly key: string }
  | { readonly is: 'under-way' | 'not-kept' }

/** Orders that this machine answers for, from the officer's hand to the server's word. */
export interface Outbox {
  readonly picture: () => OutboxPicture
  readonly subscribe: (listener: () => void) => () => void
  /** Reads what an earlier page left behind. */
  readonly open: () => Promise<void>
  /** Resolves once the order is written down and read back; it is sent after that. */
  readonly submit: (order: Order, callSign: string, seenRev: number) => Promise<Submitted>
  /** One key: the same decision again, by the picture as it is now; the old entry is put aside. Its key; null: not done. */
  readonly renew: (key: string, latest: Allocation | null, anew: Renewal) => Promise<string | null>
  /** Puts a settled entry aside. */
  readonly dismiss: (key: string) => Promise<void>
  /** Asks for what is due. Called again and again. */
  readonly pump: () => Promise<void>
  /** Somebody has signed in, or wants to try. */
  readonly unlock: () => Promise<void>
}

/** What nobody has put aside is forgotten after a day. */
const KEPT_MS = DAY_MS

export function createOutbox({
  store,
  ask,
  now,
  newKey,
  tabs,
  alone,
  settled,
}: OutboxTools): Outbox {
  let picture: OutboxPicture = { entries: [], isLocked: false, storeFault: null, openTabs: null }
  const listeners = new Set<() => void>()
  /** Keys that this page is asking about now. */
  const beingAsked = new Set<string>()
  /** Units whose order is being written. */
  const beingWritten = new Set<string>()

  function show(change: Partial<OutboxPicture>) {
    picture = { ...picture, ...change }
    for (const listener of listeners) listener()
  }
  function showEntry(entry: OrderEntry) {
    const others = picture.entries.filter(({ key }) => key !== entry.key)
    show({ entries: [...others, entry].sort((a, b) => a.order.decidedAt - b.order.decidedAt) })
  }

  /** Written and read back: only what the disk gives back again is believed to be there. */
  async function keep(entry: OrderEntry): Promise<boolean> {
    try {
      await store.put(entry)
      const back = await store.get(entry.key)
      if (JSON.stringify(back) !== JSON.stringify(entry)) throw new Error('read back another entry')
      showEntry(entry)
      if (isSettled(entry)) settled(entry)
      if (picture.storeFault !== null) show({ storeFault: null })
      return true
    } catch (error) {
      show({ storeFault: error instanceof Error ? error.message : String(error) })
      return false
    }
  }

  async function load() {
    try {
      const [all, openTabs] = [await store.all(), await tabs.open()]
      const old = all.filter((one) => isSettled(one) && now() - (one.settledAt ?? 0) > KEPT_MS)
      for (const { key } of old) await store.remove(key)
      const kept = all.filter((one) => !old.includes(one))
      show({
        entries: kept.sort((a, b) => a.order.decidedAt - b.order.decidedAt),
        storeFault: null,
        openTabs,
      })
    } catch (error) {
      show({ storeFault: error instanceof Error ? error.message : String(error) })
    }
  }

  async function advance(key: string) {
    // Another tab may have gone further with it.
    const found = await store.get(key)
    if (!found || isSettled(found)) return found ? showEntry(found) : undefined
    const entry = aged(found, now())
    if (entry !== found) return void (await keep(entry))
    if (entry.nextAt > now()) return
    const asked = asking(entry)
    if (!(await keep(asked))) return
    const answer = await ask(asked)
    if (answer.is === 'locked' && !picture.isLocked) show({ isLocked: true })
    await keep(answered(asked, answer, now()))
  }

  /** All at once: an order that gets no answer must not hold up the next one. */
  async function pumpOnce() {
    const open = picture.entries.filter((entry) => !isSettled(entry))
    await Promise.all(
      open.map((entry) =>
        picture.isLocked ? growOld(entry) : once(entry.key, () => advance(entry.key)),
      ),
    )
  }

  /** One request for an order at a time: not from this page, and not from another tab. */
  async function once(key: string, work: () => Promise<void>) {
    if (beingAsked.has(key)) return
    beingAsked.add(key)
    try {
      await alone(key, work)
    } finally {
      beingAsked.delete(key)
    }
  }

  /** Nothing is sent while nobody is signed in; what was never sent grows old all the same, and says so. */
  async function growOld(entry: OrderEntry) {
    const older = aged(entry, now())
    if (older !== entry) await keep(older)
  }

  return {
    picture: () => picture,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: load,
    submit: async (order, callSign, seenRev) => {
      const { unitId } = order
      // A double click, or Enter and a click: the first one is under way already. What another tab asks for is
      // another officer's: the server decides, and the slower one is told.
      const isUnderWay = picture.entries.some(
        (one) => !isSettled(one) && one.order.unitId === unitId && one.tab === tabs.own(),
      )
      if (isUnderWay || beingWritten.has(unitId)) return { is: 'under-way' }
      beingWritten.add(unitId)
      const entry = newEntry(newKey(), order, callSign, seenRev, tabs.own())
      const isKept = await keep(entry).finally(() => beingWritten.delete(unitId))
      return isKept ? { is: 'kept', key: entry.key } : { is: 'not-kept' }
    },
    renew: async (key, latest, anew) => {
      const entry = picture.entries.find((one) => one.key === key)
      if (!entry || !isSettled(entry)) return null
      const next = renewed(entry, newKey(), latest, { ...anew, tab: tabs.own() })
      if (!(await keep(next))) return null
      await remove(key)
      return next.key
    },
    dismiss: async (key) => {
      const entry = picture.entries.find((one) => one.key === key)
      if (entry && isSettled(entry)) await remove(key)
    },
    pump: pumpOnce,
    unlock: async () => {
      show({ isLocked: false })
    },
  }

  async function remove(key: string) {
    await store.remove(key)
    show({ entries: picture.entries.filter((one) => one.key !== key) })
  }
}
