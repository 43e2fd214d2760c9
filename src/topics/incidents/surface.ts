import { useEffect, useMemo, useRef, useState } from 'react'
import { compute } from '../../api/compute'
import { type IncidentHistory, useIncidentHistory } from '../../api/history'
import type { DensityGrid } from '../../domain/density'
import {
  type IncidentSet,
  incidentSet,
  liveSince,
  reportedPositions,
  wholeMinutes,
} from '../../domain/incident-set'
import { hourlyCounts } from '../../domain/incident-timeline'
import { countsUntilNow, type UsualRange, usualRange } from '../../domain/incident-usual'
import { DAY_MS } from '../../domain/time'
import type { Inputs, Timeline } from '../topic'

/** What the time bar shows. */
const TIMELINE_MS = 28 * DAY_MS

/** A surface and the very incidents that it was made from. */
export interface Picture {
  readonly set: IncidentSet
  readonly grid: DensityGrid
}

export interface Bulk {
  /** Stays on until the next one is there. */
  readonly picture: Picture | null
  /** Null until the history is there. */
  readonly timeline: Timeline | null
  /** What is usual of a day up to this time of it; null until the history is there. */
  readonly usual: UsualRange | null
  readonly history: IncidentHistory['status']
  readonly state: 'waiting' | 'computing' | 'ready' | 'failed'
}

/** The density of the window: history and live feed joined, made into a surface by the worker. */
export function useSurface({ readings, now, window, region }: Inputs): Bulk {
  const { snapshot } = readings.incidents
  const asOf = snapshot ? Math.min(now, snapshot.observedAt) : now
  const { from, to } = wholeMinutes(window, asOf)
  const cut = liveSince(asOf)
  // One history serves every window and the time bar: another window asks the source for nothing.
  const since = Math.min(from, to - TIMELINE_MS)
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

  const usual = useMemo(
    () =>
      columns && covers
        ? usualRange(countsUntilNow(columns.occurredAt, columns.count, covers, to))
        : null,
    [columns, covers, to],
  )

  const { picture, failed } = usePicture(set)
  const state = set ? (failed ? 'failed' : picture?.set === set ? 'ready' : 'computing') : 'waiting'
  return useMemo(
    () => ({ picture, timeline, usual, history: status, state }),
    [picture, timeline, usual, status, state],
  )
}

/** The picture of the newest set that is done. Slower answers to older questions are dropped. */
function usePicture(set: IncidentSet | null) {
  const [picture, setPicture] = useState<Picture | null>(null)
  const [failed, setFailed] = useState<IncidentSet | null>(null)
  const asked = useRef(0)
  const shown = useRef(0)
  useEffect(() => {
    if (!set || set.window.to <= set.window.from) return
    const question = ++asked.current
    const { lng, lat } = reportedPositions(set)
    compute()
      .density(lng, lat, set.region, set.window.to - set.window.from)
      .then(
        (grid) => {
          if (question < shown.current) return
          shown.current = question
          setPicture({ set, grid })
        },
        () => setFailed(set),
      )
  }, [set])
  return { picture, failed: failed !== null && failed === set }
}
