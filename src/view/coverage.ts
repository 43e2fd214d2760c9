import { useCallback, useMemo } from 'react'
import { useQuery } from './use-view'

export const COVERAGE_VIEWS = ['areas', 'dose', 'order'] as const
export type CoverageViewName = (typeof COVERAGE_VIEWS)[number]

/** The running shift, the one before it, or the day that the record holds. */
export const COVERAGE_SPANS = ['this', 'last', 'day'] as const
export type CoverageSpan = (typeof COVERAGE_SPANS)[number]

export const COVERAGE_LEVELS = ['prefecture', 'county'] as const
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number]

/** What the page of coverage looks at. Defaults are left out of the URL. */
export interface CoverageView {
  readonly view: CoverageViewName
  readonly span: CoverageSpan
  readonly level: CoverageLevel
  /** First digits of a division code (GB/T 2260); null: the whole region. */
  readonly area: string | null
  /** Id of the chosen watch place. */
  readonly place: string | null
}

export const DEFAULT_COVERAGE: CoverageView = {
  view: 'areas',
  span: 'this',
  level: 'prefecture',
  area: null,
  place: null,
}

/** Where each part stands in the query; the codec of the desk hands these on as they are. */
const KEY = { view: 'cover', span: 'turn', level: 'by', area: 'within', place: 'place' } as const

const AREA = /^\d{4}(?:\d{2})?$/
const PLACE = /^[\p{L}\p{N}][\p{L}\p{N}:._-]{0,63}$/u

/** A value that is out of bounds falls to its default, alone. */
export function parseCoverage(search: string): CoverageView {
  const params = new URLSearchParams(search)
  const [area, place] = [params.get(KEY.area), params.get(KEY.place)]
  return {
    view: known(COVERAGE_VIEWS, params.get(KEY.view)) ?? DEFAULT_COVERAGE.view,
    span: known(COVERAGE_SPANS, params.get(KEY.span)) ?? DEFAULT_COVERAGE.span,
    level: known(COVERAGE_LEVELS, params.get(KEY.level)) ?? DEFAULT_COVERAGE.level,
    area: area !== null && AREA.test(area) ? area : null,
    place: place !== null && PLACE.test(place) ? place : null,
  }
}

/** The query with these in it, everything else as it was. */
export function formatCoverage(coverage: CoverageView, current: string): string {
  const params = new URLSearchParams(current)
  for (const part of ['view', 'span', 'level', 'area', 'place'] as const) {
    const value = coverage[part]
    if (value === null || value === DEFAULT_COVERAGE[part]) params.delete(KEY[part])
    else params.set(KEY[part], value)
  }
  const text = params.toString()
  return text && `?${text}`
}

function known<T extends string>(words: readonly T[], word: string | null): T | null {
  return words.find((one) => one === word) ?? null
}

export type ChangeCoverage = (part: Partial<CoverageView>, how?: 'push' | 'replace') => void

export function useCoverage(): readonly [CoverageView, ChangeCoverage] {
  const [search, setQuery] = useQuery()
  const coverage = useMemo(() => parseCoverage(search), [search])
  const change = useCallback<ChangeCoverage>(
    (part, how = 'push') =>
      setQuery((now) => formatCoverage({ ...parseCoverage(now), ...part }, now), how),
    [setQuery],
  )
  return [coverage, change]
}
