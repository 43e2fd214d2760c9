import { expect, it } from 'vitest'
import type { Order } from '../../domain/allocation'
import type { Answer } from '../../domain/order-entry'
import { createOutbox } from './outbox'
import { memoryStore } from './store'
import { createTabs } from './tabs'

/** The locks of one machine: held until their tab is closed. */
function machine() {
  const held = new Map<string, number>()
  let keys = 0
  return {
    close: (tab: number) => {
      for (const [name, by] of held) if (by === tab) held.delete(name)
    },
    open: (tab: number, storage: Map<string, string>) =>
      createTabs(
        () => ({
          getItem: (key) => storage.get(key) ?? null,
          setItem: (key, value) => void storage.set(key, value),
        }),
        {
          request: async (name: string, _: object, work: (lock: object | null) => unknown) => {
            const isFree = !held.has(name)
            if (isFree) held.set(name, tab)
            return work(isFree ? {} : null)
          },
          query: async () => ({ held: [...held.keys()].map((name) => ({ name })) }),
        } as unknown as LockManager,
        () => `t${keys++}`,
      ),
  }
}

it('a tab keeps its name over a reload, a copy of it takes another, and a closed one is seen to be gone', async () => {
  const { open, close } = machine()
  const storage = new Map<string, string>()
  const first = open(1, storage)
  await first.claim()
  const copy = open(2, new Map(storage))
  await copy.claim()
  expect(copy.own()).not.toBe(first.own())
  expect(await copy.open()).toEqual(new Set([first.own(), copy.own()]))
  close(1)
  const reloaded = open(3, storage)
  await reloaded.claim()
  expect(reloaded.own()).toBe(first.own())
  close(3)
  expect(await copy.open()).toEqual(new Set([copy.own()]))
})

it('is a name of its own where nothing can be kept and nothing locked', async () => {
  const tabs = createTabs(
    () => {
      throw new Error('SecurityError')
    },
    undefined,
    () => 'only',
  )
  await tabs.claim()
  expect(tabs.own()).toBe('only')
  expect(await tabs.open()).toEqual(new Set())
})

it('two tabs of one machine may ask for the same unit: the server decides, and a double click is still one', async () => {
  const store = memoryStore()
  const answer: Answer = { is: 'unknown' }
  const tab = (name: string) => {
    let serial = 0
    return createOutbox({
      store,
      ask: async () => answer,
      now: () => 0,
      newKey: () => `${name}${serial++}`,
      tabs: { own: () => name, open: async () => new Set(['a', 'b']) },
      alone: (_, work) => work(),
      settled: () => {},
    })
  }
  const [a, b] = [tab('a'), tab('b')]
  const order = { unitId: 'u1', decidedAt: 0 } as Order
  expect(await a.submit(order, '汇-07', 0)).toMatchObject({ is: 'kept' })
  await b.open()
  expect(await b.submit(order, '汇-07', 0)).toMatchObject({ is: 'kept' })
  expect(await b.submit(order, '汇-07', 0)).toEqual({ is: 'under-way' })
  expect((await store.all()).map((one) => one.tab)).toEqual(['a', 'b'])
})
