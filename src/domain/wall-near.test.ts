import { expect, it } from 'vitest'
import type { Unit } from './patrol'
import { nearestUnits } from './wall-near'

const NOW = 1_800_000_000_000
const unit = (id: string, lng: number, rest: Partial<Unit> = {}): Unit => ({
  id,
  callSign: id,
  kind: 'car',
  status: 'available',
  position: [lng, 26],
  headingDeg: null,
  speedKmh: 0,
  areaCode: '522631',
  observedAt: NOW,
  ...rest,
})

it('names those who are free, nearest first, with the way they drive', () => {
  const all = [
    unit('far', 109.5),
    unit('near', 109.1),
    unit('busy', 109.01, { status: 'assigned' }),
    unit('silent', 109.02, { observedAt: NOW - 3_600_000 }),
    unit('next', 109.2, { areaCode: '522632' }),
  ]
  const near = nearestUnits(all, [109, 26], '522631', NOW, 2)
  expect(near.units.map(({ unit: { id } }) => id)).toEqual(['near', 'next'])
  // 0.1° of longitude at 26° N is 9.99 km; x 1.4, at 50 km/h.
  expect(near.units[0]?.wayKm).toBeCloseTo(14, 0)
  expect(near.units[0]?.minutes).toBeCloseTo(16.8, 0)
  expect(near.leftBehind).toEqual({ areaCode: '522631', count: 1 })
})

it('says so where nobody is free', () => {
  expect(nearestUnits([], [109, 26], '', NOW, 3)).toMatchObject({ units: [], leftBehind: null })
})
