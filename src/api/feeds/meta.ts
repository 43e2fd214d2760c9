import * as z from 'zod/mini'
import { type Meta, PROVENANCES } from '../../domain/meta'
import { MINUTE_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, idWire, positionWire, textWire, timeWire } from '../wire'

export const sourceWire = z.object({
  feed: idWire,
  owner: textWire,
  ownerEn: z.optional(z.nullable(textWire)),
  cadenceMs: amountWire,
  crs: textWire,
  note: z.optional(z.nullable(textWire)),
  noteEn: z.optional(z.nullable(textWire)),
})

export const metaWire = z.object({
  id: idWire,
  serverTime: timeWire,
  build: textWire,
  region: z.object({
    id: idWire,
    name: textWire,
    nameEn: textWire,
    southWest: positionWire,
    northEast: positionWire,
  }),
  areas: z.optional(
    z.array(z.object({ code: idWire, name: textWire, nameEn: z.optional(z.nullable(textWire)) })),
  ),
  roles: z.array(textWire),
  provenance: z.enum(PROVENANCES),
  sources: z.array(sourceWire),
  observedAt: timeWire,
})

export const meta = defineFeed({
  id: 'meta',
  everyMs: MINUTE_MS,
  heartbeatMs: null,
  record: metaWire,
  toDomain: ({ region, ...wire }, toWgs84): Meta => ({
    ...wire,
    region: {
      id: region.id,
      name: region.name,
      nameEn: region.nameEn,
      extent: [...toWgs84(region.southWest), ...toWgs84(region.northEast)] as const,
    },
    areas: (wire.areas ?? []).map((area) => ({ ...area, nameEn: area.nameEn ?? null })),
    sources: wire.sources.map((source) => ({
      ...source,
      ownerEn: source.ownerEn ?? null,
      note: source.note ?? null,
      noteEn: source.noteEn ?? null,
    })),
  }),
})
