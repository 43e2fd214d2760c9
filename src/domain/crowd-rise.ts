import { CROWD_HEARTBEAT_MS } from './crowd-counters'
import { type EpochMs, MINUTE_MS } from './time'

/** A rise of more than so many persons/m² in the window is an alarm of its own, at any density. */
export const RISE_PER_M2 = 0.5
/** Below this the alarm of the rise ends. Persons/m²; a custom of the house. */
export const RISE_ENDS_PER_M2 = 0.4
export const RISE_WINDOW_MS = 5 * MINUTE_MS

export interface DensitySample {
  readonly at: EpochMs
  readonly perM2: number | null
}

export interface DensityRise {
  /** Persons/m², from the lowest of the window to the present; never under 0. */
  readonly perM2: number
  readonly isRapid: boolean
}

/**
 * How much the density of one zone has risen in the last five minutes. Lowest and present are medians of three counts
 * in a row, so that one wrong count neither rings nor hushes; the price is one count of delay. Hand in the counts of
 * ten minutes. `wasRapid`, the last answer, decides between the two thresholds. Null: fewer than four known counts, or
 * the newest is older than three heartbeats.
 */
export function densityRise(
  samples: readonly DensitySample[],
  now: EpochMs,
  wasRapid: boolean,
): DensityRise | null {
  const known = samples
    .flatMap(({ at, perM2 }) =>
      perM2 === null || at < now - 2 * RISE_WINDOW_MS || at > now + CROWD_HEARTBEAT_MS
        ? []
        : { at, perM2 },
    )
    .sort((a, b) => a.at - b.at)
  const newest = known.at(-1)
  if (!newest || known.length < 4 || now - newest.at > 3 * CROWD_HEARTBEAT_MS) return null
  const smooth = known.slice(1, -1).map(({ at }, i) => ({
    at,
    perM2: median(known.slice(i, i + 3).map(({ perM2 }) => perM2)),
  }))
  const present = smooth.at(-1) as Known
  const recent = smooth.filter(({ at }) => at >= present.at - RISE_WINDOW_MS)
  const perM2 = present.perM2 - Math.min(...recent.map((one) => one.perM2))
  return { perM2, isRapid: perM2 > (wasRapid ? RISE_ENDS_PER_M2 : RISE_PER_M2) }
}

interface Known {
  readonly at: EpochMs
  readonly perM2: number
}

const median = (three: readonly number[]) => three.toSorted((a, b) => a - b)[1] as number
