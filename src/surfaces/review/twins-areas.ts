import type { Day } from '../../domain/review/calendar'
import type { Lang } from '../../ui/words'
import { daysIn } from './counts'
import type { Figure } from './figure'
import type { Standing } from './league'
import {
  changeText,
  heldIn,
  intervalText,
  notesOf,
  pastText,
  valueText,
  verdictWords,
  zText,
} from './told'
import {
  AREA,
  change,
  count,
  derived,
  label,
  past,
  round,
  running,
  type TwinColumn,
  type TwinTable,
} from './twin-table'
import type { BoardFacts } from './use-board'
import { WORDS } from './words'

const FIGURE_COLUMNS: readonly TwinColumn[] = [
  derived('value', WORDS.now),
  count('count', WORDS.numerator),
  derived('base', WORDS.denominator),
  derived('interval', WORDS.interval),
  past('past', WORDS.past),
  change('change', { zh: '变化', en: 'Change' }),
  change('z', { zh: 'z', en: 'z' }),
  change('verdict', { zh: '判断', en: 'Verdict' }),
  label('notes', { zh: '说明', en: 'Notes' }),
]

function figureCells(figure: Figure, lang: Lang): readonly (string | number | null)[] {
  return [
    `${valueText(figure)}${figure.measure.kind === 'share' ? ' %' : ''}`,
    figure.now.count,
    figure.measure.kind === 'count' ? figure.now.days : figure.now.base,
    intervalText(figure),
    pastText(figure),
    changeText(heldIn(figure), lang),
    zText(figure.change),
    verdictWords(figure.change)[lang],
    notesOf(figure, lang).join('; '),
  ]
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
    columns: [label('name', WORDS.tiles), ...FIGURE_COLUMNS],
    rows: figures.map(({ id, name, figure }) => ({
      id,
      cells: [name, ...figureCells(figure, lang)],
      ...countingOf(figure),
      measure: figure.measure.id,
    })),
  }
}

export function areaTable(
  { multiples }: BoardFacts,
  nameOf: (code: string) => string,
  lang: Lang,
): TwinTable {
  return {
    columns: [AREA, ...FIGURE_COLUMNS],
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
): TwinTable {
  return {
    columns: [
      running('rank', WORDS.rank),
      running('best', WORDS.best),
      running('worst', WORDS.worst),
      AREA,
      derived('value', WORDS.now),
      derived('interval', WORDS.interval),
      count('count', WORDS.numerator),
      derived('base', WORDS.denominator),
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
