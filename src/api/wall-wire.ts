import * as z from 'zod/mini'
import { QUALITIES } from '../domain/quality'
import { WALL_PICTURES, type Wall } from '../domain/wall'
import { amountWire, idWire, textWire, timeWire, vocabularyWire } from './wire'

/** Body of `PUT /walls/{id}`: what a wall tells of itself every 30 s. */
export const heartbeatWire = z.object({
  version: textWire,
  build: z.nullable(textWire),
  scene: z.nullable(textWire),
  picture: vocabularyWire(WALL_PICTURES),
  stoppedAt: z.nullable(timeWire),
  frames: amountWire,
  losses: z.object({ lost: amountWire, recovered: amountWire }),
  heapBytes: z.nullable(amountWire),
  upMs: amountWire,
  feeds: z
    .array(
      z.object({
        feed: idWire,
        quality: vocabularyWire(QUALITIES),
        ageMs: z.nullable(amountWire),
      }),
    )
    .check(z.maxLength(100)),
})

export const wallWire = z.extend(heartbeatWire, { id: idWire, heardAt: timeWire })

/** Answer of `GET /walls`. Both times are the server's own, so that silence needs no other clock. */
export const wallsWire = z.object({
  generatedAt: timeWire,
  items: z.array(wallWire).check(z.maxLength(5_000)),
})

/** Names that a wall may have: they stand in paths and on screens. */
export const WALL_ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u

export const wallOf = (wire: z.output<typeof wallWire>): Wall => wire
