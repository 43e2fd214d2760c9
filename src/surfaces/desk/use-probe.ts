import { useEffect, useRef } from 'react'
import { feedSummaries } from '../../api/readings'
import { exposeProbe, type summarise } from '../probe'

/** Puts `window.drumtower` there, for as long as the page lives. */
export function useProbe(layers: () => ReturnType<typeof summarise>) {
  const latest = useRef(layers)
  latest.current = layers
  useEffect(() => {
    let counters: { frames: () => number; uploads: () => number; losses: () => unknown } | null =
      null
    void import('../../map/counters').then((module) => {
      counters = module
    })
    exposeProbe({
      version: __VERSION__,
      feeds: feedSummaries,
      layers: () => latest.current(),
      frames: () => counters?.frames() ?? 0,
      uploads: () => counters?.uploads() ?? 0,
      losses: () => counters?.losses() ?? { lost: 0, recovered: 0 },
    })
  }, [])
}
