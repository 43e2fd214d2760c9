import { useEffect, useMemo, useRef, useState } from 'react'
import { SMALL_MOST } from '../../domain/review/suppression-flow'
import { type DataColumn, DataTable } from '../../ui/data-table'
import { Button, Empty, Kbd, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { type ChartId, formatDayNumber } from '../../view/review'
import type { BoardProps } from './board'
import { daysIn } from './counts'
import { exportedRows } from './csv-export'
import { useEffects } from './effect'
import { useStanding } from './league'
import { MEASURE_BY_ID } from './measures'
import { byMonth, monthOf } from './release'
import { useArrivals } from './response'
import { seasonOf } from './season'
import { takeFocus } from './take-focus'
import { titleWith } from './told'
import type { TwinRow, TwinTable } from './twin-table'
import { areaTable, figureTable, leagueTable } from './twins-areas'
import { controlTable, daysTable, seasonTable } from './twins-days'
import { arrivalTable, effectTable, matrixTable } from './twins-others'
import { useAllMarks } from './use-all-marks'
import { isTooSmall, useBoard } from './use-board'
import { useReleaseSources } from './use-releases'
import { watermarkOf } from './watermark'
import { useHours, whenOf } from './when'
import { WORDS } from './words'

export const CHART_WORDS: Readonly<Record<ChartId, Phrase>> = {
  tiles: WORDS.tiles,
  control: WORDS.control,
  map: WORDS.map,
  matrix: WORDS.matrix,
  multiples: WORDS.multiples,
  season: WORDS.season,
  response: WORDS.response,
  league: WORDS.league,
  effect: WORDS.effect,
}

/** The figures of a chart as rows: the same ones that it is drawn from. */
export default function Twin(props: BoardProps & { readonly chart: ChartId }) {
  const { facts, view, change, nameOf, chart } = props
  const say = useSay()
  const lang = useLang()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.closest('.page')?.scrollTo(0, 0)
    takeFocus(heading.current)
  }, [])
  const [filter, setFilter] = useState('')
  const table = useTable(props)
  const sources = useReleaseSources(facts, view, chart)
  const measure = MEASURE_BY_ID[view.measure]
  // These two are of calls, whatever the page is about.
  const isOfCalls = chart === 'matrix' || chart === 'response'
  const counted = isOfCalls
    ? say(MEASURE_BY_ID.incidents.title)
    : chart === 'tiles'
      ? ''
      : titleWith(measure, view.part, lang)
  const about = `${nameOf(facts.area)} ${counted}`
  const title = useMemo(
    () => ({
      zh: `${CHART_WORDS[chart].zh}：${about}`,
      en: `${CHART_WORDS[chart].en}: ${about}`,
    }),
    [chart, about],
  )
  // These leave by whole months: said, and offered, before an export that would tell nothing.
  const isByMonth = isOfCalls || facts.level === 'county' || (view.part !== '' && chart !== 'tiles')
  const month = monthOf(monthOf(facts.cutOff).from - 1)
  const isMonth = byMonth(daysIn(facts.period)).some(
    (one) => one.own.length === one.month.to - one.month.from,
  )
  const isHidden = isTooSmall(facts, view)
  const columns = useMemo(() => {
    const countAt = (table?.columns ?? []).findIndex(({ kind }) => kind === 'count')
    return (table?.columns ?? []).map(
      ({ id, header, kind }, i): DataColumn<TwinRow> => ({
        id,
        header,
        align: kind === 'label' ? 'start' : 'end',
        grow: id === 'notes' || id === 'name' ? 2 : 1,
        text: ({ cells }) =>
          isHidden && kind !== 'label' ? shyText(cells, i, countAt) : textOf(cells[i]),
        sort: ({ cells }) => cells[i] ?? null,
      }),
    )
  }, [table, isHidden])
  return (
    <div className="review-twin">
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {say(title)}
        </h2>
        <select
          aria-label={say(WORDS.table)}
          value={chart}
          onChange={({ target }) => change({ twin: target.value as ChartId })}
        >
          {Object.entries(CHART_WORDS).map(([id, name]) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
        <span className="ink2" title={say(WORDS.narrowed)}>
          {say(WORDS.exported)}
          {say(WORDS.under5)}
        </span>
        {isByMonth && !isMonth && (
          <Button onClick={() => change({ period: month })} title={say(WORDS.wholeMonths)}>
            {say(WORDS.takeMonth)} {formatDayNumber(month.from).slice(0, 7)}
          </Button>
        )}
        <span className="review-spread" />
        <Button onClick={() => change({ twin: null })}>
          {say(WORDS.back)} <Kbd>Esc</Kbd>
        </Button>
      </header>
      {table === null ? (
        <Skeleton>{say(WORDS.waiting)}</Skeleton>
      ) : table.columns.length === 0 ? (
        <Empty title={say(WORDS.absent)} />
      ) : (
        <DataTable
          id={`review/${chart}`}
          title={title}
          columns={columns}
          rows={table.rows}
          rowId={({ id }) => id}
          placed={null}
          filter={filter}
          onFilter={setFilter}
          csv={
            sources &&
            (() =>
              exportedRows(
                table,
                {
                  facts: { card: facts.card, period: facts.period },
                  measure: chart === 'response' ? MEASURE_BY_ID['response-time'] : measure,
                  part: chart === 'tiles' || chart === 'matrix' ? '' : view.part,
                  title: say(title),
                  lang,
                  watermark: watermarkOf(props, lang),
                },
                sources,
              ))
          }
        />
      )}
    </div>
  )
}

/** A small count, and what would tell it, of a row that is told no closer. */
function shyText(cells: TwinRow['cells'], i: number, countAt: number): string {
  const count = cells[countAt]
  const isSmall = typeof count === 'number' && count > 0 && count <= SMALL_MOST
  return isSmall ? (i === countAt ? '<5' : '×') : textOf(cells[i])
}

export function textOf(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined || cell === '') return cell === '' ? '' : '—'
  if (typeof cell === 'string') return cell
  return Number.isInteger(cell) ? formatCount(cell) : String(cell)
}

const NONE: TwinTable = { columns: [], rows: [] }

function useTable(props: BoardProps & { readonly chart: ChartId }) {
  const { facts, view, nameOf, chart, marksDesk } = props
  const lang = useLang()
  const marks = useAllMarks(facts.card, marksDesk)
  const board = useBoard(facts, view, nameOf)
  const standing = useStanding(facts, view)
  const arrivals = useArrivals(facts)
  const effects = useEffects(facts, view)
  const hours = useHours(facts)
  return useMemo((): TwinTable | null => {
    const of = <T,>(
      had: { readonly is: string; readonly value?: T } | undefined,
      to: (value: T) => TwinTable,
    ): TwinTable | null =>
      !had || had.is === 'waiting' ? null : had.is === 'here' ? to(had.value as T) : NONE
    switch (chart) {
      case 'tiles':
        return figureTable(
          facts.tiles.flatMap(({ id, figure }) =>
            figure.is === 'here'
              ? [{ id, name: MEASURE_BY_ID[id].title[lang], figure: figure.value }]
              : [],
          ),
          lang,
        )
      case 'control':
        return controlTable(board, marks, facts.region, lang)
      case 'map':
        return areaTable(board, nameOf, lang)
      case 'multiples':
        return daysTable(board, nameOf)
      case 'matrix':
        return of(hours, (series) =>
          matrixTable(whenOf(series, facts.area, facts.region).matrix, lang),
        )
      case 'season':
        return of(facts.days, (days) =>
          seasonTable(seasonOf(board.measure, days, facts.period), facts.area, board.measure),
        )
      case 'response':
        return of(arrivals, ({ now, past }) => arrivalTable(now, past, facts.area, facts))
      case 'league':
        return of(standing, (value) =>
          leagueTable(value, nameOf, daysIn(facts.period), board.measure),
        )
      case 'effect':
        return of(effects, (value) =>
          value ? effectTable(value, board.measure, nameOf, lang) : NONE,
        )
    }
  }, [chart, facts, board, marks, standing, arrivals, effects, hours, nameOf, lang])
}
