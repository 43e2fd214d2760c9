import { expect, test } from 'vitest'
import { FLOOD, rateOf } from './alarm-flood'
import { MINUTE_MS } from './time'

const burst = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + i * 1_000)

test('a flood begins above ten in ten minutes', () => {
  expect(rateOf(burst(10), MINUTE_MS)).toEqual({ per10Min: 10, isFlood: false })
  expect(rateOf(burst(11), MINUTE_MS)).toEqual({ per10Min: 11, isFlood: true })
})

test('and ends under five, not under ten', () => {
  const times = [...burst(11), ...burst(5, 9 * MINUTE_MS)]
  const later = 10 * MINUTE_MS + 30_000
  expect(rateOf(times, later)).toEqual({ per10Min: 5, isFlood: true })
  // The same five without a flood before them are none.
  expect(rateOf(burst(5, 9 * MINUTE_MS), later)).toEqual({ per10Min: 5, isFlood: false })
  expect(rateOf(times, 19 * MINUTE_MS + 1_000)).toEqual({ per10Min: 3, isFlood: false })
})

test('what lies ahead is not counted, and the order does not matter', () => {
  expect(rateOf([5_000, FLOOD.windowMs * 9, 1_000], 6_000).per10Min).toBe(2)
  expect(rateOf([], 0)).toEqual({ per10Min: 0, isFlood: false })
})
