import { useEffect, useMemo, useRef, useState } from 'react'
import type { HotSpotAsk } from '../../api/analysis'
import type { Held } from '../../api/incident-shelf'
import type { Extent } from '../../domain/geo'
import type { IncidentFilter } from '../../domain/incident-filter'
import type { HotSpots } from '../../domain/incident-hot-spots'
import type { TimeWindow } from '../../domain/time'
import { type NearRun, useNearRepeat } from './near-run'
import { useNewest } from './use-newest'

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

/** What is asked about, and with which of the topic's options on. */
export interface AnalysisAsked {
  /** Null until the history is there. */
  readonly held: Held | null
  readonly region: Extent
  readonly window: TimeWindow
  /** The period before, where it is not as long. */
  readonly before: TimeWindow | null
  readonly filter: IncidentFilter
  readonly options: readonly string[] | undefined
}

export interface Analysis {
  readonly parts: AnalysisParts | null
  readonly hot: HotRun
  /** Null: switched off. */
  readonly near: NearRun | null
}

/** What the surface alone does not say. */
export function useAnalysis(asked: AnalysisAsked): Analysis {
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
function useHotSpots({ held, region, window, before, filter }: AnalysisAsked): HotRun {
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
