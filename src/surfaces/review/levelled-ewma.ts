import type { Day, Period } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'
import type { ChartSignal } from '../../domain/review/control-chart'
import { EWMA, ewmaChart } from '../../domain/review/ewma'
import { daysIn } from './counts'
import { type FestivalLevels, factorOn, levelOn } from './festival-levels'

export interface SmoothDay {
  readonly value: number | null
  readonly signal: ChartSignal | null
}

const NO_DAY: SmoothDay = { value: null, signal: null }

/**
 * The EWMA of days, each held against what its place in the festival season lets one expect: what comes with the calendar
 * is no slow change. Drawn at the level of the day itself. Where nobody knows that level it begins anew.
 */
export function levelledEwma(
  counted: readonly Counted[],
  period: Period,
  levels: FestivalLevels,
  settings: {
    readonly baseline: number
    readonly isShare: boolean
    readonly except: ReadonlySet<number>
  },
): readonly SmoothDay[] {
  const days = daysIn(period)
  const factors = days.map((day) => factorOn(day, levels, settings.isShare))
  const chart = ewmaChart(
    counted.map(({ count, exposure }, i): Counted => {
      const factor = factors[i] ?? null
      if (factor === null || exposure === null) return { count: null, exposure: null }
      return { count, exposure: exposure * factor }
    }),
    settings,
  )
  if ('refused' in chart) return days.map(() => NO_DAY)
  return chart.points.map(({ value, high, signal }, i) => {
    if (value === null || high === null) return NO_DAY
    const reach = Math.hypot(high - chart.centre, unsure(days[i] as Day, levels, chart.centre))
    const isBeyond = Math.abs(value - chart.centre) > reach
    return { value: value * (factors[i] ?? 1), signal: isBeyond ? signal : null }
  })
}

/** How far off the level of the season may be: earlier ones are known by their counts alone. */
function unsure(day: Day, levels: FestivalLevels, centre: number): number {
  const level = levelOn(day, levels)
  return level && level.cases > 0
    ? (EWMA.sigmas * level.spread * centre) / Math.sqrt(level.cases)
    : 0
}
