import { expect, test } from 'vitest'
import { parseReview, REVIEW_KEYS } from './review'
import { reviewFaults } from './review-faults'

const keys = (search: string) => reviewFaults(search).map(({ key }) => key)

test('what an address asks for in vain is named, and nothing else is lost', () => {
  const search =
    '?area=520600&period=2026-02-30..2026-03-09&measure=thefts&part=theft&against=before&twin=map'
  expect(reviewFaults(search)).toEqual([
    { key: 'period', asked: '2026-02-30..2026-03-09', isTooLong: false },
    { key: 'measure', asked: 'thefts', isTooLong: false },
  ])
  expect(parseReview(new URLSearchParams(search))).toMatchObject({
    area: '520600',
    period: null,
    measure: 'incidents',
    part: 'theft',
    against: 'before',
    twin: 'map',
  })
})

test('every key of it can be at fault, and every key that says what it means is none', () => {
  const bad = REVIEW_KEYS.map((key) => `${key}=<x>`).join('&')
  expect(keys(bad)).toEqual([...REVIEW_KEYS])
  const good =
    'area=520600&period=2026-02-10..2026-03-09&against=before&tiles=system&measure=dose&part=theft&card=dose&twin=map&action=2026-01-13,520100,520100'
  expect(keys(good)).toEqual([])
  // Defaults are left out of addresses, and may stand in one all the same; so may what is empty, or of another page.
  expect(keys('measure=incidents&against=year&tiles=overview&part=&period=&sel=%3Cx%3E')).toEqual(
    [],
  )
  expect(reviewFaults(`measure=${'x'.repeat(5_000)}`)[0]?.asked).toHaveLength(40)
})

test('a period that is too long, upside down or no period is at fault', () => {
  for (const period of ['2026-03-09..2026-02-10', '2020-01-01..2026-01-01', '2026-02', 'null'])
    expect(keys(`period=${period}`)).toEqual(['period'])
  const isTooLong = (period: string) => reviewFaults(`period=${period}`)[0]?.isTooLong
  expect(isTooLong('2024-03-10..2026-03-09')).toBe(true)
  expect(isTooLong('2026-03-09..2026-02-10')).toBe(false)
})
