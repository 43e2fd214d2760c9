import { type Allocation, isOver, type Order } from './allocation'
import type { OrderEntry } from './order-entry'

/** Who looks at the orders of this machine, from where. */
export interface Reader {
  readonly by: string
  readonly tab: string
  /** All that are open on this machine, where they can be told; null: not known yet. */
  readonly openTabs: ReadonlySet<string> | null
}

/**
 * An order's fate is told where it was given. What a closed tab has left behind is told to whoever sits here now, but
 * not to the one who was faster: above his own order it would read as if that had failed.
 */
export function isToldTo({ tab, current }: OrderEntry, reader: Reader): boolean {
  if (tab === reader.tab) return true
  if (reader.openTabs === null || (tab && reader.openTabs.has(tab))) return false
  return current?.by !== reader.by
}

/** The unit's newest allocation, of what the refusal told and what the feed has told since. */
export function standingOf(
  { current }: Pick<OrderEntry, 'current'>,
  known: Allocation | null,
): Allocation | null {
  return current && current.rev > (known?.rev ?? 0) ? current : known
}

/** The unit is on its way there, or there, by whoever's word: to send it again would only withdraw it first. */
export function standsAlready({ target }: Pick<Order, 'target'>, standing: Allocation | null) {
  return standing !== null && !isOver(standing) && standing.target.id === target.id
}
