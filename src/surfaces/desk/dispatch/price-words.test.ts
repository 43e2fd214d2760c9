import { expect, it } from 'vitest'
import { minutesText, priceLine } from './price-words'

it('the price is written down in both languages, each with its own minutes', () => {
  const price = { minutes: 1.5, gained: 3, lost: 1 } as Parameters<typeof priceLine>[0]
  expect(priceLine(price, 100)).toEqual({
    zh: '1.5 分钟，+3.0 % / −1.0 %',
    en: '1.5 min, +3.0 % / −1.0 %',
  })
})

it.each([
  [null, '—'],
  [1.54, '1.5'],
  [9.94, '9.9'],
  [9.96, '10'],
  [51.7, '52'],
  [205.4, '205'],
])('%s min by a straight line are %s', (minutes, text) => expect(minutesText(minutes)).toBe(text))
