import * as z from 'zod/mini'
import type { Visit } from '../../domain/patrol'
import { SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { idWire, timeWire } from '../wire'

export const visitWire = z.object({
  id: idWire,
  placeId: idWire,
  unitId: idWire,
  enteredAt: timeWire,
  leftAt: z.nullable(timeWire),
  observedAt: timeWire,
})

/** Visits of the last 24 h. */
export const visits = defineFeed({
  id: 'visits',
  everyMs: 15 * SECOND_MS,
  heartbeatMs: null,
  record: visitWire,
  toDomain: (wire): Visit => wire,
})
