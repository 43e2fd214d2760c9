import { useEffect, useMemo, useRef, useState } from 'react'
import type { HotSpotAsk } from '../../api/analysis'
import type { Held } from '../../api/incident-shelf'
import type { Extent } from '../../domain/geo'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentCategory,
  type IncidentSource,
  SEVERITIES,
  type Severity,
} from '../../domain/incident'
import type { IncidentFilter } from '../../domain/incident-filter'
import type { HotSpots } from '../../domain/incident-hot-spots'
import type { NearRepeat, WatchCell } from '../../domain/near-repeat'
import { type EpochMs, HOUR_MS, SECOND_MS, type TimeWindow } from '../../domain/time'
import { useNewest } from './use-newest'

/** Kinds that near repeats are asked for, burglary first: it is what the practice began with. */
export const NEAR_KINDS = [
  'burglary',
  'theft',
  ...INCIDENT_CATEGORIES.filter(
    (kind) => !['burglary', 'theft', 'patrol-check', 'unknown'].includes(kind),
  ),
] as const satisfies readonly IncidentCategory[]

const NEAR_PREFIX = 'near-'
export const nearOption = (kind: IncidentCategory) => `${NEAR_PREFIX}${kind}`
/** Kinds and severities that the picture can be narrowed to, one of each at a time. */
export const kindOption = (kind: IncidentCategory) => `kind-${kind}`
export const rankOption = (severity: Severity) => `rank-${severity}`
/** Sources that the surface is made of, any of them; none named: the public's reports alone. */
export const sourceOption = (source: IncidentSource) => `from-${source}`
export const SOURCE_OPTIONS: readonly string[] = INCIDENT_SOURCES.map(sourceOption)
export const KIND_OPTIONS: readonly string[] = INCIDENT_CATEGORIES.map(kindOption)
export const RANK_OPTIONS: readonly string[] = SEVERITIES.map(rankOption)
export const NEAR_OPTIONS: readonly string[] = NEAR_KINDS.map(nearOption)
export const ANALYSIS_OPTIONS: readonly string[] = [
  ...SOURCE_OPTIONS,
  ...NEAR_OPTIONS,
  ...KIND_OPTIONS,
  ...RANK_OPTIONS,
]

export function sourcesOf(options: readonly string[] = []): readonly IncidentSource[] {
  const some = INCIDENT_SOURCES.filter((one) => options.includes(sourceOption(one)))
  return some.length > 0 ? some : PUBLIC
}

const PUBLIC: readonly IncidentSource[] = ['public-report']

const filters = new Map<string, IncidentFilter>()

/**
 * What the surface and its lists are made of: for the same options the same object. What does not tell its sources
 * (`hasSources`) cannot be narrowed by them.
 */
export function filterOf(options: readonly string[] = [], hasSources = true): IncidentFilter {
  const kind = INCIDENT_CATEGORIES.find((one) => options.includes(kindOption(one)))
  const severity = SEVERITIES.find((one) => options.includes(rankOption(one)))
  const sources = hasSources ? sourcesOf(options) : PUBLIC
  const key = [sources, kind, severity].join()
  const known = filters.get(key)
  if (known) return known
  const filter: IncidentFilter = {
    categories: kind ? [kind] : null,
    severities: severity ? [severity] : null,
    sources,
  }
  filters.set(key, filter)
  return filter
}

export function nearKindOf(options: readonly string[] = []): IncidentCategory | null {
  return NEAR_KINDS.find((kind) => options.includes(nearOption(kind))) ?? null
}

/** Nobody waits for an analysis before the first picture. */
const analyst = () => import('../../api/analysis')

export type AnalysisParts = typeof import('./analysis-parts')

export interface HotRun {
  /** The last ones, and what they answer: of what is shown only where `question` asks the same. */
  readonly spots: HotSpots | null
  readonly asked: HotSpotAsk | null
  readonly question: HotSpotAsk | null
  readonly state: 'waiting' | 'computing' | 'ready' | 'failed'
}

export type NearRun =
  | { readonly state: 'waiting'; readonly kind: IncidentCategory }
  | {
      readonly state: 'computing'
      readonly kind: IncidentCategory
      readonly done: number
      readonly runs: number
      readonly stop: () => void
    }
  | {
      readonly state: 'stopped' | 'failed'
      readonly kind: IncidentCategory
      readonly again: () => void
    }
  | {
      readonly state: 'ready'
      readonly kind: IncidentCategory
      readonly result: NearRepeat
      /** End of the record that it was reckoned from: the window's may have moved on since. */
      readonly asOf: EpochMs
      /** Those that stand now; none unless the table shows more than chance. */
      readonly cells: readonly WatchCell[]
    }

export interface Analysis {
  readonly parts: AnalysisParts | null
  readonly hot: HotRun
  /** Null: switched off. */
  readonly near: NearRun | null
}

interface Asked {
  /** Null until the history is there. */
  readonly held: Held | null
  readonly region: Extent
  readonly window: TimeWindow
  /** The period before, where it is not as long. */
  readonly before: TimeWindow | null
  readonly filter: IncidentFilter
  readonly options: readonly string[] | undefined
}

/** What the surface alone does not say. */
export function useAnalysis(asked: Asked): Analysis {
  const parts = useParts()
  const hot = useHotSpots(asked)
  const near = useNearRepeat(asked)
  return useMemo(() => ({ parts, hot, near }), [parts, hot, near])
}

let loadedParts: AnalysisParts | null = null

function useParts(): AnalysisParts | null {
  const [parts, setParts] = useState(loadedParts)
  useEffect(() => {
    if (parts) return
    import('./analysis-parts').then(
      (module) => {
        loadedParts = module
        setParts(module)
      },
      // The surface stands without it; the next page load asks again.
      () => {},
    )
  }, [parts])
  return parts
}

/** The window's end moves once a minute: news of the feed in between wait for it. */
function useHotSpots({ held, region, window, before, filter }: Asked): HotRun {
  const question = useMemo(
    () => (held && window.to > window.from ? { held, region, window, before, filter } : null),
    [held, region, window, before, filter],
  )
  const done = useNewest(question, async (one) => {
    try {
      return await (await analyst()).askHotSpots(one)
    } catch (error) {
      console.warn('hot spots:', error)
      return null
    }
  })
  const kept = useRef<HotRun>(NOTHING_YET)
  return useMemo(() => {
    if (done?.answer) kept.current = { ...NOTHING_YET, spots: done.answer, asked: done.asked }
    const isNew = done !== null && done.asked === question
    const state = !question ? 'waiting' : !isNew ? 'computing' : done.answer ? 'ready' : 'failed'
    return { ...kept.current, question, state }
  }, [done, question])
}

const NOTHING_YET: HotRun = { spots: null, asked: null, question: null, state: 'waiting' }

type NearAnswer =
  | { readonly state: 'computing'; readonly done: number; readonly runs: number }
  | { readonly state: 'stopped' | 'failed' }
  | { readonly state: 'ready'; readonly result: NearRepeat; readonly asOf: EpochMs }

/** So far may the window's end move before the table is asked for anew, and so long must it have rested then. */
const NEAR_STALE_MS = HOUR_MS
const NEAR_REST_MS = 2 * SECOND_MS

/**
 * Asked when it is switched on, when another history is held (once an hour), and when the window's end has come to
 * rest elsewhere: 199 runs are not for every step of a clock that plays.
 */
function useNearRepeat({ held, window: { to }, filter, options }: Asked): NearRun | null {
  const { sources } = filter
  const kind = nearKindOf(options)
  const [answer, setAnswer] = useState<NearAnswer | null>(null)
  const [tries, setTries] = useState(0)
  const running = useRef<AbortController | null>(null)
  const latest = useRef(to)
  latest.current = to
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    setAnswer(null)
    if (!kind || !held) return
    const control = new AbortController()
    running.current = control
    setAnswer({ state: 'computing', done: 0, runs: 0 })
    const asOf = latest.current
    const onRun = (done: number, runs: number) => {
      // The last word on progress may come after the answer: it has a port of its own.
      if (!control.signal.aborted)
        setAnswer((before) =>
          before?.state === 'computing' ? { state: 'computing', done, runs } : before,
        )
    }
    analyst()
      .then(({ askNearRepeat }) => askNearRepeat(held, asOf, kind, sources, onRun, control.signal))
      .then(
        (result) => {
          if (!control.signal.aborted) setAnswer({ state: 'ready', result, asOf })
        },
        () => {
          if (running.current === control)
            setAnswer({ state: control.signal.aborted ? 'stopped' : 'failed' })
        },
      )
    return () => {
      running.current = null
      control.abort()
    }
  }, [kind, held, sources, tries])
  const movedMs = answer?.state === 'ready' ? Math.abs(to - answer.asOf) : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move begins the rest anew
  useEffect(() => {
    if (movedMs < NEAR_STALE_MS) return
    const rest = setTimeout(() => setTries((n) => n + 1), NEAR_REST_MS)
    return () => clearTimeout(rest)
  }, [movedMs, to])
  const isWatched = answer?.state === 'ready' && answer.result.ok && answer.result.isClustered
  const watched = useMemo(
    () => (kind && held && isWatched ? { held, to, kind, sources } : null),
    [kind, held, isWatched, to, sources],
  )
  const cells = useNewest(watched, async (one) =>
    (await analyst()).askWatchCells(one.held, one.to, one.kind, one.sources),
  )
  return useMemo((): NearRun | null => {
    if (!kind) return null
    if (!answer) return { state: 'waiting', kind }
    if (answer.state === 'computing')
      return { ...answer, kind, stop: () => running.current?.abort() }
    if (answer.state !== 'ready') return { ...answer, kind, again: () => setTries((n) => n + 1) }
    const isOfKind = watched !== null && cells?.asked.kind === kind
    return { ...answer, kind, cells: isOfKind ? cells.answer : NO_CELLS }
  }, [kind, answer, watched, cells])
}

const NO_CELLS: readonly WatchCell[] = []
