import { useMemo } from 'react'
import type { MeasureCard, MeasureSeries } from '../../domain/measure'
import type { Period } from '../../domain/review/calendar'
import { type League, type LeagueRow, leagueLevel, leagueOf } from '../../domain/review/league'
import { SMALL_MOST } from '../../domain/review/suppression-flow'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { ReviewView } from '../../view/review'
import { daysByArea, daysIn, totalOf } from './counts'
import type { ReleasedRow } from './csv-rows'
import { rateIn } from './figure'
import { NotHad } from './had'
import { MEASURE_BY_ID } from './measures'
import type { Measure } from './measures/measure'
import { Panel, type PanelActions } from './panel'
import { ReleasedPanel } from './released-panel'
import { readable, WITHHELD } from './released-sum'
import { niceAxis, tickText } from './scale'
import { titleWith } from './told'
import { leagueTable } from './twins-areas'
import { type Facts, type Had, useSeries } from './use-facts'
import { WORDS } from './words'

export interface Standing {
  readonly league: League
  /** Areas whose count is too small to be shown. */
  readonly hidden: ReadonlySet<string>
  readonly isCounties: boolean
}

/** Who stands where: prefectures, or the counties of the one that is picked. */
export function useStanding(facts: Facts, view: ReviewView): Had<Standing> {
  const { area, region, cards, card, period } = facts
  const measure = MEASURE_BY_ID[view.measure]
  const isCounties = area !== region && (card?.levels.includes('county') ?? false)
  const wanted = useMemo(
    () => [{ measure: view.measure, part: view.part }],
    [view.measure, view.part],
  )
  const had = useSeries(cards, wanted, isCounties ? 'county' : 'prefecture')[0]
  return useMemo(() => {
    if (!had) return { is: 'absent' }
    if (had.is !== 'here') return had
    const prefix = isCounties ? area.slice(0, 4) : ''
    return {
      is: 'here',
      value: standingOf(measure, view.part, had.value, prefix, period, isCounties),
    }
  }, [had, measure, view.part, isCounties, area, period])
}

function standingOf(
  measure: Measure,
  part: string,
  series: MeasureSeries,
  prefix: string,
  period: Period,
  isCounties: boolean,
): Standing {
  const own = [...daysByArea(series).values()].filter(({ areaCode }) => areaCode.startsWith(prefix))
  const level = leagueLevel(own.length)
  const hidden = new Set<string>()
  const entries = own.map((days) => {
    const total = totalOf(days, daysIn(period))
    const isSmall = total.count !== null && total.count > 0 && total.count <= SMALL_MOST
    if (isSmall && isCounties && measure.sensitive.has(part)) hidden.add(days.areaCode)
    const estimate = hidden.has(days.areaCode) ? null : rateIn(measure, total, level)
    return { id: days.areaCode, estimate }
  })
  return { league: leagueOf(entries), hidden, isCounties }
}

interface Props {
  readonly facts: Facts
  readonly view: ReviewView
  readonly card: MeasureCard | null
  readonly nameOf: (code: string) => string
  readonly onArea: (code: string) => void
  readonly actions: PanelActions
}

export function LeaguePanel({ facts, view, nameOf, onArea, actions }: Props) {
  const say = useSay()
  const lang = useLang()
  const measure = MEASURE_BY_ID[view.measure]
  const had = useStanding(facts, view)
  const table = useMemo(
    () =>
      had.is === 'here' ? leagueTable(had.value, nameOf, daysIn(facts.period), measure) : null,
    [had, nameOf, facts.period, measure],
  )
  return (
    <Panel
      id="league"
      title={say(WORDS.league)}
      note={`${titleWith(measure, view.part, lang)}${lang === 'zh' ? '，' : ', '}${say(measure.rate.unit)}`}
      actions={actions}
      leaving={
        had.is === 'here' && table
          ? (onReady) => (
              <ReleasedPanel
                chart="league"
                table={table}
                facts={facts}
                view={view}
                onReady={onReady}
              >
                {(rows) => (
                  <Table
                    league={had.value.league}
                    lines={linesLeaving(had.value.league, rows)}
                    nameOf={nameOf}
                  />
                )}
              </ReleasedPanel>
            )
          : null
      }
    >
      {had.is === 'here' ? (
        <div className="replaced">
          <Table
            league={had.value.league}
            lines={linesShown(had.value)}
            nameOf={nameOf}
            onArea={onArea}
          />
        </div>
      ) : (
        <NotHad had={had} />
      )}
    </Panel>
  )
}

/** A row as it is told. */
interface Line {
  readonly id: string
  readonly rank: string
  readonly places: string
  /** Null: not drawn. */
  readonly estimate: LeagueRow['estimate']
  readonly value: string | null
  readonly count: string
}

const linesShown = ({ league, hidden }: Standing): readonly Line[] =>
  league.rows.map(({ id, rank, best, worst, estimate }) => ({
    id,
    rank: String(rank ?? '—'),
    places: placesText(best, worst),
    estimate,
    value: estimate ? null : hidden.has(id) ? '<5' : '—',
    count: estimate ? formatCount(estimate.count) : '',
  }))

/** The rows of the export, in its columns: what is not told there is not drawn either. */
export function linesLeaving(league: League, rows: readonly ReleasedRow[]): readonly Line[] {
  const byId = new Map(league.rows.map((row) => [row.id, row]))
  return rows.map(({ id, cells: [rank = '', best = '', worst = '', , value, , count = ''] }) => {
    const isTold = value !== WITHHELD
    return {
      id,
      rank,
      places: best === WITHHELD || best === worst ? '' : `(${best}–${worst})`,
      estimate: isTold ? (byId.get(id)?.estimate ?? null) : null,
      value: isTold ? null : WITHHELD,
      count: readable(count, formatCount(byId.get(id)?.estimate?.count ?? null)),
    }
  })
}

function Table({
  league,
  lines,
  nameOf,
  onArea,
}: {
  readonly league: League
  readonly lines: readonly Line[]
  readonly nameOf: (code: string) => string
  readonly onArea?: (code: string) => void
}) {
  const say = useSay()
  const ends = lines.flatMap(({ estimate }) => (estimate ? [estimate.low, estimate.high] : []))
  const axis = niceAxis(Math.min(...ends, 0), Math.max(...ends, 1e-9), 3)
  const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
  const step = (axis[1] ?? 1) - low
  const x = (value: number) => ((value - low) / (high - low)) * 100
  return (
    <div className="league">
      <p className="ink2">
        {lines[0]?.rank === WITHHELD
          ? say(WORDS.leagueWithheld)
          : `${league.isOneRank ? `${say(WORDS.leagueOne)} · ` : ''}${say(WORDS.leaguePlaces)}`}
      </p>
      <ol>
        {lines.map(({ id, rank, places, estimate, value, count }) => (
          <li key={id}>
            <span>
              {rank} <span className="ink2">{places}</span>
            </span>
            <button type="button" tabIndex={-1} onClick={() => onArea?.(id)}>
              {nameOf(id)}
            </button>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <path className="strip-line" d="M0 5H100" />
              {estimate && (
                <>
                  <rect
                    className="strip-bar"
                    x={x(estimate.low)}
                    y={3}
                    width={Math.max(0.4, x(estimate.high) - x(estimate.low))}
                    height={4}
                  />
                  <path className="strip-now" d={`M${x(estimate.value)} 1V9`} />
                </>
              )}
            </svg>
            <span>{value ?? (estimate ? tickText(estimate.value, step / 10) : '—')}</span>
            <span className="ink2">{count}</span>
          </li>
        ))}
      </ol>
      {ends.length > 0 && (
        <div className="league-axis ink2" aria-hidden="true">
          {axis.map((value) => (
            <span key={value} style={{ left: `${x(value)}%` }}>
              {tickText(value, step)}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

/** "(1–4)": the places that an area may have; nothing where that is only its own. */
function placesText(best: number | null, worst: number | null): string {
  return best === null || worst === null || best === worst ? '' : `(${best}–${worst})`
}
