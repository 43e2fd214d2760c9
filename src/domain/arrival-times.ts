import type { Incident } from './incident'
import { nearestRank } from './patrol-idleness'
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
    medianMin: nearestRank(minutes, 0.5),
    p90Min: nearestRank(minutes, 0.9),
  }
}
