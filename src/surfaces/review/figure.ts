import type { MeasureCard, MeasureVersion } from '../../domain/measure'
import { type Day, dayOf, type Period } from '../../domain/review/calendar'
import { changeOfCounts } from '../../domain/review/change'
import { changeOfShares } from '../../domain/review/change-of-shares'
import { dispersionOf, dispersionOfShares } from '../../domain/review/dispersion'
import { countInterval, type Interval, LEVEL, rateOf, shareOf } from '../../domain/review/interval'
import { periodBefore, type SamePeriod, samePeriodLastYear } from '../../domain/review/same-period'
import { type Change, unknownChange } from '../../domain/review/verdict'
import type { Against } from '../../view/review'
import { countedDays, type Days, daysIn, type Total, totalOf } from './counts'
import type { Measure } from './measures/measure'

/** One measure of one area in one period, held against another period. */
export interface Figure {
  readonly measure: Measure
  readonly areaCode: string
  readonly now: Total
  readonly past: Total | null
  /** Of the count, or of the share; null: nothing to reckon it from. */
  readonly interval: Interval | null
  readonly value: number | null
  /** Of the days that are compared: another than `value` where some have no fellow. */
  readonly heldValue: number | null
  readonly pastValue: number | null
  readonly period: Period
  readonly same: SamePeriod | null
  readonly change: Change
  readonly dispersion: number
  /** A change of definition between then and now: nothing is compared. */
  readonly broken: MeasureVersion | null
  /** Of a sum: areas in it whose definition changed meanwhile. */
  readonly brokenParts: number
  readonly setAside: number
}

export function samePeriod(against: Against, period: Period): SamePeriod | null {
  return against === 'year' ? samePeriodLastYear(period) : periodBefore(period)
}

/** How far back scatter is looked for. */
const SCATTER_DAYS = 182

export function figureOf(
  measure: Measure,
  card: Pick<MeasureCard, 'versions'>,
  days: Days,
  period: Period,
  against: Against,
): Figure {
  const same = samePeriod(against, period)
  const now = totalOf(days, same?.daysNow ?? daysIn(period))
  const whole = same && same.leftOut > 0 ? totalOf(days, daysIn(period)) : now
  const past = same && totalOf(days, same.daysThen)
  const broken = same ? breakBetween(card, days.areaCode, same.past.from, period.to) : null
  const isShare = measure.kind === 'share'
  const scatter = (isShare ? dispersionOfShares : dispersionOf)(
    countedDays(days, { from: period.from - SCATTER_DAYS, to: period.to }),
  )
  const dispersion = Math.max(1, scatter?.value ?? 1)
  const known = past && past.count !== null && past.days > past.gaps
  const change = broken
    ? unknownChange('definition-changed')
    : !same
      ? unknownChange('no-period')
      : !known
        ? unknownChange('no-count-then')
        : isShare
          ? changeOfShares(
              { hits: now.count, of: now.base },
              { hits: past.count, of: past.base },
              { dispersion },
            )
          : changeOfCounts(
              { count: now.count, exposure: now.base },
              { count: past.count, exposure: past.base },
              { dispersion },
            )
  return {
    measure,
    areaCode: days.areaCode,
    now: whole,
    past,
    interval: isShare
      ? shareOf(whole.count, whole.base, LEVEL, dispersion)
      : countInterval(whole.count, LEVEL, dispersion),
    value: valueIn(measure, whole),
    heldValue: valueIn(measure, now),
    pastValue: past && valueIn(measure, past),
    period,
    same,
    change,
    dispersion,
    broken,
    brokenParts: same ? brokenParts(card, days.areaCode, same.past.from, period.to) : 0,
    setAside: days.setAside,
  }
}

function valueIn(measure: Measure, { count, base }: Total): number | null {
  if (measure.kind !== 'share') return count
  return shareOf(count, base)?.value ?? null
}

/** The definition of an area, or of all, that changed between two days and may not be compared across; null: none. */
export function breakBetween(
  { versions }: Pick<MeasureCard, 'versions'>,
  areaCode: string,
  from: Day,
  to: Day,
): MeasureVersion | null {
  return (
    versions.find(({ isComparable, areaCode: where, from: since }) => {
      const day = dayOf(since)
      const isHere = where === null || where === areaCode
      return !isComparable && isHere && day > from && day < to
    }) ?? null
  )
}

/** Areas within a region whose own definition changed: their part of the sum is another now. */
function brokenParts(
  { versions }: Pick<MeasureCard, 'versions'>,
  areaCode: string,
  from: Day,
  to: Day,
): number {
  if (!areaCode.endsWith('0000')) return 0
  const inside = versions.filter(({ isComparable, areaCode: where, from: since }) => {
    const day = dayOf(since)
    const isPart = where !== null && where !== areaCode && where.startsWith(areaCode.slice(0, 2))
    return !isComparable && isPart && day > from && day < to
  })
  return new Set(inside.map(({ areaCode: where }) => where)).size
}

/** A rate with its interval, per so many of the measure's denominators. */
export function rateIn(measure: Measure, { count, base }: Total, level?: number) {
  const estimate =
    measure.kind === 'share' ? shareOf(count, base, level) : rateOf(count, base, level)
  if (!estimate) return null
  const { per } = measure.rate
  return {
    ...estimate,
    value: estimate.value * per,
    low: estimate.low * per,
    high: estimate.high * per,
  }
}
