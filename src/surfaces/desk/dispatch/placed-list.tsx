import { type AdviceQuestion, priceOf } from '../../../domain/advice'
import { useSay } from '../../../ui/lang'
import { type DispatchFacts, nearest } from './facts'
import { pointTarget } from './give-orders'
import { lossPhrase, minutesText, pointsOf } from './price-words'
import type { Placed } from './what-if'
import { DISPATCH } from './words'

/** Each unit that a hand has put somewhere: where, in how many minutes, and what that alone gains and loses. */
export function PlacedList({
  placed,
  facts,
  question,
}: {
  readonly placed: Placed
  readonly facts: DispatchFacts
  readonly question: AdviceQuestion
}) {
  const say = useSay()
  const total = question.demand.weight.reduce((sum, w) => sum + w, 0)
  if (placed.size === 0) return null
  return (
    <ul className="dispatch-placed">
      {[...placed].map(([id, position]) => {
        const inTown = nearest(facts.places, position)?.inTown ?? false
        const price = priceOf(question, id, position, inTown)
        const { place, placeEn } = pointTarget(facts, position)
        return (
          <li key={id}>
            <span className="dispatch-unit-head">
              <strong>{facts.units.find((one) => one.id === id)?.callSign ?? '—'}</strong>
              <span className="ink2">→ {say({ zh: place, en: placeEn ?? place })}</span>
              <strong className="dispatch-minutes">
                {minutesText(price?.minutes ?? null)} {say(DISPATCH.minutes)}
              </strong>
            </span>
            <span className="ink2">
              {price
                ? `${say(DISPATCH.gained)} ${pointsOf(price.gained, total)} · ${say(DISPATCH.lost)} ${say(lossPhrase(price, facts.areas))}`
                : say(DISPATCH.notFree)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
