import { useEffect, useMemo, useRef, useState } from 'react'
import { type IncidentHistory, useIncidentHistory } from '../../api/history'
import type { Held, Past, Question, TopPlace } from '../../api/incident-shelf'
import { incidentStore } from '../../api/incident-store'
import type { DensityGrid } from '../../domain/density'
import type { CubeTail, DensityCube } from '../../domain/density-cube'
import { KERNEL } from '../../domain/density-kernel'
import type { Extent } from '../../domain/geo'
import { columnsOf, type Incident } from '../../domain/incident'
import { type IncidentFilter, REPORTED } from '../../domain/incident-filter'
import { hoursOf } from '../../domain/incident-hours'
import {
  type IncidentSet,
  incidentSet,
  isOfKind,
  letsIn,
  liveSince,
  wholeMinutes,
} from '../../domain/incident-set'
import { DAY_MS, type TimeWindow } from '../../domain/time'
import type { Inputs, Timeline } from '../topic'

/** What the time bar shows. */
const TIMELINE_MS = 28 * DAY_MS

type Parts = typeof import('./density-parts')

/** What is drawn, and with what: counts over all times, and the window of them. */
export interface Picture {
  readonly parts: Parts
  readonly cube: DensityCube
  /** What the live feed says of the time since. */
  readonly tail: CubeTail
  readonly window: TimeWindow
}

export interface Bulk {
  /** Follows the window at once; the cube under it stays on until the next one is there. */
  readonly picture: Picture | null
  /** Where the GPU cannot make a surface out of the cube: made by the worker, a moment later. */
  readonly grid: DensityGrid | null
  /** Counts and lists, of the window when they were last reckoned; null until there are any. */
  readonly set: IncidentSet | null
  /** The highest place of that window, and what is about it. */
  readonly top: TopPlace | null
  /** Null until the history is there. */
  readonly timeline: Timeline | null
  /** What the worker may be asked about; null where it holds nothing. */
  readonly question: Question | null
  readonly history: IncidentHistory['status']
  readonly state: 'waiting' | 'computing' | 'ready' | 'failed'
}

/** The density of the window: history and live feed joined. The rows of the past stay in the worker. */
export function useSurface({ readings, now, window, region }: Inputs): Bulk {
  const { snapshot } = readings.incidents
  const asOf = snapshot ? Math.min(now, snapshot.observedAt) : now
  const { from, to } = wholeMinutes(window, asOf)
  const cut = liveSince(asOf)
  // One history serves every window and the time bar: another window asks the source for nothing.
  const since = Math.min(from, to - TIMELINE_MS)
  // Zero is a clock that has not been told the time: nothing is asked for 1970.
  const asked = asOf > 0 ? { from: since, to: cut } : null
  const { held, status } = useIncidentHistory(asked)
  const items = snapshot?.items ?? null
  const filter = REPORTED
  const [west, south, east, north] = region
  const area = useMemo((): Extent => [west, south, east, north], [west, south, east, north])
  // While an hour's turn loads, what was held of the hour before serves; a new window waits for its own.
  const isAsking = !items || (status === 'loading' && !held)

  const recent = useMemo(
    () => (items && !isAsking ? sinceHistory(items, held?.covers.to ?? liveSince(to)) : null),
    [items, isAsking, held, to],
  )
  const shown = useMemo((): TimeWindow => ({ from, to }), [from, to])
  const question = useMemo(
    (): Question | null => held && { source: held.id, window: shown, filter },
    [held, shown],
  )

  const wanted = useMemo(
    () => (isAsking ? null : { held, filter, region: area }),
    [isAsking, held, area],
  )
  const parts = useParts()
  const { cube, failed } = useCube(wanted, parts)
  const tail = useMemo(
    () =>
      parts &&
      cube &&
      recent &&
      parts.cubeTail(columnsOf(recent.filter((one) => isMeant(one, filter))), cube),
    [parts, cube, recent],
  )
  const picture = useMemo(
    () => (parts && cube && tail && to > from ? { parts, cube, tail, window: shown } : null),
    [parts, cube, tail, shown, from, to],
  )

  useEffect(() => {
    if (held && recent) void incidentStore().putTail(held.id, columnsOf(recent))
  }, [held, recent])
  const hasFeed = recent !== null
  const ofPast = useMemo(
    () => (question && hasFeed ? { question, region: area } : null),
    [question, hasFeed, area],
  )
  const past = useNewest(ofPast, (one) => incidentStore().past(one.question, one.region))
  const ofTop = useMemo(
    () => (question && recent ? { question, region: area } : null),
    [question, recent, area],
  )
  const top = useNewest(ofTop, (one) => incidentStore().top(one.question, one.region))
  const ofGrid = useMemo(
    () => (ofTop && parts && !parts.canDrawCubes() ? { ...ofTop } : null),
    [ofTop, parts],
  )
  const grid = useNewest(ofGrid, (one) => incidentStore().surface(one.question, one.region))
  const ofHours = useMemo(
    () => held && { source: held.id, window: { from: to - TIMELINE_MS, to } },
    [held, to],
  )
  const hours = useNewest(ofHours, (one) => incidentStore().hours(one.source, one.window))

  const set = useMemo(() => {
    if (!recent) return null
    if (!question) return incidentSet(null, recent, shown, area, to, filter)
    return past && setOf(past.answer, past.asked.question, held?.covers, recent, area)
  }, [recent, question, past, held, shown, area, to])
  const timeline = useMemo(
    () => hours && recent && timelineOf(hours.answer, recent, to),
    [hours, recent, to],
  )
  const state = isAsking
    ? 'waiting'
    : failed
      ? 'failed'
      : picture && set?.window.to === to && set.window.from >= from
        ? 'ready'
        : 'computing'
  return useMemo(
    () => ({
      picture,
      grid: grid?.answer ?? null,
      set,
      top: top?.answer ?? null,
      timeline,
      question,
      history: status,
      state,
    }),
    [picture, grid, set, top, timeline, question, status, state],
  )
}

const isMeant = (one: Incident, filter: IncidentFilter) =>
  one.position !== null && isOfKind(one, filter) && letsIn(filter, one.source)

/** What the live feed says of the time that the history does not cover, oldest first. */
function sinceHistory(items: readonly Incident[], cut: number): readonly Incident[] {
  return items
    .filter(({ occurredAt }) => occurredAt >= cut)
    .sort((a, b) => a.occurredAt - b.occurredAt)
}

function setOf(
  past: Past | null,
  { window, filter }: Question,
  covers: TimeWindow | undefined,
  recent: readonly Incident[],
  region: Extent,
): IncidentSet | null {
  if (!past || !covers) return null
  return incidentSet({ ...past, covers }, recent, window, region, window.to, filter)
}

function timelineOf(hours: readonly number[], recent: readonly Incident[], to: number): Timeline {
  const late = {
    count: recent.length,
    occurredAt: Float64Array.from(recent, (one) => one.occurredAt),
  }
  const { from, counts } = hoursOf([late], { from: to - TIMELINE_MS, to })
  return { from, counts: counts.map((n, i) => n + (hours[i] ?? 0)) }
}

function useParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    void import('./density-parts').then(setParts)
  }, [])
  return parts
}

interface Wanted {
  readonly held: Held | null
  readonly filter: IncidentFilter
  readonly region: Extent
}

/** The cube of what is held, made anew when that or the filter is another; the one before stays until then. */
function useCube(wanted: Wanted | null, parts: Parts | null) {
  const [cube, setCube] = useState<DensityCube | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!wanted || !parts) return
    let isWanted = true
    const { held, filter, region } = wanted
    const made = held
      ? incidentStore().cube(held.id, filter, region, KERNEL)
      : Promise.resolve(parts.densityCube(columnsOf([]), parts.cubeRaster(region, KERNEL)))
    made.then(
      (one) => {
        if (!isWanted) return
        setFailed(false)
        setCube(one)
      },
      () => isWanted && setFailed(true),
    )
    return () => {
      isWanted = false
    }
  }, [wanted, parts])
  return { cube, failed }
}

/** The answer to the newest question that has one. One is on its way at a time; of those that wait the last is asked. */
function useNewest<Q extends object, A>(question: Q | null, ask: (question: Q) => Promise<A>) {
  const [answered, setAnswered] = useState<{ asked: Q; answer: A } | null>(null)
  const waiting = useRef<Q | null>(null)
  const isBusy = useRef(false)
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (!question) return
    waiting.current = question
    if (isBusy.current) return
    isBusy.current = true
    void (async () => {
      while (waiting.current) {
        const asked = waiting.current
        waiting.current = null
        try {
          setAnswered({ asked, answer: await latest.current(asked) })
        } catch (error) {
          console.warn('incidents:', error)
        }
      }
      isBusy.current = false
    })()
  }, [question])
  return answered
}
