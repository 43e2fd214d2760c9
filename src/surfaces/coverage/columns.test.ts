import { describe, expect, it } from 'vitest'
import type { PlaceDose } from '../../domain/patrol-dose'
import type { AreaCoverage } from '../../domain/patrol-shift'
import { DAY_MS, HOUR_MS } from '../../domain/time'
import { patrolAccount } from './account'
import { areaColumns, doseColumns, marksOf, orderColumns } from './columns'

const NOW = Date.parse('2026-11-26T23:30:00+08:00')
const place = (id: string) => ({
  id,
  name: id,
  nameEn: null,
  areaCode: '520103',
  ring: [],
  required: [{ fromHour: 0, toHour: 24, everyMin: 60 }],
  plannedDoseMin: 12,
  observedAt: NOW,
})
const visit = (placeId: string, from: number, to: number) => ({
  id: `${placeId} ${from}`,
  placeId,
  unitId: 'u',
  enteredAt: from,
  leftAt: to,
  observedAt: to,
})
type Text = (row: unknown, lang: 'zh' | 'en') => string
function textOf(columns: readonly unknown[], id: string, row: unknown): string {
  const found = (columns as { id: string; text: Text }[]).find((one) => one.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return found.text(row, 'en')
}

describe('what no visit on record has ended', () => {
  it('is told as a lower bound: worst, mean and P90', () => {
    const worst = { idleMs: DAY_MS, isAtLeast: true, place: place('a') }
    const coverage = { worst, meanMs: 5 * HOUR_MS, p90Ms: DAY_MS, unrecorded: 1 }
    const row = { coverage } as unknown as AreaCoverage
    const columns = areaColumns(new Map())
    expect(textOf(columns, 'worst', row)).toBe('≥ 24 h 00 · a')
    expect(textOf(columns, 'mean', row)).toBe('≥ 5 h 00')
    expect(textOf(columns, 'p90', row)).toBe('≥ 24 h 00')
    const known = { ...coverage, unrecorded: 0, p90Ms: HOUR_MS }
    expect(textOf(columns, 'mean', { coverage: known })).toBe('5 h 00')
    expect(textOf(columns, 'p90', { coverage: known })).toBe('60 min')
  })
})

describe('the shift before', () => {
  const places = [place('a')]
  const evening = NOW - 4 * HOUR_MS
  const visits = [visit('a', evening, evening + 30 * 60_000)]

  it('has its own window, and what was delivered in it', () => {
    const last = patrolAccount(places, visits, NOW, 'last')
    expect(last.shift?.id).toBe('middle')
    expect(last.dose.places[0]?.deliveredMs).toBe(30 * 60_000)
    const now = patrolAccount(places, visits, NOW)
    expect(now.shift?.id).toBe('night')
    expect(now.dose.places[0]?.deliveredMs).toBe(0)
    expect(patrolAccount(places, visits, NOW, 'day').dose.places[0]?.deliveredMs).toBe(30 * 60_000)
  })
})

describe('marks', () => {
  const dose = (share: number | null, over: number, isGapOver = false) =>
    ({
      share,
      isGapOver,
      counts: { 'under-way': 0, short: 0, dose: 0, over },
    }) as unknown as PlaceDose

  it('tell over the dose, too little, too much and a long gap', () => {
    const marks = (one: PlaceDose) => marksOf(one).map(({ en }) => en)
    expect(marks(dose(1, 0))).toEqual([])
    expect(marks(dose(0.2, 0, true))).toEqual(['gap over 2 h', 'under half'])
    expect(marks(dose(2.6, 3))).toEqual(['twice the plan', 'over the dose 3'])
    expect(textOf(doseColumns(new Map(), new Map()), 'share', dose(9.6, 0))).toBe('9.6 ×')
  })
})

it('two places are not too few moves', () => {
  const row = { unitId: 'u', state: 'too-few', moves: 29, places: 2, openness: null, p: null }
  expect(textOf(orderColumns(new Map()), 'state', row)).toBe('under 3 places, not judged')
})
