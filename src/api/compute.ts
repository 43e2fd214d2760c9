import { type Remote, transfer, wrap } from 'comlink'
import { type DensityGrid, density } from '../domain/density'
import type { Extent } from '../domain/geo'

/** Work too long for the thread that draws. */
export interface Compute {
  /** `domain/density`; takes the two columns over: they cannot be read afterwards. */
  readonly density: (
    lng: Float64Array,
    lat: Float64Array,
    extent: Extent,
    windowMs: number,
  ) => Promise<DensityGrid>
}

/** On this thread: where there is no worker, as in a test. */
const here: Compute = {
  density: async (...args) => density(...args),
}

let current: Compute = here

/** The worker that computes from now on. Called once by the page's entry. */
export function setComputeWorker(worker: Worker): void {
  const remote: Remote<Compute> = wrap<Compute>(worker)
  current = {
    density: (lng, lat, extent, windowMs) =>
      remote.density(
        transfer(lng, [lng.buffer as ArrayBuffer]),
        transfer(lat, [lat.buffer as ArrayBuffer]),
        extent,
        windowMs,
      ),
  }
}

export function compute(): Compute {
  return current
}
