import * as z from 'zod/mini'
import { UNIT_KINDS, UNIT_STATUSES, type Unit } from '../../domain/patrol'
import { SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { idWire, positionWire, textWire, timeWire, vocabularyWire } from '../wire'

export const unitWire = z.object({
  id: idWire,
  callSign: textWire,
  kind: vocabularyWire(UNIT_KINDS),
  status: vocabularyWire(UNIT_STATUSES),
  position: z.nullable(positionWire),
  headingDeg: z.nullable(z.number().check(z.gte(0), z.lt(360))),
  speedKmh: z.nullable(z.number().check(z.gte(0), z.lte(400))),
  areaCode: idWire,
  observedAt: timeWire,
})

export const units = defineFeed({
  id: 'units',
  everyMs: 5 * SECOND_MS,
  heartbeatMs: 30 * SECOND_MS,
  record: unitWire,
  toDomain: (wire, toWgs84): Unit => ({
    ...wire,
    position: wire.position && toWgs84(wire.position),
  }),
})
