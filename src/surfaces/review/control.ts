import type { MeasureCard } from '../../domain/measure'
import { type Day, dayOf, type Period } from '../../domain/review/calendar'
import {
  type ControlChart,
  type NoChart,
  runsOf,
  type SignalRun,
} from '../../domain/review/control-chart'
import { ewmaChart } from '../../domain/review/ewma'
import { sameDayLastYear } from '../../domain/review/same-period'
import { signalLimits, uChart } from '../../domain/review/u-chart'
import { countedDays, type Days, daysIn } from './counts'
import { breakBetween } from './figure'
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
  /** The day of last year that it is held against. */
  readonly past: number | null
  readonly signal: 'above' | 'below' | null
  readonly inPeriod: boolean
  /** Late records may still come. */
  readonly isProvisional: boolean
  /** Some areas of the sum are missing. */
  readonly isPartial: boolean
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
  const settings = { baseline, isShare: measure.kind === 'share' }
  const chart = uChart(counted, settings)
  const smooth = ewmaChart(counted, settings)
  const isChart = !('refused' in chart)
  const { per } = measure.rate
  const shown = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * per
  const provisionalFrom = dayOf(card.cutOff - card.lateMs)
  const all = daysIn(wanted).map((day, i): ChartDay => {
    const point = isChart ? chart.points[i] : undefined
    const { count, exposure } = counted[i] as (typeof counted)[number]
    const limits =
      isChart && exposure && point && point.low !== null && point.high !== null
        ? signalLimits(
            { low: point.low, high: point.high },
            { centre: chart.centre, exposure, isShare: settings.isShare },
          )
        : null
    const fellow = sameDayLastYear(day)
    return {
      day,
      count,
      base: exposure,
      value: count === null || !exposure ? null : (count / exposure) * per,
      low: shown(limits?.low),
      high: shown(limits?.high),
      ewma: 'refused' in smooth ? null : shown(smooth.points[i]?.value),
      past:
        fellow && breakOn(card, days.areaCode, fellow.day, day)
          ? pastOf(days, fellow.day, per)
          : null,
      signal: point?.signal ?? null,
      inPeriod: day >= period.from,
      isProvisional: day >= provisionalFrom,
      isPartial: days.missing.has(day),
    }
  })
  const runs = isChart ? runsOf(chart as ControlChart) : []
  return {
    days: all.slice(Math.max(0, baseline - SHOWN_BEFORE)),
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
  }
}

const breakOn = (card: MeasureCard, areaCode: string, from: Day, to: Day) =>
  breakBetween(card, areaCode, from, to + 1) === null

function pastOf(days: Days, day: Day, per: number): number | null {
  const count = days.count[day - days.first] ?? null
  const base = days.base ? (days.base[day - days.first] ?? null) : 1
  return count === null || !base ? null : (count / base) * per
}
