import type { MeasureSeries } from '../../domain/measure'
import { dayOf, type Period, weekdayOf } from '../../domain/review/calendar'
import { addReleased, type ReleasedCell, type ReleasedSum } from '../../domain/review/suppression'
import { releaseWithin } from '../../domain/review/suppression-within'
import { HOUR_MS, hourOfDay } from '../../domain/time'
import { daysIn } from './counts'
import { byMonth, type Release } from './release'
import { addSums, UNTOLD, UNTOLD_SUM } from './released-sum'

/** Hours of a period, and whose of them are asked for. */
export interface HourSource {
  readonly series: MeasureSeries
  readonly period: Period
  readonly area: string
  readonly region: string
}

/**
 * Hours of the weekdays, as they may leave: of each month of the calendar seven tables, areas by hours, each within the
 * released days of its weekday. A period of other than whole months has none: two of them would tell the days between.
 */
export function releasedHours(
  series: MeasureSeries,
  release: Release | null,
  { period, area, region }: Omit<HourSource, 'series'>,
): ReadonlyMap<string, ReleasedSum> {
  const sums = new Map<string, ReleasedSum>()
  const codes = series.areas.map(({ areaCode }) => areaCode)
  const months = byMonth(daysIn(period))
  for (let weekday = 0; weekday < 7; weekday++) {
    const tables = months.map(({ month, own }) => {
      const days = own.filter((day) => weekdayOf(day) === weekday)
      const isWhole = own.length === month.to - month.from
      return isWhole && release
        ? releaseWithin({
            counts: series.areas.map(({ count }) => byHour(count, series.from, new Set(days))),
            groups: null,
            isShown: codes.map((code) => days.every((day) => release.isDayShown(code, day))),
          })
        : null
    })
    for (let hour = 0; hour < 24; hour++) {
      const own = tables.map((table): ReleasedSum => {
        if (!table) return UNTOLD_SUM
        const row = codes.indexOf(area)
        const cell = row >= 0 ? table.cells[row]?.[hour] : table.columnTotals[hour]
        if (row >= 0 || area !== region || (cell && cell.state !== 'untold'))
          return addReleased([cell ?? UNTOLD])
        return addReleased(table.cells.map((cells): ReleasedCell => cells[hour] ?? UNTOLD))
      })
      sums.set(`${weekday} ${hour}`, own.length > 0 ? addSums(own) : UNTOLD_SUM)
    }
  }
  return sums
}

function byHour(count: readonly (number | null)[], from: number, days: ReadonlySet<number>) {
  const hours = Array.from({ length: 24 }, () => 0)
  count.forEach((value, i) => {
    const at = from + i * HOUR_MS
    if (days.has(dayOf(at))) hours[hourOfDay(at)]! += Math.max(0, Math.round(value ?? 0))
  })
  return hours
}
