import { expect, test } from 'vitest'
import { spanOf } from '../domain/clock-window'
import { spanPhrase } from './span-words'

test('a long window is told in days, a short one in hours', () => {
  const of = (hours: number) => spanPhrase(spanOf(hours)).en
  expect([24, 36, 48, 72, 168].map(of)).toEqual(['24 h', '36 h', '2 days', '3 days', '7 days'])
  expect(of(100)).toBe('4.2 days')
  expect(of(5_710)).toBe('237.9 days')
})
