import { describe, expect, it } from 'vitest'
import { dayAt } from '../../domain/review/calendar'
import { csvRows, type ExportContext } from './csv-rows'
import { MEASURE_BY_ID } from './measures'
import { type ReleaseSources, releasesOf } from './releases'
import { baseIn, count, countIn, derived, label, past, running, type TwinTable } from './twin-table'
import { WORDS } from './words'

const FIRST = dayAt(2026, 2, 1)
const daysOf = (areaCode: string, counts: readonly number[], bases: readonly number[] | null) => ({
  areaCode,
  first: FIRST,
  count: Array.from({ length: 28 }, (_, i) => counts[i] ?? 20),
  base: bases && Array.from({ length: 28 }, (_, i) => bases[i] ?? 60),
  setAside: 0,
  missing: new Map(),
})

const context: ExportContext = {
  facts: { card: null, period: { from: FIRST, to: FIRST + 28 } },
  measure: MEASURE_BY_ID.dose,
  part: '',
  title: 't',
  lang: 'en',
  watermark: 'seat 1',
}

function exported(
  table: TwinTable,
  a: readonly number[],
  bases: readonly number[] | null,
  isShare = true,
) {
  const areas = [
    daysOf('520100', a, bases),
    daysOf('520200', [], bases && []),
    daysOf('520300', [], bases && []),
  ]
  const source = { region: '520000', areas, inner: [] }
  const sources: ReleaseSources = {
    measures: new Map([['dose', { source, isShare }]]),
    hours: null,
  }
  return csvRows(table, { ...context, releases: releasesOf(sources) })
}

const day = (i: number) => ({ areas: ['520100'], days: [FIRST + i] })
const table: TwinTable = {
  columns: [
    label('day', WORDS.markDay),
    count('count', WORDS.numerator),
    derived('base', WORDS.denominator),
    past('past', WORDS.past),
    running('ewma', WORDS.ewma),
  ],
  rows: [0, 1, 2].map((i) => ({
    id: String(i),
    cells: [`d${i}`, i === 0 ? 3 : 20, 60, 7, 0.5],
    of: day(i),
    ofPast: day(0),
  })),
}

describe('an exported table', () => {
  it('tells a small count as <5, and nothing that was reckoned from it', () => {
    const [, first, second] = exported(table, [3], null, false)
    expect(first).toEqual(['d0', '<5', '×', '×', '×'])
    // The past of this row is the small day too.
    expect(second?.[3]).toBe('×')
  })

  it('tells all where nothing is small', () => {
    const rows = exported(table, [], null, false)
    expect(rows[2]).toEqual(['d1', '20', '60', '7', '0.5'])
    expect(rows.flat()).not.toContain('×')
  })

  it('says in its heads what the numbers are in', () => {
    const units = {
      columns: [label('day', WORDS.markDay), countIn(context.measure), baseIn(context.measure)],
      rows: [],
    }
    expect(exported(units, [], null)[0]).toEqual([
      'Day',
      'Numerator (stops)',
      'Denominator (stops planned)',
    ])
  })

  it('writes numbers that a spreadsheet reckons with', () => {
    const columns = [label('name', WORDS.tiles), derived('value', WORDS.now)]
    const rows = ['1,077', '−15.2 %', '12,345,678'].map((cell, i) => ({
      id: `${i}`,
      cells: ['2,000 − x', cell],
      of: day(1),
    }))
    const told = exported({ columns, rows }, [], null, false)
    expect(told.slice(1, 4).map(([, cell]) => cell)).toEqual(['1077', '-15.2 %', '12345678'])
    expect(told[1]?.[0]).toBe('2,000 − x')
  })

  it('has one precision down a column', () => {
    const columns = [label('name', WORDS.tiles), derived('value', WORDS.now)]
    const rows = [0.3889, 0.35, null].map((cell, i) => ({
      id: `${i}`,
      cells: ['a', cell],
      of: day(1),
    }))
    const told = exported({ columns, rows }, [], null, false)
    expect(told.slice(1, 4).map(([, cell]) => cell)).toEqual(['0.3889', '0.3500', '—'])
  })

  it('says what it is of, where that is not the period of the page', () => {
    const own = exported({ ...table, about: ['since January'] }, [], null, false).flat()
    expect(own).toContain('since January')
    expect(own.some((line) => line.startsWith('Period'))).toBe(false)
    expect(exported(table, [], null, false).flat()).toContain('Period 2026-02-01 to 02-28')
  })

  it('of a share hides the hits where they would tell few misses', () => {
    const [, first] = exported(table, [57], [60])
    expect(first?.slice(1, 3)).toEqual(['×', '×'])
  })

  it('makes nothing of many rows from days outside that are hidden', () => {
    const basis = { areas: ['520100'], days: [FIRST + 9] }
    const rows = table.rows.slice(1, 2).map((row) => ({ ...row, ofPast: null }))
    const small = Array.from({ length: 10 }, (_, i) => (i === 9 ? 2 : 20))
    const without = exported({ ...table, rows }, small, null, false)
    const within = exported({ ...table, rows, basis }, small, null, false)
    expect([without[1]?.[4], within[1]?.[4]]).toEqual(['0.5', '×'])
  })

  it('gives a hidden row no place in an order', () => {
    const ranked: TwinTable = {
      columns: [running('rank', WORDS.rank), label('area', WORDS.area)],
      rows: [1, 0, 2].map((i) => ({ id: `${i}`, cells: [i, `d${i}`], of: day(i) })),
    }
    const rows = exported(ranked, [3], null, false)
    expect(rows.slice(1, 4).map(([rank]) => rank)).toEqual(['×', '×', '×'])
    // What is told comes first, the rest by name: where they stood would lie between two that are told.
    expect(rows.slice(1, 4).map(([, name]) => name)).toEqual(['d2', 'd0', 'd1'])
  })

  it('tells no rows whose bounds add up to the total that the screen prints', () => {
    const columns = [label('area', WORDS.area), count('count', WORDS.numerator)]
    const days = Array.from({ length: 28 }, (_, i) => FIRST + i)
    const codes = ['520100', '520200', '520300']
    // What the league of village fires was: 2 + 3 + 1 on days of their own, told as "2–8", "3–12" and "<5".
    const counts = [
      [1, 1],
      [0, 0, 1, 1, 1],
      [0, 0, 0, 0, 0, 1],
    ]
    const full = (own: readonly number[]) => days.map((_, i) => own[i] ?? 0)
    const areas = codes.map((code, i) => daysOf(code, full(counts[i] as number[]), null))
    const measures = new Map([
      ['dose', { source: { region: '520000', areas, inner: [] }, isShare: false }],
    ]) as ReleaseSources['measures']
    const releases = releasesOf({ measures, hours: null })
    const rowsOf = (by: readonly (readonly number[])[]) =>
      codes.flatMap((code, i) =>
        by.map((own, j) => ({
          id: `${code} ${j}`,
          cells: [code, own.reduce((sum, day) => sum + (counts[i]?.[day - FIRST] ?? 0), 0)],
          of: { areas: [code], days: own },
        })),
      )
    const told = (by: readonly (readonly number[])[]) =>
      csvRows({ columns, rows: rowsOf(by) }, { ...context, releases })
        .slice(1, 1 + codes.length * by.length)
        .map(([, text]) => text)
    expect(told([days])).toEqual(['0–10', '0–20', '<5'])
    // By days each "<5" would be one, since there are as many of them as cases.
    expect(new Set(told(days.map((day) => [day])))).toEqual(new Set(['×']))
  })
})
