import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatView, parseView } from './codec'
import {
  COVERAGE_LEVELS,
  COVERAGE_SPANS,
  COVERAGE_VIEWS,
  type CoverageView,
  DEFAULT_COVERAGE,
  formatCoverage,
  parseCoverage,
} from './coverage'

const anyCoverage: fc.Arbitrary<CoverageView> = fc.record({
  view: fc.constantFrom(...COVERAGE_VIEWS),
  span: fc.constantFrom(...COVERAGE_SPANS),
  level: fc.constantFrom(...COVERAGE_LEVELS),
  area: fc.option(fc.constantFrom('5201', '520103')),
  place: fc.option(fc.constantFrom('wp-520103-02', '守望点:7')),
})

it('reads back what it wrote, leaves defaults out and everything else in', () => {
  expect(formatCoverage(DEFAULT_COVERAGE, '?scenario=festival&lang=en&cover=dose')).toBe(
    '?scenario=festival&lang=en',
  )
  fc.assert(
    fc.property(anyCoverage, (coverage) => {
      const text = formatCoverage(coverage, '?scale=10&place=other')
      expect(parseCoverage(text)).toEqual(coverage)
      expect(new URLSearchParams(text).get('scale')).toBe('10')
    }),
    { numRuns: 100 },
  )
})

it('lets a bad value fall to its default, alone', () => {
  const bad = '?cover=dose&turn=next&by=town&within=52010a&place=%3Cimg%3E'
  expect(parseCoverage(bad)).toEqual({ ...DEFAULT_COVERAGE, view: 'dose' })
  expect(parseCoverage(`?place=${'x'.repeat(65)}&within=520103&turn=last`)).toEqual({
    ...DEFAULT_COVERAGE,
    area: '520103',
    span: 'last',
  })
})

it('outlives what the desk writes into the address', () => {
  const words = { topics: ['patrols'], tables: [], options: [] }
  const search = '?cover=dose&within=5201&place=wp-520103-02'
  const written = formatView({ ...parseView(search, words), task: 'orders' }, words, search)
  expect(parseCoverage(written)).toEqual(parseCoverage(search))
  expect(formatView(parseView('', words), words, `?place=${'x'.repeat(129)}`)).toBe('')
})
