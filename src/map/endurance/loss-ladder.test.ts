import { expect, test } from 'vitest'
import { afterLoss, HEALED_MS, healed, type Ladder, TOP, WITHIN_MS } from './loss-ladder'

const MINUTE = 60_000
const after = (times: readonly number[], from: Ladder = TOP) => times.reduce(afterLoss, from)

test('two losses in ten minutes are borne, however often', () => {
  const often = Array.from({ length: 100 }, (_, i) => i * 5 * MINUTE)
  expect(after(often.filter((_, i) => i % 3 !== 2)).rung).toBe('full')
  expect(after([0, MINUTE]).rung).toBe('full')
  expect(after([0, MINUTE, WITHIN_MS]).rung).toBe('full')
})

test('three within ten minutes: coarse; three more: tables', () => {
  const coarse = after([0, 1 * MINUTE, 2 * MINUTE])
  expect(coarse.rung).toBe('coarse')
  expect(after([3 * MINUTE], coarse).rung).toBe('coarse')
  expect(after([3 * MINUTE, 4 * MINUTE], coarse).rung).toBe('tables')
  expect(after([30 * MINUTE, 31 * MINUTE], coarse).rung).toBe('coarse')
})

test('an hour without a loss brings full resolution back, and nothing brings back what is gone', () => {
  const coarse = after([0, 1, 2])
  expect(healed(coarse, 2 + HEALED_MS - 1)).toBe(coarse)
  expect(healed(coarse, 2 + HEALED_MS)).toBe(TOP)
  const tables = after([3, 4], coarse)
  expect(tables.rung).toBe('tables')
  expect(healed(tables, 100 * HEALED_MS)).toBe(tables)
})
