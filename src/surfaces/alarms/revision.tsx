import { rolePhrase } from '../../topics/alarms/words-of'
import { formatStamp } from '../../ui/clock'
import { useSay } from '../../ui/lang'

/** Which edition is live, and who made it when. */
export function Revision({
  rev,
  changedBy,
  changedAt,
}: {
  readonly rev: number
  readonly changedBy: string
  readonly changedAt: number
}) {
  const say = useSay()
  const since =
    changedAt > 0
      ? `${say(rolePhrase(changedBy))} · ${formatStamp(changedAt)}`
      : say({ zh: '出厂设置', en: 'as delivered' })
  return (
    <span className="ink2">{`${say({ zh: `第 ${rev} 版`, en: `revision ${rev}` })} · ${since}`}</span>
  )
}
