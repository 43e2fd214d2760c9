import { type GlideColumns, stepOf } from './glide'

/** One thing per row, as they come from a poll. */
export interface UnitColumns extends GlideColumns {
  /** Index into `looks`. */
  readonly icon: Uint8Array | Uint16Array
  /** Degrees clockwise from north. */
  readonly angle: Float32Array
  /** 1: as large as its look. */
  readonly size: Float32Array
  /** 0 to 1. */
  readonly alpha: Float32Array
}

/** Floats per instance: high and low parts of where it starts (4), step (2), times (2). */
const GLIDE_FLOATS = 8
export const TRAIL_FLOATS = GLIDE_FLOATS
export const UNIT_FLOATS = GLIDE_FLOATS + 4

export function packUnits(units: UnitColumns): Float32Array {
  const packed = new Float32Array(units.count * UNIT_FLOATS)
  for (let i = 0; i < units.count; i++) {
    const at = i * UNIT_FLOATS
    packGlide(packed, at, units, i)
    packed[at + 8] = units.icon[i] as number
    packed[at + 9] = ((units.angle[i] as number) * Math.PI) / 180
    packed[at + 10] = units.size[i] as number
    packed[at + 11] = units.alpha[i] as number
  }
  return packed
}

export function packTrails(trails: GlideColumns): Float32Array {
  const packed = new Float32Array(trails.count * TRAIL_FLOATS)
  for (let i = 0; i < trails.count; i++) packGlide(packed, i * TRAIL_FLOATS, trails, i)
  return packed
}

/** A jump starts where it ends. */
function packGlide(packed: Float32Array, at: number, columns: GlideColumns, i: number): void {
  const step = stepOf(columns, i)
  const start = step ? columns.fromPosition : columns.toPosition
  const lng = start[2 * i] as number
  const lat = start[2 * i + 1] as number
  packed[at] = lng
  packed[at + 1] = lat
  packed[at + 2] = lng - Math.fround(lng)
  packed[at + 3] = lat - Math.fround(lat)
  packed[at + 4] = step ? step[0] : 0
  packed[at + 5] = step ? step[1] : 0
  packed[at + 6] = columns.fromTime[i] as number
  packed[at + 7] = columns.toTime[i] as number
}
