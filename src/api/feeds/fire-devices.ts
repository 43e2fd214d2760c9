import * as z from 'zod/mini'
import { BUILDING_CLASSES, FIRE_DEVICE_KINDS, type FireDevice } from '../../domain/fire'
import { MINUTE_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { idWire, positionWire, textWire, timeWire, vocabularyWire } from '../wire'

export const fireDeviceWire = z.object({
  id: idWire,
  kind: vocabularyWire(FIRE_DEVICE_KINDS),
  placeId: idWire,
  place: textWire,
  placeEn: z.optional(z.nullable(textWire)),
  buildingClass: vocabularyWire(BUILDING_CLASSES),
  woodenHouses: z.optional(z.nullable(z.int().check(z.gte(0)))),
  position: z.nullable(positionWire),
  areaCode: idWire,
  condition: z.nullable(z.enum(['static', 'flowing'])),
  observedAt: timeWire,
})

export const fireDevices = defineFeed({
  id: 'fire-devices',
  everyMs: 10 * MINUTE_MS,
  heartbeatMs: null,
  record: fireDeviceWire,
  toDomain: (wire, toWgs84): FireDevice => ({
    ...wire,
    placeEn: wire.placeEn ?? null,
    woodenHouses: wire.woodenHouses ?? null,
    position: wire.position && toWgs84(wire.position),
  }),
})
