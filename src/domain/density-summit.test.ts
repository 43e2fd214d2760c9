import { expect, test } from 'vitest'
import { density } from './density'
import { summitOf } from './density-summit'
import type { Extent } from './geo'
import { WEEK_MS } from './time'

const REGION: Extent = [106, 26, 107, 27]
const WEEK = { from: 0, to: WEEK_MS }
const at = (n: number, lng: number, lat: number) => Array.from({ length: n }, () => [lng, lat])
const places = (points: number[][]) => ({
  count: points.length,
  lng: Float64Array.from(points, ([lng]) => lng as number),
  lat: Float64Array.from(points, ([, lat]) => lat as number),
})

test('the summit is found to within a cell, and nothing is one where no class is reached', () => {
  const found = summitOf(
    places([...at(20, 106.31, 26.62), ...at(9, 106.8, 26.2), [Number.NaN, Number.NaN]]),
    REGION,
    WEEK,
  )
  expect(found?.position[0]).toBeCloseTo(106.31, 2)
  expect(found?.position[1]).toBeCloseTo(26.62, 2)
  // 20 under one quartic kernel of 2 km peak at 20 x 0.2387.
  expect(found?.value).toBeCloseTo(4.77, 1)
  expect(summitOf(places(at(1, 106.5, 26.5)), REGION, WEEK)).toBeNull()
  expect(summitOf(places([]), REGION, WEEK)).toBeNull()
  const shift = { from: 0, to: WEEK_MS / 21 }
  expect(summitOf(places(at(1, 106.5, 26.5)), REGION, shift)).toBeNull()
  expect(summitOf(places(at(2, 106.5, 26.5)), REGION, shift)?.value).toBeGreaterThan(9)
})

test('a town on the seam of four counting cells is not missed', () => {
  const town = [
    [106.4999, 26.4999],
    [106.5001, 26.4999],
    [106.4999, 26.5001],
    [106.5001, 26.5001],
  ].flatMap(([lng = 0, lat = 0]) => at(6, lng, lat))
  const found = summitOf(places([...town, ...at(9, 106.81, 26.21)]), REGION, WEEK)
  expect(found?.position[0]).toBeCloseTo(106.5, 2)
})

test('what it tells of the surroundings is the surface itself', () => {
  const points = places([...at(20, 106.31, 26.62), ...at(7, 106.33, 26.6)])
  const whole = density(points.lng, points.lat, REGION, WEEK_MS)
  const found = summitOf(points, REGION, WEEK)
  const peak = whole.values.reduce((a, b) => Math.max(a, b), 0)
  expect((found?.value ?? 0) / peak).toBeCloseTo(1, 1)
})
