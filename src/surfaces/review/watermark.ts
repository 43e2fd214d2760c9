import { serverTime } from '../../api/readings'
import { formatClock, formatDate } from '../../ui/clock'
import type { Lang } from '../../ui/words'
import { WORDS } from './words'

/** Who took it along, and when: seat and role, never a name. */
export function watermarkOf(seat: number, roles: readonly string[], lang: Lang): string {
  const now = serverTime()
  return `${WORDS.seat[lang]} ${seat}${roles.length > 0 ? ` · ${roles.join(', ')}` : ''} · ${WORDS.made[lang]} ${formatDate(now)} ${formatClock(now)}`
}
