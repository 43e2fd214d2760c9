import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../domain/time'
import { momentOf, type Reading } from './moments'

const TOLD: Reading = { offsetMs: 8 * HOUR_MS, order: null }
const UNTOLD: Reading = { offsetMs: null, order: null }
const iso = (cell: unknown, reading = TOLD) => {
  const moment = momentOf(cell, reading)
  return 'at' in moment ? new Date(moment.at).toISOString().slice(0, 16) : moment.lacks
}

describe('times as people write them', () => {
  it.each([
    ['2026-11-22T21:43:00+08:00', '2026-11-22T13:43'],
    ['2026-11-22T21:43:00Z', '2026-11-22T21:43'],
    ['2026-11-22 21:43', '2026-11-22T13:43'],
    ['2026/1/2 3:04:05', '2026-01-01T19:04'],
    ['2026年11月22日 08:00', '2026-11-22T00:00'],
    ['2018-10', '2018-09-30T16:00'],
    ['22/11/2026 21:43', '2026-11-22T13:43'],
    ['11/22/2026 9:43 PM', '2026-11-22T13:43'],
    ['11/22/2026 12:05 AM', '2026-11-21T16:05'],
    [1_795_354_980, '2026-11-22T13:43'],
    ['1795354980000', '2026-11-22T13:43'],
    [1_795_354_980_000_000n, '2026-11-22T13:43'],
    [new Date('2026-11-22T13:43:00Z'), '2026-11-22T13:43'],
  ])('%s', (cell, expected) => {
    expect(iso(cell)).toBe(expected)
  })

  it.each([
    ['2026-02-30 10:00', 'time'],
    ['2026-02-03 25:00', 'time'],
    ['yesterday', 'time'],
    ['9999-01-01', 'time'],
    [42, 'time'],
    ['', 'value'],
    [null, 'value'],
    ['   ', 'value'],
    ['03/04/2026 10:00', 'order'],
  ])('%s is no time: %s', (cell, lacks) => {
    expect(iso(cell)).toBe(lacks)
  })

  it('nothing is guessed: without a zone or an order they are told to lack it', () => {
    expect(iso('2026-11-22 21:43', UNTOLD)).toBe('zone')
    expect(iso('2026-11-22T21:43:00+01:00', UNTOLD)).toBe('2026-11-22T20:43')
    expect(iso('03/04/2026 10:00', { ...TOLD, order: 'dmy' })).toBe('2026-04-03T02:00')
    expect(iso('03/04/2026 10:00', { ...TOLD, order: 'mdy' })).toBe('2026-03-04T02:00')
  })

  it('says how exact it is', () => {
    expect(momentOf('2018-10', TOLD)).toMatchObject({ precision: 'month', zoned: false })
    expect(momentOf('2018-10-03', TOLD)).toMatchObject({ precision: 'day' })
    expect(momentOf('2018-10-03T10:00Z', TOLD)).toMatchObject({ precision: 'moment', zoned: true })
  })
})
