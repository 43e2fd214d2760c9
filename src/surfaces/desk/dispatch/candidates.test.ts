import { expect, it } from 'vitest'
import type { Allocation } from '../../../domain/allocation'
import type { Incident } from '../../../domain/incident'
import type { Unit } from '../../../domain/patrol'
import { MINUTE_MS } from '../../../domain/time'
import { type Arrival, arrivalOf } from './arrival'
import type { DispatchFacts } from './facts'

const NOW = Date.parse('2026-10-03T14:46:00+08:00')
const incident = (over: Partial<Incident> = {}) =>
  ({
    id: 'i',
    areaCode: '520103',
    receivedAt: NOW - 2 * MINUTE_MS,
    dispatchedAt: null,
    arrivedAt: null,
    ...over,
  }) as Incident
const order = (state: Allocation['state'], targetId = 'i') =>
  ({
    unitId: 'u',
    state,
    target: { kind: 'incident', id: targetId, position: [106.7, 26.6] },
  }) as unknown as Allocation
it('an arrival says by how much it misses the target of the incident', () => {
  const arrival = (km: number, areaCode: string) => {
    const unit = {
      id: 'u',
      kind: 'car',
      status: 'available',
      position: [106.7, 26.6 + km / 111.195],
      observedAt: NOW,
      areaCode,
    } as unknown as Unit
    const facts = {
      now: NOW,
      lost: [],
      units: [unit],
      queue: [incident({ areaCode })],
      places: [],
      unitsQuality: 'live',
    } as unknown as DispatchFacts
    return arrivalOf(facts, order('sent')) as Arrival
  }
  // In town 10 km are 28 min; three of five are left.
  const late = arrival(10, '520103')
  expect(late.minutes).toBeCloseTo(28, 1)
  expect((late.lateMs ?? 0) / MINUTE_MS).toBeCloseTo(25, 1)
  expect(arrival(1, '520103').lateMs).toBeNull()
  // In the country 4 km are 6.7 min; eight of ten are left.
  expect(arrival(4, '522635').lateMs).toBeNull()
})
