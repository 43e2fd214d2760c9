import type { Mark } from '../../domain/measure'
import type { Day } from '../../domain/review/calendar'
import { sameDayLastYear } from '../../domain/review/same-period'
import type { Lang } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import type { ChartDay } from './control'
import { daysIn } from './counts'
import { markedOn, marksOn } from './drawn-marks'
import { markName } from './mark-words'
import type { Measure } from './measures/measure'
import type { Seasonal } from './season'
import {
  AREA,
  baseIn,
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

function countingOf(area: string, day: Day) {
  const fellow = sameDayLastYear(day)
  return {
    of: { areas: [area], days: [day] },
    ofPast: fellow && { areas: [area], days: [fellow.day] },
  }
}

/** What every table of days begins with, beside whose day it is. */
const dayColumns = (measure: Measure): readonly TwinColumn[] => [
  label('day', WORDS.markDay),
  countIn(measure),
  baseIn(measure),
  inUnit(derived('rate', WORDS.daily), measure.rate.unit),
]
const dayCells = ({ day, count, base, value }: ChartDay) => [
  formatDayNumber(day),
  count,
  round(base),
  round(value),
]

export function controlTable(
  { control, figure, measure }: BoardFacts,
  marks: readonly Mark[],
  region: string,
  lang: Lang,
): TwinTable {
  const area = figure?.areaCode ?? ''
  const [from, to] = [control?.days[0]?.day ?? 0, (control?.days.at(-1)?.day ?? -1) + 1]
  const drawn = marksOn(marks, { area, region, from, to })
  return {
    columns: [
      ...dayColumns(measure),
      inUnit(running('low', WORDS.lower), measure.rate.unit),
      inUnit(running('high', WORDS.upper), measure.rate.unit),
      inUnit(running('ewma', WORDS.ewma), measure.rate.unit),
      inUnit(past('past', WORDS.aligned), measure.rate.unit),
      label('state', { zh: '说明', en: 'Notes' }),
    ],
    rows: (control?.days ?? []).map((day) => ({
      id: String(day.day),
      cells: [
        ...dayCells(day),
        round(day.low),
        round(day.high),
        round(day.ewma),
        round(day.past),
        [
          day.signal && `${WORDS.signal[lang]} ${day.signal === 'above' ? '↑' : '↓'}`,
          day.ewmaSignal && `${WORDS.slow[lang]} ${day.ewmaSignal === 'above' ? '↑' : '↓'}`,
          day.value === null && WORDS.gap[lang],
          day.isProvisional && WORDS.provisional[lang],
          day.isPartial && WORDS.partDays[lang],
          ...markedOn(drawn, day.day).map((mark) => markName(mark)[lang]),
        ]
          .filter(Boolean)
          .join('; '),
      ],
      ...countingOf(area, day.day),
    })),
    basis: { areas: [area], days: control ? daysIn(control.baseline) : [] },
  }
}

export function daysTable(
  { multiples, measure }: BoardFacts,
  nameOf: (code: string) => string,
): TwinTable {
  const days = multiples[0]?.control.days.filter(({ inPeriod }) => inPeriod) ?? []
  return {
    columns: [AREA, ...dayColumns(measure), inUnit(past('past', WORDS.aligned), measure.rate.unit)],
    rows: multiples.flatMap(({ code, control }) =>
      control.days.slice(control.days.length - days.length).map((day) => ({
        id: `${code} ${day.day}`,
        cells: [nameOf(code), ...dayCells(day), round(day.past)],
        ...countingOf(code, day.day),
      })),
    ),
  }
}

export function seasonTable(
  { from, values, parts }: Seasonal,
  area: string,
  { rate }: Measure,
): TwinTable {
  return {
    columns: [
      label('day', WORDS.markDay),
      inUnit(derived('value', WORDS.daily), rate.unit),
      inUnit(running('trend', WORDS.trend), rate.unit),
      inUnit(running('week', WORDS.week), rate.unit),
      inUnit(running('rest', WORDS.rest), rate.unit),
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
      of: { areas: [area], days: [from + i] },
    })),
  }
}
