import type { NoChart } from '../../domain/review/control-chart'
import type { NoSeason } from '../../domain/review/season'
import type { NoChangeReason } from '../../domain/review/verdict'
import type { Phrase } from '../../ui/words'
import { WORDS } from './words'

/** Why there are no limits, each in its own words: what is drawn then are the days alone. */
export const NO_CHART_WORDS: Readonly<Record<NoChart['refused'], Phrase>> = {
  'few-baseline': {
    zh: '时期之前有数的日子不足 20 天，不画控制限',
    en: 'under 20 days with data before the period: no limits',
  },
  'no-cases': {
    zh: '基线内一起也没有，或占比恒为全部，不画控制限',
    en: 'none at all before the period, or all of them: no limits',
  },
  'unsteady-baseline': {
    zh: '基线不稳：每十天就有一天以上越限，像是两个水平（如来源改了计法），据此的限不可信，不画',
    en: 'the days before the period hold two levels, as when a source begins to count otherwise: limits from them would judge nothing, none are drawn',
  },
  'bad-settings': {
    zh: '时期之前没有日子可作基线，不画控制限',
    en: 'no days before the period to take limits from',
  },
}

export const NO_CHANGE_WORDS: Readonly<Record<NoChangeReason, Phrase>> = {
  'no-count-now': { zh: '本期没有数据', en: 'no data now' },
  'no-count-then': { zh: '对照期没有数据', en: 'no data then' },
  'bad-count': {
    zh: '计数不合格（负数、非整数，或多于分母）',
    en: 'counts that cannot be (negative, broken, more than cases)',
  },
  'no-exposure': { zh: '分母为 0 或未知', en: 'the denominator is 0 or unknown' },
  'no-period': {
    zh: '没有可对照的时期（超出历法表或记录）',
    en: 'no period to hold it against (beyond the calendar or the record)',
  },
  'definition-changed': WORDS.broken,
}

export const NO_SEASON_WORDS: Readonly<Record<NoSeason['refused'], Phrase>> = {
  'too-short': {
    zh: '记录不足以分解：少于几个整周',
    en: 'too few weeks on record to take apart',
  },
  'too-many-gaps': {
    zh: '缺数太多（过半，或某个星期几几乎没有），不分解',
    en: 'too many gaps (over half, or hardly any of one weekday): not taken apart',
  },
  'bad-settings': { zh: '无从分解', en: 'nothing to take apart' },
}
