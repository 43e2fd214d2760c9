import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubeRaster, type DensityCube, densityCube } from './density-cube'
import { gaussian, type Kernel, quartic, reachM } from './density-kernel'
import { densityPicture, valueIn } from './density-picture'
import { metresPerWorld } from './density-raster'
import { distanceM, type Extent, type LngLat } from './geo'
import { WEEK_MS } from './time'

const REGION: Extent = [106.5, 26.4, 106.9, 26.7]
const WEEK = { from: 0, to: WEEK_MS }
const QUARTIC: Kernel = { shape: 'quartic', bandwidthM: 2_000 }
const GAUSSIAN: Kernel = { shape: 'gaussian', bandwidthM: 1_000 }
const KERNELS = [QUARTIC, GAUSSIAN]

const cubeOf = (
  points: readonly LngLat[],
  kernel = QUARTIC,
  region = REGION,
  at = (i: number) => i * 1000,
): DensityCube =>
  densityCube(
    {
      count: points.length,
      lng: Float64Array.from(points, ([lng]) => lng),
      lat: Float64Array.from(points, ([, lat]) => lat),
      occurredAt: Float64Array.from(points, (_, i) => at(i)),
    },
    cubeRaster(region, kernel),
  )

/** Exact and slow: every point, by the great circle. */
const oracle = ({ shape, bandwidthM }: Kernel, points: readonly LngLat[], place: LngLat) =>
  points.reduce((sum, point) => {
    const share = (distanceM(point, place) / bandwidthM) ** 2
    return sum + (shape === 'quartic' ? quartic(share, bandwidthM) : gaussian(share, bandwidthM))
  }, 0)

const inner = fc.tuple(
  fc.double({ min: 106.52, max: 106.88, noNaN: true }),
  fc.double({ min: 26.42, max: 26.68, noNaN: true }),
)
/** One address, a block of houses, or a quarter. */
const cluster = fc
  .tuple(inner, fc.constantFrom(0, 100, 500), fc.integer({ min: 5, max: 60 }), fc.nat())
  .map(([[lng, lat], spread, n, seed]) =>
    Array.from({ length: n }, (_, i): LngLat => {
      const turn = (seed + i) * 2.4
      const away = spread * 1e-5 * Math.sqrt(i / n)
      return [lng + away * Math.cos(turn), lat + away * Math.sin(turn)]
    }),
  )

describe.each(KERNELS)('$shape', (kernel) => {
  test('is within 2 % of the peak of an exact estimate, everywhere', () => {
    fc.assert(
      fc.property(
        fc.array(cluster, { minLength: 1, maxLength: 3 }),
        fc.array(inner, { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 30, maxLength: 30 }),
        (clusters, loose, probes) => {
          const points = [...clusters.flat(), ...loose]
          const cube = cubeOf(points, kernel)
          const values = densityPicture(cube, kernel, WEEK)
          const peak = Math.max(...points.map((point) => oracle(kernel, points, point)))
          for (const [i, j] of probes) {
            const near = points[i % points.length] as LngLat
            const place: LngLat = [
              near[0] + ((j % 401) - 200) * 1e-4,
              near[1] + ((i % 401) - 200) * 1e-4,
            ]
            const off = Math.abs(valueIn(values, cube, place) - oracle(kernel, points, place))
            expect(off / peak).toBeLessThan(0.02)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('a single address keeps its peak wherever in a cell it stands', () => {
    for (let i = 0; i < 40; i++) {
      const place: LngLat = [106.7 + i * 0.00037, 26.55 + ((i * 7) % 40) * 0.00031]
      const cube = cubeOf(Array(50).fill(place), kernel)
      const values = densityPicture(cube, kernel, WEEK)
      const share = valueIn(values, cube, place) / oracle(kernel, Array(50).fill(place), place)
      expect(Math.abs(share - 1)).toBeLessThan(0.02)
    }
  })

  test('keeps the mass', () => {
    const points = Array.from({ length: 60 }, (_, i): LngLat => [106.55 + i / 200, 26.5])
    const cube = cubeOf(points, kernel)
    const values = densityPicture(cube, kernel, WEEK)
    let mass = 0
    for (let row = 0; row < cube.height; row++) {
      const km = (cube.step * metresPerWorld(cube.y0 + (row + 0.5) * cube.step)) / 1000
      for (let x = 0; x < cube.width; x++)
        mass += (values[row * cube.width + x] as number) * km * km
    }
    expect(mass / 60).toBeCloseTo(1, 2)
  })
})

test('what lies outside reaches in, and what lies beyond its reach does not count', () => {
  const near: LngLat = [106.9 + 0.01, 26.55]
  const far: LngLat = [106.9 + 0.2, 26.55]
  const cube = cubeOf([near, far])
  const values = densityPicture(cube, QUARTIC, WEEK)
  const edge: LngLat = [106.9, 26.55]
  expect(valueIn(values, cube, edge)).toBeCloseTo(oracle(QUARTIC, [near, far], edge), 2)
  expect(cube.seconds).toHaveLength(1)
})

test('a window is the difference of two places in each row, to the second', () => {
  const at: LngLat = [106.7, 26.55]
  const cube = cubeOf([at, at, at, at], QUARTIC, REGION, (i) => i * 60_000)
  const peak = (from: number, to: number) =>
    (valueIn(densityPicture(cube, QUARTIC, { from, to }), cube, at) * (to - from)) / WEEK_MS
  const one = peak(0, 1_000)
  expect(one).toBeCloseTo(quartic(0), 2)
  expect(peak(0, 60_000) / one).toBeCloseTo(1, 5)
  expect(peak(0, 60_001) / one).toBeCloseTo(2, 5)
  expect(peak(60_000, 180_000) / one).toBeCloseTo(2, 5)
  expect(peak(60_001, 180_000) / one).toBeCloseTo(1, 5)
  expect(peak(200_000, 260_000)).toBe(0)
})

test('places of one cell in different minutes each keep their own', () => {
  const a: LngLat = [106.7, 26.55]
  const b: LngLat = [106.7012, 26.5511]
  const cube = cubeOf([a, a, b, b], QUARTIC, REGION, (i) => (i >> 1) * 60_000)
  const only = (from: number, place: LngLat) =>
    (valueIn(densityPicture(cube, QUARTIC, { from, to: from + 60_000 }), cube, place) * 60_000) /
    WEEK_MS
  expect(only(0, a) / oracle(QUARTIC, [a, a], a)).toBeCloseTo(1, 1)
  expect(only(60_000, a) / oracle(QUARTIC, [b, b], a)).toBeCloseTo(1, 1)
})

test('a bandwidth in metres holds at every latitude of a region', () => {
  const region: Extent = [10.9, 55, 11.1, 63]
  for (const lat of [55.5, 59, 62.5]) {
    const points: LngLat[] = [[11, lat]]
    const cube = cubeOf(points, QUARTIC, region)
    const values = densityPicture(cube, QUARTIC, WEEK)
    for (const north of [0, 0.009]) {
      const place: LngLat = [11, lat + north]
      const exact = oracle(QUARTIC, points, place)
      expect(Math.abs(valueIn(values, cube, place) - exact) / quartic(0)).toBeLessThan(0.03)
    }
  }
})

test('the antimeridian, poles, a point-like extent, nothing at all', () => {
  const extent: Extent = [179.8, 60, -179.8, 60.3]
  const over: LngLat[] = [
    [179.999, 60.15],
    [-179.999, 60.15],
  ]
  const cube = cubeOf(over, QUARTIC, extent)
  expect(valueIn(densityPicture(cube, QUARTIC, WEEK), cube, [180, 60.15])).toBeGreaterThan(0.45)
  for (const odd of [[0, 89, 1, 90] as const, [1, 1, 1, 1] as const])
    expect(
      densityPicture(cubeOf([[1, 1]], QUARTIC, odd), QUARTIC, WEEK).every(Number.isFinite),
    ).toBe(true)
  expect(densityPicture(cubeOf([]), QUARTIC, WEEK).every((value) => value === 0)).toBe(true)
  expect(() => densityPicture(cubeOf([]), QUARTIC, { from: 1, to: 1 })).toThrow(RangeError)
})

test('a large region has larger cells', () => {
  const { width, height } = cubeRaster([73, 18, 135, 53], QUARTIC)
  expect(width * height).toBeLessThanOrEqual(2_500_000)
  expect(reachM(GAUSSIAN)).toBe(3_750)
})
