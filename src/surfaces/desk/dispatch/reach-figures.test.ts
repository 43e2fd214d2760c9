import { describe, expect, it } from 'vitest'
import type { Demand } from '../../../domain/advice'
import type { Allocation } from '../../../domain/allocation'
import type { Incident } from '../../../domain/incident'
import type { Unit } from '../../../domain/patrol'
import { arrivalOf } from './arrival'
import type { DispatchFacts, NamedPost } from './facts'
import { reachFigures } from './reach-figures'

const NOW = Date.parse('2026-11-26T23:30:00+08:00')
const KM_NORTH = 1 / 111.195
const unit = {
  id: 'u1',
  kind: 'car',
  status: 'available',
  areaCode: '520103',
  position: [106.7, 26.6],
  observedAt: NOW - 10_000,
} as unknown as Unit
const north = (km: number) => [106.7, 26.6 + km * KM_NORTH] as const
const post = (id: string, km: number, kind: NamedPost['kind'] = 'watch-place') =>
  ({ id, kind, position: north(km), inTown: true }) as NamedPost

/** In town 30 km/h over a way of 1.4: 1.79 km in five minutes, 3.57 in ten; in the country 2.98 and 5.95. */
const facts = {
  now: NOW,
  lost: [],
  units: [unit],
  queue: [],
  places: [post('a', 1), post('b', 3), post('c', 5), post('scenic', 1, 'point')],
  demand: {
    lng: Float64Array.of(106.7, 106.7, 106.7),
    lat: Float64Array.of(north(1)[1], north(2.5)[1], north(9)[1]),
    weight: Float64Array.of(6, 3, 1),
    inTown: Uint8Array.of(1, 0, 0),
  } as unknown as Demand,
} as unknown as DispatchFacts

describe('what a unit can be at', () => {
  it('is a share of all demand and a count of watch places, at five and at ten minutes', () => {
    const [five, ten] = reachFigures(facts, unit) as Exclude<
      ReturnType<typeof reachFigures>,
      string
    >
    expect(five).toMatchObject({ minutes: 5, places: 1, allPlaces: 3 })
    expect(five?.demand).toMatchObject({ weightWithin: 9, weight: 10 })
    expect(ten).toMatchObject({ minutes: 10, places: 2, allPlaces: 3 })
  })

  it('is nothing where nobody knows where it is, or how it travels', () => {
    expect(reachFigures(facts, { ...unit, observedAt: NOW - 91_000 })).toBe('position-old')
    expect(reachFigures(facts, { ...unit, position: null })).toBe('position-old')
    expect(reachFigures(facts, { ...unit, kind: 'boat' })).toBe('not-by-land')
    expect(reachFigures({ ...facts, lost: ['units'] }, unit)).toBe('no-positions')
  })

  it('leaves the demand open where the incidents give no answer', () => {
    const [five] = reachFigures({ ...facts, lost: ['incidents'] }, unit) as never[]
    expect(five).toMatchObject({ demand: null, places: 1 })
  })
})

describe('when a sent unit is there', () => {
  const order = (target: Partial<Allocation['target']>, state: Allocation['state'] = 'en-route') =>
    ({
      unitId: 'u1',
      state,
      target: { kind: 'point', id: 'x', position: north(3), ...target },
    }) as Pick<Allocation, 'unitId' | 'state' | 'target'>

  it('is reckoned from where it is now, at the speed for where it goes', () => {
    const inTown = arrivalOf(facts, order({ id: 'b' }))
    expect(inTown).toMatchObject({ km: expect.closeTo(4.2, 2), minutes: expect.closeTo(8.4, 2) })
    expect((inTown as { at: number }).at - NOW).toBeCloseTo(8.4 * 60_000, -3)
    const queue = [{ id: 'i', areaCode: '520122' } as Incident]
    const toCountry = arrivalOf({ ...facts, queue }, order({ kind: 'incident', id: 'i' }))
    expect(toCountry).toMatchObject({ minutes: expect.closeTo(5.04, 2) })
  })

  it('is not known from an old position, and not asked of what is there or goes home', () => {
    const old = { ...facts, units: [{ ...unit, observedAt: NOW - 91_000 }] }
    expect(arrivalOf(old, order({}))).toBeNull()
    expect(arrivalOf(facts, order({ position: null }))).toBeNull()
    expect(arrivalOf({ ...facts, lost: ['units'] }, order({}))).toBeNull()
    expect(arrivalOf(facts, order({}, 'on-scene'))).toBe('none')
    expect(arrivalOf(facts, order({ kind: 'beat', position: null }))).toBe('none')
  })
})
