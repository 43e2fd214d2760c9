import { describe, expect, it } from 'vitest'
import { dayAt } from '../../domain/review/calendar'
import type { Days } from './counts'
import { figureOf } from './figure'
import { leavingOf, stayHere } from './leaving'
import { MEASURE_BY_ID } from './measures'

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

function told(days: readonly Days[], part = '') {
  const measure = MEASURE_BY_ID['village-fires']
  const figures = days.map((own) => ({
    code: own.areaCode,
    figure: figureOf(measure, { versions: [] }, own, PERIOD, 'year'),
  }))
  return [...leavingOf(figures, days, REGION, part).values()].map(({ now, isTold }) =>
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
