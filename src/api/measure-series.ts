import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import * as z from 'zod/mini'
import {
  AREA_LEVELS,
  type AreaLevel,
  type MeasureId,
  type MeasureSeries,
  SERIES_STEPS,
  type SeriesStep,
} from '../domain/measure'
import type { EpochMs } from '../domain/time'
import { getJson } from './alarm-reads'
import { idWire, timeWire } from './wire'

/** Ten years by day; an answer that is longer is not what was asked for. */
const MOST_STEPS = 4_000
const columnWire = z.array(z.unknown()).check(z.maxLength(MOST_STEPS))

/**
 * What `measures/series` answers: a value for each step from `from` on, area by area. Null is a gap. Values are not
 * held by the schema but one by one: a bad one is a gap and counted, and harms no other.
 */
export const measureSeriesWire = z.object({
  measure: idWire,
  part: z.string().check(z.maxLength(128)),
  level: z.enum(AREA_LEVELS),
  step: z.enum(SERIES_STEPS),
  from: timeWire,
  generatedAt: timeWire,
  areas: z
    .array(z.object({ areaCode: idWire, count: columnWire, base: z.nullable(columnWire) }))
    .check(z.maxLength(4_000)),
})

export interface SeriesQuery {
  readonly measure: MeasureId
  readonly part: string
  readonly level: AreaLevel
  readonly step: SeriesStep
  readonly from: EpochMs
  readonly to: EpochMs
}

export type AskedSeries =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly series: MeasureSeries }
  | { readonly is: 'failed'; readonly cause: string }

/** Kept for an hour: whoever walks back finds it there. */
const FORGET_MS = 3_600_000

type KeyedQuery = SeriesQuery & { readonly observedAt: EpochMs }

/**
 * The series asked for, each once for every `observedAt` of its card: when the source has revised a measure, its card
 * says so with the next poll, and the series is read anew. Until then the one that is here stays.
 */
export function useMeasureSeries(asked: readonly KeyedQuery[]): readonly AskedSeries[] {
  const client = useQueryClient()
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0)
  const all = JSON.stringify(asked)
  useEffect(() => {
    let isGone = false
    for (const query of JSON.parse(all) as KeyedQuery[])
      void client
        .fetchQuery({
          queryKey: ['series', query],
          queryFn: ({ signal }) => readSeries(query, signal),
          staleTime: Number.POSITIVE_INFINITY,
          gcTime: FORGET_MS,
          structuralSharing: false,
          networkMode: 'always',
          retry: 2,
        })
        // Why it failed is in the query's state.
        .catch(() => {})
        .finally(() => !isGone && drawAgain())
    return () => {
      isGone = true
    }
  }, [client, all])
  return asked.map((query): AskedSeries => {
    const state = client.getQueryState<MeasureSeries>(['series', query])
    if (state?.data) return { is: 'here', series: state.data }
    return state?.error ? { is: 'failed', cause: state.error.message } : { is: 'waiting' }
  })
}

/** Throws an Error that names the cause, which the query keeps. */
export async function readSeries(
  { measure, part, level, step, from, to }: SeriesQuery,
  signal: AbortSignal,
): Promise<MeasureSeries> {
  const query = new URLSearchParams({ measure, level, step, part })
  query.set('from', new Date(from).toISOString())
  query.set('to', new Date(to).toISOString())
  const answer = await getJson(`measures/series?${query}`, measureSeriesWire, signal, toSeries)
  if (!answer.ok) throw new Error(answer.cause)
  return answer.value
}

export function toSeries(wire: z.output<typeof measureSeriesWire>): MeasureSeries {
  const length = Math.max(0, ...wire.areas.map(({ count }) => count.length))
  return {
    ...wire,
    length,
    areas: wire.areas.map(({ areaCode, count, base }) => {
      const counts = column(count, length)
      const bases = base && column(base, length)
      return {
        areaCode,
        count: counts.values,
        base: bases?.values ?? null,
        setAside: counts.setAside + (bases?.setAside ?? 0),
      }
    }),
  }
}

function column(raw: readonly unknown[], length: number) {
  let setAside = 0
  const values: (number | null)[] = raw.map((value) => {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
    if (value !== null) setAside++
    return null
  })
  while (values.length < length) values.push(null)
  return { values, setAside }
}
