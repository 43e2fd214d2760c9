import { expect, it } from 'vitest'
import { distanceM, type LngLat } from '../../domain/geo'
import type { Unit } from '../../domain/patrol'
import { reachRings } from './reach'

const unit = (over: Partial<Unit>): Unit => ({
  id: 'u',
  callSign: '乌-12',
  kind: 'car',
  status: 'available',
  position: [106.7, 26.6],
  headingDeg: null,
  speedKmh: null,
  areaCode: '520103',
  observedAt: 0,
  ...over,
})

/** Farthest point of each ring, km. */
const kmOf = (one: Unit) =>
  reachRings(one).map(
    ({ ring }) =>
      Math.max(...ring.map((point) => distanceM(one.position as LngLat, point))) / 1_000,
  )

it('draws five and ten minutes at the speed for town and for country', () => {
  const town = kmOf(unit({}))
  expect(town[0]).toBeCloseTo(((5 / 60) * 30) / 1.4, 1)
  expect(town[1]).toBeCloseTo(((10 / 60) * 30) / 1.4, 1)
  expect(kmOf(unit({ areaCode: '520122' }))[1]).toBeCloseTo(((10 / 60) * 50) / 1.4, 1)
  expect(reachRings(unit({ kind: 'boat' }))).toEqual([])
  expect(reachRings(unit({ position: null }))).toEqual([])
})
