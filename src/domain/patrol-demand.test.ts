import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from './geo'
import type { Unit, UnitKind } from './patrol'
import { type Demand, demandWithin, townFlags } from './patrol-demand'
import { isInTown, type Town, travelTo } from './patrol-reach'

type Placed = Pick<Unit, 'kind' | 'position'>
const demandOf = (
  points: readonly (readonly [number, number, number])[],
  towns: readonly Town[],
): Demand => {
  const lng = Float64Array.from(points, ([east]) => east)
  const lat = Float64Array.from(points, ([, north]) => north)
  const weight = Float64Array.from(points, ([, , weight]) => weight)
  return { lng, lat, weight, inTown: townFlags(lng, lat, towns) }
}
const car = (lng: number, lat: number): Placed => ({ kind: 'car', position: [lng, lat] })

describe('demand within reach', () => {
  // 10 min: 3.57 km in town, 5.95 km in the country.
  const towns: Town[] = [{ centre: [106.7, 26.6], radiusM: 2_000 }]
  it('goes by weight, with its counts', () => {
    const demand = demandOf(
      [
        [106.7, 26.6, 3],
        [106.75, 26.6, 1],
        [107.5, 26.6, 4],
        [Number.NaN, Number.NaN, 100],
      ],
      towns,
    )
    expect(
      demandWithin([car(106.7, 26.6), { kind: 'boat', position: [107.5, 26.6] }], demand, 10),
    ).toEqual({
      points: 3,
      pointsWithin: 2,
      weight: 8,
      weightWithin: 4,
      share: 0.5,
      unplaced: 1,
      units: 1,
    })
  })

  it('says nothing of no demand, and nothing is reached by nobody', () => {
    expect(demandWithin([car(106.7, 26.6)], demandOf([], []), 10).share).toBeNull()
    expect(demandWithin([car(106.7, 26.6)], demandOf([[106.7, 26.6, 0]], []), 10).share).toBeNull()
    expect(demandWithin([], demandOf([[106.7, 26.6, 1]], []), 10)).toMatchObject({
      share: 0,
      units: 0,
    })
    expect(demandWithin([{ kind: 'car', position: null }], demandOf([], []), 5).units).toBe(0)
  })

  it('depends on whether the target lies in a town', () => {
    const atFiveKm = demandOf([[106.75, 26.6, 1]], [])
    expect(demandWithin([car(106.7, 26.6)], atFiveKm, 10).pointsWithin).toBe(1)
    expect(
      demandWithin([car(106.7, 26.6)], { ...atFiveKm, inTown: Uint8Array.of(1) }, 10).pointsWithin,
    ).toBe(0)
  })
})

describe('the index', () => {
  const kinds: readonly UnitKind[] = ['car', 'foot', 'motorcycle', 'boat', 'unknown']
  const anyPoint = (west: number, south: number, spread: number): fc.Arbitrary<LngLat> =>
    fc.tuple(
      fc.double({ min: west - spread, max: west + spread, noNaN: true }),
      fc.double({ min: south - spread, max: south + spread, noNaN: true }),
    )

  it.each([
    ['of a province', 106.7, 26.6, 0.3],
    ['at the date line', 179.95, -17, 0.2],
    ['near the pole', 20, 89.8, 0.19],
    ['of one crossing', 106.7, 26.6, 0.01],
  ])('%s says what every pair says', (_, west, south, spread) => {
    const around = ([lng, lat]: LngLat): LngLat => [lng > 180 ? lng - 360 : lng, lat]
    const point = anyPoint(west, south, spread).map(around)
    const anyUnit = fc.record({ kind: fc.constantFrom(...kinds), position: fc.option(point) })
    const anyTown = fc.record({ centre: point, radiusM: fc.integer({ min: 0, max: 9_000 }) })
    fc.assert(
      fc.property(
        fc.array(anyUnit, { maxLength: 20 }),
        fc.array(point, { maxLength: 40 }),
        fc.array(anyTown, { maxLength: 5 }),
        fc.constantFrom(0, 1, 5, 10, 60),
        (units, targets, towns, minutes) => {
          const demand = demandOf(
            targets.map(([lng, lat], i) => [lng, lat, i + 1]),
            towns,
          )
          expect([...demand.inTown]).toEqual(targets.map((at) => (isInTown(at, towns) ? 1 : 0)))
          const reached = targets.map((target) =>
            units.some(
              (one) =>
                (travelTo(one, target, towns)?.minutes ?? Number.POSITIVE_INFINITY) <= minutes,
            ),
          )
          const { pointsWithin, weightWithin } = demandWithin(units, demand, minutes)
          expect(pointsWithin).toBe(reached.filter(Boolean).length)
          expect(weightWithin).toBe(reached.reduce((sum, is, i) => sum + (is ? i + 1 : 0), 0))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('misses nobody in the corners of its cells, anywhere on the globe', () => {
    const anyOffset = fc.tuple(
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0.8, max: 1.05, noNaN: true }),
    )
    fc.assert(
      fc.property(
        fc.tuple(
          fc.double({ min: -170, max: 170, noNaN: true }),
          fc.double({ min: -75, max: 75, noNaN: true }),
        ),
        fc.array(anyOffset, { minLength: 60, maxLength: 60 }),
        ([lng, lat], offsets) => {
          // An hour: 35.7 km, a third of a degree of latitude.
          const targets = offsets.map(
            ([bearing, share]): LngLat => [
              lng + (0.3212 * share * Math.sin(bearing)) / Math.cos((lat * Math.PI) / 180),
              lat + 0.3212 * share * Math.cos(bearing),
            ],
          )
          const one = car(lng, lat)
          const demand = demandOf(
            targets.map(([east, north]) => [east, north, 1]),
            [],
          )
          const reached = targets.filter((at) => (travelTo(one, at, [])?.minutes ?? 99) <= 60)
          expect(demandWithin([one], demand, 60).pointsWithin).toBe(reached.length)
        },
      ),
      { numRuns: 400 },
    )
  })
})
