import { expect, test } from 'vitest'
import { type Surface, texelsOf } from './surface'

const surface: Surface = {
  extent: [0, 0, 5, 3],
  width: 5,
  height: 3,
  values: Float32Array.from({ length: 15 }, (_, i) => i),
}

test('a surface that fits is left alone', () => {
  expect(texelsOf(surface, 5)).toMatchObject({ width: 5, values: surface.values, span: [1, 1] })
})

test('a larger one keeps its mass in fewer cells', () => {
  const small = texelsOf(surface, 3)
  expect([small.width, small.height]).toEqual([3, 2])
  const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0)
  expect(sum(small.values) * 4).toBeCloseTo(sum(surface.values), 4)
  expect(small.values[0]).toBe((0 + 1 + 5 + 6) / 4)
  // Three double columns hold five, two double rows hold three.
  expect(small.span).toEqual([5 / 6, 3 / 4])
})
