import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { askHotSpots, askNearRepeat } from '../../api/analysis'
import type { Extent } from '../../domain/geo'
import { INCIDENT_CATEGORIES, type IncidentCategory } from '../../domain/incident'
import type { HotSpots } from '../../domain/incident-hot-spots'
import { type IncidentRecords, reportedOfKind } from '../../domain/incident-records'
import type { Basis } from '../../domain/incident-set'
import type { NearRepeat, WatchCell } from '../../domain/near-repeat'
import type { EpochMs, TimeWindow } from '../../domain/time'

/** Counts what patrols found into surface and hot spots. */
export const FOUND_OPTION = 'found'

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
export const ANALYSIS_OPTIONS: readonly string[] = [FOUND_OPTION, ...NEAR_KINDS.map(nearOption)]

export const basisOf = (options: readonly string[] = []): Basis =>
  options.includes(FOUND_OPTION) ? 'with-found' : 'reported'

export function nearKindOf(options: readonly string[] = []): IncidentCategory | null {
  return NEAR_KINDS.find((kind) => options.includes(nearOption(kind))) ?? null
}

export type AnalysisParts = typeof import('./analysis-parts')

export interface HotRun {
  /** The last ones, which stay on until the next are there. */
  readonly spots: HotSpots | null
  readonly window: TimeWindow | null
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
  readonly records: IncidentRecords | null
  readonly heldFrom: EpochMs
  readonly region: Extent
  readonly window: TimeWindow
  readonly options: readonly string[] | undefined
}

/** What the surface alone does not say. Null until its chunk is here. */
export function useAnalysis(asked: Asked): Analysis {
  const parts = useParts()
  const hot = useHotSpots(asked)
  const near = useNearRepeat(asked, parts)
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

/** One question at a time; what changed meanwhile is asked next, and only the newest of it. */
function useHotSpots({ records, heldFrom, region, window, options }: Asked): HotRun {
  const [run, setRun] = useState<HotRun>({ spots: null, window: null, state: 'waiting' })
  const latest = useRef(records)
  latest.current = records
  const isBusy = useRef(false)
  const next = useRef<(() => void) | null>(null)
  const basis = basisOf(options)
  const [west, south, east, north] = region
  const { from, to } = window
  const isThere = records !== null
  // The window's end moves once a minute: news of the feed in between wait for it.
  const ask = useCallback(() => {
    const held = latest.current
    if (!held || to <= from) return
    const question = {
      records: held,
      heldFrom,
      region: [west, south, east, north] as const,
      window: { from, to },
      basis,
    }
    isBusy.current = true
    setRun((before) => ({ ...before, state: 'computing' }))
    askHotSpots(question, NEVER)
      .then(
        (spots) => setRun({ spots, window: question.window, state: 'ready' }),
        () => setRun((before) => ({ ...before, state: 'failed' })),
      )
      .finally(() => {
        isBusy.current = false
        const again = next.current
        next.current = null
        again?.()
      })
  }, [heldFrom, west, south, east, north, from, to, basis])
  useEffect(() => {
    if (!isThere) return
    if (isBusy.current) next.current = ask
    else ask()
  }, [ask, isThere])
  return run
}

const NEVER = new AbortController().signal

type NearAnswer =
  | { readonly state: 'computing'; readonly done: number; readonly runs: number }
  | { readonly state: 'stopped' | 'failed' }
  | { readonly state: 'ready'; readonly result: NearRepeat }

/** Asked when it is switched on, and anew when the record reaches another day. */
function useNearRepeat(
  { records, heldFrom, window: { to }, options }: Asked,
  parts: AnalysisParts | null,
): NearRun | null {
  const kind = nearKindOf(options)
  const [answer, setAnswer] = useState<NearAnswer | null>(null)
  const [tries, setTries] = useState(0)
  const running = useRef<AbortController | null>(null)
  const latest = useRef(records)
  latest.current = records
  const isThere = records !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or another try asks anew
  useEffect(() => {
    setAnswer(null)
    const held = latest.current
    if (!kind || !held) return
    const control = new AbortController()
    running.current = control
    setAnswer({ state: 'computing', done: 0, runs: 0 })
    askNearRepeat(
      { ...reportedOfKind(held, kind), seed: SEED },
      (done, runs) => {
        // The last word on progress may come after the answer: it has a port of its own.
        if (!control.signal.aborted)
          setAnswer((before) =>
            before?.state === 'computing' ? { state: 'computing', done, runs } : before,
          )
      },
      control.signal,
    ).then(
      (result) => {
        if (!control.signal.aborted) setAnswer({ state: 'ready', result })
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
  }, [kind, isThere, heldFrom, tries])
  const cells = useMemo(
    () =>
      kind && records && parts && answer?.state === 'ready' && isClustered(answer.result)
        ? parts.watchCells(reportedOfKind(records, kind), to)
        : NO_CELLS,
    [kind, records, parts, answer, to],
  )
  return useMemo((): NearRun | null => {
    if (!kind) return null
    if (!answer) return { state: 'waiting', kind }
    if (answer.state === 'computing')
      return { ...answer, kind, stop: () => running.current?.abort() }
    if (answer.state === 'ready') return { ...answer, kind, cells }
    return { ...answer, kind, again: () => setTries((n) => n + 1) }
  }, [kind, answer, cells])
}

/** The same table for the same record, on every machine. */
const SEED = 20_261

const NO_CELLS: readonly WatchCell[] = []

const isClustered = (result: NearRepeat) => result.ok && result.isClustered
