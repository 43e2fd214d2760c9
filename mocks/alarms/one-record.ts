import type { EpochMs } from '../../src/domain/time'
import type { Happening } from './happening'

/**
 * What the records say of the past, and what the server itself told, as one: an occurrence that was not over when the
 * server raised the same alarm is the one that stands, and nobody has answered it but as the server tells.
 */
export function oneRecord(past: readonly Happening[], told: readonly Happening[]): Happening[] {
  const raisedAt = new Map<string, EpochMs>()
  for (const { alarm, event, at } of told)
    if (event === 'raise' && !raisedAt.has(alarm)) raisedAt.set(alarm, at)
  const clearedAt = new Map<string, EpochMs>()
  for (const { occurrence, event, at } of past) if (event === 'clear') clearedAt.set(occurrence, at)
  const isOver = ({ occurrence, alarm }: Happening) => {
    const over = clearedAt.get(occurrence)
    return over !== undefined && over <= (raisedAt.get(alarm) ?? Number.POSITIVE_INFINITY)
  }
  return [...past.filter(isOver), ...told].sort((a, b) => a.at - b.at)
}
