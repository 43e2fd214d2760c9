import * as z from 'zod/mini'
import { FIRE_STATES, type FireReading } from '../../domain/fire'
import { MINUTE_MS, SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { idWire, timeWire, vocabularyWire } from '../wire'

export const fireReadingWire = z.object({
  /** The device's id. */
  id: idWire,
  states: z.array(vocabularyWire(FIRE_STATES)),
  code: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(255)))),
  value: z.nullable(z.number()),
  unit: z.nullable(z.enum(['MPa', 'm', 'm³', '%', 'V'])),
  observedAt: timeWire,
})

export const fireReadings = defineFeed({
  id: 'fire-readings',
  everyMs: 10 * SECOND_MS,
  heartbeatMs: 2 * MINUTE_MS,
  record: fireReadingWire,
  toDomain: (wire): FireReading => ({ ...wire, code: wire.code ?? null }),
})
