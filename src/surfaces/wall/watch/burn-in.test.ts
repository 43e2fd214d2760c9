import { expect, test } from 'vitest'
import { REACH_PX, shiftAt } from './burn-in'

test('the picture goes round its place one px at a time, and stands nowhere for long', () => {
  const stands = Array.from({ length: 8 * REACH_PX }, (_, step) => shiftAt(step))
  expect(new Set(stands.map(String)).size).toBe(8 * REACH_PX)
  for (const [step, [x, y]] of stands.entries()) {
    const [nextX, nextY] = shiftAt(step + 1)
    expect(Math.abs(nextX - x) + Math.abs(nextY - y), `step ${step}`).toBe(1)
    expect(Math.max(Math.abs(x), Math.abs(y))).toBe(REACH_PX)
  }
  expect(shiftAt(8 * REACH_PX)).toEqual(shiftAt(0))
})
