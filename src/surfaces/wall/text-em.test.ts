import { expect, test } from 'vitest'
import { fittingEm, textEm } from './text-em'

test('ideographs and full-width signs are as wide as they are tall, letters and digits narrower', () => {
  expect(textEm('')).toBe(0)
  expect(textEm('开阳县，')).toBe(4)
  expect(textEm('24 h')).toBeCloseTo(2.24)
  expect(textEm('最久空闲 ≥ 24 h')).toBeLessThan(textEm('最久空闲 ≥ 24 h 开阳县人民广场'))
})

test('a title is as large as its room lets it be, within what can be read', () => {
  const size = { least: 1.2, most: 2.2 }
  expect(fittingEm('火警', 9.9, size)).toBe(2.2)
  expect(fittingEm('分区密度过高', 9.9, size)).toBeCloseTo(1.65)
  expect(fittingEm('分区密度过高，客流超限', 9.9, size)).toBe(1.2)
})
