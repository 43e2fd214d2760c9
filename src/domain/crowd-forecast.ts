import type { OccupancySample } from './crowd'
import { CROWD_HEARTBEAT_MS, resetBefore } from './crowd-counters'
import { countQuality } from './crowd-occupancy'
import { type Reading, robustSlope, type Slope } from './crowd-slope'
import { DAY_MS, type EpochMs, MINUTE_MS } from './time'

/** The inflow is judged by so much of the past: longer, and the morning's rush would speak for noon. */
export const FORECAST_WINDOW_MS = 30 * MINUTE_MS

/** Share of instantaneous capacity at which the plan starts (LB/T 034-2014). */
export const FORECAST_SHARE = 0.8

/** Why there is no time to be told. Of several reasons the first of this list. */
export type NoForecast =
  /** There is no capacity to fill. */
  | 'no-capacity'
  /** The newest count is too old, or there is none. */
  | 'stale'
  /** 80 % is reached already. */
  | 'over'
  /** The window holds too few counts for a slope and its interval: they must span 15 min, five spells of three. */
  | 'too-few'
  /** The net inflow is zero or less. */
  | 'falling'
  /** Not before the counters are reset at night. */
  | 'beyond-reset'

export type Forecast =
  | {
      /** From now, at the present net inflow. */
      readonly minutes: number
      /** Soonest, by the fastest inflow and the most persons there may be. */
      readonly low: number
      /** Latest. Null: by the slowest inflow it is not reached before the night's reset. */
      readonly high: number | null
      readonly slope: Slope
    }
  | { readonly why: NoForecast }

/**
 * Minutes until an area holds 80 % of its capacity, by the robust slope of its occupancy in the last half hour. A
 * straight line into the future: it knows no timetable and no weather, and its interval is that of the inflow which
 * was, not of how the inflow will change. Samples may come in any order; those that are
 * unknown, of yesterday or ahead of the clock are left out.
 */
export function forecastTo80(
  samples: readonly OccupancySample[],
  capacity: number,
  now: EpochMs,
): Forecast {
  if (!(capacity > 0)) return { why: 'no-capacity' }
  const reset = resetBefore(now)
  const from = Math.max(reset, now - FORECAST_WINDOW_MS)
  const known = samples.flatMap(({ at, occupancy, low, high }) =>
    occupancy === null || at < from || at > now + CROWD_HEARTBEAT_MS
      ? []
      : { at, occupancy, low: low ?? occupancy, high: high ?? occupancy },
  )
  known.sort((a, b) => a.at - b.at)
  const latest = known.at(-1)
  if (!latest || !['live', 'late'].includes(countQuality(latest.at, now))) return { why: 'stale' }
  const target = FORECAST_SHARE * capacity
  if (latest.occupancy >= target) return { why: 'over' }
  const slope = slopeOf(known)
  if (!slope) return { why: 'too-few' }
  if (slope.perMin <= 0) return { why: 'falling' }

  const age = Math.max(0, now - latest.at) / MINUTE_MS
  const left = (reset + DAY_MS - now) / MINUTE_MS
  const minutesFrom = (occupancy: number, perMin: number) =>
    Math.max(0, (target - occupancy) / perMin - age)
  const minutes = minutesFrom(latest.occupancy, slope.perMin)
  if (minutes > left) return { why: 'beyond-reset' }
  const high = slope.lowPerMin > 0 ? minutesFrom(latest.low, slope.lowPerMin) : left + 1
  return {
    minutes,
    low: minutesFrom(latest.high, slope.highPerMin),
    high: high > left ? null : high,
    slope,
  }
}

/** While a gate's counter is down the bounds drift apart, and each has a slope of its own. */
function slopeOf(
  known: readonly {
    readonly at: EpochMs
    readonly occupancy: number
    readonly low: number
    readonly high: number
  }[],
): Slope | null {
  const along = (value: 'occupancy' | 'low' | 'high') =>
    robustSlope(known.map((sample): Reading => ({ at: sample.at, value: sample[value] })))
  const slope = along('occupancy')
  if (!slope || known.every(({ low, high }) => low === high)) return slope
  return {
    perMin: slope.perMin,
    lowPerMin: Math.min(slope.lowPerMin, along('low')?.lowPerMin ?? slope.lowPerMin),
    highPerMin: Math.max(slope.highPerMin, along('high')?.highPerMin ?? slope.highPerMin),
  }
}
