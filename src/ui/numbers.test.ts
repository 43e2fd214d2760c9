import { expect, it } from 'vitest'
import { formatCount, formatShare, formatTenth } from './numbers'

it('tells zero from the unknown', () => {
  expect(formatCount(0)).toBe('0')
  expect(formatCount(null)).toBe('—')
  expect(formatCount(Number.NaN)).toBe('—')
  expect(formatTenth(3.25)).toMatch(/^3\.[23]$/)
})

it('never shows a share without its counts', () => {
  expect(formatShare(2272, 2318, 'zh')).toBe('98.0 %（2,272 / 2,318）')
  expect(formatShare(2272, 2318, 'en')).toBe('98.0 % (2,272 / 2,318)')
  expect(formatShare(5_997, 6_000, 'en')).toBe('> 99.9 % (5,997 / 6,000)')
  expect(formatShare(6_000, 6_000, 'en')).toBe('100.0 % (6,000 / 6,000)')
  expect(formatShare(1, 6_000, 'en')).toBe('< 0.1 % (1 / 6,000)')
  expect(formatShare(0, 6_000, 'en')).toBe('0.0 % (0 / 6,000)')
  expect(formatShare(0, 0, 'en')).toBe('— (0 / 0)')
  expect(formatShare(null, 5, 'zh')).toBe('—')
})
