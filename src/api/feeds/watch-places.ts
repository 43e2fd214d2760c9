import * as z from 'zod/mini'
import type { WatchPlace } from '../../domain/patrol'
import { MINUTE_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, hourWire, idWire, ringWire, textWire, timeWire } from '../wire'

export const watchPlaceWire = z.object({
  id: idWire,
  name: textWire,
  nameEn: z.optional(z.nullable(textWire)),
  areaCode: idWire,
  ring: ringWire,
  required: z.array(
    z.object({ fromHour: hourWire, toHour: hourWire, everyMin: z.number().check(z.gt(0)) }),
  ),
  plannedDoseMin: amountWire,
  observedAt: timeWire,
})

export const watchPlaces = defineFeed({
  id: 'watch-places',
  everyMs: 10 * MINUTE_MS,
  heartbeatMs: null,
  record: watchPlaceWire,
  toDomain: (wire, toWgs84): WatchPlace => ({
    ...wire,
    nameEn: wire.nameEn ?? null,
    ring: wire.ring.map(toWgs84),
  }),
})
