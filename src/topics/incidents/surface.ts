import { useEffect, useMemo, useRef, useState } from 'react'
import { compute } from '../../api/compute'
import { type IncidentHistory, useIncidentHistory } from '../../api/history'
import type { DensityGrid } from '../../domain/density'
import { recordsOf } from '../../domain/incident-records'
import {
  type Basis,
  countedPositions,
  type IncidentSet,
  incidentSet,
  liveSince,
  wholeMinutes,
} from '../../domain/incident-set'
import { hourlyCounts } from '../../domain/incident-timeline'
import { DAY_MS } from '../../domain/time'
import type { Inputs, Timeline } from '../topic'
import { type Analysis, basisOf, useAnalysis } from './analysis'

/** What the time bar shows. */
const TIMELINE_MS = 28 * DAY_MS

/** A surface and the very incidents that it was made from. */
export interface Picture {
  readonly set: IncidentSet
  readonly grid: DensityGrid
  /** Whether what patrols found is in it. */
  readonly basis: Basis
}

export interface Bulk {
  /** Stays on until the next one is there. */
  readonly picture: Picture | null
  /** Null until the history is there. */
  readonly timeline: Timeline | null
  readonly history: IncidentHistory['status']
  readonly state: 'waiting' | 'computing' | 'ready' | 'failed'
  /** Null where nobody has asked: a picture alone. */
  readonly analysis: Analysis | null
}

/** The density of the window: history and live feed joined, made into a surface by the worker. */
export function useSurface({ readings, now, window, region, options }: Inputs): Bulk {
  const { snapshot } = readings.incidents
  const asOf = snapshot ? Math.min(now, snapshot.observedAt) : now
  const { from, to } = wholeMinutes(window, asOf)
  const cut = liveSince(asOf)
  // One history serves every window and the time bar: another window asks the source for nothing.
  // The period before this one is what its map is scored by.
  const since = Math.min(2 * from - to, to - TIMELINE_MS)
  // Zero is a clock that has not been told the time: nothing is asked for 1970.
  const asked = asOf > 0 ? { from: since, to: cut } : null
  const { columns, covers, status } = useIncidentHistory(asked)
  const items = snapshot?.items ?? null
  const [west, south, east, north] = region

  const set = useMemo(() => {
    // While an hour's turn loads, the columns of the hour before serve; a new window waits for its own.
    if (!items || (status === 'loading' && !columns)) return null
    const history = columns && covers ? { columns, covers } : null
    return incidentSet(history, items, { from, to }, [west, south, east, north], to)
  }, [items, columns, covers, status, from, to, west, south, east, north])

  const timeline = useMemo(() => {
    if (!items || !columns || !covers) return null
    const weeks = { from: to - TIMELINE_MS, to }
    return hourlyCounts(
      incidentSet({ columns, covers }, items, weeks, [west, south, east, north], to),
    )
  }, [items, columns, covers, to, west, south, east, north])

  // All that is held: where incidents are to be expected, what the period before was like, what came near what.
  const records = useMemo(() => {
    if (!items || !columns || !covers) return null
    const all = { from: covers.from, to }
    return recordsOf(incidentSet({ columns, covers }, items, all, [west, south, east, north], to))
  }, [items, columns, covers, to, west, south, east, north])
  const analysis = useAnalysis({
    records,
    heldFrom: covers?.from ?? 0,
    region: [west, south, east, north],
    window: { from, to },
    options,
  })

  const { picture, failed } = usePicture(set, basisOf(options))
  const state = set
    ? failed
      ? 'failed'
      : picture?.set === set && picture.basis === basisOf(options)
        ? 'ready'
        : 'computing'
    : 'waiting'
  return useMemo(
    () => ({ picture, timeline, history: status, state, analysis }),
    [picture, timeline, status, state, analysis],
  )
}

/** The picture of the newest set that is done. Slower answers to older questions are dropped. */
function usePicture(set: IncidentSet | null, basis: Basis) {
  const [picture, setPicture] = useState<Picture | null>(null)
  const [failed, setFailed] = useState<IncidentSet | null>(null)
  const asked = useRef(0)
  const shown = useRef(0)
  useEffect(() => {
    if (!set || set.window.to <= set.window.from) return
    const question = ++asked.current
    const { lng, lat } = countedPositions(set, basis)
    compute()
      .density(lng, lat, set.region, set.window.to - set.window.from)
      .then(
        (grid) => {
          if (question < shown.current) return
          shown.current = question
          setPicture({ set, grid, basis })
        },
        () => setFailed(set),
      )
  }, [set, basis])
  return { picture, failed: failed !== null && failed === set }
}
