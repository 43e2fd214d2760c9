import { leftOut } from '../../domain/density-floor'
import { LEAST_SCORED } from '../../domain/hot-spot-score'
import { LEAST_INCIDENTS } from '../../domain/hot-spots'
import type { HotSpots } from '../../domain/incident-hot-spots'
import { DAY_MS, HOUR_MS, type TimeWindow } from '../../domain/time'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { HotRun } from './analysis'
import { COMPUTING, spotsNow } from './hot-places'
import type { Bulk } from './surface'

/** What of the classes is left out in a short window; null: nothing. */
export function floorWords({ from, to }: TimeWindow): Phrase | null {
  const floor = leftOut(to - from)
  if (floor === null) return null
  return {
    zh: `单起不着色：低于 ${formatTenth(floor)} 不画`,
    en: `A single call is not painted: below ${formatTenth(floor)} is left out`,
  }
}

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

/** Which of its times a file shows for a window; null: those asked for. */
export function timesWords(bulk: Bulk | null, { from, to }: TimeWindow): Phrase | null {
  const { brought, question } = bulk ?? {}
  if (!brought || !question) return null
  if (brought.grain === 'none') return NO_TIMES
  const shown = question.window
  const days = Math.round((shown.to - shown.from) / DAY_MS)
  // In the file's own days.
  const date = (at: number) => new Date(at + brought.zoneMs).toISOString().slice(0, 10)
  const span = `${date(shown.from)} → ${date(shown.to - 1)}`
  if (brought.grain !== 'fine') {
    const [zh, en] = brought.grain === 'months' ? ['月', 'months'] : ['日', 'days']
    return {
      zh: `文件只到${zh}，按整${zh}显示：${span}，${days} 天；时间轴为每小时均数`,
      en: `The file tells ${en}, shown whole: ${span}, ${days} d; the time bar shows hourly means`,
    }
  }
  // A clock that runs rounds to the minute.
  if (to - from - (shown.to - shown.from) < HOUR_MS) return null
  return {
    zh: `时段长于文件，比率按文件所含日期计：${span}，${days} 天`,
    en: `Longer than the file: rates are over its own days, ${span}, ${days} d`,
  }
}

const NO_TIMES: Phrase = {
  zh: '文件没有时间：整份按 起/km² 显示，不随时段变化',
  en: 'The file has no times: shown whole, per km², whatever the window',
}

/** Which map is scored on which time: that of the period before, of the same length. */
export function periodWords({ from, to }: TimeWindow, before: TimeWindow | null): Phrase {
  const daysBefore = before && Math.round((before.to - before.from) / DAY_MS)
  const days = (to - from) / DAY_MS
  if (days === 7) return { zh: '上周热点命中本周', en: 'Map of last week' }
  if (days === 1) return { zh: '前日热点命中今日', en: 'Map of the day before' }
  // Of months, which are not of one length.
  if (daysBefore !== null && daysBefore !== Math.round(days))
    return {
      zh: `前 ${daysBefore} 天热点命中这 ${Math.round(days)} 天`,
      en: `Map of the ${daysBefore} d before`,
    }
  const [count, zh, en] =
    days < 2 ? [Math.round((to - from) / HOUR_MS), '小时', 'h'] : [Math.round(days), '天', 'd']
  return {
    zh: `前 ${count} ${zh}热点命中近 ${count} ${zh}`,
    en: `Map of the ${count} ${en} before`,
  }
}

export function unscored({ incidents, incidentsBefore }: HotSpots): Phrase {
  if (incidentsBefore === null)
    return { zh: '前一时段不在记录中：不评分', en: 'No record of the period before: not scored' }
  if (incidents >= LEAST_SCORED && incidentsBefore >= LEAST_SCORED)
    return { zh: '面积太小：不评分', en: 'Area too small: not scored' }
  return {
    zh: `前 ${formatCount(incidentsBefore)}、今 ${formatCount(incidents)} 起，须各满 ${LEAST_SCORED}：不评分`,
    en: `${formatCount(incidentsBefore)} before, ${formatCount(incidents)} now; ${LEAST_SCORED} each: not scored`,
  }
}
