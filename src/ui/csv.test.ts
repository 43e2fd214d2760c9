import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('quotes what needs quotes', () => {
  expect(toCsv([['a', 'b,c', 'd"e', 'f\ng']])).toBe('\uFEFFa,"b,c","d""e","f\ng"\r\n')
})

it.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+86', "'+86"],
  ['-3.5', '-3.5'],
  ['-15.2 %', '-15.2 %'],
  ['+0.55 点', '+0.55 点'],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['-1 A1', "'-1 A1"],
  ['—', '—'],
  ['云岩区', '云岩区'],
])('writes %s as %s', (text, written) => {
  expect(toCsv([[text]])).toBe(`\uFEFF${written}\r\n`)
})
