import { expect, it } from 'vitest'
import { formatAge, formatClock, formatDate, formatDay, formatStamp, formatWeekday } from './clock'

const LATE_EVENING = Date.parse('2026-11-22T13:43:12Z')

it('tells the province’s time whatever the host’s zone', () => {
  expect(formatClock(LATE_EVENING)).toBe('21:43:12')
  expect(formatClock(Date.parse('2026-11-22T16:00:00Z'))).toBe('00:00:00')
  expect(formatDate(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  expect(formatDay(LATE_EVENING)).toBe('11-22')
  expect(formatStamp(LATE_EVENING)).toBe('11-22 21:43:12')
  expect(formatWeekday(LATE_EVENING, 'zh')).toBe('11-22 周日')
  expect(formatWeekday(LATE_EVENING, 'en')).toBe('11-22 Sun')
})

it.each([
  [0, '0 s'],
  [119_999, '119 s'],
  [120_000, '2 分'],
  [7_199_999, '119 分'],
  [7_560_000, '2 h 06'],
  [3 * 86_400_000, '3 天'],
  [-5_000, '0 s'],
  // No server has told the time yet: an age is not known, and not nothing.
  [0 - LATE_EVENING, '—'],
])('%d ms is %s', (ms, text) => {
  expect(formatAge(ms, 'zh')).toBe(text)
})

it('draws the unknown as a dash', () => {
  expect([
    formatAge(null, 'en'),
    formatClock(null),
    formatClock(Number.NaN),
    formatDay(null),
  ]).toEqual(Array(4).fill('—'))
})
