import type { MeasureCard } from '../../domain/measure'
import { type Day, dayOf, type Period } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'
import {
  type ControlChart,
  type NoChart,
  runsOf,
  type SignalRun,
} from '../../domain/review/control-chart'
import {
  type FestivalLevel,
  festivalPoint,
  isFestivalWeek,
} from '../../domain/review/festival-week'
import { sameDayLastYear } from '../../domain/review/same-period'
import { signalLimits, uChart } from '../../domain/review/u-chart'
import { countedDays, type Days, daysIn } from './counts'
import { festivalDaysIn, festivalLevels } from './festival-levels'
import { breakBetween } from './figure'
import { levelledEwma } from './levelled-ewma'
import type { Measure } from './measures/measure'

/** A day of the chart, in the measure's own rate. */
export interface ChartDay {
  readonly day: Day
  readonly count: number | null
  readonly base: number | null
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly ewma: number | null
  /** Slow change: the EWMA is beyond its own limits. */
  readonly ewmaSignal: 'above' | 'below' | null
  /** The day of last year that it is held against. */
  readonly past: number | null
  readonly signal: 'above' | 'below' | null
  readonly inPeriod: boolean
  /** Late records may still come. */
  readonly isProvisional: boolean
  /** Some areas of the sum are missing. */
  readonly isPartial: boolean
  /** A day of the festival week, which is judged by earlier festival weeks. */
  readonly isFestival: boolean
}

export interface Control {
  readonly days: readonly ChartDay[]
  readonly centre: number | null
  readonly spread: number | null
  /** Runs of signals within the period. */
  readonly runs: readonly (SignalRun & { readonly fromDay: Day; readonly toDay: Day })[]
  readonly refused: NoChart['refused'] | null
  /** The days that centre and limits rest on. */
  readonly baseline: Period
  readonly signals: number
  /** From when on the definition is another; the baseline does not reach behind it. */
  readonly breakDay: Day | null
  /** Whether a festival week is drawn, and on how many earlier ones its limits rest: none is no judgement. */
  readonly festivalWeeks: number | null
}

/** Limits rest on the days before the period. Twelve weeks, so that every day of the week weighs the same. */
export const BASELINE_DAYS = 84
/** Of these, so many are drawn before the period. */
export const SHOWN_BEFORE = 28

export function controlOf(
  measure: Measure,
  card: MeasureCard,
  days: Days,
  period: Period,
): Control {
  const wanted = { from: Math.max(days.first, period.from - BASELINE_DAYS), to: period.to }
  const broken = breakBetween(card, days.areaCode, wanted.from, wanted.to)
  const breakDay = broken ? dayOf(broken.from) : null
  if (breakDay !== null && breakDay <= period.from) wanted.from = breakDay
  const counted = countedDays(days, wanted)
  const baseline = period.from - wanted.from
  const isShare = measure.kind === 'share'
  const except = festivalDaysIn({ from: wanted.from, to: period.from })
  const settings = { baseline, isShare, except }
  const chart = uChart(counted, settings)
  const isChart = !('refused' in chart)
  const levels = festivalLevels(card, days, wanted, BASELINE_DAYS, isShare)
  const smooth = levelledEwma(counted, wanted, levels, settings)
  const points = isChart ? judged(chart, counted, wanted.from, levels.week, isShare) : []
  const { per } = measure.rate
  const shown = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * per
  const provisionalFrom = dayOf(card.cutOff - card.lateMs)
  const all = daysIn(wanted).map((day, i): ChartDay => {
    const point = points[i]
    const isFestival = isFestivalWeek(day)
    const { count, exposure } = counted[i] as (typeof counted)[number]
    // Those of a festival day are the test's already.
    const limits =
      isChart && exposure && point && point.low !== null && point.high !== null && !isFestival
        ? signalLimits(
            { low: point.low, high: point.high },
            { centre: chart.centre, exposure, isShare: settings.isShare },
          )
        : point
    const fellow = sameDayLastYear(day)
    return {
      day,
      count,
      base: exposure,
      value: count === null || !exposure ? null : (count / exposure) * per,
      low: shown(limits?.low),
      high: shown(limits?.high),
      ewma: shown(smooth[i]?.value),
      ewmaSignal: smooth[i]?.signal ?? null,
      past:
        fellow && breakOn(card, days.areaCode, fellow.day, day)
          ? pastOf(days, fellow.day, per)
          : null,
      signal: point?.signal ?? null,
      inPeriod: day >= period.from,
      isProvisional: day >= provisionalFrom,
      isPartial: days.missing.has(day),
      isFestival,
    }
  })
  const runs = runsOf({ points })
  const shownDays = all.slice(Math.max(0, baseline - SHOWN_BEFORE))
  return {
    days: shownDays,
    centre: isChart ? shown(chart.centre) : null,
    spread: isChart ? chart.spread : null,
    runs: runs.map((run) => ({
      ...run,
      fromDay: wanted.from + run.from,
      toDay: wanted.from + run.to,
    })),
    refused: isChart ? null : chart.refused,
    baseline: { from: wanted.from, to: period.from },
    signals: all.filter(({ signal, inPeriod }) => signal && inPeriod).length,
    breakDay,
    festivalWeeks: shownDays.some(({ isFestival }) => isFestival)
      ? (levels.week?.weeks ?? 0)
      : null,
  }
}

/** Days of a festival week by what earlier ones were like, all others as the chart has them. */
function judged(
  chart: ControlChart,
  counted: readonly Counted[],
  first: Day,
  level: FestivalLevel | null,
  isShare: boolean,
): ControlChart['points'] {
  return chart.points.map((point, i) =>
    isFestivalWeek(first + i)
      ? festivalPoint(counted[i] as Counted, level, chart, {
          isShare,
          isBaseline: point.isBaseline,
        })
      : point,
  )
}

const breakOn = (card: MeasureCard, areaCode: string, from: Day, to: Day) =>
  breakBetween(card, areaCode, from, to + 1) === null

function pastOf(days: Days, day: Day, per: number): number | null {
  const count = days.count[day - days.first] ?? null
  const base = days.base ? (days.base[day - days.first] ?? null) : 1
  return count === null || !base ? null : (count / base) * per
}
