import { useMemo } from 'react'
import type { MeasureId, MeasureSeries } from '../../domain/measure'
import type { Day, Period } from '../../domain/review/calendar'
import type { ChartId, ReviewView } from '../../view/review'
import { type Days, daysByArea, together } from './counts'
import { MEASURE_BY_ID } from './measures'
import { byMonth } from './release'
import type { ReleaseSources } from './releases'
import { type Facts, useSeries } from './use-facts'
import { useHours } from './when'

/** Null: still on its way. Asks for counties and parts only where rows are about them. */
export function useReleaseSources(
  facts: Facts,
  view: ReviewView,
  chart: ChartId,
): ReleaseSources | null {
  const main: MeasureId =
    chart === 'response' ? 'response-time' : chart === 'matrix' ? 'incidents' : view.measure
  const { region, cards } = facts
  const card = cards.get(main)
  const ids = useMemo(
    () => (chart === 'tiles' ? facts.tiles.map(({ id }) => id) : [main]),
    [chart, facts.tiles, main],
  )
  // No whole of its own: its parts are all there is.
  const isOnlyParts = main === 'response-time'
  const isInside =
    isOnlyParts ||
    ((view.part !== '' || facts.level === 'county' || chart === 'league') &&
      chart !== 'tiles' &&
      chart !== 'matrix')
  const level = !isOnlyParts && card?.levels.includes('county') ? 'county' : 'prefecture'
  const parts = useMemo(
    () => [...(isOnlyParts ? [] : ['']), ...(card?.parts ?? [])],
    [isOnlyParts, card],
  )
  const wholes = useSeries(cards, isOnlyParts ? [] : ids.map(wholeOf), 'prefecture')
  const months = [facts.period, facts.same?.past ?? null].map((period) =>
    isInside && period ? wholeMonthsIn(period) : null,
  )
  const ask = (only: Period | null | undefined) =>
    only ? parts.map((part) => ({ measure: main, part })) : []
  const now = useSeries(cards, ask(months[0]), level, only(months[0]))
  const past = useSeries(cards, ask(months[1]), level, only(months[1]))
  const hours = useHours(facts)
  return useMemo(() => {
    const all = [...wholes, ...now, ...past]
    if (all.some(({ is }) => is === 'waiting')) return null
    const seriesOf = (had: (typeof all)[number] | undefined) =>
      had?.is === 'here' ? had.value : null
    const inner = parts.map((part, i) => ({
      part,
      areas: joined([seriesOf(now[i]), seriesOf(past[i])]),
    }))
    const summed = isOnlyParts ? sumOfParts(inner.map(({ areas }) => areas)) : []
    const measures = new Map(
      ids.map((id, i) => {
        const whole = seriesOf(wholes[i])
        const areas = isOnlyParts ? summed : whole ? [...daysByArea(whole).values()] : []
        const within = isOnlyParts ? [{ part: '', areas: summed }, ...inner] : inner
        const source = { region, areas, inner: id === main && isInside ? within : [] }
        return [id, { source, isShare: MEASURE_BY_ID[id].kind === 'share' }] as const
      }),
    )
    const isHourly = chart === 'matrix' && hours?.is === 'here'
    const { area, period } = facts
    return { measures, hours: isHourly ? { series: hours.value, area, region, period } : null }
  }, [wholes, now, past, hours, parts, ids, main, isInside, isOnlyParts, chart, region, facts])
}

const wholeOf = (measure: MeasureId) => ({ measure, part: '' })

const only = (period: Period | null | undefined) =>
  period ? ({ step: 'day', period } as const) : undefined

/** Null: there is none. */
function wholeMonthsIn({ from, to }: Period): Period | null {
  const days = Array.from({ length: to - from }, (_, i): Day => from + i)
  const whole = byMonth(days).filter(({ month, own }) => own.length === month.to - month.from)
  const [first, last] = [whole[0], whole.at(-1)]
  return first && last ? { from: first.month.from, to: last.month.to } : null
}

/** One record of each area, with a hole between the two. */
function joined(all: readonly (MeasureSeries | null)[]): readonly Days[] {
  const lists = all.flatMap((series) => (series ? [daysByArea(series)] : []))
  const codes = new Set(lists.flatMap((list) => [...list.keys()]))
  return [...codes].map((areaCode) => {
    const own = lists.flatMap((list) => list.get(areaCode) ?? [])
    const first = Math.min(...own.map((days) => days.first))
    const end = Math.max(...own.map((days) => days.first + days.count.length))
    const column = (of: (days: Days) => Days['base']) =>
      Array.from({ length: end - first }, (_, i) => {
        const at = own.find((days) => (of(days)?.[first + i - days.first] ?? null) !== null)
        return at ? (of(at)?.[first + i - at.first] ?? null) : null
      })
    return {
      areaCode,
      first,
      count: column(({ count }) => count),
      base: own.some(({ base }) => base) ? column(({ base }) => base) : null,
      setAside: 0,
      missing: new Map(),
    }
  })
}

/** What a measure that is only told in parts is as a whole. */
function sumOfParts(parts: readonly (readonly Days[])[]): readonly Days[] {
  return (parts[0] ?? []).map(({ areaCode }) =>
    together(
      areaCode,
      parts.flatMap((areas) => areas.find((one) => one.areaCode === areaCode) ?? []),
    ),
  )
}
