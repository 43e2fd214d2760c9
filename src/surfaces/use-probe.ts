import { useEffect } from 'react'
import { feedSummaries } from '../api/readings'
import { exposeProbe, type LayerSummary } from './probe'

/** Of the surface that holds the map now: desk or wall. */
let layersNow: () => readonly LayerSummary[] = () => []

/** Puts `window.drumtower` there, for as long as the page lives, and tells it what is painted. */
export function useProbe(layers: () => readonly LayerSummary[]) {
  layersNow = layers
  useEffect(() => {
    let counters: { frames: () => number; uploads: () => number; losses: () => unknown } | null =
      null
    void import('../map/counters').then((module) => {
      counters = module
    })
    exposeProbe({
      version: __VERSION__,
      feeds: feedSummaries,
      layers: () => layersNow(),
      frames: () => counters?.frames() ?? 0,
      uploads: () => counters?.uploads() ?? 0,
      losses: () => counters?.losses() ?? { lost: 0, recovered: 0 },
    })
  }, [])
}
