import { describe, expect, it } from 'vitest'
import { dayAt } from '../../domain/review/calendar'
import type { Days } from './counts'
import { releasedRows } from './csv-rows'
import { figureOf } from './figure'
import { leavingOf, stayHere } from './leaving'
import { MEASURE_BY_ID } from './measures'
import type { Multiple } from './multiples'
import { releasesOf } from './releases'
import { areaTable } from './twins-areas'
import type { BoardFacts } from './use-board'

const FIRST = dayAt(2024, 3, 1)
const PERIOD = { from: dayAt(2026, 2, 10), to: dayAt(2026, 3, 10) }
const REGION = '520000'

/** Of each area what its days of the period hold, and the same days of last year twenty each. */
function areasOf(all: readonly (readonly number[])[], rest = 0): readonly Days[] {
  return all.map((own, i) => ({
    areaCode: `520${i + 1}00`,
    first: FIRST,
    count: Array.from({ length: PERIOD.to - FIRST }, (_, at) =>
      at < PERIOD.from - FIRST ? 20 : (own[at - (PERIOD.from - FIRST)] ?? rest),
    ),
    base: null,
    setAside: 0,
    missing: new Map(),
  }))
}

const figuresOf = (days: readonly Days[]) =>
  days.map((own) => ({
    code: own.areaCode,
    figure: figureOf(MEASURE_BY_ID['village-fires'], { versions: [] }, own, PERIOD, 'year'),
  }))

/** The same areas in the export of their table: count, and what it was. */
function exported(days: readonly Days[]) {
  const measure = MEASURE_BY_ID['village-fires']
  const multiples = figuresOf(days).map((one) => ({ ...one, control: {} as Multiple['control'] }))
  const table = areaTable({ multiples, measure } as unknown as BoardFacts, (code) => code, 'zh')
  const source = { region: REGION, areas: days, inner: [] }
  const releases = releasesOf({
    measures: new Map([[measure.id, { source, isShare: false }]]),
    hours: null,
  })
  return releasedRows(table, { measure, part: '', releases }).map(({ cells }) => cells[2])
}

function told(days: readonly Days[], part = '') {
  return [...leavingOf(figuresOf(days), days, REGION, part).values()].map(({ now, isTold }) =>
    isTold ? now : `(${now})`,
  )
}

describe('figures of areas that leave', () => {
  it('are told where nothing is small', () => {
    expect(told(areasOf([[], [], []], 20))).toEqual(['560', '560', '560'])
  })
  it('are no closer than in the export of their table', () => {
    expect(told(areasOf([[1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 1], []]))).toEqual([
      '(0–10)',
      '(0–20)',
      '(<5)',
      '0',
    ])
  })
  it.each([
    ['nothing is small', areasOf([[], [], []], 20)],
    ['some is', areasOf([[1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 1], []])],
    ['small days are in large sums', areasOf([[3], [2, 1], []], 20)],
    ['all add up', areasOf([[1], [0, 1], [0, 0, 1], []])],
  ])('are those of the export where %s', (_, days) => {
    const leaving = told(days).map((text) => text.replace(/[()]/g, '').replace('≥', '>='))
    expect(leaving).toEqual(exported(days))
  })
  it('are none where as many are small as cases are', () => {
    expect(told(areasOf([[1], [0, 1], [0, 0, 1], []]))).toEqual(['(×)', '(×)', '(×)', '(×)'])
  })
  it('of a part are none: its table leaves by whole months', () => {
    expect(told(areasOf([[30], [0, 90]]), 'x')).toEqual(['(×)', '(×)'])
  })
})

it('the drawing of a sensitive part stays while a day of it is small', () => {
  const { incidents, 'village-fires': fires } = MEASURE_BY_ID
  expect(stayHere(incidents, 'assault', [0, 9, null, 4])).toBe(true)
  expect(stayHere(incidents, 'assault', [0, 9, null, 5])).toBe(false)
  expect(stayHere(incidents, 'theft', [4])).toBe(false)
  expect(stayHere(fires, '', [1])).toBe(false)
})
