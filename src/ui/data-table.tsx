import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { saveText, toCsv } from './csv'
import './data-table.css'
import { UrgencyMark } from './glyph'
import { Button, Empty } from './kit'
import { useLang, useSay } from './lang'
import { formatCount } from './numbers'
import { usePrinting } from './printing'
import type { Urgency } from './tokens'
import type { Lang, Phrase } from './words'

export interface DataColumn<Row> {
  readonly id: string
  readonly header: Phrase
  readonly align?: 'start' | 'end'
  /** Share of the width; 1 unless told. */
  readonly grow?: number
  readonly text: (row: Row, lang: Lang) => string
  /** A mark before the text, by shape, colour and digit; never instead of it. */
  readonly mark?: (row: Row) => Urgency
  /** Null sorts last both ways. */
  readonly sort: (row: Row) => string | number | null
}

interface Props<Row> {
  readonly id: string
  readonly title: Phrase
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Rows without a place on the map come last and are counted apart; null where no map shows these records. */
  readonly placed: ((row: Row) => boolean) | null
  readonly filter: string
  readonly onFilter: (text: string) => void
  readonly selectedId?: string | null
  /** Left out: rows cannot be selected. */
  readonly onSelect?: (id: string) => void
  readonly why?: string | null
  /** What is exported in place of the rows as they are shown; null while it is not ready. */
  readonly csv?: (() => Promise<readonly (readonly string[])[]>) | null
  /** What the rows are of, where the table shows one of several: in the file's name, and before every row. */
  readonly of?: { readonly name: string; readonly cells: readonly (readonly [Phrase, string])[] }
}

const WORDS = {
  filter: { zh: '筛选', en: 'Filter' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  making: { zh: '正在生成 CSV……', en: 'Making the CSV…' },
  failed: { zh: '未能导出', en: 'The export failed' },
  empty: { zh: '没有记录', en: 'No records' },
  noMatch: { zh: '没有记录符合筛选。', en: 'No record matches the filter.' },
} as const

const ROW_REM = 2
/** Rows on paper: some thirty sheets. The rest is in the CSV. */
export const PRINTED_ROWS = 1_000

interface Order {
  readonly column: string
  readonly descending: boolean
}

/** The records of a layer as rows: sorted, filtered, exported, and drawn only where they are looked at. */
export function DataTable<Row>(props: Props<Row>) {
  const { id, title, columns, rowId, filter, onFilter, onSelect, selectedId, of } = props
  const placed = props.placed ?? always
  const say = useSay()
  const lang = useLang()
  const [order, setOrder] = useState<Order | null>(null)
  const [exporting, setExport] = useState<'none' | 'making' | 'failed'>('none')
  const scroller = useRef<HTMLDivElement>(null)

  const unplaced = useMemo(
    () => props.rows.filter((row) => !placed(row)).length,
    [props.rows, placed],
  )
  const rows = useMemo(
    () => arrange(props.rows, columns, order, filter, lang, placed),
    [props.rows, columns, order, filter, lang, placed],
  )

  const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * rootPx,
    overscan: 12,
  })
  const isPrinting = usePrinting()
  // On paper all rows stand one under the other, where the sheet breaks them.
  const items = isPrinting
    ? rows.slice(0, PRINTED_ROWS).map((_, index) => ({ index, start: null }))
    : virtualizer.getVirtualItems()
  const template = columns.map((column) => `minmax(0, ${column.grow ?? 1}fr)`).join(' ')

  function exportCsv() {
    if (exporting === 'making') return
    const save = (lines: readonly (readonly string[])[]) =>
      saveText(`${[id.replaceAll('/', '-'), ...(of ? [of.name] : [])].join('-')}.csv`, toCsv(lines))
    if (props.csv) {
      setExport('making')
      return void props.csv().then(
        (lines) => {
          save(lines)
          setExport('none')
        },
        () => setExport('failed'),
      )
    }
    const cells = of?.cells ?? []
    const head = [...cells.map(([header]) => header), ...columns.map(({ header }) => header)]
    const fixed = cells.map(([, value]) => value)
    const body = rows.map((row) => [...fixed, ...columns.map((column) => column.text(row, lang))])
    save([head.map(say), ...body])
  }

  function sortBy(column: string) {
    setOrder((was) =>
      was?.column !== column
        ? { column, descending: false }
        : was.descending
          ? null
          : { column, descending: true },
    )
  }

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key]
    if (!step || !onSelect || rows.length === 0) return
    event.preventDefault()
    const at = rows.findIndex((row) => rowId(row) === selectedId)
    const next = Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))
    onSelect(rowId(rows[next] as Row))
    virtualizer.scrollToIndex(next)
  }

  const placedCount = props.rows.length - unplaced
  return (
    <section
      className="data-table"
      data-table={id}
      data-count={placedCount}
      data-unplaced={unplaced}
      aria-label={say(title)}
    >
      <div className="data-table-bar">
        <input
          type="search"
          value={filter}
          maxLength={100}
          placeholder={say(WORDS.filter)}
          aria-label={say(WORDS.filter)}
          onChange={(event) => onFilter(event.target.value)}
          onKeyDown={(event) => {
            // Takes the filter back before the page is left.
            if (event.key !== 'Escape' || filter === '') return
            event.preventDefault()
            event.stopPropagation()
            onFilter('')
          }}
        />
        <output>
          {props.placed
            ? countWords(rows.length, placedCount, unplaced, filter !== '', lang)
            : `${formatCount(rows.length)} / ${formatCount(props.rows.length)}`}
        </output>
        {/* Not disabled while it is made: a disabled button loses the focus. */}
        <Button onClick={exportCsv} disabled={rows.length === 0 || props.csv === null}>
          {say(exporting === 'making' ? WORDS.making : WORDS.csv)}
        </Button>
        {exporting === 'failed' && <span role="alert">{say(WORDS.failed)}</span>}
      </div>
      {isPrinting && rows.length > PRINTED_ROWS && (
        <p className="data-table-cut">
          {say({
            zh: `只印前 ${formatCount(PRINTED_ROWS)} 行，共 ${formatCount(rows.length)} 行；全部见 CSV。`,
            en: `The first ${formatCount(PRINTED_ROWS)} of ${formatCount(rows.length)} rows; all of them are in the CSV.`,
          })}
        </p>
      )}
      {rows.length === 0 && (
        <Empty title={say(WORDS.empty)} why={filter ? say(WORDS.noMatch) : (props.why ?? null)} />
      )}
      <div
        ref={scroller}
        className="data-table-scroll"
        tabIndex={0}
        role="grid"
        aria-label={say(title)}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        onKeyDown={walk}
      >
        <div
          className="data-table-grid"
          style={
            isPrinting ? undefined : { height: `calc(${virtualizer.getTotalSize()}px + 2.5rem)` }
          }
        >
          <div
            className="data-table-row data-table-head"
            role="row"
            aria-rowindex={1}
            tabIndex={-1}
            style={{ gridTemplateColumns: template }}
          >
            {columns.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                tabIndex={-1}
                className={column.align ?? 'start'}
                aria-sort={ariaSort(order, column.id)}
              >
                <button type="button" tabIndex={-1} onClick={() => sortBy(column.id)}>
                  {say(column.header)}
                  {order?.column === column.id && (order.descending ? ' ↓' : ' ↑')}
                </button>
              </div>
            ))}
          </div>
          {items.map((item) => {
            const row = rows[item.index] as Row
            const key = rowId(row)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself walks its rows by keyboard
              <div
                key={key}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={key === selectedId}
                className={`data-table-row data-table-body-row ${onSelect ? 'selectable' : ''} ${placed(row) ? '' : 'unplaced'}`}
                style={{
                  gridTemplateColumns: template,
                  ...(item.start !== null && {
                    transform: `translateY(calc(${item.start}px + 2.5rem))`,
                  }),
                }}
                onClick={() => onSelect?.(key)}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    tabIndex={-1}
                    className={column.mark ? 'marked' : (column.align ?? 'start')}
                    // A cell may be narrower than its words.
                    title={column.text(row, lang)}
                  >
                    {column.mark && <UrgencyMark urgency={column.mark(row)} />}
                    {column.text(row, lang)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}

function ariaSort(order: Order | null, column: string): 'ascending' | 'descending' | 'none' {
  if (order?.column !== column) return 'none'
  return order.descending ? 'descending' : 'ascending'
}

const always = () => true

/** Filtered by every word, sorted, rows without a place last. */
function arrange<Row>(
  all: readonly Row[],
  columns: readonly DataColumn<Row>[],
  order: Order | null,
  filter: string,
  lang: Lang,
  placed: (row: Row) => boolean,
): readonly Row[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const kept = words.length
    ? all.filter((row) => {
        const text = columns
          .map((column) => column.text(row, lang))
          .join('\n')
          .toLocaleLowerCase()
        return words.every((word) => text.includes(word))
      })
    : all
  const column = columns.find(({ id }) => id === order?.column)
  const sign = order?.descending ? -1 : 1
  const collator = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true })
  const sorted = column
    ? kept.toSorted((a, b) => {
        const [x, y] = [column.sort(a), column.sort(b)]
        if (x === null || y === null) return Number(x === null) - Number(y === null)
        const by =
          typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`)
        return sign * by
      })
    : kept
  return [...sorted.filter(placed), ...sorted.filter((row) => !placed(row))]
}

function countWords(
  shown: number,
  placed: number,
  unplaced: number,
  filtered: boolean,
  lang: Lang,
): string {
  const [n, on, off] = [shown, placed, unplaced].map(formatCount)
  if (lang === 'zh') {
    const all = unplaced > 0 ? `上图 ${on}，未上图 ${off}（列于表尾）` : `共 ${on}，均已上图`
    return filtered ? `符合 ${n}；${all}` : all
  }
  const all =
    unplaced > 0 ? `${on} on the map, ${off} not on it (listed last)` : `${on}, all on the map`
  return filtered ? `${n} match; ${all}` : all
}
