import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AdviceQuestion,
  advise,
  coverageAt,
  type Demand,
  minutesBetween,
  priceOf,
  reckonedAnew,
} from './advice'
import { distanceM, type LngLat } from './geo'
import { onSphere, sphereM } from './sphere'

/** A town in the west with all the demand, one in the east with a little, and two units in the east. */
const WEST: LngLat = [106.6, 26.6]
const EAST: LngLat = [106.9, 26.6]
const at = (base: LngLat, km: number): LngLat => [base[0], base[1] + km / 111]

function demandOf(points: readonly (readonly [LngLat, number, number, number])[]): Demand {
  return {
    lng: Float64Array.from(points, ([p]) => p[0]),
    lat: Float64Array.from(points, ([p]) => p[1]),
    weight: Float64Array.from(points, ([, weight]) => weight),
    kind: Uint8Array.from(points, ([, , kind]) => kind),
    area: Uint16Array.from(points, ([, , , area]) => area),
    inTown: new Uint8Array(points.length),
    areaCodes: ['5201', '5223'],
  }
}

const question = (over: Partial<AdviceQuestion> = {}): AdviceQuestion => ({
  units: [
    { id: 'a', position: EAST, inTown: false },
    { id: 'b', position: at(EAST, 1), inTown: false },
  ],
  places: [
    { id: 'place:west', position: at(WEST, 0.5), inTown: false },
    { id: 'place:east', position: at(EAST, 0.5), inTown: false },
  ],
  demand: demandOf([
    [WEST, 60, 0, 0],
    [at(WEST, 1), 30, 1, 0],
    [EAST, 8, 0, 1],
    [at(EAST, 4), 2, 2, 1],
  ]),
  targetMin: 10,
  speeds: { detour: 1.4, townKmh: 30, countryKmh: 40, footKmh: 4.5 },
  floor: 0.3,
  farthestMin: 90,
  mostMoves: 10,
  goal: 'cover',
  ...over,
})

describe('advice', () => {
  it('sends one of two that cover the same to where nobody is, and names the price', () => {
    const { moves, coveredNow, coveredThen, total, isOptimal, belowFloor } = advise(question())
    expect([coveredNow, coveredThen, total]).toEqual([10, 100, 100])
    expect(isOptimal).toBe(true)
    expect(belowFloor).toEqual([])
    expect(moves).toHaveLength(1)
    expect(moves[0]).toMatchObject({
      placeId: 'place:west',
      gained: 90,
      lost: 0,
      gainedBy: { incidents: 60, overdue: 30, crowds: 0 },
      left: null,
      coveredBefore: 10,
      coveredAfter: 100,
    })
    expect(moves[0]?.minutes).toBeCloseTo(
      minutesBetween(
        question().units.find(({ id }) => id === moves[0]?.unitId)?.position ?? EAST,
        at(WEST, 0.5),
        false,
        question().speeds,
      ),
      6,
    )
  })

  it('leaves things as they are where nothing is worth a way, and where the way is too far', () => {
    expect(advise(question({ farthestMin: 5 })).moves).toEqual([])
    expect(
      advise(
        question({
          units: [
            { id: 'a', position: WEST, inTown: false },
            { id: 'b', position: EAST, inTown: false },
          ],
        }),
      ).moves,
    ).toEqual([])
    expect(advise(question({ units: [] }))).toMatchObject({ moves: [], coveredNow: 0 })
    expect(advise(question({ demand: demandOf([]) }))).toMatchObject({
      moves: [],
      total: 0,
      meanNowMin: null,
    })
  })

  it('tells what the area left behind loses', () => {
    const one = question({ units: [{ id: 'a', position: EAST, inTown: false }], floor: 0 })
    expect(advise(one).moves[0]).toMatchObject({
      gained: 90,
      lost: 10,
      lostBy: { incidents: 8, overdue: 0, crowds: 2 },
      left: { areaCode: '5223', before: 10, after: 0, total: 10 },
    })
    // Under a floor the only unit stays where it keeps one, or goes and the other area is named.
    const floored = advise({ ...one, floor: 0.3 })
    expect(floored.belowFloor.length).toBe(1)
  })

  it('shortens the mean time as the second view', () => {
    const { moves, meanNowMin, meanThenMin, bound } = advise(question({ goal: 'mean' }))
    expect(moves.length).toBeGreaterThan(0)
    expect(meanThenMin ?? 99).toBeLessThan(meanNowMin ?? 0)
    expect(bound).toBeNull()
  })

  it('prices a dispatch as it prices a move', () => {
    const price = priceOf(question(), 'a', at(WEST, 0.5), false)
    expect(price).toMatchObject({ gained: 90, lost: 0 })
    expect(price?.minutes).toBeGreaterThan(30)
    expect(priceOf(question(), 'nobody', WEST, false)).toBeNull()
  })

  it('sees the same coverage when a hand drags the unit there', () => {
    const units = [
      { id: 'a', position: at(WEST, 0.5), inTown: false },
      { id: 'b', position: at(EAST, 1), inTown: false },
    ]
    expect(coverageAt(units, question()).covered).toBe(100)
  })
})

it('reckons many distances as it does one', () => {
  const coordinate = fc.tuple(
    fc.double({ min: -179, max: 179, noNaN: true }),
    fc.double({ min: -89, max: 89, noNaN: true }),
  )
  fc.assert(
    fc.property(coordinate, coordinate, (a, b) => {
      const [one, other] = [onSphere([a]), onSphere([b])]
      const metres = distanceM(a, b)
      expect(Math.abs(sphereM(one, 0, other, 0) - metres)).toBeLessThan(0.01 + 1e-6 * metres)
    }),
  )
})

describe('advice reckoned anew', () => {
  // Two clusters, of 60 and of 30, out of reach of one another; three units stand together in the east.
  const far = at(WEST, 40)
  const asked = question({
    units: [0, 0.1, 0.2].map((km, i) => ({ id: `u${i}`, position: at(EAST, km), inTown: false })),
    places: [
      { id: 'west', position: WEST, inTown: false },
      { id: 'far', position: far, inTown: false },
    ],
    demand: demandOf([
      [WEST, 60, 0, 0],
      [far, 30, 1, 0],
      [EAST, 10, 0, 1],
    ]),
    farthestMin: 500,
  })
  const advice = advise(asked)
  const steps = advice.moves.map(({ unitId, placeId }) => ({
    unitId,
    to: asked.places.find(({ id }) => id === placeId) as (typeof asked.places)[number],
  }))

  it('says the same where nothing was changed', () => {
    expect(steps.map(({ to }) => to.id)).toEqual(['west', 'far'])
    expect(reckonedAnew(asked, advice, steps)).toEqual(advice)
  })

  it('counts a refused move nowhere: not in the step after it, nor in the sum', () => {
    expect(advice.moves[1]).toMatchObject({ coveredBefore: 70, coveredAfter: 100 })
    const then = reckonedAnew(asked, advice, steps.slice(1))
    expect(then.moves).toMatchObject([{ placeId: 'far', coveredBefore: 10, coveredAfter: 40 }])
    expect(then).toMatchObject({ coveredNow: 10, coveredThen: 40, bound: advice.bound })
    expect(then.meanThenMin).toBeGreaterThan(advice.meanThenMin as number)
  })

  it('takes a move to another post for what it is there', () => {
    const to = { id: 'elsewhere', position: at(WEST, 39), inTown: false }
    const then = reckonedAnew(asked, advice, [{ unitId: steps[0]?.unitId ?? '', to }])
    expect(then.moves).toMatchObject([{ placeId: 'elsewhere', gained: 30 }])
    expect(then.coveredThen).toBe(40)
  })
})
