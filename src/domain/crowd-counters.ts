import type { Gate, GateCount } from './crowd'
import { EXIT_FLOW_PER_M_MIN } from './crowd-exit'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, PROVINCE_OFFSET_MS } from './time'

/** The counters of an area report at least this often. */
export const CROWD_HEARTBEAT_MS = MINUTE_MS

/** Hour of the province's day at which the counters of all gates begin again at zero. */
export const NIGHTLY_RESET_HOUR = 0

/** A counter's own clock may be this far out: a fall of its totals so near the reset is the reset. */
export const RESET_GRACE_MS = 30 * MINUTE_MS

/** The latest nightly reset at or before a time. */
export function resetBefore(at: EpochMs): EpochMs {
  const shift = PROVINCE_OFFSET_MS - NIGHTLY_RESET_HOUR * HOUR_MS
  return Math.floor((at + shift) / DAY_MS) * DAY_MS - shift
}

/** Persons, inward and outward. */
export interface InOut {
  readonly in: number
  readonly out: number
}

/**
 * At most how many passed a gate unseen while its counter was down, of the present day alone. Per minute: what it
 * counted last, or what its width would carry at the present flow per metre of the other gates that count, whichever
 * is more. Where no other gate counts and it had no rate of its own, the planned flow of its width stands in.
 */
export function unseenWhileDown(
  down: GateCount,
  counted: readonly GateCount[],
  gates: readonly Gate[],
  until: EpochMs,
): InOut {
  if (down.downSince === null) return { in: 0, out: 0 }
  const minutes = Math.max(0, until - Math.max(down.downSince, resetBefore(until))) / MINUTE_MS
  const widthOf = (gateId: string) => gates.find(({ id }) => id === gateId)?.widthM ?? 0
  const others = counted.filter((one) => one.downSince === null && one.gateId !== down.gateId)
  const othersM = others.reduce((sum, { gateId }) => sum + widthOf(gateId), 0)
  const isBlind = othersM === 0 && down.inPerMin + down.outPerMin === 0
  const passed = (own: number, rate: (gate: GateCount) => number) => {
    const perM = othersM > 0 ? others.reduce((sum, one) => sum + rate(one), 0) / othersM : 0
    const widthM = widthOf(down.gateId)
    return Math.max(own, (isBlind ? EXIT_FLOW_PER_M_MIN : perM) * widthM) * minutes
  }
  return {
    in: passed(down.inPerMin, ({ inPerMin }) => inPerMin),
    out: passed(down.outPerMin, ({ outPerMin }) => outPerMin),
  }
}
