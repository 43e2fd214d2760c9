import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DensityGrid, density } from './density'
import { DENSITY_BREAKS, quartic } from './density-kernel'
import { latitudeOf, mercatorX, mercatorY, metresPerWorld } from './density-raster'
import { distanceM, type Extent, type LngLat } from './geo'
import { WEEK_MS } from './time'

const GUIYANG: Extent = [106.4, 26.3, 107.0, 26.8]
const at = (points: readonly LngLat[], extent = GUIYANG, windowMs = WEEK_MS) =>
  density(
    Float64Array.from(points, ([lng]) => lng),
    Float64Array.from(points, ([, lat]) => lat),
    extent,
    windowMs,
  )

function centre(grid: DensityGrid, column: number, row: number): LngLat {
  const [west, , east, north] = grid.extent
  const step = (mercatorX(east) - mercatorX(west)) / grid.width
  const y = mercatorY(north) + (row + 0.5) * step
  return [west + (column + 0.5) * step * 360, latitudeOf(y)]
}

/** What a screen shows between cell centres. */
function sample(grid: DensityGrid, [lng, lat]: LngLat): number {
  const [west, , east, north] = grid.extent
  const step = (mercatorX(east) - mercatorX(west)) / grid.width
  const x = (mercatorX(lng) - mercatorX(west)) / step - 0.5
  const y = (mercatorY(lat) - mercatorY(north)) / step - 0.5
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const value = (c: number, r: number) => grid.values[r * grid.width + c] ?? 0
  const mix = (a: number, b: number, t: number) => a + (b - a) * t
  const upper = mix(value(column, row), value(column + 1, row), x - column)
  const lower = mix(value(column, row + 1), value(column + 1, row + 1), x - column)
  return mix(upper, lower, y - row)
}

/** Exact and slow: every point, by the great circle. */
const oracle = (points: readonly LngLat[], place: LngLat) =>
  points.reduce((sum, point) => sum + quartic((distanceM(point, place) / 2000) ** 2), 0)

/** Incidents on the grid: Σ value x true area of its cell, for a window of one week. */
function mass({ extent: [west, , east, north], width, height, values }: DensityGrid): number {
  const step = (mercatorX(east) - mercatorX(west)) / width
  let sum = 0
  for (let row = 0; row < height; row++) {
    const cellKm = (step * metresPerWorld(mercatorY(north) + (row + 0.5) * step)) / 1000
    for (let column = 0; column < width; column++)
      sum += (values[row * width + column] ?? 0) * cellKm ** 2
  }
  return sum
}

const inner = fc.tuple(
  fc.double({ min: 106.45, max: 106.95, noNaN: true }),
  fc.double({ min: 26.35, max: 26.75, noNaN: true }),
)
/** A cluster as incidents make them: most of the points within a few hundred metres. */
const cluster = fc
  .tuple(
    inner,
    fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
      minLength: 20,
      maxLength: 120,
    }),
  )
  .map(([[lng, lat], offsets]) =>
    offsets.map(([dx, dy]): LngLat => [lng + dx * 1e-5, lat + dy * 1e-5]),
  )

describe('density', () => {
  test('one incident peaks at 0.24 per km² in a week, and paints nothing', () => {
    const grid = at([[106.7, 26.58]])
    const peak = Math.max(...grid.values)
    expect(peak).toBeGreaterThan(0.233)
    expect(peak).toBeLessThan(0.2388)
    expect(peak).toBeLessThan(DENSITY_BREAKS[0])
  })

  test('cells are about 250 m wide', () => {
    const grid = at([])
    const [a, b] = [centre(grid, 10, 100), centre(grid, 11, 100)]
    expect(distanceM(a, b)).toBeGreaterThan(245)
    expect(distanceM(a, b)).toBeLessThan(255)
  })

  test('a shorter window raises the weekly rate', () => {
    const points: LngLat[] = [[106.7, 26.58]]
    const week = at(points).values
    const day = at(points, GUIYANG, WEEK_MS / 7).values
    expect(Math.max(...day)).toBeCloseTo(7 * Math.max(...week), 4)
  })

  test('agrees with an exact estimate within 2 %', () => {
    fc.assert(
      fc.property(
        fc.array(cluster, { minLength: 1, maxLength: 3 }),
        fc.array(inner, { maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 30, maxLength: 30 }),
        (clusters, loose, probes) => {
          const points = [...clusters.flat(), ...loose]
          const grid = at(points)
          const peak = Math.max(...grid.values)
          for (const [i, j] of probes) {
            // Half of the probes near a point, where something is to be seen.
            const near = points[i % points.length] as LngLat
            const place: LngLat =
              j % 2
                ? [near[0] + ((j % 401) - 200) * 1e-4, near[1] + ((i % 401) - 200) * 1e-4]
                : [106.45 + (i % 500) / 1000, 26.35 + (j % 400) / 1000]
            const exact = oracle(points, place)
            expect(Math.abs(sample(grid, place) - exact)).toBeLessThan(0.02 * peak)
            const column = Math.floor(((place[0] - GUIYANG[0]) / 0.6) * grid.width)
            const row = (i + j) % grid.height
            const atCentre = oracle(points, centre(grid, column, row))
            const value = grid.values[row * grid.width + column] ?? 0
            if (atCentre >= 0.5) expect(Math.abs(value / atCentre - 1)).toBeLessThan(0.02)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('agrees at the centre of every cell of a crowded place', () => {
    const points = Array.from(
      { length: 400 },
      (_, i): LngLat => [
        106.7 + 0.012 * Math.sin(i * 12.9898) * Math.sin(i * 7.1),
        26.58 + 0.012 * Math.sin(i * 78.233) * Math.cos(i * 3.7),
      ],
    )
    const grid = at(points)
    let compared = 0
    for (let row = 0; row < grid.height; row += 2)
      for (let column = 0; column < grid.width; column += 2) {
        const value = grid.values[row * grid.width + column] ?? 0
        if (value < 0.5) continue
        compared++
        expect(Math.abs(value / oracle(points, centre(grid, column, row)) - 1)).toBeLessThan(0.02)
      }
    expect(compared).toBeGreaterThan(50)
  })

  test('keeps the mass: what is counted is what the surface adds up to', () => {
    fc.assert(
      fc.property(fc.array(inner, { minLength: 1, maxLength: 80 }), (points) => {
        expect(mass(at(points)) / points.length).toBeCloseTo(1, 2)
      }),
      { numRuns: 40 },
    )
  })

  test('gives the same surface twice', () => {
    const points = Array.from({ length: 500 }, (_, i): LngLat => [106.5 + i / 2000, 26.5])
    expect(at(points).values).toEqual(at(points).values)
  })

  test('counts rows without a position apart, and does not draw them', () => {
    const grid = at([
      [106.7, 26.58],
      [Number.NaN, Number.NaN],
      [106.7, Number.NaN],
    ])
    expect(grid).toMatchObject({ counted: 1, unplaced: 2, outside: 0 })
    expect(mass(grid)).toBeCloseTo(1, 2)
  })

  test('lets what happens just outside reach in', () => {
    const [, south, east] = GUIYANG
    const beyond: LngLat[] = [[east + 0.005, south + 0.25]]
    const grid = at(beyond)
    expect(grid).toMatchObject({ counted: 0, outside: 1 })
    const [, row] = [0, Math.round(grid.height / 2)]
    const place = centre(grid, grid.width - 1, row)
    const value = grid.values[row * grid.width + grid.width - 1] ?? 0
    expect(value).toBeCloseTo(oracle(beyond, place), 3)
    expect(value).toBeGreaterThan(0.05)
  })

  test('runs over the antimeridian', () => {
    const extent: Extent = [179.8, 60, -179.8, 60.3]
    const points: LngLat[] = [
      [179.999, 60.15],
      [-179.999, 60.15],
    ]
    const grid = at(points, extent)
    expect(grid.counted).toBe(2)
    expect(mass(grid)).toBeCloseTo(2, 1)
    expect(Math.max(...grid.values)).toBeGreaterThan(0.45)
  })

  test('is calm at poles, in a point-like extent and with nothing at all', () => {
    expect(at([[10, 89.9]], [0, 80, 20, 90]).counted).toBe(1)
    expect(at([[1, 1]], [1, 1, 1, 1]).values.every(Number.isFinite)).toBe(true)
    expect(at([]).values.every((value) => value === 0)).toBe(true)
    expect(() => at([], GUIYANG, 0)).toThrow(RangeError)
  })

  test('gives a region too large for fine cells larger ones, and keeps the mass', () => {
    const grid = at([[105, 35]], [73, 18, 135, 53])
    expect(grid.width * grid.height).toBeLessThanOrEqual(6_000_000)
    expect(Math.max(grid.width, grid.height)).toBeLessThanOrEqual(4096)
    expect(mass(grid)).toBeCloseTo(1, 1)
  })
})
