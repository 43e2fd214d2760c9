import type { Phrase } from '../../../ui/words'
import { ENTRY, STATE } from '../../order-words'
import type { Settled } from './choice'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** What has been decided here about a unit that is still, or again, on offer: refused; sent, and what became of that. */
export function settledPhrase(
  { entries, confirmed }: Pick<DispatchFacts, 'entries' | 'confirmed'>,
  how: Settled,
  unitId: string,
  targetId: string,
): Phrase {
  if (how === 'refused') return DISPATCH.refused
  const entry = entries.findLast(
    ({ order }) => order.unitId === unitId && order.target.id === targetId,
  )
  // Only what was not done can be put aside.
  if (!entry) return ENTRY.failed
  if (entry.state !== 'confirmed') return ENTRY[entry.state]
  const latest = confirmed.get(unitId)
  return STATE[latest && latest.id === entry.current?.id ? latest.state : 'sent']
}
