import type { Incident } from './incident'
import { MINUTE_MS } from './time'

/** Minutes from receiving to arriving, over those incidents where both are known and in order. */
export interface ArrivalTimes {
  readonly count: number
  /** Null where there is none. */
  readonly medianMin: number | null
  readonly p90Min: number | null
}

export function arrivalTimes(incidents: readonly Incident[]): ArrivalTimes {
  const minutes = incidents
    .flatMap(({ receivedAt, arrivedAt }) =>
      arrivedAt !== null && arrivedAt >= receivedAt ? [(arrivedAt - receivedAt) / MINUTE_MS] : [],
    )
    .sort((a, b) => a - b)
  return {
    count: minutes.length,
    medianMin: percentile(minutes, 0.5),
    p90Min: percentile(minutes, 0.9),
  }
}

/** Nearest rank: a value that occurred, never one in between. */
function percentile(ascending: readonly number[], share: number): number | null {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null
}
