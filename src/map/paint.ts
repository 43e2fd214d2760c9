import type { Layer } from '@deck.gl/core'

/** Order on the map by meaning: a later band lies over an earlier one. */
export const BANDS = ['field', 'area', 'route', 'point', 'alert'] as const
export type Band = (typeof BANDS)[number]

/** One layer that somebody asks the stage to paint. */
export interface Painted {
  /** Unique on the map; also the deck.gl layer's id, unless two kinds of layer take turns under it. */
  readonly id: string
  /** Who asks. */
  readonly topic: string
  readonly band: Band
  /** Number of records that this layer shows, clustered ones counted singly. */
  readonly drawn: number
  readonly layer: Layer
}

/** Something on the map that a pointer can find. Found on the CPU: picking on the GPU costs a frame. */
export interface Hit {
  readonly topic: string
  readonly id: string
  readonly position: readonly [lng: number, lat: number]
  readonly radiusPx: number
  /** From the position to the middle of what is seen, CSS px, y down. */
  readonly offsetPx?: readonly [x: number, y: number]
}
