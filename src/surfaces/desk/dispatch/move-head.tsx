import type { Move } from '../../../domain/advice'
import { useSay } from '../../../ui/lang'
import { type DispatchFacts, isFree } from './facts'
import { minutesText } from './price-words'
import { DISPATCH } from './words'

/** Who goes where, and in how many minutes. */
export function MoveHead({ move, facts }: { readonly move: Move; readonly facts: DispatchFacts }) {
  const say = useSay()
  const unit = facts.units.find(({ id }) => id === move.unitId)
  const place = facts.places.find(({ id }) => id === move.placeId)
  return (
    <span className="dispatch-unit-head">
      <strong>{unit?.callSign ?? '—'}</strong>
      <span className="ink2">
        → {place ? say({ zh: place.name, en: place.nameEn ?? place.name }) : '—'}
      </span>
      {unit && !isFree(facts, unit) && <span className="hatched">{say(DISPATCH.notFree)}</span>}
      <strong className="dispatch-minutes">
        {minutesText(move.minutes)} {say(DISPATCH.minutes)}
      </strong>
    </span>
  )
}
