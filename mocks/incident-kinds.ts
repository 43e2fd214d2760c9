import type { INCIDENT_CATEGORIES } from '../src/domain/incident'
import type { EpochMs } from '../src/domain/time'
import { dayNumber, hourFraction, springFestivalOffset, weekday } from './calendar'
import { cumulate } from './random'

type Category = (typeof INCIDENT_CATEGORIES)[number]

/** Relative amount by hour of the province's day. Mean 1. */
const HOURS = [
  0.72, 0.5, 0.38, 0.3, 0.28, 0.32, 0.48, 0.8, 1.08, 1.18, 1.2, 1.16, 1.12, 1.04, 1.08, 1.14, 1.2,
  1.3, 1.36, 1.5, 1.62, 1.62, 1.42, 1.2,
]
const WEEKDAYS = [0.96, 0.95, 0.96, 0.98, 1.08, 1.1, 0.97]

export interface Kind {
  readonly category: Category
  readonly weight: number
  /** Hour of its peak and how strongly it peaks, 0 to 1. */
  readonly peakHour: number
  readonly peak: number
  /** Shares of extreme, severe, moderate; the rest is minor. */
  readonly severity: readonly [number, number, number]
}

const kind = (
  category: Category,
  weight: number,
  peakHour: number,
  peak: number,
  severity: readonly [number, number, number],
): Kind => ({ category, weight, peakHour, peak, severity })

export const KINDS: readonly Kind[] = [
  kind('traffic', 21, 18, 0.4, [0.004, 0.05, 0.3]),
  kind('theft', 11, 16, 0.3, [0, 0.01, 0.3]),
  kind('burglary', 4, 4, 0.5, [0, 0.04, 0.6]),
  kind('fraud', 9, 14, 0.6, [0, 0.03, 0.5]),
  kind('dispute', 17, 20, 0.4, [0.001, 0.02, 0.25]),
  kind('assault', 4, 23, 0.7, [0.012, 0.18, 0.6]),
  kind('disturbance', 8, 22, 0.8, [0, 0.01, 0.2]),
  kind('fire', 2.2, 17, 0.3, [0.03, 0.22, 0.5]),
  kind('medical', 4, 9, 0.2, [0.01, 0.2, 0.5]),
  kind('missing', 2, 17, 0.3, [0.004, 0.12, 0.5]),
  kind('rescue', 1.8, 15, 0.3, [0.02, 0.2, 0.5]),
  kind('hazard', 2.5, 12, 0.2, [0.006, 0.1, 0.5]),
  kind('help', 9, 11, 0.3, [0, 0.005, 0.1]),
  kind('patrol-check', 4, 23, 0.4, [0, 0, 0.05]),
  kind('other', 2.5, 12, 0.1, [0, 0.01, 0.1]),
]

function weightsAt(hour: number, boost: Partial<Record<Category, number>>): number[] {
  return cumulate(
    KINDS.map(
      ({ category, weight, peakHour, peak }) =>
        weight * (1 + peak * Math.cos(((hour - peakHour) * Math.PI) / 12)) * (boost[category] ?? 1),
    ),
  )
}

export const PLAIN_WEIGHTS = HOURS.map((_, hour) => weightsAt(hour, {}))
/** Spring Festival: fireworks and roads, empty offices. */
export const FESTIVE_WEIGHTS = HOURS.map((_, hour) =>
  weightsAt(hour, { fire: 4, traffic: 1.4, disturbance: 1.6, fraud: 0.5, help: 1.3, theft: 0.7 }),
)
export const STORM_WEIGHTS = HOURS.map((_, hour) =>
  weightsAt(hour, { fire: 14, rescue: 3, hazard: 2 }),
)

/** Relative amount of the hour that starts at `at`. */
export function rhythm(at: EpochMs): number {
  const day = dayNumber(at)
  const season = 1 + 0.08 * Math.cos(((day % 365.25) / 365.25 - 0.56) * 2 * Math.PI)
  const festival = springFestivalOffset(day)
  const calendar =
    festival === null
      ? 1
      : festival >= -1 && festival <= 6
        ? 0.72
        : festival >= -10 && festival <= 16
          ? 1.12
          : 1
  return (
    (HOURS[Math.floor(hourFraction(at))] ?? 1) * (WEEKDAYS[weekday(day)] ?? 1) * season * calendar
  )
}
