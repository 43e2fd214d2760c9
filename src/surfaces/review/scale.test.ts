import { expect, it } from 'vitest'
import { niceAxis, tickText } from './scale'

it('tells nothing of what reckoning leaves over: an axis has ticks that can be told apart', () => {
  for (const [least, most] of [
    [-3e-16, 4e-16],
    [0, 1e-9],
    [0, 0],
    [5, 5 + 1e-15],
    [-0.4, 0.3],
    [0.012, 0.019],
  ] as const) {
    const axis = niceAxis(least, most, 2)
    const texts = axis.map((value) => tickText(value, (axis[1] ?? 1) - (axis[0] ?? 0)))
    expect(new Set(texts).size).toBe(axis.length)
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(7)
  }
})
