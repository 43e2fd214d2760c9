import { ALARM_PRIORITIES } from '../../domain/alarm'
import { UrgencyMark } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { URGENCY_OF } from '../topic'
import type { AlarmData } from './data'
import { WORDS } from './messages'
import './panel.css'

/** Standing and unanswered by priority, the rate, and what is kept quiet: counted, so that quiet is not gone. */
export function Panel({ data: { standing, rate, isTold } }: { readonly data: AlarmData }) {
  const say = useSay()
  const of = (state: string) =>
    formatCount(isTold ? standing.hushed.filter((one) => one.state === state).length : null)
  return (
    <div className="alarms-panel">
      <ul>
        {ALARM_PRIORITIES.map((priority) => {
          const { standing: all, unanswered } = standing.counts[priority]
          return (
            <li key={priority}>
              <UrgencyMark urgency={URGENCY_OF[priority]} digit={false} hollow={all === 0} />
              <span className="sr-only">P{priority}</span>
              <strong>{formatCount(isTold ? unanswered : null)}</strong>
              <span className="ink2">/ {formatCount(isTold ? all : null)}</span>
            </li>
          )
        })}
      </ul>
      <p className="ink2">
        {say({ zh: '未确认 / 在列', en: 'unacknowledged / standing' })} · {say(WORDS.per10Min)}{' '}
        {formatCount(rate.per10Min)}
        {rate.isFlood && <span className="alarms-flood">{say(WORDS.flood)}</span>}
      </p>
      <p className="ink2">
        {say({
          zh: `搁置 ${of('shelved')} · 设计抑制 ${of('suppressed')} · 停用 ${of('out-of-service')}`,
          en: `Shelved ${of('shelved')} · suppressed ${of('suppressed')} · out ${of('out-of-service')}`,
        })}
      </p>
    </div>
  )
}
