import type { Painted } from '../map/paint'

/** One painted layer as `window.drumtower.layers()` tells it. */
export interface LayerSummary {
  readonly topic: string
  readonly id: string
  readonly band: string
  /** Number of records on the map. */
  readonly drawn: number
  readonly visible: boolean
}

export interface Probe {
  readonly version: string
  readonly feeds: () => unknown
  readonly layers: () => readonly LayerSummary[]
  /** Frames drawn and bytes sent to the GPU since the start. */
  readonly frames: () => number
  readonly uploads: () => number
  readonly losses: () => unknown
}

declare global {
  interface Window {
    readonly drumtower: Probe
  }
}

/** Puts the read-only probe on the window, once. What a script may rely on is part of the interface. */
export function exposeProbe(probe: Probe): void {
  if ('drumtower' in window) return
  Object.defineProperty(window, 'drumtower', {
    value: Object.freeze(probe),
    writable: false,
    configurable: false,
  })
}

export function summarise(painted: readonly Painted[], shown: readonly string[]): LayerSummary[] {
  return painted.map(({ topic, id, band, drawn }) => ({
    topic,
    id,
    band,
    drawn,
    visible: shown.includes(topic),
  }))
}
