import { expect, it } from 'vitest'
import { type AdviceQuestion, advise, type Post } from '../../../domain/advice'
import type { OrderEntry } from '../../../domain/order-entry'
import { askedOf, changedOf, withOutcomes, withRefused, withSent } from './asked'

const post = (id: string, lat: number): Post => ({ id, position: [106.6, lat], inTown: false })
const PLACES = [post('near', 26), post('far', 27)]
/** Demand of 60 and of 30 out of reach of one another, 10 where three units stand. */
const QUESTION: AdviceQuestion = {
  units: [post('u', 25), post('v', 25.001), post('w', 25.002)],
  places: PLACES,
  demand: {
    lng: Float64Array.of(106.6, 106.6, 106.6),
    lat: Float64Array.of(26, 27, 25),
    weight: Float64Array.of(60, 30, 10),
    kind: new Uint8Array(3),
    inTown: new Uint8Array(3),
    area: new Uint16Array(3),
    areaCodes: ['5201'],
  },
  targetMin: 10,
  speeds: { detour: 1.4, townKmh: 30, countryKmh: 50, footKmh: 4.5 },
  floor: 0,
  farthestMin: 1_000,
  mostMoves: 8,
  goal: 'cover',
}
const asked = askedOf(QUESTION, advise(QUESTION), 0)
const [first, second] = asked.advice.moves.map(({ unitId }) => unitId) as [string, string]

it('the refused move is in no figure any more: not in the next one, not in the head', () => {
  expect(asked.advice).toMatchObject({ coveredNow: 10, coveredThen: 100 })
  expect(asked.advice.moves[1]).toMatchObject({ coveredBefore: 70, coveredAfter: 100 })
  const then = withRefused(asked, first)
  expect(then.advice.moves).toMatchObject([{ unitId: second, coveredBefore: 10, coveredAfter: 40 }])
  expect(then.advice.coveredThen).toBe(40)
  expect(changedOf(then)).toBe(1)
  expect(then.settled).toEqual(new Set([first]))
})

it('a move that was sent as advised changes nothing of the others', () => {
  const then = withSent(asked, { unitId: first, to: PLACES[0] as Post })
  expect(then).toMatchObject({ advice: asked.advice, settled: new Set([first]) })
  expect(changedOf(then)).toBe(0)
})

it('a move that was sent elsewhere counts as it is there, also where advice never looked', () => {
  const then = withSent(asked, { unitId: first, to: post('other', 26.999) })
  expect(then.advice.coveredThen).toBe(40)
  // Both stand at the same demand: the second brings nothing more.
  expect(then.advice.moves[1]).toMatchObject({ gained: 0 })
  const after = withRefused(then, second)
  expect(after.advice.coveredThen).toBe(40)
  expect(changedOf(after)).toBe(2)
})

it('a sent move counts no more once its order has failed, and again once it is given again', () => {
  const sent = withSent(asked, { unitId: first, to: PLACES[0] as Post })
  const entry = (state: OrderEntry['state'], decidedAt = 1) =>
    ({ state, order: { unitId: first, decidedAt } }) as OrderEntry
  expect(withOutcomes(sent, [entry('sent')])).toBe(sent)
  // An order from before the advice is another matter, and so is a move that is still open.
  expect(withOutcomes(sent, [entry('failed', -1)])).toBe(sent)
  expect(withOutcomes(asked, [entry('failed')])).toBe(asked)
  const failed = withOutcomes(sent, [entry('failed')])
  expect(failed.advice.coveredThen).toBe(40)
  expect(changedOf(failed)).toBe(1)
  expect(withOutcomes(failed, [entry('failed')])).toBe(failed)
  // Put away by the officer: still not carried out.
  expect(withOutcomes(failed, [])).toBe(failed)
  expect(withOutcomes(failed, [entry('failed'), entry('confirmed', 2)]).advice.coveredThen).toBe(
    100,
  )
})
