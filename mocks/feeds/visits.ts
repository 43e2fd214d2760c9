import { DAY_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import { type PatrolPlan, slotAt, slotIndex } from '../patrol-plan'
import type { Records, WireOf } from './feed'
import { unitId } from './units'

/** Visits that were under way in the last 24 h. */
export function visitSource(plan: PatrolPlan): Records<'visits'> {
  return (at) => {
    const items: WireOf<'visits'>[] = []
    for (const beat of plan.beats)
      for (let i = slotIndex(beat, at - DAY_MS); i <= slotIndex(beat, at); i++) {
        const slot = slotAt(beat, i)
        if (!slot.visits || slot.arriveAt > at || slot.endAt <= at - DAY_MS) continue
        const over = slot.endAt <= at
        items.push({
          id: `v-${beat.unit}-${i.toString(36)}`,
          placeId: slot.visits.id,
          unitId: unitId(beat.unit),
          enteredAt: iso(slot.arriveAt),
          leftAt: over ? iso(slot.endAt) : null,
          observedAt: iso(over ? slot.endAt : slot.arriveAt),
        })
      }
    return items
  }
}
