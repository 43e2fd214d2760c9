import { expect, it } from 'vitest'
import type { Decision } from '../../api/outbox/decisions'
import type { Allocation } from '../../domain/allocation'
import type { OrderEntry } from '../../domain/order-entry'
import { fateOf, type Known } from './fates'
import { decisionRows, refusedLines } from './lines'

const AT = Date.parse('2026-10-03T14:46:20+08:00')
const seat = (n: number) => `duty-officer · 席位 ${n}`
const made = (change: Partial<Allocation> = {}) =>
  ({
    id: 'al-1',
    by: seat(2),
    decidedAt: AT - 2_000,
    state: 'sent',
    target: { id: 'i1', place: '凯里市', placeEn: 'Kaili' },
    undoes: null,
    replaces: null,
    ...change,
  }) as Allocation
const decision = (key: string, n: number, change: Partial<Decision> = {}): Decision => ({
  key,
  at: AT,
  by: seat(n),
  what: 'accepted',
  unit: '凯-02',
  target: { zh: '凯里市', en: 'Kaili' },
  advice: '',
  reason: '',
  ...change,
})
const sent = { state: 'confirmed', cause: null, current: made(), settledAt: AT } as const
const lost = { state: 'failed', cause: 'changed', current: made(), settledAt: AT } as const
const known = (change: Partial<Known> = {}): Known => ({
  decisions: [],
  entries: [],
  allocations: [],
  ...change,
})

it('of two seats and one unit, the log says which one went and why the other did not', () => {
  const decisions = [
    decision('a', 1, { outcome: lost }),
    decision('b', 2, { outcome: sent }),
    decision('c', 1, { what: 'refused', reason: '道路不通' }),
  ]
  const outcomes = decisionRows(known({ decisions }), 'en').map((row) => row.at(-1))
  expect(outcomes).toEqual([
    'outcome',
    'not done · duty officer · seat 2 was faster (duty officer · seat 2 14:46:18 → Kaili)',
    'sent',
    'nobody sent',
  ])
})

it('what was undone says by whom and when, by the log of this machine or by the feed', () => {
  const order = decision('a', 1, { outcome: sent })
  const back = made({ id: 'al-2', by: seat(1), decidedAt: AT + 125_000, undoes: 'al-1' })
  const undo = decision('u', 1, {
    what: 'undone',
    undoes: 'al-1',
    outcome: { ...sent, current: back },
  })
  const zh = '已派出 · 后撤销 14:48:25 值班员 · 席位 1'
  expect(fateOf(order, known({ decisions: [order, undo] })).zh).toBe(zh)
  expect(fateOf(order, known({ decisions: [order], allocations: [back] })).zh).toBe(zh)
  expect(fateOf(undo, known({ decisions: [order, undo] })).zh).toBe('已撤回')
  // An undo that was refused has undone nothing.
  const refused = { ...undo, outcome: lost }
  expect(fateOf(order, known({ decisions: [order, refused] })).zh).toBe('已派出')
  const next = made({ id: 'al-3', by: seat(3), replaces: 'al-1' })
  expect(fateOf(order, known({ allocations: [next] })).en).toMatch(/sent elsewhere .* seat 3/)
})

it('what has not come to rest is told by the outbox, and what nobody knows is not known', () => {
  const entry = { key: 'a', state: 'pending', order: {}, attempts: 0, nextAt: 0 } as OrderEntry
  expect(fateOf(decision('a', 1), known({ entries: [entry] })).zh).toBe('待发')
  expect(fateOf(decision('a', 1), known()).zh).toBe('不详')
})

it('the hand-over lists a lost race, also when its notice was put aside, and once', () => {
  const inLog = decision('a', 1, { outcome: lost })
  const entry = { key: 'a', callSign: '凯-02', ...lost } as OrderEntry
  const inOutbox = { ...entry, order: { ...made(), by: seat(1), decidedAt: AT } } as OrderEntry
  for (const entries of [[], [inOutbox]]) {
    const lines = refusedLines({ decisions: [inLog], entries }, 'en')
    expect(lines).toHaveLength(1)
    expect(lines?.[0]).toMatchObject({ item: '凯-02 → Kaili', state: 'not done' })
    expect(lines?.[0]?.detail).toContain('seat 2 14:46:18 → Kaili')
  }
})
