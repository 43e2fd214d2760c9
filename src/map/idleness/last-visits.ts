import { OUTSIDE_S } from './idleness-shader'

/** When each cell was last visited; rows from north to south, equal steps in Web Mercator. */
export interface LastVisits {
  readonly extent: readonly [west: number, south: number, east: number, north: number]
  readonly width: number
  readonly height: number
  /** Zero of the seconds, ms since 1970. */
  readonly since: number
  /** Seconds after `since`; −2^40 where no visit is on record. */
  readonly lastS: Float32Array
}

/** Numbers for the texture: nothing where the mask is 0. */
export function maskedVisits({ lastS }: LastVisits, mask: Uint8Array | null): Float32Array {
  return mask ? lastS.map((s, i) => (mask[i] ? s : OUTSIDE_S)) : lastS
}
