import type { Incident } from '../../../domain/incident'
import { waitOf } from '../../../domain/incident-target'
import { leftPhrase, targetPhrase } from '../../../topics/incidents/describe'
import { formatClock } from '../../../ui/clock'
import { useSay } from '../../../ui/lang'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** The time that is left, by the local rule. */
export function Target({
  incident,
  facts,
}: {
  readonly incident: Incident
  readonly facts: DispatchFacts
}) {
  const say = useSay()
  const wait = waitOf(incident, facts.now)
  return (
    <p className="dispatch-target">
      <span>
        {say(targetPhrase(wait))} {say(DISPATCH.toArrive)}
      </span>
      <strong>{say(leftPhrase(wait))}</strong>
    </p>
  )
}

const LIFE = ['received', 'dispatched', 'arrived', 'closed'] as const

/** What has happened to it so far. */
export function Steps({ incident }: { readonly incident: Incident }) {
  const say = useSay()
  return (
    <ol className="dispatch-steps">
      {LIFE.map((step) => {
        const time = incident[`${step}At`]
        return (
          <li key={step} className={time === null ? '' : 'is-past'}>
            <span>{say(DISPATCH[step])}</span>
            <time className="ink2">{time === null ? '—' : formatClock(time)}</time>
          </li>
        )
      })}
    </ol>
  )
}
