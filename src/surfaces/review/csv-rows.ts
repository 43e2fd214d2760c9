import { monthsOf } from '../../domain/review/calendar'
import { type ReleasedCell, releaseTable } from '../../domain/review/suppression'
import { SMALL_MOST } from '../../domain/review/suppression-flow'
import { formatStamp } from '../../ui/clock'
import type { Lang } from '../../ui/words'
import type { ChartId } from '../../view/review'
import type { Days } from './counts'
import { periodText } from './head'
import type { Measure } from './measures/measure'
import { cellText, type Released, releasedDays, sumReleased, sumText } from './release'
import type { TwinRow, TwinTable } from './twins'
import type { Facts } from './use-facts'
import { WORDS } from './words'

interface Context {
  readonly facts: Facts
  readonly measure: Measure
  readonly part: string
  readonly chart: ChartId
  readonly title: string
  readonly lang: Lang
  readonly watermark: string
}

/** A count as it is, or a gap. */
const EXACT = /^([0-9]+|—)$/

/** Withheld: what is reckoned from a count that may not leave would tell it. */
const WITHHELD = '×'

/**
 * What leaves the building. Counts of areas and days go as they are released, month by month; sums of them are reckoned
 * from what is released; other tables are released whole. What is derived from a count leaves only with it.
 */
export function csvRows(table: TwinTable, context: Context): readonly (readonly string[])[] {
  const { facts, lang, measure, title, watermark } = context
  const released = releasedOf(context, table)
  const others = releasedColumns(table)
  const isCanonical = isOneMonth(facts)
  const isApart = table.rows.some((row) => areasOf(row, released) === null)
  const texts = table.rows.map((row, i) =>
    table.columns.map((column, c) =>
      column.kind === 'count' ? countText(row, i, c, released, others, isCanonical) : null,
    ),
  )
  const mayLeave = table.rows.map(
    (row, i) =>
      (texts[i] ?? []).every((text) => text === null || EXACT.test(text)) &&
      (areasOf(row, released) ? mayTell(row, released) : isCanonical) &&
      !hidesMisses(table, row, measure),
  )
  const isWhole = mayLeave.every(Boolean)
  const body = table.rows.map((row, i) =>
    table.columns.map(({ kind }, c) => {
      if (kind === 'count') return mayLeave[i] ? (texts[i]?.[c] ?? '') : hidden(texts[i]?.[c])
      const isTold = kind === 'label' || (kind === 'derived' ? mayLeave[i] : isWhole)
      const cell = row.cells[c]
      if (!isTold) return WITHHELD
      return cell === null || cell === undefined ? '—' : String(cell)
    }),
  )
  const { card, period } = facts
  return [
    table.columns.map(({ header }) => header[lang]),
    ...body,
    [],
    [title],
    [`${WORDS.period[lang]} ${periodText(period, WORDS.to[lang])}`],
    [`${WORDS.definition[lang]} ${measure.definition[lang]}`],
    [
      `${WORDS.source[lang]} ${(lang === 'zh' ? card?.source : card?.sourceEn) ?? '—'} · ${WORDS.cutOff[lang]} ${formatStamp(card?.cutOff ?? null)}`,
    ],
    [`${WORDS.under5[lang]}；× = ${lang === 'zh' ? '隐去' : 'withheld'}`],
    ...(isApart && !isCanonical ? [[WORDS.oneMonth[lang]]] : []),
    [watermark],
  ]
}

/**
 * A table that is not made of days and areas is released as a whole, so it has to be the same table every time: one month of
 * the calendar. Two periods that overlap would tell the days between them.
 */
function isOneMonth({ period, same }: Facts): boolean {
  return monthsOf(period) === 1 && (same === null || monthsOf(same.past) === 1)
}

/** Days of each prefecture, or of the one county, as they may leave. Empty where they are not here yet. */
function releasedOf({ facts, chart }: Context, { rows }: TwinTable): Released {
  // Tiles are of many measures, and go by their own table.
  if (chart === 'tiles') return new Map()
  const areas: Days[] = facts.prefectures.is === 'here' ? [...facts.prefectures.value] : []
  if (facts.days.is === 'here' && !areas.some(({ areaCode }) => areaCode === facts.area))
    if (facts.level === 'county') areas.push(facts.days.value)
  if (areas.length === 0) return new Map()
  const days = rows.flatMap(({ of }) => of?.days ?? [])
  if (days.length === 0) return new Map()
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  return releasedDays(areas, { from: first, to: last + 1 })
}

function areasOf(row: TwinRow, released: Released): readonly string[] | null {
  if (!row.of) return null
  if (released.has(row.of.area)) return [row.of.area]
  // A region is the sum of what its prefectures may tell.
  return row.of.area.endsWith('0000') && released.size > 0 ? [...released.keys()] : null
}

function countText(
  row: TwinRow,
  i: number,
  column: number,
  released: Released,
  others: ReadonlyMap<number, readonly ReleasedCell[]>,
  isCanonical: boolean,
): string {
  if (row.cells[column] === null || row.cells[column] === undefined) return '—'
  const areas = areasOf(row, released)
  if (areas && row.of) {
    const [area, day] = [areas[0] as string, row.of.days[0]]
    const isOne = areas.length === 1 && row.of.days.length === 1 && day !== undefined
    if (isOne) return cellText(released.get(area)?.get(day))
    return sumText(sumReleased(released, areas, row.of.days))
  }
  return isCanonical ? cellText(others.get(column)?.[i]) : WITHHELD
}

/** A count that is exact in a row that may not leave is withheld with it. */
function hidden(text: string | null | undefined): string {
  return text && !EXACT.test(text) ? text : WITHHELD
}

/** Of a share, what is missed is a count too. */
function hidesMisses(table: TwinTable, { cells }: TwinRow, measure: Measure): boolean {
  if (measure.kind !== 'share') return false
  const count = cells[table.columns.findIndex(({ id }) => id === 'count')]
  const base = cells[table.columns.findIndex(({ id }) => id === 'base')]
  if (typeof count !== 'number' || typeof base !== 'number') return false
  return base - count > 0 && base - count <= SMALL_MOST
}

function mayTell(row: TwinRow, released: Released): boolean {
  const areas = areasOf(row, released)
  return !areas || !row.of || sumReleased(released, areas, row.of.days).hidden === 0
}

/** Columns of counts that are no days of areas: released as one table, so that no row tells another. */
function releasedColumns(table: TwinTable): ReadonlyMap<number, readonly ReleasedCell[]> {
  const columns = table.columns.flatMap(({ kind }, i) => (kind === 'count' ? [i] : []))
  const numbers = table.rows.map(({ cells }) =>
    columns.map((i) => {
      const cell = cells[i]
      return typeof cell === 'number' ? Math.max(0, Math.round(cell)) : 0
    }),
  )
  const released = columns.length > 0 ? releaseTable({ counts: numbers, groups: null }) : null
  return new Map(
    columns.map((column, c) => [
      column,
      table.rows.map((_, r) => released?.cells[r]?.[c] ?? { state: 'withheld' as const }),
    ]),
  )
}
