import { useSay } from '../../../ui/lang'
import { FEED_NAME } from '../../feed-words'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** Why nothing is reckoned now: which sources give no answer. */
export function InputsNote({ facts }: { readonly facts: DispatchFacts }) {
  const say = useSay()
  if (facts.lost.length === 0) return null
  return (
    <p className="note hatched" role="alert" data-lost={facts.lost.join(' ')}>
      {say(DISPATCH.lostInputs)}
      {facts.lost.map((input) => say(FEED_NAME[input])).join(say({ zh: '、', en: ', ' }))}
      {say(DISPATCH.lostInputsThen)}
    </p>
  )
}
