import { useMemo } from 'react'
import { type AskedSeries, type SeriesQuery, useMeasureSeries } from '../../api/measure-series'
import { useReading } from '../../api/readings'
import type { AreaLevel, MeasureCard, MeasureId } from '../../domain/measure'
import { type Day, dayOf, type Period, startOf } from '../../domain/review/calendar'
import type { SamePeriod } from '../../domain/review/same-period'
import type { ReviewView } from '../../view/review'
import { type Days, daysByArea, together } from './counts'
import { type Figure, figureOf, samePeriod } from './figure'
import { MEASURE_BY_ID, TILES } from './measures'

/** What a picture stands on: not here yet, not to be had, or here. */
export type Had<T> =
  | { readonly is: 'waiting' }
  | { readonly is: 'failed'; readonly cause: string }
  /** The source does not count this here. */
  | { readonly is: 'absent' }
  | { readonly is: 'here'; readonly value: T }

export interface Facts {
  readonly region: string
  /** The region, a prefecture or a county. */
  readonly area: string
  readonly level: AreaLevel
  readonly period: Period
  readonly same: SamePeriod | null
  /** Days before it are complete. */
  readonly cutOff: Day
  readonly firstDay: Day
  readonly cards: ReadonlyMap<MeasureId, MeasureCard>
  readonly card: MeasureCard | null
  readonly tiles: readonly { readonly id: MeasureId; readonly figure: Had<Figure> }[]
  /** Of the measure that the charts are about: the area itself, and each prefecture. */
  readonly days: Had<Days>
  readonly prefectures: Had<readonly Days[]>
}

export const PERIOD_DAYS = 28

export function levelOf(area: string, region: string): AreaLevel {
  if (area === region) return 'province'
  return area.endsWith('00') ? 'prefecture' : 'county'
}

/** Everything that the page shows first; null until the catalogue of measures is here. */
export function useFacts(view: ReviewView, region: string): Facts | null {
  const { snapshot } = useReading('measures')
  const cards = useMemo(() => {
    const known = new Map<MeasureId, MeasureCard>()
    for (const card of snapshot?.items ?? [])
      if (card.measure !== 'unknown') known.set(card.measure, card)
    return known
  }, [snapshot])
  const area = view.area ?? region
  const level = levelOf(area, region)
  const tileIds = TILES[view.tiles]
  const ids = tileIds.includes(view.measure) ? tileIds : [...tileIds, view.measure]
  const whole = useWhole(cards, ids, level)
  const chosen = useSeries(cards, [{ measure: view.measure, part: view.part }], level)[0]
  const peers = useSeries(
    cards,
    [{ measure: view.measure, part: view.part }],
    level === 'county' ? 'prefecture' : level,
  )[0]
  const head = cards.get(view.measure) ?? cards.values().next().value ?? null
  const cutOff = head ? dayOf(head.cutOff) : 0
  const firstDay = head ? dayOf(head.from) : 0
  const [askedFrom, askedTo] = [view.period?.from, view.period?.to]
  const period = useMemo(
    () => clamp(askedFrom, askedTo, firstDay, cutOff),
    [askedFrom, askedTo, firstDay, cutOff],
  )
  const same = useMemo(() => samePeriod(view.against, period), [view.against, period])
  const tiles = useMemo(
    () =>
      tileIds.map((id, i) => ({
        id,
        figure: map(areaOf(whole[i], area, region), (days) =>
          figureOf(MEASURE_BY_ID[id], cards.get(id) as MeasureCard, days, period, view.against),
        ),
      })),
    [tileIds, whole, area, region, cards, period, view.against],
  )
  const days = useMemo(() => areaOf(chosen, area, region), [chosen, area, region])
  const prefectures = useMemo(
    () => map(peers ?? ABSENT, (series) => [...daysByArea(series).values()]),
    [peers],
  )
  const card = cards.get(view.measure) ?? null
  // The same object as long as nothing in it has changed: some twenty answers come one by one, and each asks again.
  return useMemo(() => {
    if (cards.size === 0) return null
    return {
      region,
      area,
      level,
      period,
      same,
      cutOff,
      firstDay,
      cards,
      card,
      tiles,
      days,
      prefectures,
    }
  }, [region, area, level, period, same, cutOff, firstDay, cards, card, tiles, days, prefectures])
}

const ABSENT = { is: 'absent' } as const

function useWhole(
  cards: ReadonlyMap<MeasureId, MeasureCard>,
  ids: readonly MeasureId[],
  level: AreaLevel,
) {
  return useSeries(
    cards,
    ids.map((measure) => ({ measure, part: '' })),
    level,
  )
}

type HadSeries = Had<Extract<AskedSeries, { is: 'here' }>['series']>

/** A whole record of each: stepping through periods asks for nothing more. */
export function useSeries(
  cards: ReadonlyMap<MeasureId, MeasureCard>,
  wanted: readonly { readonly measure: MeasureId; readonly part: string }[],
  level: AreaLevel,
  only?: { readonly step: SeriesQuery['step']; readonly period: Period },
): readonly HadSeries[] {
  const queries = wanted.map(({ measure, part }) => {
    const card = cards.get(measure)
    const at = card && levelFor(card, level)
    if (!card || !at || (part !== '' && !card.parts.includes(part))) return null
    return {
      measure,
      part,
      level: at,
      step: only?.step ?? ('day' as const),
      from: only ? startOf(only.period.from) : card.from,
      to: only ? startOf(only.period.to) : card.cutOff,
      observedAt: card.observedAt,
    }
  })
  const asked = useMeasureSeries(queries.filter((query) => query !== null))
  let at = 0
  const had = queries.map((query): HadSeries => {
    const one = query === null ? undefined : asked[at++]
    if (!one) return ABSENT
    return one.is === 'here' ? { is: 'here', value: one.series } : one
  })
  // The list is the same as long as what is in it is.
  const key = had.map((one) => (one.is === 'here' ? one.value : one.is))
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared by what they hold
  return useMemo(() => had, key.length === 0 ? [wanted.length] : pad(key))
}

/** Hooks want lists of one length. */
const MOST = 24
const pad = (key: readonly unknown[]): unknown[] =>
  Array.from({ length: MOST }, (_, i) => key[i] ?? null)

/** A region is summed from its prefectures, so that what is missing in one of them shows. */
function levelFor({ levels }: MeasureCard, level: AreaLevel): AreaLevel | null {
  const wanted = level === 'province' ? 'prefecture' : level
  if (levels.includes(wanted)) return wanted
  return level === 'province' && levels.includes('province') ? 'province' : null
}

function areaOf(had: HadSeries | undefined, area: string, region: string): Had<Days> {
  if (!had) return ABSENT
  if (had.is !== 'here') return had
  const all = daysByArea(had.value)
  const own = all.get(area)
  if (own) return { is: 'here', value: own }
  if (area !== region || all.size === 0) return ABSENT
  return { is: 'here', value: together(region, [...all.values()]) }
}

function map<A, B>(had: Had<A>, to: (value: A) => B): Had<B> {
  return had.is === 'here' ? { is: 'here', value: to(had.value) } : had
}

/** Never beyond what is complete, never before the record begins. */
export function clamp(from: Day | undefined, to: Day | undefined, first: Day, cutOff: Day): Period {
  const last = Math.min(to ?? cutOff, cutOff)
  const begin = Math.max(from ?? last - PERIOD_DAYS, first)
  return begin < last
    ? { from: begin, to: last }
    : { from: Math.max(first, cutOff - PERIOD_DAYS), to: cutOff }
}
