import { rolePhrase } from '../../topics/alarms/words-of'
import { formatStamp } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'

interface Edition {
  readonly rev: number
  readonly changedBy: string
  readonly changedAt: number
}

/** Which edition is live, and who made it when. */
export function Revision(edition: Edition) {
  const say = useSay()
  return <span className="ink2">{say(revisionPhrase(edition))}</span>
}

export function revisionPhrase({ rev, changedBy, changedAt }: Edition): Phrase {
  const by = rolePhrase(changedBy)
  const isMade = changedAt > 0
  return {
    zh: `第 ${rev} 版 · ${isMade ? `${by.zh} · ${formatStamp(changedAt)}` : '出厂设置'}`,
    en: `revision ${rev} · ${isMade ? `${by.en} · ${formatStamp(changedAt)}` : 'as delivered'}`,
  }
}
