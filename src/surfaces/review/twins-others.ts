import type { WeekMatrix } from '../../domain/review/week-matrix'
import type { Lang } from '../../ui/words'
import type { Arrivals } from './arrival'
import { daysIn } from './counts'
import { aboutEffect, differenceOf, EFFECT_SHORT } from './effect-about'
import type { Effects } from './effects'
import { MEASURE_BY_ID } from './measures'
import type { Measure } from './measures/measure'
import {
  change,
  count,
  countIn,
  derived,
  inUnit,
  label,
  past,
  pastCount,
  round,
  type TwinTable,
} from './twin-table'
import type { Facts } from './use-facts'
import { WEEKDAYS, WORDS } from './words'

export function matrixTable({ cells }: WeekMatrix, lang: Lang): TwinTable {
  return {
    columns: [
      label('weekday', { zh: '星期', en: 'Weekday' }),
      label('hour', { zh: '小时', en: 'Hour' }),
      label('samples', WORDS.matrixSamples),
      countIn(MEASURE_BY_ID.incidents),
      inUnit(derived('mean', WORDS.mean), WORDS.matrixUnit),
      inUnit(derived('interval', WORDS.interval), WORDS.matrixUnit),
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

export function arrivalTable(
  now: Arrivals,
  then: Arrivals | null,
  area: string,
  { period, same }: Pick<Facts, 'period' | 'same'>,
): TwinTable {
  const { unit } = MEASURE_BY_ID.incidents
  return {
    columns: [
      label('class', { zh: '分钟', en: 'Minutes' }),
      inUnit(count('now', WORDS.now), unit),
      inUnit(pastCount('past', WORDS.past), unit),
    ],
    rows: now.classes.map(({ part, from, to, count: here }, i) => ({
      id: part,
      cells: [to === null ? `> ${from}` : `${from}–${to}`, here, then?.classes[i]?.count ?? null],
      of: { areas: [area], days: same?.daysNow ?? daysIn(period), part },
      ofPast: same && { areas: [area], days: same.daysThen, part },
    })),
  }
}

export function effectTable(
  effects: Effects,
  measure: Measure,
  nameOf: (code: string) => string,
  lang: Lang,
): TwinTable {
  const isShare = measure.kind === 'share'
  const days = {
    after: daysIn({ from: effects.from, to: effects.from + effects.days }),
    before: daysIn({ from: effects.from - effects.days, to: effects.from }),
  }
  const held = effects.lines.filter(({ id }) => id !== 'ring').flatMap(({ areas }) => areas)
  const unit = isShare ? measure.rate.unit : measure.unit
  return {
    columns: [
      label('what', { zh: '对象', en: 'Where' }),
      label('areas', { zh: '地区数', en: 'Areas' }),
      inUnit((isShare ? past : pastCount)('before', { zh: '之前', en: 'Before' }), unit),
      inUnit((isShare ? derived : count)('after', { zh: '之后', en: 'After' }), unit),
      change('change', { zh: '变化', en: 'Change' }),
      change('low', { zh: '95 % 下端', en: '95 % from' }),
      change('high', { zh: '95 % 上端', en: '95 % to' }),
      label('verdict', { zh: '判断', en: 'Verdict' }),
    ],
    rows: [
      ...effects.lines.map(({ id, title, areas, before, after, change: by }) => ({
        id,
        cells: [title[lang], areas.length, before, after, by[lang], '', '', ''],
        of: { areas, days: days.after },
        ofPast: { areas, days: days.before },
      })),
      {
        id: 'effect',
        cells: [
          (isShare ? AGAINST_ODDS : AGAINST)[lang],
          '',
          null,
          null,
          ...differenceOf(effects),
          EFFECT_SHORT[effects.effect.verdict][lang],
        ],
        of: { areas: held, days: days.after },
        ofPast: { areas: held, days: days.before },
      },
    ],
    about: aboutEffect(effects, nameOf, lang),
  }
}

const AGAINST = { zh: '相对参照地区', en: 'Against the comparison' }
const AGAINST_ODDS = { zh: '相对参照地区（优势比）', en: 'Against the comparison (odds)' }
