import * as z from 'zod/mini'
import type { ScenicArea } from '../../domain/crowd'
import { MINUTE_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, hourWire, idWire, positionWire, ringWire, textWire, timeWire } from '../wire'

export const zoneWire = z.object({
  id: idWire,
  name: textWire,
  nameEn: z.optional(z.nullable(textWire)),
  ring: ringWire,
  usableM2: z.number().check(z.gt(0)),
  m2PerPerson: z.number().check(z.gt(0)),
})

export const gateWire = z.object({
  id: idWire,
  name: textWire,
  nameEn: z.optional(z.nullable(textWire)),
  position: positionWire,
  widthM: z.number().check(z.gt(0)),
})

export const scenicAreaWire = z.object({
  id: idWire,
  name: textWire,
  nameEn: z.optional(z.nullable(textWire)),
  areaCode: idWire,
  position: positionWire,
  positionGrade: z.enum(['A', 'B', 'C', 'D']),
  zones: z.array(zoneWire),
  gates: z.array(gateWire),
  instantCapacity: amountWire,
  dailyCapacity: amountWire,
  fictitious: z.boolean(),
  openFromHour: hourWire,
  openToHour: hourWire,
  observedAt: timeWire,
})

export const scenicAreas = defineFeed({
  id: 'scenic-areas',
  everyMs: 10 * MINUTE_MS,
  heartbeatMs: null,
  record: scenicAreaWire,
  toDomain: (wire, toWgs84): ScenicArea => ({
    ...wire,
    nameEn: wire.nameEn ?? null,
    position: toWgs84(wire.position),
    zones: wire.zones.map((zone) => ({
      ...zone,
      nameEn: zone.nameEn ?? null,
      ring: zone.ring.map(toWgs84),
    })),
    gates: wire.gates.map((gate) => ({
      ...gate,
      nameEn: gate.nameEn ?? null,
      position: toWgs84(gate.position),
    })),
  }),
})
