import type { Lang, Phrase } from './words'

/** Every time on screen is the province's, whatever the host's zone. Milliseconds since 1970 in, text out. */
const TIME_ZONE = 'Asia/Shanghai'

export const UNKNOWN = '—'

function format(options: Intl.DateTimeFormatOptions, locale = 'en-GB') {
  const formatter = new Intl.DateTimeFormat(locale, {
    timeZone: TIME_ZONE,
    hourCycle: 'h23',
    ...options,
  })
  return (at: number | null): string =>
    at === null || !Number.isFinite(at) ? UNKNOWN : formatter.format(at)
}

/** HH:mm:ss */
export const formatClock = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** HH:mm */
export const formatMinute = format({ hour: '2-digit', minute: '2-digit' })

const isoDay = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE')
const weekday = {
  zh: format({ weekday: 'short' }, 'zh-CN'),
  en: format({ weekday: 'short' }, 'en-GB'),
}

/** YYYY-MM-DD */
export function formatDate(at: number | null): string {
  return isoDay(at)
}

/** MM-DD */
export function formatDay(at: number | null): string {
  return at === null ? UNKNOWN : isoDay(at).slice(5)
}

/** 11-22 周日 · 11-22 Sun */
export function formatWeekday(at: number | null, lang: Lang): string {
  return at === null ? UNKNOWN : `${formatDay(at)} ${weekday[lang](at)}`
}

/** MM-DD HH:mm:ss, for tables. */
export function formatStamp(at: number | null): string {
  return at === null ? UNKNOWN : `${formatDay(at)} ${formatClock(at)}`
}

const SECONDS_UNTIL_MS = 120_000
const MINUTES_UNTIL_MS = 120 * 60_000
const HOURS_UNTIL_MS = 48 * 3_600_000
const DAY_MS = 86_400_000

/** A duration: seconds under 120 s, minutes under 2 h, then “2 h 06”, then days. */
export function formatAge(ms: number | null, lang: Lang): string {
  // No two clocks are a day apart: this was reckoned before any time was told.
  if (ms === null || !Number.isFinite(ms) || ms < -DAY_MS) return UNKNOWN
  const age = Math.max(0, ms)
  if (age < SECONDS_UNTIL_MS) return `${Math.floor(age / 1000)} s`
  if (age < MINUTES_UNTIL_MS) return `${Math.floor(age / 60_000)} ${lang === 'zh' ? '分' : 'min'}`
  if (age < HOURS_UNTIL_MS) {
    const minutes = Math.floor((age % 3_600_000) / 60_000)
    return `${Math.floor(age / 3_600_000)} h ${String(minutes).padStart(2, '0')}`
  }
  return `${Math.floor(age / 86_400_000)} ${lang === 'zh' ? '天' : 'd'}`
}

/** A duration in both languages. */
export function agePhrase(ms: number | null): Phrase {
  return { zh: formatAge(ms, 'zh'), en: formatAge(ms, 'en') }
}

/** A Latin unit stands apart from the Chinese word after it. */
const spaced = (age: string) => (/[\da-z]$/.test(age) ? `${age} ` : age)

/** “42 s 前” / “42 s ago”. */
export function agoPhrase(ms: number | null): Phrase {
  if (formatAge(ms, 'zh') === UNKNOWN) return { zh: UNKNOWN, en: UNKNOWN }
  return { zh: `${spaced(formatAge(ms, 'zh'))}前`, en: `${formatAge(ms, 'en')} ago` }
}
