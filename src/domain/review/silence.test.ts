import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time'
import { silencesOf } from './silence'

/** A Monday, 0 h on the province’s clock. */
const MONDAY = Date.parse('2026-11-01T16:00:00Z')
const window = { from: MONDAY, to: MONDAY + 42 * DAY_MS }
/** Every ten minutes by day, every two hours from 22 to 6 h. */
const calls = (isKept: (at: number) => boolean = () => true) => {
  const times: number[] = []
  for (let at = window.from; at < window.to; at += 10 * MINUTE_MS) {
    const hour = ((at - MONDAY) / HOUR_MS) % 24
    const isNight = hour < 6 || hour >= 22
    if ((!isNight || hour % 2 === 0) && isKept(at)) times.push(at)
  }
  return times
}

describe('silences', () => {
  it('are found by day, and not in nights that are always calm', () => {
    expect(silencesOf(calls(), window)).toEqual([])
    const from = MONDAY + 9 * DAY_MS + 10 * HOUR_MS
    const to = from + 5 * HOUR_MS
    const found = silencesOf(
      calls((at) => at < from || at >= to),
      window,
    )
    expect(found).toEqual([{ from: from - 10 * MINUTE_MS, to }])
    // Eight hours of a night hold four calls.
    const night = MONDAY + 9 * DAY_MS + 22 * HOUR_MS
    expect(
      silencesOf(
        calls((at) => at < night || at >= night + 8 * HOUR_MS),
        window,
      ),
    ).toEqual([])
  })
  it('at the ends of the record are silences too', () => {
    const late = silencesOf(
      calls((at) => at >= MONDAY + 2 * DAY_MS),
      window,
    )
    expect(late).toEqual([{ from: MONDAY, to: MONDAY + 2 * DAY_MS }])
    const early = silencesOf(
      calls((at) => at < window.to - DAY_MS),
      window,
    )
    expect(early?.at(-1)?.to).toBe(window.to)
  })
  it('do not depend on the order of events, and need four weeks', () => {
    const some = calls((at) => at % (3 * DAY_MS) > 0.5 * DAY_MS)
    expect(silencesOf(some.toReversed(), window)).toEqual(silencesOf(some, window))
    expect(silencesOf(some, { from: MONDAY, to: MONDAY + 27 * DAY_MS })).toBeNull()
    expect(silencesOf(some, { from: MONDAY, to: Number.NaN })).toBeNull()
  })
  it('are not told of a record without events: nothing is expected', () => {
    expect(silencesOf([], window)).toEqual([])
  })
})
