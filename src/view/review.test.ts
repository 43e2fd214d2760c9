import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEASURES } from '../domain/measure'
import {
  AGAINST,
  CHARTS,
  DEFAULT_REVIEW,
  formatReview,
  MOST_DAYS,
  parseReview,
  type ReviewView,
  TILE_SETS,
} from './review'

const anyReview: fc.Arbitrary<ReviewView> = fc.record({
  area: fc.option(fc.constantFrom('520600', '520102')),
  period: fc.option(
    fc
      .tuple(fc.integer({ min: 11_000, max: 40_000 }), fc.integer({ min: 1, max: MOST_DAYS }))
      .map(([from, days]) => ({ from, to: from + days })),
  ),
  against: fc.constantFrom(...AGAINST),
  tiles: fc.constantFrom(...TILE_SETS),
  measure: fc.constantFrom(...MEASURES),
  part: fc.constantFrom('', 'theft', '90'),
  card: fc.option(fc.constantFrom(...MEASURES)),
  twin: fc.option(fc.constantFrom(...CHARTS)),
  action: fc.option(
    fc.record({
      day: fc.integer({ min: 11_000, max: 40_000 }),
      areas: fc.uniqueArray(fc.constantFrom('520102', '520103', '520600'), { minLength: 1 }),
    }),
  ),
})
const read = (search: string) => parseReview(new URLSearchParams(search))
const written = (review: ReviewView, search = '') => {
  const params = new URLSearchParams(search)
  formatReview(review, params)
  return params.toString()
}

describe('what review looks at, in an address', () => {
  it('is read back as it was written, whatever stood there before', () => {
    fc.assert(
      fc.property(anyReview, anyReview, (review, before) => {
        expect(read(written(review, written(before)))).toEqual(review)
      }),
    )
  })

  it('leaves its defaults out, and what is not its own alone', () => {
    expect(written(DEFAULT_REVIEW, 'scenario=calm&area=520600&lang=en')).toBe(
      'scenario=calm&lang=en',
    )
  })

  it.each([
    'period=2026-02-30..2026-03-01',
    'period=2026-03-02..2026-03-01',
    'period=2020-01-01..2026-03-01',
    'area=../x',
    'action=2026-02-01',
    'card=persons',
  ])('lets %s fall to its default', (search) => {
    expect(read(search)).toEqual(DEFAULT_REVIEW)
  })
})
