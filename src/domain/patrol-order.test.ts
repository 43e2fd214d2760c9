import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf, ORDER, orderOf } from './patrol-order'
import { HOUR_MS, MINUTE_MS } from './time'

const START = Date.parse('2026-11-22T14:00:00Z')
const route = (places: readonly string[]) =>
  places.map((placeId, i) => {
    const from = START + i * 20 * MINUTE_MS
    return { placeId, from, to: from + 12 * MINUTE_MS }
  })
const rounds = (round: string, times: number) =>
  [...round.repeat(Math.ceil(times))].slice(0, Math.round(round.length * times))
const randomOf = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const judge = (places: readonly string[]) => orderOf('u', route(places))

describe('the order of places', () => {
  it.each([
    ['abc', 5],
    ['abc', 13 / 3],
    ['abcd', 4],
    ['abcdefgh', 4],
    ['abcbd', 6],
  ])('a fixed round of %s is predictable', (round, times) => {
    const order = judge(rounds(round, times))
    expect(order).toMatchObject({
      state: 'predictable',
      moves: Math.round(round.length * times) - 1,
    })
    expect(order.openness).toBeLessThan(0.3)
    expect(order.p).toBeLessThanOrEqual(ORDER.chance)
  })

  it('a shuttle is predictable, although the next place is open where it turns', () => {
    expect(judge(rounds('abcb', 6))).toMatchObject({ state: 'predictable' })
  })

  it('a round with one slip is still predictable', () => {
    const places = rounds('abcde', 5)
    places.splice(12, 1)
    expect(judge(places).state).toBe('predictable')
  })

  it('refuses too few moves, and two places, between which there is only one order', () => {
    expect(judge(rounds('abc', 4))).toMatchObject({ state: 'too-few', moves: 11, openness: null })
    expect(judge(rounds('ab', 30))).toMatchObject({ state: 'too-few', moves: 59, places: 2 })
    expect(judge([])).toMatchObject({ state: 'too-few', moves: 0, places: 0 })
    expect(judge(['a'])).toMatchObject({ state: 'too-few', moves: 0, places: 1 })
  })

  it('counts a place that is entered again as no move', () => {
    expect(judge(rounds('aabbcc', 5))).toMatchObject({ state: 'predictable', moves: 14 })
  })

  it('judges the last moves alone', () => {
    const places = [...rounds('abcd', 30), ...rounds('dacb', 30)]
    expect(orderOf('u', route(places), { lastMoves: 40 })).toMatchObject({ moves: 40, openness: 0 })
  })

  it('says the same of the same stops, in whatever order they are told', () => {
    const anyRoute = fc.array(fc.constantFrom(...'abcde'), { minLength: 13, maxLength: 40 })
    fc.assert(
      fc.property(anyRoute, fc.infiniteStream(fc.nat()), (places, random) => {
        const stops = route(places)
        const mixed = stops
          .map((stop) => [random.next().value as number, stop] as const)
          .sort(([a], [b]) => a - b)
          .map(([, stop]) => stop)
        expect(orderOf('u', mixed)).toEqual(orderOf('u', stops))
      }),
      { numRuns: 20 },
    )
  })

  it('a habit that leaves most open is varied, however sure', () => {
    // Every other move follows the round, the others go anywhere.
    const random = randomOf(7)
    const walk = [0]
    while (walk.length <= 100) {
      const jump = random() < 0.5 ? 1 : 1 + Math.floor(random() * 5)
      walk.push(((walk.at(-1) as number) + jump) % 6)
    }
    const order = judge(walk.map(String))
    expect(order.state).toBe('varied')
    expect(order.openness).toBeGreaterThan(ORDER.atMost)
  })

  it('random orders are varied, but for about as many as chance makes look like a round', () => {
    const random = randomOf(20_261_122)
    for (const [places, moves] of [
      [3, 12],
      [4, 16],
      [6, 24],
      [8, 60],
    ] as const) {
      let predictable = 0
      for (let trial = 0; trial < 100; trial++) {
        const walk: string[] = []
        while (walk.length <= moves) {
          const next = `${Math.floor(random() * places)}`
          if (next !== walk.at(-1)) walk.push(next)
        }
        const { state: verdict } = judge(walk)
        if (verdict === 'predictable') predictable++
      }
      expect(predictable).toBeLessThanOrEqual(3)
    }
  })
})

describe('clock times', () => {
  const starts = (gaps: readonly number[]) => {
    const all = [{ from: START }]
    for (const gap of gaps) all.push({ from: (all.at(-1)?.from ?? 0) + gap * MINUTE_MS })
    return all
  }
  it('tells visits by the clock from visits at random moments', () => {
    const clock = clockOf('a', starts([120, 118, 121, 120, 125, 117, 120]))
    expect(clock).toMatchObject({ state: 'predictable', gaps: 7 })
    expect(clock.cv).toBeLessThan(0.03)
    expect(clockOf('a', starts([15, 240, 60, 130, 12, 300])).state).toBe('varied')
  })
  it('has a mean and a variation that are those of the text-book', () => {
    // Gaps of 60 and 180 in turn: mean 120, standard deviation of the sample sqrt(6·60²/5).
    const { meanMs, cv } = clockOf('a', starts([60, 180, 60, 180, 60, 180]))
    expect(meanMs).toBe(2 * HOUR_MS)
    expect(cv).toBeCloseTo(Math.sqrt(6 / 5) / 2)
  })
  it('refuses few visits, and visits all at one moment', () => {
    expect(clockOf('a', starts([120, 120, 120, 120, 120]))).toMatchObject({
      state: 'too-few',
      gaps: 5,
      cv: null,
    })
    expect(clockOf('a', starts([0, 0, 0, 0, 0, 0, 0])).state).toBe('too-few')
    expect(clockOf('a', []).gaps).toBe(0)
  })
})
