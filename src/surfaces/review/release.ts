import { type Day, dateOf, dayAt, type Period } from '../../domain/review/calendar'
import {
  addReleased,
  type ReleasedCell,
  type ReleasedSum,
  type ReleasedTable,
  releaseTable,
} from '../../domain/review/suppression'
import { releaseWithin } from '../../domain/review/suppression-within'
import type { Days } from './counts'
import { addSums, UNTOLD, UNTOLD_SUM } from './released-sum'

/** What a measure's figures are made of, before anything of it is released. */
export interface ReleaseSource {
  readonly region: string
  /** The whole measure by prefecture. */
  readonly areas: readonly Days[]
  /** Its counties (its prefectures, where it has no counties), whole and by part: for months that parts are asked of. */
  readonly inner: readonly { readonly part: string; readonly areas: readonly Days[] }[]
}

/**
 * What may leave of one measure. Every figure lies in one released table of a month of the calendar, whatever is asked for:
 * prefectures by days; below it, sharing the prefectures' months, counties by parts. Any export is looked up in these or
 * added up from them, so exports held against one another tell no more than the tables do.
 */
export interface Release {
  /** Of an area's days; null: nothing is known of any of them. */
  readonly sum: (area: string, part: string, days: readonly Day[]) => ReleasedSum | null
  /** Whether an area's day is shown as it is: what hangs under it may be released. */
  readonly isDayShown: (area: string, day: Day) => boolean
}

export function releaseOf(source: ReleaseSource): Release {
  const { region, areas } = source
  const rowOf = new Map(areas.map(({ areaCode }, row) => [areaCode, row]))
  const daysOf = kept((from: Day) => releasedDays(areas, monthOf(from)))
  const partsOf = kept((from: Day) => releasedParts(source, monthOf(from), daysOf(from)))
  const isRegion = (area: string) => area === region && !rowOf.has(area)
  const isGap = (area: string, day: Day) =>
    isRegion(area)
      ? areas.every((one) => valueOn(one, day) === null)
      : valueOn(areas[rowOf.get(area) as number] as Days, day) === null
  const dayCell = (area: string, day: Day): ReleasedCell => {
    const { from, table } = daysOf(monthOf(day).from)
    const cells = isRegion(area) ? table?.columnTotals : table?.cells[rowOf.get(area) as number]
    return cells?.[day - from] ?? UNTOLD
  }
  const monthSum = (area: string, part: string, from: Day): ReleasedSum => {
    if (part !== '' || !(isRegion(area) || rowOf.has(area))) return partsOf(from)(area, part)
    const { table } = daysOf(from)
    const own = isRegion(area) ? table?.total : table?.rowTotals[rowOf.get(area) as number]
    return addReleased([own ?? UNTOLD])
  }
  return {
    isDayShown: (area, day) => dayCell(area, day).state === 'shown',
    sum(area, part, days) {
      const isByDay = part === '' && (isRegion(area) || rowOf.has(area))
      const known = isByDay ? days.filter((day) => !isGap(area, day)) : days
      if (known.length === 0) return null
      const sums = byMonth(days).map(({ month, own }) => {
        const isWhole = own.length === month.to - month.from
        const whole = isWhole ? monthSum(area, part, month.from) : UNTOLD_SUM
        if (whole.low === whole.high || !isByDay) return whole
        return addReleased(own.map((day) => dayCell(area, day)))
      })
      return addSums(sums)
    },
  }
}

function releasedDays(areas: readonly Days[], month: Period) {
  const days = Array.from({ length: month.to - month.from }, (_, i) => month.from + i)
  const counts = areas.map((area) => days.map((day) => wholeOf(valueOn(area, day))))
  return { from: month.from, table: releaseTable({ counts, groups: null }) }
}

/** Looks up the month of a county, or of a part. */
function releasedParts(
  { region, areas, inner }: ReleaseSource,
  month: Period,
  { table: above }: { readonly table: ReleasedTable | null },
): (area: string, part: string) => ReleasedSum {
  const whole = inner.find(({ part }) => part === '')?.areas ?? []
  const parts = inner.filter(({ part }) => part !== '')
  const monthly = (all: readonly Days[]) =>
    new Map(all.map((one) => [one.areaCode, sumOver(one, month)]))
  const wholes = monthly(whole)
  const byPart = parts.map((part) => monthly(part.areas))
  const codes = [...wholes.keys()]
  const counts = codes.map((code) => {
    const row = byPart.map((of) => of.get(code) ?? 0)
    // What no part counts is a part too, or the whole less the parts would tell it.
    return [...row, (wholes.get(code) as number) - row.reduce((a, b) => a + b, 0)]
  })
  const lines = areas.map(({ areaCode }) => areaCode)
  const lineOf = (code: string) =>
    lines.indexOf(lines.includes(code) ? code : `${code.slice(0, 4)}00`)
  const isGrouped = codes.some((code) => !lines.includes(code))
  const order = isGrouped ? codes : lines.filter((code) => wholes.has(code))
  const table =
    above && codes.length > 0 && (isGrouped || order.length === lines.length)
      ? releaseWithin({
          counts: order.map((code) => counts[codes.indexOf(code)] as number[]),
          groups: isGrouped ? order.map(lineOf) : null,
          isShown: above.rowTotals.map(({ state }) => state === 'shown'),
        })
      : null
  return (area, part) => {
    const column = parts.findIndex((one) => one.part === part)
    if (!table || (part !== '' && column < 0)) return UNTOLD_SUM
    const cellOf = (
      cells: readonly (readonly ReleasedCell[])[],
      totals: readonly ReleasedCell[],
      i: number,
    ) => (part === '' ? totals[i] : cells[i]?.[column]) ?? UNTOLD
    if (order.includes(area))
      return addReleased([cellOf(table.cells, table.rowTotals, order.indexOf(area))])
    const ofLines = (line: number) =>
      isGrouped
        ? cellOf(table.groupCells, table.groupTotals, line)
        : cellOf(table.cells, table.rowTotals, line)
    if (lines.includes(area)) return addReleased([ofLines(lines.indexOf(area))])
    if (area !== region) return UNTOLD_SUM
    const own = part === '' ? table.total : table.columnTotals[column]
    return addReleased(own && own.state !== 'untold' ? [own] : lines.map((_, i) => ofLines(i)))
  }
}

export function monthOf(day: Day): Period {
  const { year, month } = dateOf(day)
  return { from: dayAt(year, month, 1), to: dayAt(year, month + 1, 1) }
}

/** Days by months of the calendar, each day once. */
export function byMonth(days: readonly Day[]) {
  const months = new Map<Day, Day[]>()
  for (const day of new Set(days)) {
    const { from } = monthOf(day)
    months.set(from, [...(months.get(from) ?? []), day])
  }
  return [...months].map(([from, own]) => ({ month: monthOf(from), own }))
}

const valueOn = ({ first, count }: Days, day: Day): number | null => count[day - first] ?? null

const wholeOf = (count: number | null) => Math.max(0, Math.round(count ?? 0))

function sumOver(days: Days, { from, to }: Period): number {
  let sum = 0
  for (let day = from; day < to; day++) sum += wholeOf(valueOn(days, day))
  return sum
}

function kept<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const own = known.get(key) ?? make(key)
    known.set(key, own)
    return own
  }
}
