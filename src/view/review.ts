import { useCallback, useMemo } from 'react'
import { MEASURES, type MeasureId } from '../domain/measure'
import { type Day, dateOf, dayAt, isPeriod, type Period } from '../domain/review/calendar'
import { useQuery } from './use-view'

/** What the figures are held against: the same period of last year, or the period before. */
export const AGAINST = ['year', 'before'] as const
export type Against = (typeof AGAINST)[number]

export const TILE_SETS = ['overview', 'prevention', 'system'] as const
export type TileSet = (typeof TILE_SETS)[number]

/** Every picture of the page: each has a table twin under its name. */
export const CHARTS = [
  'tiles',
  'control',
  'map',
  'matrix',
  'multiples',
  'season',
  'response',
  'league',
  'effect',
] as const
export type ChartId = (typeof CHARTS)[number]

/** A date and the areas where something was done, held against what was before and against other areas. */
export interface Action {
  readonly day: Day
  readonly areas: readonly string[]
}

/** What review looks at. Defaults are left out of the URL. */
export interface ReviewView {
  /** Null: the whole region. */
  readonly area: string | null
  /** Null: the last 28 complete days. */
  readonly period: Period | null
  readonly against: Against
  readonly tiles: TileSet
  /** What chart, map and multiples are about. */
  readonly measure: MeasureId
  /** '' is the whole. */
  readonly part: string
  /** Whose definition is open. */
  readonly card: MeasureId | null
  readonly twin: ChartId | null
  readonly action: Action | null
}

/** The keys of review in an address; what else stands there is another page's, and stays. */
export const REVIEW_KEYS = [
  'area',
  'period',
  'against',
  'tiles',
  'measure',
  'part',
  'card',
  'twin',
  'action',
] as const
export type ReviewKey = (typeof REVIEW_KEYS)[number]

export const DEFAULT_REVIEW: ReviewView = {
  area: null,
  period: null,
  against: 'year',
  tiles: 'overview',
  measure: 'incidents',
  part: '',
  card: null,
  twin: null,
  action: null,
}

/** Longer periods than this say nothing that a chart of days could show. */
export const MOST_DAYS = 400
const MOST_AREAS = 12
const CODE = /^[0-9]{5,12}$/
const PART = /^[a-z0-9-]{0,40}$/

export function parseReview(params: URLSearchParams): ReviewView {
  const area = params.get('area')
  const part = params.get('part') ?? ''
  return {
    area: area !== null && CODE.test(area) ? area : null,
    period: parsePeriod(params.get('period')),
    against: known(AGAINST, params.get('against')) ?? 'year',
    tiles: known(TILE_SETS, params.get('tiles')) ?? 'overview',
    measure: known(MEASURES, params.get('measure')) ?? 'incidents',
    part: PART.test(part) ? part : '',
    card: known(MEASURES, params.get('card')),
    twin: known(CHARTS, params.get('twin')),
    action: parseAction(params.get('action')),
  }
}

/** Writes what differs from the defaults, and takes away what else stood under these keys. */
export function formatReview(review: ReviewView, params: URLSearchParams): void {
  const { area, period, action } = review
  for (const key of REVIEW_KEYS) params.delete(key)
  if (area) params.set('area', area)
  if (period)
    params.set('period', `${formatDayNumber(period.from)}..${formatDayNumber(period.to - 1)}`)
  for (const key of ['against', 'tiles', 'measure', 'part'] as const)
    if (review[key] !== DEFAULT_REVIEW[key]) params.set(key, review[key])
  if (review.card) params.set('card', review.card)
  if (review.twin) params.set('twin', review.twin)
  if (action) params.set('action', [formatDayNumber(action.day), ...action.areas].join(','))
}

function known<T extends string>(words: readonly T[], word: string | null): T | null {
  return words.find((one) => one === word) ?? null
}

function parsePeriod(text: string | null): Period | null {
  const period = daysOf(text)
  return period && period.to - period.from <= MOST_DAYS ? period : null
}

/** Two days in order, but more between them than `MOST_DAYS`. */
export function isTooLong(text: string): boolean {
  return daysOf(text) !== null && parsePeriod(text) === null
}

function daysOf(text: string | null): Period | null {
  const [first, last, ...rest] = text?.split('..') ?? []
  const [from, through] = [parseDay(first), parseDay(last)]
  if (from === null || through === null || rest.length > 0) return null
  const period = { from, to: through + 1 }
  return isPeriod(period) ? period : null
}

function parseAction(text: string | null): Action | null {
  const [date, ...areas] = text?.split(',', MOST_AREAS + 1) ?? []
  const day = parseDay(date)
  if (day === null || areas.length === 0 || !areas.every((area) => CODE.test(area))) return null
  return { day, areas: [...new Set(areas)] }
}

/** 2026-02-10 to the number of its day; null where there is no such day. */
export function parseDay(text: string | undefined): Day | null {
  const match = /^(20[0-9]{2})-([0-9]{2})-([0-9]{2})$/.exec(text ?? '')
  if (!match) return null
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  const day = dayAt(year, month, date)
  return formatDayNumber(day) === text ? day : null
}

export function formatDayNumber(day: Day): string {
  const { year, month, date } = dateOf(day)
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

export type ChangeReview = (part: Partial<ReviewView>) => void

/** What review looks at, out of the address, and how to change it: each change is a step that Back takes back. */
export function useReview(): readonly [ReviewView, ChangeReview] {
  const [search, setQuery] = useQuery()
  const review = useMemo(() => parseReview(new URLSearchParams(search)), [search])
  const change = useCallback<ChangeReview>(
    (part) =>
      setQuery((now) => {
        const params = new URLSearchParams(now)
        formatReview({ ...parseReview(params), ...part }, params)
        const text = params.toString()
        return text && `?${text}`
      }, 'push'),
    [setQuery],
  )
  return [review, change]
}
