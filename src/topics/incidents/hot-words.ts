import type { Brought } from '../../api/bring/brought'
import { LEAST_SCORED } from '../../domain/hot-spot-score'
import { LEAST_INCIDENTS } from '../../domain/hot-spots'
import type { HotSpots } from '../../domain/incident-hot-spots'
import { DAY_MS, HOUR_MS, type TimeWindow } from '../../domain/time'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { HotRun } from './analysis'
import type { IncidentsData } from './data'
import { COMPUTING, spotsNow, spotsOf } from './hot-places'

/** How many are outlined; no figure while the last ones are of another window. */
export function testedWords(hot: HotRun): Phrase {
  const spots = spotsNow(hot)
  if (!spots)
    return hot.spots && hot.spots.places.length > 0
      ? {
          zh: `热点 ${COMPUTING.zh}；淡线属上一时段`,
          en: `Hot spots ${COMPUTING.en}; faint lines are of the window before`,
        }
      : { zh: `热点 ${COMPUTING.zh}`, en: `Hot spots ${COMPUTING.en}` }
  if (!spots.isTested)
    return {
      zh: `${formatCount(spots.incidents)} 起，少于 ${LEAST_INCIDENTS} 起：不检验`,
      en: `${formatCount(spots.incidents)}, fewer than ${LEAST_INCIDENTS}: not tested`,
    }
  const sure = spots.places.filter(({ confidence }) => confidence !== null).length
  const few = spots.places.length - sure
  return {
    zh: `圈 ${formatCount(sure)} 处 · 不足 ${LEAST_INCIDENTS} 起 ${formatCount(few)} 处（灰）`,
    en: `${formatCount(sure)} outlined · ${formatCount(few)} with < ${LEAST_INCIDENTS} (grey)`,
  }
}

/** What windows of time mean for a file; null: what they say. */
export const TIMES: Readonly<Record<Brought['times'], Phrase | null>> = {
  none: {
    zh: '文件没有时间：整份按 起/km² 显示，不随时段变化',
    en: 'The file has no times: shown whole, per km², whatever the window',
  },
  months: {
    zh: '文件只到月，计在当月一日零时：只有整月的时段比率才对',
    en: 'The file tells months, counted at their first moment: rates hold for whole months alone',
  },
  fine: null,
}

/** How many patrols found; null: a file does not tell its sources, or it is being counted. */
export function foundOf(data: IncidentsData, isApart: boolean): number | null {
  if (data.bulk?.brought) return null
  return isApart ? (data.tally?.patrolFound ?? null) : (spotsOf(data)?.effect.found ?? null)
}

/** Which map is scored on which time: that of the period before, of the same length. */
export function periodWords({ from, to }: TimeWindow): Phrase {
  const days = (to - from) / DAY_MS
  if (days === 7) return { zh: '上周热点命中本周', en: 'Map of last week' }
  if (days === 1) return { zh: '前日热点命中今日', en: 'Map of the day before' }
  const [count, zh, en] =
    days < 2 ? [Math.round((to - from) / HOUR_MS), '小时', 'h'] : [Math.round(days), '天', 'd']
  return {
    zh: `前 ${count} ${zh}热点命中近 ${count} ${zh}`,
    en: `Map of the ${count} ${en} before`,
  }
}

export function unscored({ incidents, incidentsBefore }: HotSpots): Phrase {
  if (incidents >= LEAST_SCORED && incidentsBefore >= LEAST_SCORED)
    return { zh: '历史不足或面积太小：不评分', en: 'Record or area too small: not scored' }
  return {
    zh: `前 ${formatCount(incidentsBefore)}、今 ${formatCount(incidents)} 起，须各满 ${LEAST_SCORED}：不评分`,
    en: `${formatCount(incidentsBefore)} before, ${formatCount(incidents)} now; ${LEAST_SCORED} each: not scored`,
  }
}
