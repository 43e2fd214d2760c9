import { useMemo } from 'react'
import type { Mark } from '../../domain/measure'
import type { Day, Period } from '../../domain/review/calendar'
import { type Decomposition, decompose, type NoSeason } from '../../domain/review/season'
import { useLang, useSay } from '../../ui/lang'
import type { ReviewView } from '../../view/review'
import { type Box, useBox } from './box'
import { countedDays, type Days } from './counts'
import { type DrawnMark, marksOn } from './drawn-marks'
import { NotHad } from './had'
import { stayHere } from './leaving'
import { thinLineOf } from './line-path'
import { markText } from './mark-words'
import { MEASURE_BY_ID } from './measures'
import type { Measure } from './measures/measure'
import { Panel, type PanelActions } from './panel'
import { NO_SEASON_WORDS } from './refusal-words'
import { niceAxis, tickText } from './scale'
import { dayText, titleWith } from './told'
import { isTooSmall } from './use-board'
import type { Facts } from './use-facts'
import { WORDS } from './words'

const PAPER = { widthMm: 92, heightMm: 60 }

export interface Seasonal {
  readonly from: Day
  readonly values: readonly (number | null)[]
  readonly parts: Decomposition | null
  /** Why there are none. */
  readonly refused: NoSeason['refused'] | null
}

/** A year, or what there is of it: twice as long as the slowest thing that days can show. */
const SEASON_DAYS = 365

export function seasonOf(measure: Measure, days: Days, period: Period): Seasonal {
  const from = Math.max(days.first, period.to - SEASON_DAYS)
  const values = countedDays(days, { from, to: period.to }).map(({ count, exposure }) =>
    count === null || !exposure ? null : (count / exposure) * measure.rate.per,
  )
  const parts = decompose(values, { cycle: 7 })
  return 'refused' in parts
    ? { from, values, parts: null, refused: parts.refused }
    : { from, values, parts, refused: null }
}

/** The season of the area that the page is about. */
export function SeasonPanel({
  facts,
  view,
  marks,
  nameOf,
  actions,
}: {
  readonly facts: Facts
  readonly view: ReviewView
  readonly marks: readonly Mark[]
  readonly nameOf: (code: string) => string
  readonly actions: PanelActions
}) {
  const say = useSay()
  const lang = useLang()
  const comma = lang === 'zh' ? '，' : ', '
  const measure = MEASURE_BY_ID[view.measure]
  const { days, period, area, region } = facts
  const seasonal = useMemo(
    () => (days.is === 'here' ? seasonOf(measure, days.value, period) : null),
    [days, measure, period],
  )
  const stays = stayHere(measure, view.part, days.is === 'here' ? days.value.count : NO_COUNTS)
  const drawn = useMemo(
    () =>
      seasonal ? marksOn(marks, { area, region, from: seasonal.from, to: period.to }) : NO_MARKS,
    [marks, seasonal, area, region, period.to],
  )
  return (
    <Panel
      id="season"
      title={say(WORDS.season)}
      note={`${nameOf(area)} ${titleWith(measure, view.part, lang)}${comma}${say(measure.rate.unit)}`}
      actions={actions}
    >
      {isTooSmall(facts, view) ? (
        <p className="note">{say(WORDS.tooSmall)}</p>
      ) : seasonal ? (
        <Season seasonal={seasonal} marks={drawn} period={period} stays={stays} />
      ) : (
        days.is !== 'here' && <NotHad had={days} />
      )}
    </Panel>
  )
}

interface SeasonProps {
  readonly seasonal: Seasonal
  readonly marks: readonly DrawnMark[]
  readonly period: Period
}

const NO_COUNTS: readonly (number | null)[] = []
const NO_MARKS: readonly DrawnMark[] = []

/** Trend, day of the week and the rest, one under another on their own scales; a gap stays a gap in all three. */
function Season({ seasonal, marks, period, stays }: SeasonProps & { readonly stays: boolean }) {
  const say = useSay()
  const [ref, box] = useBox(PAPER)
  if (!seasonal.parts)
    return <p className="note">{say(NO_SEASON_WORDS[seasonal.refused ?? 'too-short'])}</p>
  return (
    <div ref={ref} className={stays ? 'fill-box stays' : 'fill-box'}>
      {box && box.height > 80 && (
        <Drawn seasonal={seasonal} marks={marks} parts={seasonal.parts} period={period} box={box} />
      )}
    </div>
  )
}

function Drawn({
  seasonal: { from, values },
  marks,
  parts,
  period,
  box,
}: SeasonProps & {
  readonly parts: Decomposition
  readonly box: Box
}) {
  const say = useSay()
  const lang = useLang()
  const u = box.unit
  const [left, right, bottom] = [50 * u, 8 * u, 24 * u]
  const rows = useMemo(
    () => [
      { id: 'trend', title: WORDS.trendOver, line: parts.trend, behind: values },
      { id: 'week', title: WORDS.week, line: parts.season, behind: null },
      { id: 'rest', title: WORDS.rest, line: parts.rest, behind: null },
    ],
    [parts, values],
  )
  const each = (box.height - bottom) / rows.length
  const x = (i: number) => left + ((i + 0.5) / values.length) * (box.width - left - right)
  const at = Float64Array.from(values, (_, i) => i)
  const frame = { from: 0, to: values.length, widthPx: Math.floor(box.width - left - right) }
  const drawn = (line: readonly (number | null)[], y: (value: number) => number) =>
    thinLineOf(
      at,
      Float64Array.from(line, (value) => value ?? Number.NaN),
      frame,
      x,
      y,
    )
  const every = Math.ceil(values.length / Math.max(3, Math.floor((box.width - left) / (70 * u))))
  return (
    <svg
      className="drawing"
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={say(WORDS.season)}
    >
      <rect
        className="season-period"
        x={x(period.from - from) - 1}
        y={0}
        width={Math.max(1, x(period.to - from) - x(period.from - from))}
        height={box.height - bottom}
      />
      {marks.map(({ mark, day }) => (
        <g key={mark.id}>
          <path className="spark-mark" d={`M${x(day - from)} ${20 * u}V${box.height - bottom}`} />
          <title>{markText(mark, lang)}</title>
        </g>
      ))}
      {rows.map(({ id, title, line, behind }, row) => {
        const known = [...line, ...(behind ?? [])].filter((one) => one !== null)
        const axis = niceAxis(Math.min(...known), Math.max(...known), 2)
        const [low, high] = [axis[0] ?? 0, axis.at(-1) ?? 1]
        const y = (value: number) =>
          row * each + 20 * u + (1 - (value - low) / (high - low)) * (each - 28 * u)
        return (
          <g key={id}>
            {axis.map((value) => (
              <g key={value}>
                <path className="spark-grid" d={`M${left} ${y(value)}H${box.width - right}`} />
                <text className="soft" x={left - 6 * u} y={y(value) + 5 * u} textAnchor="end">
                  {tickText(value, (axis[1] ?? 1) - low)}
                </text>
              </g>
            ))}
            {behind && <path className="season-raw" d={drawn(behind, y)} />}
            <path className="spark-now" d={drawn(line, y)} />
            <text x={left} y={row * each + 14 * u}>
              {say(title)}
            </text>
          </g>
        )
      })}
      <text className="soft" x={box.width - right} y={14 * u} textAnchor="end">
        {say(WORDS.trendStrength)} {parts.trendStrength.toFixed(2)}
        {lang === 'zh' ? '，' : ', '}
        {say(WORDS.seasonStrength)} {parts.seasonStrength.toFixed(2)}
      </text>
      {values.map((_, i) =>
        i % every === 0 && i < values.length - every / 2 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its index
          <text key={i} className="soft" x={x(i)} y={box.height - 4 * u}>
            {dayText(from + i)}
          </text>
        ) : null,
      )}
    </svg>
  )
}
