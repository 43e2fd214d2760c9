import { serverTime } from '../../api/readings'
import type { Provenance } from '../../domain/meta'
import { rolePhrase } from '../../topics/alarms/words-of'
import { formatClock, formatDate } from '../../ui/clock'
import type { Lang } from '../../ui/words'
import { PROVENANCE_NAME } from '../feed-words'
import { WORDS } from './words'

export interface Taker {
  readonly seat: number
  readonly roles: readonly string[]
  readonly provenance: Provenance
}

/** Who took it along, and when: seat and role, never a name. What is simulated says so wherever it goes. */
export function watermarkOf({ seat, roles, provenance }: Taker, lang: Lang): string {
  const now = serverTime()
  return [
    ...(provenance === 'live' ? [] : [PROVENANCE_NAME[provenance][lang]]),
    `${WORDS.seat[lang]} ${seat}`,
    ...roles.map((role) => rolePhrase(role)[lang]),
    `${WORDS.made[lang]} ${formatDate(now)} ${formatClock(now)}`,
  ].join(' · ')
}
