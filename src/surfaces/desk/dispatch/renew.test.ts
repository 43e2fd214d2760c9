import { beforeEach, expect, it, vi } from 'vitest'
import type { Allocation } from '../../../domain/allocation'
import type { OrderEntry } from '../../../domain/order-entry'
import { versionPhrase, whyPhrase } from '../../order-words'
import type { DispatchFacts } from './facts'
import { renew, undo } from './give-orders'

const { renewInOutbox, submit, noteDecision } = vi.hoisted(() => ({
  renewInOutbox: vi.fn(async () => 'k2'),
  submit: vi.fn(async () => ({ is: 'kept', key: 'k3' })),
  noteDecision: vi.fn(async () => true),
}))
vi.mock('../../../api/outbox', () => ({
  outbox: { renew: renewInOutbox, submit, pump: async () => {} },
}))
vi.mock('../../../api/outbox/decisions', () => ({ noteDecision }))

const AT = Date.parse('2026-10-03T14:46:18+08:00')
const SEAT = { by: 'duty-officer · 席位 1', mayOrder: true }
const theirs = (change: Partial<Allocation> = {}) =>
  ({
    id: 'al-1',
    unitId: 'u1',
    callSign: '汇-07',
    rev: 1,
    by: 'duty-officer · 席位 2',
    decidedAt: AT,
    state: 'sent',
    target: { kind: 'incident', id: 'i1', place: '纠纷 · 都匀市', placeEn: 'Dispute · Duyun' },
    ...change,
  }) as Allocation
const lost = (current: Allocation | null, override: string | null = null) =>
  ({
    key: 'k1',
    callSign: '汇-07',
    state: 'failed',
    cause: 'changed',
    current,
    order: { ...theirs(), by: SEAT.by, decidedAt: AT + 2_000, override },
  }) as unknown as OrderEntry
const facts = (confirmed: Allocation | null, unitsQuality: 'live' | 'stale' = 'live') =>
  ({
    now: AT,
    unitsQuality,
    units: [{ id: 'u1', position: [106.7, 26.6], observedAt: AT }],
    confirmed: new Map(confirmed ? [['u1', confirmed]] : []),
  }) as unknown as DispatchFacts

beforeEach(() => vi.clearAllMocks())

it('an order under way to the same target is not withdrawn for itself, whoever gave it', async () => {
  expect(await renew(facts(null), SEAT, lost(theirs()), null)).toBe('stands')
  expect(await renew(facts(null), SEAT, lost(theirs({ by: SEAT.by })), null)).toBe('stands')
  // The refusal told nothing, but the feed does.
  expect(await renew(facts(theirs()), SEAT, lost(null), null)).toBe('stands')
  expect(renewInOutbox).not.toHaveBeenCalled()
})

it('elsewhere, or over, it is sent again by the newest word', async () => {
  const over = theirs({ rev: 2, state: 'withdrawn' })
  expect(await renew(facts(over), SEAT, lost(theirs()), null)).toBe('sent')
  const elsewhere = theirs({ target: { ...theirs().target, id: 'i9' } })
  expect(await renew(facts(null), SEAT, lost(elsewhere), null)).toBe('sent')
  expect(renewInOutbox.mock.calls.map((call) => (call as unknown[])[1])).toEqual([over, elsewhere])
})

it('asks for a reason where the position is old by now', async () => {
  expect(await renew(facts(null, 'stale'), SEAT, lost(null), null)).toBe('reason')
  expect(renewInOutbox).not.toHaveBeenCalled()
  expect(await renew(facts(null, 'stale'), SEAT, lost(null), '电台已确认位置')).toBe('sent')
  expect(renewInOutbox).toHaveBeenCalledWith(
    'k1',
    null,
    expect.objectContaining({ override: '电台已确认位置', by: SEAT.by }),
  )
})

it('the slower one reads who was faster, and both versions with their times', () => {
  const entry = lost(theirs())
  expect(whyPhrase(entry)).toEqual({
    zh: '值班员 · 席位 2 先派',
    en: 'duty officer · seat 2 was faster',
  })
  expect(versionPhrase(entry.order).zh).toBe('值班员 · 席位 1 14:46:20 → 纠纷 · 都匀市')
  expect(versionPhrase(theirs()).en).toBe('duty officer · seat 2 14:46:18 → Dispute · Duyun')
  expect(whyPhrase(lost(theirs({ by: SEAT.by }))).en).toMatch(/this seat/)
  expect(whyPhrase(lost(null)).en).toBe('somebody was faster')
})

it('what is taken back, and what is sent again, stands in the log under the key of its order', async () => {
  await undo({ ...facts(theirs()), allocations: [] } as DispatchFacts, SEAT, theirs())
  expect(noteDecision).toHaveBeenCalledWith(
    expect.objectContaining({ what: 'undone', undoes: 'al-1', unit: '汇-07' }),
    'k3',
  )
  await renew(facts(null), SEAT, lost(null), null)
  expect(noteDecision).toHaveBeenLastCalledWith(
    expect.objectContaining({
      what: 'again',
      by: SEAT.by,
      target: { zh: '纠纷 · 都匀市', en: 'Dispute · Duyun' },
    }),
    'k2',
  )
})
