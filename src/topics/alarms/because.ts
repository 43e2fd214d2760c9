import { formatMinute, UNKNOWN } from '../../ui/clock'
import type { Phrase } from '../../ui/words'
import type { ShownAlarm } from './standing'
import { alarmPhrase, titlePhrase } from './words-of'

/** Why its design keeps an alarm quiet. Its own kind and place again would say nothing. */
export function becausePhrase(one: ShownAlarm): Phrase {
  const { above, suppressedBy } = one
  if (!above) return { zh: suppressedBy ?? UNKNOWN, en: suppressedBy ?? UNKNOWN }
  const since = formatMinute(above.raisedAt)
  // A fault hushes only what hangs on the supply of its place; all else is hushed by the higher step of its ladder.
  if (above.kind === 'fire-fault')
    return { zh: `因本处供电故障（${since} 起）`, en: `power supply in fault since ${since}` }
  const { zh, en } = above.place === one.place ? titlePhrase(above) : alarmPhrase(above)
  return { zh: `因 ${zh} 在告警（${since} 起）`, en: `under ${en} since ${since}` }
}
