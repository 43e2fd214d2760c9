import { expect, it } from 'vitest'
import type { Allocation, Order } from '../../domain/allocation'
import type { Answer } from '../../domain/order-entry'
import { type Decision, decisionLog } from './decisions'
import { createOutbox } from './outbox'
import { memoryStore } from './store'

function machine(answer: Answer) {
  const kept = new Map<string, Decision>()
  const log = decisionLog({
    all: async () => [...kept.values()],
    get: async (key) => kept.get(key) ?? null,
    put: async (decision) => void kept.set(decision.key, decision),
  })
  let keys = 0
  const outbox = createOutbox({
    store: memoryStore(),
    ask: async () => answer,
    now: () => 0,
    newKey: () => `k${keys++}`,
    tabs: { own: () => 'a', open: async () => new Set() },
    alone: (_, work) => work(),
    settled: (entry) => void log.outcome(entry),
  })
  return { log, outbox }
}
const decision = {
  at: 0,
  by: 'seat 1',
  what: 'accepted',
  unit: '凯-02',
  target: 'x',
  advice: '',
  reason: '',
} as const
const theirs = { id: 'al-1', by: 'seat 2' } as Allocation

it.each<[Answer, object]>([
  [
    { is: 'done', allocation: theirs },
    { state: 'confirmed', current: theirs },
  ],
  [
    { is: 'refused', cause: 'changed', current: theirs },
    { state: 'failed', cause: 'changed', current: theirs },
  ],
  [
    { is: 'refused', cause: 'too-old', current: null },
    { state: 'expired', cause: 'too-old' },
  ],
])(
  'what became of an order stands beside its decision, and stays when its notice goes',
  async (answer, outcome) => {
    const { log, outbox } = machine(answer)
    const submitted = await outbox.submit({ unitId: 'u1', decidedAt: 0 } as Order, '凯-02', 0)
    if (submitted.is !== 'kept') throw new Error(submitted.is)
    await log.note(decision, submitted.key)
    expect((await log.since(0))[0]?.outcome).toBeUndefined()
    await outbox.pump()
    await outbox.dismiss(submitted.key)
    expect(await log.since(0)).toMatchObject([{ ...decision, key: submitted.key, outcome }])
  },
)

it('an order that was not logged makes no entry by its outcome alone', async () => {
  const { log, outbox } = machine({ is: 'done', allocation: theirs })
  await outbox.submit({ unitId: 'u1', decidedAt: 0 } as Order, '凯-02', 0)
  await outbox.pump()
  expect(await log.since(0)).toEqual([])
})
