import { expect, test } from 'vitest'
import { textEm } from './text-em'

test('ideographs and full-width signs are as wide as they are tall, letters and digits narrower', () => {
  expect(textEm('')).toBe(0)
  expect(textEm('开阳县，')).toBe(4)
  expect(textEm('24 h')).toBeCloseTo(2.24)
  expect(textEm('最久空闲 ≥ 24 h')).toBeLessThan(textEm('最久空闲 ≥ 24 h 开阳县人民广场'))
})
