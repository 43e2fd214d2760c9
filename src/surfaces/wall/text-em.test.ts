import { expect, test } from 'vitest'
import { fittingEm, fittingText, linesIn, textEm } from './text-em'

test('ideographs and full-width signs are as wide as they are tall, letters and digits narrower', () => {
  expect(textEm('')).toBe(0)
  expect(textEm('开阳县，')).toBe(4)
  // Measured in Noto Sans CJK at weight 500: 14 letters and no space take 8.05, the dot its whole square.
  expect(textEm('unacknowledged')).toBeGreaterThan(8.05)
  expect(textEm('unacknowledged')).toBeLessThan(8.4)
  expect(textEm('a · b')).toBeCloseTo(textEm('a') + textEm('b') + 1.46)
  expect(textEm('最久空闲 ≥ 24 h')).toBeLessThan(textEm('最久空闲 ≥ 24 h 开阳县人民广场'))
})

test('a title is as large as its room lets it be, within what can be read', () => {
  const size = { least: 1.2, most: 2.2 }
  expect(fittingEm('火警', 9.9, size)).toBe(2.2)
  expect(fittingEm('分区密度过高', 9.9, size)).toBeCloseTo(1.65)
  expect(fittingEm('分区密度过高，客流超限', 9.9, size)).toBe(1.2)
})

test('a line tells as much as it has room for, the last thing always', () => {
  const told = (room: number) =>
    fittingText(room, '36 分 · 未确认 5/31', '36 分 · 未确认 5', '未确认')
  expect(told(20)).toBe('36 分 · 未确认 5/31')
  expect(told(8)).toBe('36 分 · 未确认 5')
  expect(told(1)).toBe('未确认')
})

test('words take lines as a browser breaks them: at spaces and between ideographs', () => {
  expect(linesIn('Zone at 5\u00a0persons', 20)).toBe(1)
  expect(linesIn('Zone at 5\u00a0persons', 6)).toBe(2)
  expect(linesIn('Zone at 5\u00a0persons', 3)).toBe(Number.POSITIVE_INFINITY)
  expect(linesIn('客流达最大承载量', 4)).toBe(2)
  expect(linesIn('密度 ≥\u00a05\u00a0人', 3.1)).toBe(2)
})
