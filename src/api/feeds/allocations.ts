import { SECOND_MS } from '../../domain/time'
import { allocationOf, allocationWire } from '../allocation-wire'
import { defineFeed } from '../feed'

/** Who is sent where: every allocation that stands, and those that ended within the last 12 h. */
export const allocations = defineFeed({
  id: 'allocations',
  everyMs: 5 * SECOND_MS,
  heartbeatMs: null,
  record: allocationWire,
  toDomain: allocationOf,
})
