import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceM, type LngLat } from './geo'
import { UNIT_KINDS, type Unit } from './patrol'
import { UNIT_SILENT_AFTER_MS } from './patrol-motion'
import {
  reachM,
  reachRing,
  readyUnits,
  SPEEDS,
  type Town,
  travelModeOf,
  travelTo,
} from './patrol-reach'

const NOW = Date.parse('2026-11-23T02:00:00Z')
const GUIYANG: LngLat = [106.71, 26.58]
const TOWN: Town = { centre: GUIYANG, radiusM: 8_000 }
const unit = (over: Partial<Unit>): Unit => ({
  id: 'u',
  callSign: '云-12',
  kind: 'car',
  status: 'available',
  position: GUIYANG,
  headingDeg: null,
  speedKmh: null,
  areaCode: '520103',
  observedAt: NOW,
  ...over,
})
const near = (spread: number) =>
  fc.tuple(
    fc.double({ min: 106.71 - spread, max: 106.71 + spread, noNaN: true }),
    fc.double({ min: 26.58 - spread, max: 26.58 + spread, noNaN: true }),
  )

describe('travel by straight line', () => {
  // A degree of latitude is 111.195 km.
  const north = (km: number): LngLat => [106.71, 26.58 + km / 111.19493]
  it.each([
    ['car', 5, 14],
    ['car', 10, 16.8],
    ['foot', 0.9, 16.8],
    ['fire-engine', 5, 14],
  ] as const)('a %s goes %d km in %d min', (kind, km, minutes) => {
    const travel = travelTo(unit({ kind }), north(km), [TOWN])
    expect(travel?.minutes).toBeCloseTo(minutes, 3)
    expect(travel?.wayM).toBeCloseTo(km * 1_400, 0)
    expect(travel?.source).toEqual({ kind: 'straight-line', detour: 1.4 })
  })

  it('knows no time for a boat, for a kind nobody knows, nor without a position', () => {
    expect(UNIT_KINDS.filter((kind) => travelModeOf(kind) === null)).toEqual(['boat', 'unknown'])
    expect(travelTo(unit({ kind: 'boat' }), north(1), [])).toBeNull()
    expect(travelTo(unit({ position: null }), north(1), [])).toBeNull()
    expect(reachRing(unit({ kind: 'unknown' }), 5, [])).toBeNull()
  })

  it('has its speeds and its detour as settings', () => {
    const speeds = { ...SPEEDS, countryKmh: 60, detour: 2 }
    expect(travelTo(unit({}), north(10), [], speeds)?.minutes).toBeCloseTo(20, 3)
  })

  it('reaches a point in time if and only if it lies within the radius for its kind of place', () => {
    fc.assert(
      fc.property(near(0.15), fc.constantFrom('car', 'foot'), (target, kind) => {
        const inTown = distanceM(target, GUIYANG) <= TOWN.radiusM
        const radiusM = reachM(kind === 'foot' ? 'foot' : 'road', inTown, 10)
        const minutes = travelTo(unit({ kind }), target, [TOWN])?.minutes as number
        expect(minutes <= 10).toBe(distanceM(target, GUIYANG) <= radiusM)
      }),
    )
  })
})

describe('the ring of reach', () => {
  const ringOf = (
    position: LngLat,
    minutes: number,
    towns: readonly Town[],
    kind: Unit['kind'] = 'car',
  ) => reachRing(unit({ kind, position }), minutes, towns) ?? []

  it('is closed, and a circle where one speed holds', () => {
    const ring = ringOf(GUIYANG, 10, [])
    expect(ring[0]).toEqual(ring.at(-1))
    for (const corner of ring)
      expect(distanceM(GUIYANG, corner)).toBeCloseTo(reachM('road', false, 10), 3)
    const onFoot = ringOf(GUIYANG, 10, [TOWN], 'foot')
    for (const corner of onFoot)
      expect(distanceM(GUIYANG, corner)).toBeCloseTo(reachM('foot', true, 10), 3)
  })

  it('is narrower where a town is crossed', () => {
    // 5 min: 1.8 km in town, 3 km in the country. The unit stands 2 km west of the town's edge.
    const west: LngLat = [106.71 - 10_000 / (111_195 * Math.cos((26.58 * Math.PI) / 180)), 26.58]
    const away = ringOf(west, 5, [TOWN]).map((corner) => distanceM(west, corner))
    expect(away[54]).toBeCloseTo(reachM('road', false, 5), 0)
    expect(away[18]).toBeGreaterThan(1_900)
    expect(away[18]).toBeLessThanOrEqual(2_010)
  })

  it('holds only what can be reached: so are its corners and all on the way to them', () => {
    const anyTown = fc.record({ centre: near(0.1), radiusM: fc.integer({ min: 300, max: 6_000 }) })
    fc.assert(
      fc.property(
        near(0.1),
        fc.array(anyTown, { maxLength: 4 }),
        fc.constantFrom(5, 10),
        (at, towns, minutes) => {
          for (const corner of ringOf(at, minutes, towns)) {
            const travel = travelTo(unit({ position: at }), corner, towns)
            expect(travel?.minutes).toBeLessThanOrEqual(minutes + 1e-6)
            expect(distanceM(at, corner)).toBeGreaterThan(reachM('road', true, minutes) - 1e-3)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  it('does not break at the date line', () => {
    const ring = ringOf([179.99, 0], 10, [])
    for (const [lng] of ring) expect(Math.abs(lng)).toBeLessThanOrEqual(180)
    for (const corner of ring) expect(distanceM([179.99, 0], corner)).toBeCloseTo(5_952, 0)
  })
})

it('counts who cannot be sent, each once, by the first reason', () => {
  const all = [
    unit({ id: 'ready' }),
    unit({ status: 'on-scene', position: null }),
    unit({ status: 'unknown' }),
    unit({ position: null, kind: 'boat' }),
    unit({ observedAt: NOW - UNIT_SILENT_AFTER_MS - 1 }),
    unit({ observedAt: NOW + UNIT_SILENT_AFTER_MS + 1 }),
    unit({ kind: 'boat' }),
    unit({ kind: 'unknown' }),
  ]
  const { units, ...aside } = readyUnits(all, NOW)
  expect(units.map(({ id }) => id)).toEqual(['ready'])
  expect(aside).toEqual({ unavailable: 2, unplaced: 1, silent: 2, notByLand: 2 })
})
