import type { Unit } from './patrol'
import { type EpochMs, SECOND_MS } from './time'

export const MOTIONS = ['moving', 'stopped', 'silent'] as const
export type Motion = (typeof MOTIONS)[number]

/** A unit reports its position at least this often. */
export const UNIT_HEARTBEAT_MS = 30 * SECOND_MS
/** Three missed reports: nobody knows where it is now. */
export const UNIT_SILENT_AFTER_MS = 3 * UNIT_HEARTBEAT_MS
/** Walking pace is movement; the jitter of a receiver that stands still is not. */
export const MOVING_FROM_KMH = 3

/** A report is missing: what is drawn is where it would be by now, and says how old its word is. */
export function isCoasted({ observedAt }: Unit, now: EpochMs): boolean {
  const age = Math.abs(now - observedAt)
  return age > 1.5 * UNIT_HEARTBEAT_MS && age <= UNIT_SILENT_AFTER_MS
}

/**
 * What a unit does as of `now`. Without a speed it is taken to stand: an arrow would claim a course. A report from
 * as far in the future as makes silence in the past is no evidence either: by its own clock it would never fall silent.
 */
export function motionOf({ observedAt, speedKmh }: Unit, now: EpochMs): Motion {
  if (Math.abs(now - observedAt) > UNIT_SILENT_AFTER_MS) return 'silent'
  return (speedKmh ?? 0) >= MOVING_FROM_KMH ? 'moving' : 'stopped'
}
