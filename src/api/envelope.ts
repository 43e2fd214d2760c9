import * as z from 'zod/mini'
import { CRS_NAMES } from './crs'
import { idWire, timeWire } from './wire'

/** The version of the contract that this build reads. */
export const SCHEMA_VERSION = 1

/** What every live feed answers with, around its records. Records go through their own schema, one by one. */
export const envelopeWire = z.object({
  feed: idWire,
  schema: z.literal(SCHEMA_VERSION),
  crs: z.enum(CRS_NAMES),
  generatedAt: timeWire,
  cursor: z.nullable(z.string().check(z.maxLength(1024))),
  full: z.boolean(),
  items: z.array(z.unknown()),
  removed: z.array(idWire),
})
