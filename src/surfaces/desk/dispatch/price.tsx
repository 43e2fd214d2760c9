import type { Move } from '../../../domain/advice'
import type { AreaNames } from '../../../ui/area-names'
import { useSay } from '../../../ui/lang'
import { counts, lossPhrase, pointsOf, shares, whyPhrase } from './price-words'
import { DISPATCH } from './words'

/** Gain on the left, loss on the right, counts under each: advice shows its price. */
export function Price({
  price,
  total,
  areas,
}: {
  readonly price: Omit<Move, 'placeId'>
  readonly total: number
  readonly areas: AreaNames
}) {
  const say = useSay()
  const { left } = price
  return (
    <div className="dispatch-price">
      <div>
        <span>{say(DISPATCH.gained)}</span> <strong>{pointsOf(price.gained, total)}</strong>
        <small>{shares(price.coveredBefore, price.coveredAfter, total)}</small>
        <small>{counts(price.coveredBefore, price.coveredAfter, total)}</small>
        <small>{say(whyPhrase(price))}</small>
      </div>
      <div>
        <span>{say(DISPATCH.lost)}</span> <strong>{say(lossPhrase(price, areas))}</strong>
        {left && <small>{shares(left.before, left.after, left.total)}</small>}
        {left && <small>{counts(left.before, left.after, left.total)}</small>}
      </div>
    </div>
  )
}
