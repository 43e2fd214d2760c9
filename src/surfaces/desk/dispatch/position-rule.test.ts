import { beforeEach, expect, it, vi } from 'vitest'
import type { Incident } from '../../../domain/incident'
import type { Unit } from '../../../domain/patrol'
import type { Quality } from '../../../domain/quality'
import { candidatesFor } from './candidates'
import type { DispatchFacts } from './facts'
import { send } from './give-orders'

const { submit, noteDecision } = vi.hoisted(() => ({
  submit: vi.fn(async () => ({ is: 'kept', key: 'k1' })),
  noteDecision: vi.fn(async () => true),
}))
vi.mock('../../../api/outbox', () => ({ outbox: { submit, pump: async () => {} } }))
vi.mock('../../../api/outbox/decisions', () => ({ noteDecision }))

const NOW = Date.parse('2026-11-26T23:30:00+08:00')
const unit = (ageS: number) =>
  ({
    id: 'u1',
    callSign: '钟-01',
    kind: 'car',
    status: 'available',
    areaCode: '520103',
    position: [106.7, 26.6],
    observedAt: NOW - ageS * 1_000,
  }) as unknown as Unit
const facts = (unitsQuality: Quality, ageS: number) =>
  ({
    now: NOW,
    unitsQuality,
    lost: unitsQuality === 'lost' ? ['units'] : [],
    units: [unit(ageS)],
    jobs: new Map(),
    confirmed: new Map(),
  }) as unknown as DispatchFacts
const incident = { id: 'i', position: [106.71, 26.6], areaCode: '520103' } as unknown as Incident

const order = (picture: DispatchFacts, override: string | null) =>
  send(
    picture,
    { by: 'duty-officer · 席位 1', mayOrder: true },
    {
      unit: picture.units[0] as Unit,
      target: { kind: 'incident', id: 'i', place: 'x', placeEn: null, position: null },
      origin: 'queue',
      override,
      decision: { what: 'accepted', advice: '', reason: override ?? '' },
    },
  )

beforeEach(() => vi.clearAllMocks())

it.each<[Quality, number, boolean]>([
  ['live', 10, false],
  ['late', 20, false],
  ['stale', 13, true],
  ['stale', 48, true],
  ['lost', 13, true],
  ['live', 91, true],
])(
  'feed %s, position of %i s ago: what is called old (%s) needs the reason',
  async (quality, ageS, isOld) => {
    const picture = facts(quality, ageS)
    expect(candidatesFor(picture, incident)[0]?.isStale).toBe(isOld)
    expect(await order(picture, null)).toBe(!isOld)
    expect(await order(picture, '  ')).toBe(!isOld)
    expect(submit).toHaveBeenCalledTimes(isOld ? 0 : 2)
    submit.mockClear()
    expect(await order(picture, '电台已确认位置')).toBe(true)
    expect(submit).toHaveBeenCalledWith(
      expect.objectContaining({ override: '电台已确认位置' }),
      '钟-01',
      0,
    )
  },
)

it('the log says what was seen of the position, and why the unit went all the same', async () => {
  await order(facts('stale', 48), '电台已确认位置')
  expect(noteDecision).toHaveBeenCalledWith(
    expect.objectContaining({
      reason: '电台已确认位置',
      position: { quality: 'stale', ageMs: 48_000 },
    }),
    'k1',
  )
})
