import { useEffect, useMemo, useRef, useState } from 'react'
import { type Brought, useBrought } from '../../api/bring/brought'
import { type IncidentHistory, useIncidentHistory } from '../../api/history'
import type { Held, Past, Question, TopPlace } from '../../api/incident-shelf'
import { incidentStore } from '../../api/incident-store'
import type { DensityGrid } from '../../domain/density'
import type { CubeTail, DensityCube } from '../../domain/density-cube'
import { KERNEL } from '../../domain/density-kernel'
import type { Extent } from '../../domain/geo'
import { columnsOf, type Incident } from '../../domain/incident'
import type { IncidentFilter } from '../../domain/incident-filter'
import {
  type IncidentSet,
  incidentSet,
  isMeant,
  liveSince,
  wholeMinutes,
} from '../../domain/incident-set'
import { type UsualRange, usualRange } from '../../domain/incident-usual'
import { DAY_MS, type EpochMs, MINUTE_MS, type TimeWindow } from '../../domain/time'
import type { Inputs, Timeline } from '../topic'
import { type Analysis, useAnalysis } from './analysis'
import { filterOf } from './options'
import { useNewest } from './use-newest'

/** What the time bar shows. */
const TIMELINE_MS = 28 * DAY_MS
/** Of a file: more bars than pixels help nobody. */
const FILE_TIMELINE_MS = 180 * DAY_MS
const NO_NEWS: readonly Incident[] = []

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
  /** What is usual of a day up to this time of it; null until the history is there. */
  readonly usual: UsualRange | null
  /** What is shown in place of the source's own. */
  readonly brought: Brought | null
  /** What the worker may be asked about; null where it holds nothing. */
  readonly question: Question | null
  readonly history: IncidentHistory['status']
  readonly state: 'waiting' | 'computing' | 'ready' | 'failed'
  /** What the surface alone does not say; null where nobody has asked. */
  readonly analysis: Analysis | null
}

/** The density of the window: history and live feed joined. The rows of the past stay in the worker. */
export function useSurface(inputs: Inputs): Bulk {
  const {
    readings,
    now,
    present = now,
    presentReadings = readings,
    window,
    region,
    options,
  } = inputs
  const { snapshot } = readings.incidents
  const asOf = snapshot ? Math.min(now, snapshot.observedAt) : now
  const brought = useBrought()
  const next = windowShown(brought, window, asOf)
  // The live feed holds its day up to the present, wherever the clock stands.
  const heldUntil = now === present ? asOf : present
  const cut = liveSince(heldUntil)
  // One history serves every window and the time bar: another window asks the source for nothing.
  const lastMinute = Math.ceil(heldUntil / MINUTE_MS) * MINUTE_MS
  // The period before this one is what its map is scored by.
  const since = Math.min(2 * next.from - next.to, lastMinute - TIMELINE_MS)
  // Zero is a clock that has not been told the time: nothing is asked for 1970.
  const asked = asOf > 0 ? { from: since, to: cut } : null
  const ofSource = useIncidentHistory(brought ? null : asked)
  const held = brought?.held ?? ofSource.held
  const status = brought ? 'ready' : ofSource.status
  const items = brought ? NO_NEWS : (presentReadings.incidents.snapshot?.items ?? null)
  // A file that does not tell its sources cannot be narrowed by them.
  const filter = filterOf(options, brought?.tellsSources ?? true)
  const [west, south, east, north] = region
  const area = useMemo((): Extent => [west, south, east, north], [west, south, east, north])
  // While an hour's turn loads, what was held of the hour before serves; a new window waits for its own.
  const isAsking = !items || (status === 'loading' && !held)

  const recent = useMemo(
    () => (items && !isAsking ? sinceHistory(items, held?.covers.to ?? cut) : null),
    [items, isAsking, held, cut],
  )
  const wanted = useMemo(
    () => (isAsking ? null : { held, filter, region: area }),
    [isAsking, held, filter, area],
  )
  const parts = useParts()
  // What was counted last, and of what.
  const counted = useRef<[IncidentSet, Wanted | null] | null>(null)
  const [last, of] = counted.current ?? []
  const still = last && recent && of === wanted && parts?.stillWindow(last, next, recent)
  const { from, to } = still || next
  const shown = useMemo((): TimeWindow => ({ from, to }), [from, to])
  const before = useMemo(() => brought?.before(shown) ?? null, [brought, shown])
  const question = useMemo(
    (): Question | null => held && { source: held.id, window: shown, filter },
    [held, shown, filter],
  )

  const { cube, failed } = useCube(wanted, parts)
  const tail = useMemo(
    () =>
      parts &&
      cube &&
      recent &&
      parts.cubeTail(
        columnsOf(recent.filter((one) => one.position !== null && isMeant(one, filter))),
        cube,
      ),
    [parts, cube, recent, filter],
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
  const lastHour = brought?.held.covers.to ?? lastMinute
  const firstHour = brought
    ? Math.max(brought.held.covers.from, lastHour - FILE_TIMELINE_MS)
    : lastMinute - TIMELINE_MS
  const stretch = useMemo(() => ({ from: firstHour, to: lastHour }), [firstHour, lastHour])
  const ofHours = useMemo(
    () => held && { source: held.id, window: stretch, filter },
    [held, stretch, filter],
  )
  const hours = useNewest(ofHours, (one) => incidentStore().hours(one))

  const ofDays = useMemo(() => held && { source: held.id, until: next.to }, [held, next.to])
  const days = useNewest(ofDays, (one) => incidentStore().days(one.source, one.until))
  const usual = useMemo(() => days && usualRange(days.answer), [days])

  const set = useMemo(() => {
    if (!recent) return null
    if (!question) return incidentSet(null, recent, shown, area, to, filter)
    return past && setOf(past.answer, past.asked.question, held?.covers, recent, area)
  }, [recent, question, past, held, shown, filter, area, to])
  counted.current = set && question && past?.asked.question === question ? [set, wanted] : null
  const timeline = useMemo(
    () => parts && hours && recent && parts.timelineOf(hours, recent, brought),
    [parts, hours, recent, brought],
  )
  const state = isAsking
    ? 'waiting'
    : failed
      ? 'failed'
      : picture && set?.window.to === to && set.window.from >= from
        ? 'ready'
        : 'computing'
  const analysis = useAnalysis({
    held: hasFeed ? held : null,
    region: area,
    window: shown,
    before,
    filter,
    options,
  })
  return useMemo(
    () => ({
      picture,
      grid: grid?.answer ?? null,
      set,
      top: top?.answer ?? null,
      timeline,
      usual,
      brought,
      question,
      history: status,
      state,
      analysis,
    }),
    [picture, grid, set, top, timeline, usual, brought, question, status, state, analysis],
  )
}

/** A file shows of a window what it holds. */
export function windowShown(brought: Brought | null, window: TimeWindow, asOf: EpochMs) {
  const asked = wholeMinutes(window, asOf)
  return brought ? brought.shownFor(asked) : asked
}

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
