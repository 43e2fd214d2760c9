import { type Day, startOf } from '../../domain/review/calendar'
import { festivalOffset } from '../../domain/review/spring-festival'
import type { Lang } from '../../ui/words'

const FORMAT = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
})
const NUMBERS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 腊月廿三; empty outside the forty days in which days are counted from the festival. */
export function lunarText(day: Day, lang: Lang): string {
  const offset = festivalOffset(day)
  if (offset === null) return ''
  if (lang === 'en')
    return offset === 0 ? 'New Year' : `NY${offset > 0 ? '+' : '−'}${Math.abs(offset)}`
  const parts = FORMAT.formatToParts(startOf(day))
  const month = parts.find(({ type }) => type === 'month')?.value ?? ''
  const date = Number(parts.find(({ type }) => type === 'day')?.value ?? 0)
  return `${month}${dateText(date)}`
}

function dateText(date: number): string {
  if (date === 20) return '二十'
  if (date === 30) return '三十'
  const [tens, ones] = [Math.floor((date - 1) / 10), ((date - 1) % 10) + 1]
  return `${['初', '十', '廿'][tens] ?? ''}${NUMBERS[ones] ?? ''}`
}
