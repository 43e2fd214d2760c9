import { expect, it } from 'vitest'
import type { Reading } from '../../api/reading'
import { emptyReading } from '../../api/reading-of'
import type { FireDevice } from '../../domain/fire'
import { fireNear } from './fire-near'

const NOW = Date.parse('2026-10-03T06:00:00Z')
const device: FireDevice = {
  id: 'd',
  kind: 'smoke',
  placeId: 'p',
  place: '寨',
  placeEn: null,
  buildingClass: 'wooden-village',
  woodenHouses: 60,
  position: [108, 26],
  areaCode: '522634',
  condition: null,
  observedAt: NOW,
}
const snapshot = <T>(items: readonly T[]) => ({
  items,
  observedAt: NOW,
  rejected: [],
  rejectedCount: 0,
})
const register = (items: readonly FireDevice[], quality = 'live') =>
  ({
    ...emptyReading('fire-devices'),
    quality,
    snapshot: snapshot(items),
  }) as unknown as Reading<'fire-devices'>
const readings = (quality = 'live') =>
  ({
    ...emptyReading('fire-readings'),
    quality,
    snapshot: snapshot([
      { id: 'd', states: ['normal'], code: null, value: null, unit: null, observedAt: NOW },
    ]),
  }) as unknown as Reading<'fire-readings'>
const near = () => true

it('a register that never came is unknown, and not a place without devices', () => {
  expect(fireNear(emptyReading('fire-devices'), readings(), near, NOW)).toEqual({ is: 'unknown' })
  expect(fireNear(register([]), readings(), near, NOW)).toEqual({ is: 'none' })
  expect(fireNear(register([device]), readings(), () => false, NOW)).toEqual({ is: 'none' })
})

it('a register that was lost after it had come still counts', () => {
  expect(fireNear(register([device], 'lost'), readings(), near, NOW)).toMatchObject({
    is: 'known',
    isBlind: false,
    readiness: { ready: 1, all: 1 },
  })
})

it('without readings it is known how many there are, and not how many are ready', () => {
  expect(fireNear(register([device]), readings('lost'), near, NOW)).toMatchObject({
    is: 'known',
    isBlind: true,
    readiness: { all: 1 },
  })
})
