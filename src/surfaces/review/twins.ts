import type { Day } from '../../domain/review/calendar'
import type { WeekMatrix } from '../../domain/review/week-matrix'
import type { Lang, Phrase } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import type { Arrivals } from './arrival'
import type { Effects } from './effects'
import type { Figure } from './figure'
import type { Standing } from './league'
import type { Seasonal } from './season'
import { changeText, intervalText, notesOf, pastText, valueText, verdictWords, zText } from './told'
import type { BoardFacts } from './use-board'
import { WEEKDAYS, WORDS } from './words'

export interface TwinColumn {
  readonly id: string
  readonly header: Phrase
  /**
   * `count` leaves the building only as it is released; what is reckoned from it (`derived`) only where it does. What is
   * reckoned from many rows at once (`running`) leaves only where all of them do: the next day's mean tells this day's count.
   */
  readonly kind: 'label' | 'count' | 'derived' | 'running'
}

export interface TwinRow {
  readonly id: string
  readonly cells: readonly (string | number | null)[]
  /** What the counts of this row are of: the days of an area. Null: not of areas and days. */
  readonly of: { readonly area: string; readonly days: readonly Day[] } | null
  readonly ofPast?: { readonly area: string; readonly days: readonly Day[] } | null
}

export interface TwinTable {
  readonly columns: readonly TwinColumn[]
  readonly rows: readonly TwinRow[]
}

const label = (id: string, header: Phrase): TwinColumn => ({ id, header, kind: 'label' })
const count = (id: string, header: Phrase): TwinColumn => ({ id, header, kind: 'count' })
const running = (id: string, header: Phrase): TwinColumn => ({ id, header, kind: 'running' })
const derived = (id: string, header: Phrase): TwinColumn => ({ id, header, kind: 'derived' })

const AREA = label('area', WORDS.area)
const FIGURE_COLUMNS: readonly TwinColumn[] = [
  derived('value', WORDS.now),
  count('count', WORDS.numerator),
  derived('base', WORDS.denominator),
  derived('interval', WORDS.interval),
  running('past', WORDS.past),
  running('change', { zh: '变化', en: 'Change' }),
  running('z', { zh: 'z', en: 'z' }),
  derived('verdict', { zh: '判断', en: 'Verdict' }),
  label('notes', { zh: '说明', en: 'Notes' }),
]

function figureCells(figure: Figure, lang: Lang): readonly (string | number | null)[] {
  return [
    `${valueText(figure)}${figure.measure.kind === 'share' ? ' %' : ''}`,
    figure.now.count,
    figure.measure.kind === 'count' ? figure.now.days : figure.now.base,
    intervalText(figure),
    pastText(figure),
    changeText(figure.change, lang),
    zText(figure.change),
    verdictWords(figure.change)[lang],
    notesOf(figure, lang).join('; '),
  ]
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
      of: { area: figure.areaCode, days: figure.same?.daysNow ?? [] },
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
      of: { area: code, days: figure.same?.daysNow ?? [] },
    })),
  }
}

const round = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Number(value.toPrecision(4))

export function controlTable({ control, figure }: BoardFacts, lang: Lang): TwinTable {
  const area = figure?.areaCode ?? ''
  return {
    columns: [
      label('day', WORDS.markDay),
      count('count', WORDS.numerator),
      derived('base', WORDS.denominator),
      derived('rate', WORDS.daily),
      derived('low', WORDS.lower),
      derived('high', WORDS.upper),
      running('ewma', WORDS.ewma),
      running('past', WORDS.aligned),
      label('state', { zh: '说明', en: 'Notes' }),
    ],
    rows: (control?.days ?? []).map((day) => ({
      id: String(day.day),
      cells: [
        formatDayNumber(day.day),
        day.count,
        round(day.base),
        round(day.value),
        round(day.low),
        round(day.high),
        round(day.ewma),
        round(day.past),
        [
          day.signal && `${WORDS.signal[lang]} ${day.signal === 'above' ? '↑' : '↓'}`,
          day.value === null && WORDS.gap[lang],
          day.isProvisional && WORDS.provisional[lang],
          day.isPartial && WORDS.partDays[lang],
        ]
          .filter(Boolean)
          .join('; '),
      ],
      of: { area, days: [day.day] },
    })),
  }
}

export function daysTable({ multiples }: BoardFacts, nameOf: (code: string) => string): TwinTable {
  const days = multiples[0]?.control.days.filter(({ inPeriod }) => inPeriod) ?? []
  return {
    columns: [
      AREA,
      label('day', WORDS.markDay),
      count('count', WORDS.numerator),
      derived('base', WORDS.denominator),
      derived('rate', WORDS.daily),
      running('past', WORDS.aligned),
    ],
    rows: multiples.flatMap(({ code, control }) =>
      control.days.slice(control.days.length - days.length).map((day) => ({
        id: `${code} ${day.day}`,
        cells: [
          nameOf(code),
          formatDayNumber(day.day),
          day.count,
          round(day.base),
          round(day.value),
          round(day.past),
        ],
        of: { area: code, days: [day.day] },
      })),
    ),
  }
}

export function matrixTable({ cells }: WeekMatrix, lang: Lang): TwinTable {
  return {
    columns: [
      label('weekday', WORDS.week),
      label('hour', { zh: '小时', en: 'Hour' }),
      label('samples', WORDS.matrixSamples),
      count('count', WORDS.numerator),
      derived('mean', WORDS.mean),
      derived('interval', WORDS.interval),
    ],
    rows: cells.map((cell) => ({
      id: `${cell.weekday} ${cell.hour}`,
      cells: [
        WEEKDAYS[cell.weekday]?.[lang] ?? '',
        cell.hour,
        cell.samples,
        cell.samples > 0 ? cell.count : null,
        round(cell.mean),
        cell.low === null ? null : `${cell.low.toFixed(2)}–${cell.high?.toFixed(2)}`,
      ],
      of: null,
    })),
  }
}

export function seasonTable({ from, values, parts }: Seasonal, area: string): TwinTable {
  return {
    columns: [
      label('day', WORDS.markDay),
      derived('value', WORDS.daily),
      running('trend', WORDS.trend),
      running('week', WORDS.week),
      running('rest', WORDS.rest),
    ],
    rows: values.map((value, i) => ({
      id: String(from + i),
      cells: [
        formatDayNumber(from + i),
        round(value),
        round(parts?.trend[i]),
        round(parts?.season[i]),
        round(parts?.rest[i]),
      ],
      of: { area, days: [from + i] },
    })),
  }
}

export function arrivalTable(now: Arrivals, past: Arrivals | null): TwinTable {
  return {
    columns: [
      label('class', { zh: '分钟', en: 'Minutes' }),
      count('now', WORDS.now),
      count('past', WORDS.past),
    ],
    rows: now.classes.map(({ part, from, to, count: here }, i) => ({
      id: part,
      cells: [to === null ? `> ${from}` : `${from}–${to}`, here, past?.classes[i]?.count ?? null],
      of: null,
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
      label('rank', WORDS.rank),
      AREA,
      derived('value', WORDS.now),
      derived('interval', WORDS.interval),
      count('count', WORDS.numerator),
      derived('base', WORDS.denominator),
    ],
    rows: league.rows.map(({ id, rank, estimate }) => ({
      id,
      cells: [
        rank,
        nameOf(id),
        round(estimate?.value),
        estimate ? `${estimate.low.toPrecision(3)}–${estimate.high.toPrecision(3)}` : null,
        hidden.has(id) ? '<5' : (estimate?.count ?? null),
        round(estimate?.of),
      ],
      of: { area: id, days },
    })),
  }
}

export function effectTable(effects: Effects, lang: Lang): TwinTable {
  return {
    columns: [
      label('what', { zh: '对象', en: 'Where' }),
      label('areas', { zh: '地区数', en: 'Areas' }),
      derived('before', { zh: '之前', en: 'Before' }),
      derived('after', { zh: '之后', en: 'After' }),
      running('change', { zh: '变化', en: 'Change' }),
    ],
    rows: effects.lines.map(({ id, title, areas, before, after, change }) => ({
      id,
      cells: [title[lang], areas, before, after, change],
      of: null,
    })),
  }
}
