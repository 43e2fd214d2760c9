import type { Allocation } from '../../../domain/allocation'
import { agoPhrase, formatClock } from '../../../ui/clock'
import { useSay } from '../../../ui/lang'
import { byPhrase, ENTRY, STATE } from '../../order-words'
import { ArrivalLine } from './arrival-line'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** The orders that stand for this incident, so that a second one is not given for want of seeing the first. */
export function SentHere({
  sent,
  facts,
}: {
  readonly sent: readonly Allocation[]
  readonly facts: DispatchFacts
}) {
  const say = useSay()
  if (sent.length === 0) return null
  return (
    <ul className="dispatch-sent" aria-label={say(DISPATCH.dispatched)}>
      {sent.map((one) => {
        const isUnderWay = facts.underWay.has(one.unitId)
        return (
          <li key={one.unitId} data-sent={one.unitId}>
            <strong>{one.callSign}</strong>{' '}
            <span>{say(isUnderWay ? ENTRY.pending : STATE[one.state])}</span>{' '}
            <span className="ink2">
              {formatClock(one.decidedAt)} · {say(agoPhrase(facts.now - one.decidedAt))} ·{' '}
              {say(byPhrase(one.by))}
            </span>{' '}
            <ArrivalLine order={one} facts={facts} />
          </li>
        )
      })}
    </ul>
  )
}
