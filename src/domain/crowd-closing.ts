import type { CrowdCount, ScenicArea } from './crowd'
import { NIGHTLY_RESET_HOUR, resetBefore } from './crowd-counters'
import { DAY_MS, type EpochMs, HOUR_MS } from './time'

/** Who was left over by the counters of an area when it had closed. */
export interface ClosingDrift {
  /** Of the count that it is read from: the last one between closing time and the nightly reset. */
  readonly observedAt: EpochMs
  readonly entries: number
  readonly exits: number
  /** Entries less exits. Negative: more were counted out than in. Guests who stay the night are in it. */
  readonly leftOver: number
  /** Of the entries. Null: nobody was counted in. */
  readonly share: number | null
  /** Gates whose counter was down: what is left over is then no measure of the counters. */
  readonly gatesDown: number
}

/** When an area closes on the day of `at`. Null: not before the counters are reset, so no closing can be read. */
export function closingTime(area: ScenicArea, at: EpochMs): EpochMs | null {
  if (area.openToHour <= area.openFromHour) return null
  const reset = resetBefore(at)
  const closing = reset + (area.openToHour - NIGHTLY_RESET_HOUR) * HOUR_MS
  return closing < reset + DAY_MS ? closing : null
}

/**
 * Drift of the day of `at`. The figure is shown, never taken off the next day's occupancy: it says how far the
 * counters can be trusted. Null: no count between closing and reset, or a gate of the register is not in it.
 */
export function driftAtClosing(
  area: ScenicArea,
  counts: readonly CrowdCount[],
  at: EpochMs,
): ClosingDrift | null {
  const closing = closingTime(area, at)
  if (closing === null) return null
  const reset = resetBefore(closing) + DAY_MS
  const last = counts
    .filter(({ observedAt }) => observedAt >= closing && observedAt < reset)
    .reduce<CrowdCount | null>(
      (late, one) => (late === null || one.observedAt > late.observedAt ? one : late),
      null,
    )
  if (!last || last.gates.length === 0) return null
  const ids = new Set(last.gates.map(({ gateId }) => gateId))
  if (area.gates.some(({ id }) => !ids.has(id))) return null
  const entries = last.gates.reduce((sum, gate) => sum + gate.entries, 0)
  const exits = last.gates.reduce((sum, gate) => sum + gate.exits, 0)
  return {
    observedAt: last.observedAt,
    entries,
    exits,
    leftOver: entries - exits,
    share: entries > 0 ? (entries - exits) / entries : null,
    gatesDown: last.gates.filter(({ downSince }) => downSince !== null).length,
  }
}
