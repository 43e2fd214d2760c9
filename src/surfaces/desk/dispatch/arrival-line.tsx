import type { Allocation } from '../../../domain/allocation'
import { agePhrase, formatMinute } from '../../../ui/clock'
import { useSay } from '../../../ui/lang'
import { formatTenth } from '../../../ui/numbers'
import { arrivalOf } from './arrival'
import type { DispatchFacts } from './facts'
import { minutesText } from './price-words'
import { REACH } from './reach-words'
import { DISPATCH } from './words'

/** In how many minutes a sent unit can be there; nothing where nothing is to come. */
export function ArrivalLine({
  order,
  facts,
}: {
  readonly order: Pick<Allocation, 'unitId' | 'state' | 'target'>
  readonly facts: DispatchFacts
}) {
  const say = useSay()
  const arrival = arrivalOf(facts, order)
  if (arrival === 'none') return null
  return (
    <span data-arrival={arrival ? arrival.minutes.toFixed(1) : ''}>
      {arrival ? (
        <>
          {say(REACH.arrival)} {say(REACH.about)}{' '}
          <strong>
            {minutesText(arrival.minutes)} {say(DISPATCH.minutes)}
          </strong>{' '}
          <span className="ink2">
            · {formatMinute(arrival.at)} · {formatTenth(arrival.km)} km
            {arrival.lateMs !== null &&
              ` · ${say(DISPATCH.afterTarget)} ${say(agePhrase(arrival.lateMs))}`}
          </span>
        </>
      ) : (
        <span className="ink2">
          {say(REACH.arrival)} {say(REACH.arrivalUnknown)}
        </span>
      )}
    </span>
  )
}
