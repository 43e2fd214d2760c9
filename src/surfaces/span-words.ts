import { hoursOf, type Span } from '../domain/clock-window'
import type { EpochMs } from '../domain/time'
import { formatDay, formatMinute } from '../ui/clock'
import type { Phrase } from '../ui/words'

const NAMED = {
  shift: { zh: '本班', en: 'this shift' },
  day: { zh: '当日', en: 'the day' },
  month: { zh: '当月', en: 'the month' },
  'lunar-year': { zh: '春节以来', en: 'since Spring Festival' },
} as const

/** What a window is called: “7 天”, “36 小时”, “当月”, “11-20 08:00 起累计”. */
export function spanPhrase(span: Span, since: EpochMs | null = null): Phrase {
  if (since !== null) {
    const begin = `${formatDay(since)} ${formatMinute(since)}`
    return { zh: `${begin} 起累计`, en: `since ${begin}` }
  }
  const hours = hoursOf(span)
  if (hours === null) return NAMED[span as keyof typeof NAMED]
  // Beyond three days nobody counts hours.
  const isOfDays = hours > 24 && (hours % 24 === 0 || hours > 72)
  const days = Math.round((10 * hours) / 24) / 10
  return isOfDays
    ? { zh: `${days} 天`, en: `${days} days` }
    : { zh: `${hours} 小时`, en: `${hours} h` }
}
