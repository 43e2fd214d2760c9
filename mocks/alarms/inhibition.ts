import type { Alarm } from '../../src/domain/alarm'
import { RULE_LADDERS } from '../../src/domain/alarm-rule-faults'

/** The higher step of the same ladder that stands, if any. */
export function parentOf({ id, ruleId }: Alarm, active: ReadonlyMap<string, Alarm>): Alarm | null {
  const key = keyOfAlarm({ id, ruleId })
  const ladder = RULE_LADDERS.find((steps) => steps.includes(ruleId))
  const higher = ladder?.slice(ladder.indexOf(ruleId) + 1) ?? []
  for (const above of higher.toReversed()) {
    const parent = active.get(`${above}.${key}`)
    if (parent) return parent
  }
  return null
}

/** The subject's part of an alarm's id. */
export const keyOfAlarm = ({ id, ruleId }: Pick<Alarm, 'id' | 'ruleId'>) =>
  id.slice(ruleId.length + 1)

/** The power supply of the place, where it is in fault and this is a pump or a water point that hangs on it. */
export function supplyOf(alarm: Alarm, supplies: ReadonlyMap<string, Alarm>): Alarm | null {
  if (alarm.ruleId !== 'fire-power' && alarm.ruleId !== 'water-low') return null
  const supply = alarm.placeId === null ? undefined : supplies.get(alarm.placeId)
  return supply && supply.id !== alarm.id ? supply : null
}
