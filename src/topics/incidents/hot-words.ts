import { leftOut } from '../../domain/density-floor'
import type { LngLat } from '../../domain/geo'
import { LEAST_SCORED } from '../../domain/hot-spot-score'
import { LEAST_INCIDENTS } from '../../domain/hot-spots'
import type { HotPlace, HotSpots } from '../../domain/incident-hot-spots'
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
    en: `One call alone is not painted: < ${formatTenth(floor)}`,
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
  const lines = spots.places.filter(({ confidence }) => confidence !== null)
  const [sure, apart] = [formatCount(lines.length), formatCount(placesIn(lines))]
  const few = formatCount(spots.places.length - lines.length)
  const km = formatTenth(spots.windowM / 1_000)
  return {
    zh: `圈 ${apart} 处（${sure} 条线）· 不足 ${LEAST_INCIDENTS} 起 ${few} 处（灰）· 窗 ${km} km`,
    en: `Outlined ${apart} (lines ${sure}) · ${few} with < ${LEAST_INCIDENTS} (grey) · window ${km} km`,
  }
}

/** Lines of stricter levels lie inside those of milder ones: together they are one place. */
function placesIn(lines: readonly HotPlace[]): number {
  const isInner = (one: HotPlace) =>
    lines.some(
      (other) =>
        (other.confidence ?? 0) < (one.confidence ?? 0) && isInRing(one.position, other.ring),
    )
  return lines.filter((one) => !isInner(one)).length
}

/** By how often a ray to the east meets the ring. */
function isInRing([x, y]: LngLat, ring: readonly LngLat[]): boolean {
  let isIn = false
  ring.forEach(([x1, y1], i) => {
    const [x0, y0] = ring.at(i - 1) as LngLat
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) isIn = !isIn
  })
  return isIn
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

/** Which map is scored on which time: that of the period before, of the same length or of as many months. */
export function periodWords({ from, to }: TimeWindow, before: TimeWindow | null): Phrase {
  const now = lengthOf(to - from)
  const earlier = before ? lengthOf(before.to - before.from) : now
  if (earlier.en !== now.en)
    return {
      zh: `前 ${earlier.zh}热点命中这 ${now.zh}（整月，长短不一）`,
      en: `Map of the ${earlier.en} before, on these ${now.en} (whole months differ in length)`,
    }
  const days = (to - from) / DAY_MS
  if (days === 7) return { zh: '上周热点命中本周', en: 'Map of last week' }
  if (days === 1) return { zh: '前日热点命中今日', en: 'Map of the day before' }
  return { zh: `前 ${now.zh}热点命中近 ${now.zh}`, en: `Map of the ${now.en} before` }
}

/** Why what is scored is not of the length chosen; null: it is. */
export function usedWords(used: TimeWindow, chosen: TimeWindow): Phrase | null {
  const [of, asked] = [lengthOf(used.to - used.from), lengthOf(chosen.to - chosen.from)]
  if (of.en === asked.en) return null
  return {
    zh: `所选 ${asked.zh}，实按 ${of.zh}：文件只含这些，或按整日、整月计`,
    en: `${asked.en} chosen, ${of.en} used: the file holds no other, or is shown by whole days or months`,
  }
}

function lengthOf(ms: number): Phrase {
  const hours = Math.round(ms / HOUR_MS)
  if (hours < 48) return { zh: `${hours} 小时`, en: `${hours} h` }
  const days = Math.round(ms / DAY_MS)
  return { zh: `${days} 天`, en: `${days} d` }
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
