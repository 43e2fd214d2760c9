import { formatAge } from '../../../ui/clock'
import { useLang, useSay } from '../../../ui/lang'
import { QUALITY_NAME } from '../../feed-words'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** While positions are not of now, whoever decides by them is told, and how old they are. */
export function PositionsNote({ facts }: { readonly facts: DispatchFacts }) {
  const say = useSay()
  const lang = useLang()
  const { unitsQuality, unitsAgeMs } = facts
  if (unitsQuality === 'live') return null
  const isLost = unitsQuality === 'lost'
  return (
    <p className={unitsQuality === 'late' ? 'note' : 'note hatched'} data-positions={unitsQuality}>
      {say(DISPATCH.positions)} {say(QUALITY_NAME[unitsQuality])}
      {unitsAgeMs !== null && ` · ${say(DISPATCH.newest)} ${formatAge(unitsAgeMs, lang)}`}
      {isLost && ` · ${say(DISPATCH.lostPositions)}`}
    </p>
  )
}
