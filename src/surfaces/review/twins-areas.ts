import type { Day } from '../../domain/review/calendar'
import type { Lang } from '../../ui/words'
import { daysIn } from './counts'
import type { Figure } from './figure'
import type { Standing } from './league'
import type { Measure } from './measures/measure'
import {
  againstText,
  changeText,
  heldIn,
  intervalText,
  notesOf,
  pairedDays,
  pastText,
  valueText,
  verdictWords,
  zText,
} from './told'
import {
  AREA,
  baseIn,
  change,
  count,
  countIn,
  derived,
  inUnit,
  label,
  past,
  round,
  running,
  type TwinColumn,
  type TwinTable,
} from './twin-table'
import type { BoardFacts } from './use-board'
import { WORDS } from './words'

const figureColumns = (
  value: (column: TwinColumn) => TwinColumn,
  counted: TwinColumn,
  base: TwinColumn,
): readonly TwinColumn[] => [
  value(derived('value', WORDS.now)),
  counted,
  base,
  value(derived('interval', WORDS.interval)),
  value(past('past', WORDS.past)),
  change('change', { zh: '变化', en: 'Change' }),
  change('z', { zh: 'z', en: 'z' }),
  // Beyond chance or not, as map and headings have it: no count is in it.
  label('verdict', { zh: '判断', en: 'Verdict' }),
  label('notes', { zh: '说明', en: 'Notes' }),
]

function figureCells(figure: Figure, lang: Lang): readonly (string | number | null)[] {
  return [
    `${valueText(figure)}${figure.measure.kind === 'share' ? ' %' : ''}`,
    figure.now.count,
    figure.measure.kind === 'count' ? figure.now.days : figure.now.base,
    intervalText(figure),
    pastText(figure),
    compared(figure, lang),
    zText(figure.change),
    verdictWords(figure.change)[lang],
    notesOf(figure, lang).join('; '),
  ]
}

/** Where only some days are compared, with both their sides: they leave where the change does. */
function compared(figure: Figure, lang: Lang): string {
  const text = changeText(heldIn(figure), lang)
  return pairedDays(figure) === null ? text : `${text} (${againstText(figure, lang)})`
}

/** What the figure counts; without a fellow the period itself. */
function countingOf({ areaCode, same, period }: Figure) {
  const areas = [areaCode]
  return {
    of: { areas, days: daysIn(period) },
    ofPast: same && { areas, days: same.daysThen },
    ...(same && {
      ofChange: [same.daysNow, same.daysThen].map((days) => ({ areas, days })),
    }),
  }
}

export function figureTable(
  figures: readonly { readonly id: string; readonly name: string; readonly figure: Figure }[],
  lang: Lang,
): TwinTable {
  return {
    // Each row is another measure: what it is in stands beside its name.
    columns: [
      label('name', WORDS.tiles),
      label('unit', WORDS.unit),
      ...figureColumns(
        (column) => column,
        count('count', WORDS.numerator),
        derived('base', WORDS.denominator),
      ),
    ],
    rows: figures.map(({ id, name, figure }) => ({
      id,
      cells: [
        name,
        (figure.measure.kind === 'share' ? figure.measure.rate : figure.measure).unit[lang],
        ...figureCells(figure, lang),
      ],
      ...countingOf(figure),
      measure: figure.measure.id,
    })),
  }
}

export function areaTable(
  { multiples, measure }: BoardFacts,
  nameOf: (code: string) => string,
  lang: Lang,
): TwinTable {
  return {
    columns: [
      AREA,
      ...figureColumns(
        (column) => inUnit(column, measure.kind === 'share' ? measure.rate.unit : measure.unit),
        countIn(measure),
        baseIn(measure),
      ),
    ],
    rows: multiples.map(({ code, figure }) => ({
      id: code,
      cells: [nameOf(code), ...figureCells(figure, lang)],
      ...countingOf(figure),
    })),
  }
}

export function leagueTable(
  { league, hidden }: Standing,
  nameOf: (code: string) => string,
  days: readonly Day[],
  measure: Measure,
): TwinTable {
  return {
    columns: [
      running('rank', WORDS.rank),
      running('best', WORDS.best),
      running('worst', WORDS.worst),
      AREA,
      inUnit(derived('value', WORDS.now), measure.rate.unit),
      inUnit(derived('interval', WORDS.interval), measure.rate.unit),
      countIn(measure),
      baseIn(measure),
    ],
    rows: league.rows.map(({ id, rank, best, worst, estimate }) => ({
      id,
      cells: [
        rank,
        best,
        worst,
        nameOf(id),
        round(estimate?.value),
        estimate ? `${estimate.low.toPrecision(3)}–${estimate.high.toPrecision(3)}` : null,
        hidden.has(id) ? '<5' : (estimate?.count ?? null),
        round(estimate?.of),
      ],
      of: { areas: [id], days },
    })),
  }
}
