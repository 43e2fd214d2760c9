import { expect, test } from 'vitest'
import type { Mark } from '../../domain/measure'
import { startOf } from '../../domain/review/calendar'
import { markedOn, marksOn } from './drawn-marks'

const mark = (
  id: string,
  from: number,
  to: number | null,
  areaCode: string | null = null,
): Mark => ({
  id,
  from: startOf(from),
  to: to === null ? null : startOf(to),
  areaCode,
  kind: 'other',
  label: id,
  labelEn: null,
})
const chart = { area: '520600', region: '520000', from: 100, to: 128 }
const on = (...marks: Mark[]) =>
  marksOn(marks, chart).map(({ mark: { id }, day, to }) => [id, day, to])

test('a mark is drawn where its days and its area meet the chart', () => {
  expect(on(mark('in', 110, null))).toEqual([['in', 110, null]])
  expect(on(mark('before', 99, null), mark('after', 128, null))).toEqual([])
  expect(on(mark('reaches in', 95, 102))).toEqual([['reaches in', 100, 102]])
  expect(on(mark('ended', 95, 100))).toEqual([])
  expect(on(mark('reaches out', 126, 140))).toEqual([['reaches out', 126, 128]])
  expect(on(mark('own', 101, null, '520602'), mark('other', 101, null, '520100'))).toEqual([
    ['own', 101, null],
  ])
  expect(on(mark('late', 120, null), mark('early', 105, null)).map(([id]) => id)).toEqual([
    'early',
    'late',
  ])
})

test('a row of a day names what went on that day', () => {
  const drawn = marksOn([mark('span', 105, 108), mark('moment', 107, null)], chart)
  const names = (day: number) => markedOn(drawn, day).map(({ id }) => id)
  expect([104, 105, 107, 108].map(names)).toEqual([[], ['span'], ['span', 'moment'], []])
})
