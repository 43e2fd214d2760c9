import { describe, expect, it } from 'vitest'
import { createWorld } from '../../../mocks/world'
import { decodeAnswer } from '../../api/decode'
import type { Visit } from '../../domain/patrol'
import type { PlaceDose } from '../../domain/patrol-dose'
import type { AreaCoverage } from '../../domain/patrol-shift'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time'
import { COVERAGE_SPANS, type CoverageSpan } from '../../view/coverage'
import { patrolAccount } from './account'
import { areaColumns, doseColumns, marksOf, orderColumns } from './columns'
import { csvOf } from './span-text'

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

  it('is told in a file of its own name, with its span and the time in every row', () => {
    const of = (span: CoverageSpan) =>
      csvOf(patrolAccount(places, visits, NOW, span), span, ({ en }) => en)
    expect(of('last').name).toBe('last-2026-11-26-2330')
    expect(of('last').cells.map(([{ en }, text]) => [en, text])).toEqual([
      ['Span', 'Middle 14:00–22:00'],
      ['As of', '2026-11-26 23:30 UTC+8'],
    ])
    expect(of('this').cells[0]?.[1]).toBe('Night 22:00–23:30')
    expect(new Set(COVERAGE_SPANS.map((span) => of(span).name)).size).toBe(3)
  })
})

describe('marks', () => {
  const START = Date.parse('2026-11-26T14:00:00+08:00')
  const everyThreeHours = { ...place('a'), required: [{ fromHour: 0, toHour: 24, everyMin: 180 }] }
  const rowAt = (minutes: number, ...visits: Visit[]) =>
    patrolAccount([everyThreeHours], visits, START + minutes * MINUTE_MS).dose
      .places[0] as PlaceDose
  const stay = (from: number, minutes: number) =>
    visit('a', START + from * MINUTE_MS, START + (from + minutes) * MINUTE_MS)
  const marks = (one: PlaceDose) => marksOf(one).map(({ en }) => en)
  const columns = doseColumns(new Map(), new Map())

  it('say nothing of a shift of three quarters of an hour with one right stop, or none yet', () => {
    for (const row of [rowAt(45, stay(-60, 12), stay(10, 14)), rowAt(45, stay(-60, 12))]) {
      expect(marks(row)).toEqual([])
      expect(textOf(columns, 'planned', row)).toBe('0 × 12 min')
      expect(textOf(columns, 'share', row)).toBe('too early to judge')
    }
  })

  it('tell a long gap, too little, too much and a habit of long stops', () => {
    expect(marks(rowAt(420, stay(-60, 12)))).toEqual(['long gap', 'under half'])
    expect(textOf(columns, 'share', rowAt(420, stay(5, 12)))).toBe('50.0 %')
    const much = rowAt(420, stay(-60, 12), stay(10, 40), stay(150, 40), stay(300, 40))
    expect(marks(much)).toEqual(['twice the plan', 'over the dose 3'])
    expect(textOf(columns, 'share', much)).toBe('5.0 ×')
    expect(marks(rowAt(420, stay(-60, 12), stay(10, 17), stay(200, 12)))).toEqual([])
  })

  it('who is there still is told beside the stops that are over', () => {
    const open = { ...stay(40, 0), leftAt: null }
    expect(textOf(columns, 'stops', rowAt(45, open))).toBe('0 / 0 / 0 · +1 under way')
  })

  it('find a minority of the places of a festival, in every span', () => {
    const at = Date.parse('2026-10-03T14:45:00+08:00')
    const world = createWorld({ scenario: 'festival', seed: 1, scale: 1, startAt: at })
    const told = <Id extends 'watch-places' | 'visits'>(feed: Id) => {
      const bytes = new TextEncoder().encode(JSON.stringify(world.answer(feed, at, null)))
      const decoded = decodeAnswer(feed, bytes, 'application/json')
      return decoded.ok ? decoded.items : []
    }
    const [held, visits] = [told('watch-places'), told('visits')]
    const marked = COVERAGE_SPANS.map((span) => {
      const { dose } = patrolAccount(held, visits, at, span)
      return dose.places.filter((one) => marksOf(one).length > 0).length / held.length
    })
    expect(marked.every((share) => share > 0 && share < 0.5)).toBe(true)
    expect(marked[COVERAGE_SPANS.indexOf('this')]).toBeLessThan(0.1)
  })
})

it('two places are not too few moves', () => {
  const row = { unitId: 'u', state: 'too-few', moves: 29, places: 2, openness: null, p: null }
  expect(textOf(orderColumns(new Map()), 'state', row)).toBe('under 3 places, not judged')
})
