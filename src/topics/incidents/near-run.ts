import { useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentCategory } from '../../domain/incident'
import type { NearRepeat, WatchCell } from '../../domain/near-repeat'
import { type EpochMs, HOUR_MS, SECOND_MS } from '../../domain/time'
import type { AnalysisAsked } from './analysis'
import { nearKindOf } from './options'
import { useNewest } from './use-newest'

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

/** Nobody waits for an analysis before the first picture. */
const analyst = () => import('../../api/analysis')

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
export function useNearRepeat({
  held,
  window: { to },
  filter,
  options,
}: AnalysisAsked): NearRun | null {
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
