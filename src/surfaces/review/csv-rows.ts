import type { ReleasedSum } from '../../domain/review/suppression'
import { formatStamp } from '../../ui/clock'
import type { Lang } from '../../ui/words'
import { type Counting, countOf, isTold } from './measure-release'
import type { Measure } from './measures/measure'
import { addUp, isExact, sumText, WITHHELD } from './released-sum'
import type { Releases } from './releases'
import { periodText } from './told'
import { headText, type TwinColumn, type TwinRow, type TwinTable } from './twin-table'
import type { Facts } from './use-facts'
import { WORDS } from './words'

export interface ExportContext {
  readonly facts: Pick<Facts, 'card' | 'period'>
  readonly measure: Measure
  readonly part: string
  readonly title: string
  readonly lang: Lang
  readonly watermark: string
}

interface Context extends Pick<ExportContext, 'measure' | 'part'> {
  readonly releases: Releases
}

export interface ReleasedRow {
  readonly id: string
  readonly cells: readonly string[]
}

/**
 * What leaves the building, in a file, a picture or on paper: counts as far as they are released, what is reckoned from them
 * only where they are told. A row that is not told loses its place in an order, too.
 */
export function releasedRows(table: TwinTable, given: Context): readonly ReleasedRow[] {
  const context = addsUp(table, given) ? { ...given, releases: NOTHING } : given
  const isBasisTold = !table.basis || tells(table.rows[0], table.basis, context)
  const told = table.rows.map((row) => isRowTold(row, context))
  const isWhole = isBasisTold && told.every(Boolean)
  const isRanked = table.columns.some(({ id }) => id === 'rank')
  const rows = table.rows.map((row, i) => ({ row, isTold: told[i] === true }))
  const ordered =
    isRanked && !isWhole
      ? [...rows.filter((one) => one.isTold), ...rows.filter((one) => !one.isTold).sort(byName)]
      : rows
  const digits = table.columns.map((_, c) => mostDigits(table.rows.map(({ cells }) => cells[c])))
  return ordered.map(({ row }) => ({
    id: row.id,
    cells: table.columns.map((column, c) =>
      cellText(row, column, steady(row.cells[c], digits[c] ?? 0), isWhole, context),
    ),
  }))
}

/** A table as a file: its released rows, and what they are of. */
export function csvRows(
  table: TwinTable,
  context: ExportContext & Context,
): readonly (readonly string[])[] {
  const { facts, lang, measure, title, watermark } = context
  const body = releasedRows(table, context).map(({ cells }) => cells)
  const { card, period } = facts
  const hasHidden = body.some((cells) => cells.includes(WITHHELD))
  const about = table.about ?? [`${WORDS.period[lang]} ${periodText(period, WORDS.to[lang])}`]
  return [
    table.columns.map((column) => headText(column, lang)),
    ...body,
    [],
    [title],
    ...about.map((line) => [line]),
    [`${WORDS.definition[lang]} ${measure.definition[lang]}`],
    [
      `${WORDS.source[lang]} ${(lang === 'zh' ? card?.source : card?.sourceEn) ?? '—'} · ${WORDS.cutOff[lang]} ${formatStamp(card?.cutOff ?? null)}`,
    ],
    [`${WORDS.under5[lang]}${lang === 'zh' ? '；× = 隐去' : '; × = withheld'}`],
    ...(hasHidden ? [[WORDS.wholeMonths[lang]], [WORDS.narrowed[lang]]] : []),
    [watermark],
  ]
}

const NOTHING: Releases = { of: () => null, hours: null }

/**
 * The screen prints what rows add up to, of all of them and of each area. Where the rows' bounds come to that, each row would
 * be known, and none is told.
 */
function addsUp({ columns, rows }: TwinTable, context: Context): boolean {
  return columns.some(({ kind }, c) => {
    if (kind !== 'count' && kind !== 'pastCount') return false
    const groups = new Map<string, { sums: ReleasedSum[]; total: number }>()
    for (const row of rows) {
      const counting = (kind === 'count' ? row.of : row.ofPast) ?? null
      const sum = releasedOf(row, counting, context)
      const cell = row.cells[c]
      if (!sum || typeof cell !== 'number') continue
      for (const name of ['', counting?.areas.join() ?? '']) {
        const group = groups.get(name) ?? { sums: [], total: 0 }
        group.sums.push(sum)
        group.total += cell
        groups.set(name, group)
      }
    }
    return [...groups.values()].some(({ sums, total }) => sums.length > 1 && addUp(sums, total))
  })
}

function releasedOf(row: TwinRow, counting: Counting | null, context: Context) {
  if (!counting) return context.releases.hours?.get(row.id) ?? null
  const release = releaseFor(row, context)
  return release && countOf(release, counting, context.part)
}

function cellText(
  row: TwinRow,
  { kind }: TwinColumn,
  cell: string | number | null | undefined,
  isWhole: boolean,
  context: Context,
): string {
  const shown = cell === null || cell === undefined ? '—' : String(cell)
  if (shown === '') return ''
  const text = kind === 'label' ? shown : plainNumbers(shown)
  const isPastTold = !row.ofPast || tells(row, row.ofPast, context)
  switch (kind) {
    case 'label':
      return text
    case 'count':
      return text === '—' ? text : countText(row, row.of, context)
    case 'pastCount':
      return text === '—' ? text : countText(row, row.ofPast ?? null, context)
    case 'derived':
      return isRowTold(row, context) ? text : WITHHELD
    case 'past':
      return isPastTold ? text : WITHHELD
    case 'change': {
      const from = row.ofChange ?? []
      const isAll = from.every((counting) => tells(row, counting, context))
      return isAll && isPastTold && isRowTold(row, context) ? text : WITHHELD
    }
    case 'running':
      return isWhole ? text : WITHHELD
  }
}

type Cell = TwinRow['cells'][number] | undefined

/** One precision down a column. */
const mostDigits = (cells: readonly Cell[]) =>
  Math.max(
    0,
    ...cells.map((cell) =>
      typeof cell === 'number' ? (String(cell).split('.')[1]?.length ?? 0) : 0,
    ),
  )
const steady = (cell: Cell, digits: number): Cell =>
  typeof cell === 'number' && digits > 0 ? cell.toFixed(digits) : cell

/** As a spreadsheet reads them: no commas between thousands, a minus that is one, and a nought that is neither. */
function plainNumbers(text: string): string {
  return text
    .replace(/±(?=\d)/g, '')
    .replace(/−(?=\d)/g, '-')
    .replace(/(?<=\d),(?=\d{3})/g, '')
}

/** A count that is told exactly goes only with what is reckoned from it: of a share the misses are a count too. */
function countText(row: TwinRow, counting: Counting | null, context: Context): string {
  if (!counting) {
    const hour = context.releases.hours?.get(row.id)
    return hour ? sumText(hour) : WITHHELD
  }
  const release = releaseFor(row, context)
  if (!release) return WITHHELD
  const sum = countOf(release, counting, context.part)
  return sum && isExact(sum) && !tells(row, counting, context) ? WITHHELD : sumText(sum)
}

function isRowTold(row: TwinRow, context: Context): boolean {
  if (row.of) return tells(row, row.of, context)
  const hour = context.releases.hours?.get(row.id)
  return hour !== undefined && isExact(hour)
}

function tells(row: TwinRow | undefined, counting: Counting, context: Context): boolean {
  const release = row && releaseFor(row, context)
  return release ? isTold(release, counting, context.part) : false
}

function releaseFor(row: TwinRow, { releases, measure }: Context) {
  return releases.of(row.measure ?? measure.id)
}

const byName = (a: { readonly row: TwinRow }, b: { readonly row: TwinRow }) =>
  a.row.id < b.row.id ? -1 : 1
