import { expect, test } from 'vitest'
import { parseDimming, takenAt } from './dimming'

const at = (time: string) => Date.parse(`2026-11-22T${time}:00+08:00`)

test('a schedule is read, and what makes no sense is none', () => {
  expect(parseDimming('22:00-06:30,40')).toEqual({ fromMin: 1_320, toMin: 390, taken: 0.4 })
  for (const bad of [null, '', '22:00-06:30', '25:00-06:00,10', '22:00-22:00,10', '22:00-06:00,90'])
    expect(parseDimming(bad), String(bad)).toBeNull()
})

test('light goes and comes back slowly, over midnight, by the clock of the province', () => {
  const dimming = parseDimming('22:00-06:00,40')
  expect(takenAt(dimming, at('21:59'), 0)).toBe(0)
  expect(takenAt(dimming, at('22:10'), 0)).toBe(0.2)
  expect(takenAt(dimming, at('23:30'), 0)).toBe(0.4)
  expect(takenAt(dimming, at('03:00'), 0)).toBe(0.4)
  expect(takenAt(dimming, at('05:55'), 0)).toBe(0.1)
  expect(takenAt(dimming, at('06:00'), 0)).toBe(0)
  expect(takenAt(dimming, at('12:00'), 0)).toBe(0)
})

test('not while an alarm waits, and not by a clock that nobody has told', () => {
  const dimming = parseDimming('22:00-06:00,40')
  expect(takenAt(dimming, at('03:00'), 1)).toBe(0)
  expect(takenAt(dimming, null, 0)).toBe(0)
})
