import * as z from 'zod/mini'
import type { CrowdCount } from '../../domain/crowd'
import { SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, idWire, timeWire } from '../wire'

const countWire = z.int().check(z.gte(0))

export const crowdWire = z.object({
  /** The scenic area's id. */
  id: idWire,
  gates: z.array(
    z.object({
      gateId: idWire,
      entries: countWire,
      exits: countWire,
      inPerMin: amountWire,
      outPerMin: amountWire,
      downSince: z.nullable(timeWire),
    }),
  ),
  zones: z.array(z.object({ zoneId: idWire, persons: countWire })),
  observedAt: timeWire,
})

export const crowd = defineFeed({
  id: 'crowd',
  everyMs: 10 * SECOND_MS,
  heartbeatMs: 60 * SECOND_MS,
  record: crowdWire,
  toDomain: (wire): CrowdCount => wire,
})
