import * as z from 'zod/mini'
import {
  ALLOCATION_ORIGINS,
  ALLOCATION_STATES,
  type Allocation,
  TARGET_KINDS,
} from '../domain/allocation'
import {
  amountWire,
  idWire,
  positionWire,
  type ToWgs84,
  textWire,
  timeWire,
  vocabularyWire,
} from './wire'

const targetWire = z.object({
  kind: vocabularyWire(TARGET_KINDS),
  id: idWire,
  place: textWire,
  placeEn: z.nullable(textWire),
  position: z.nullable(positionWire),
})

export const allocationWire = z.object({
  id: idWire,
  unitId: idWire,
  callSign: textWire,
  target: targetWire,
  state: vocabularyWire(ALLOCATION_STATES),
  rev: amountWire,
  by: textWire,
  decidedAt: timeWire,
  origin: vocabularyWire(ALLOCATION_ORIGINS),
  override: z.nullable(textWire),
  undoes: z.nullable(idWire),
  replaces: z.nullable(idWire),
  observedAt: timeWire,
})
export type AllocationWire = z.output<typeof allocationWire>

export function allocationOf(wire: AllocationWire, toWgs84: ToWgs84): Allocation {
  const { position } = wire.target
  return { ...wire, target: { ...wire.target, position: position && toWgs84(position) } }
}

/** Body of `POST /allocations`; `If-Match` is the revision of the unit, 0 where it was never sent. */
export const orderWire = z.object({
  /** Of the target; the answer comes in the same. */
  crs: z.literal('WGS84'),
  unitId: idWire,
  target: z.object({
    kind: z.enum(TARGET_KINDS.filter((kind) => kind !== 'unknown')),
    id: idWire,
    place: textWire,
    placeEn: z.nullable(textWire),
    position: z.nullable(positionWire),
  }),
  origin: z.enum(ALLOCATION_ORIGINS),
  override: z.nullable(textWire),
  undoes: z.nullable(idWire),
  replaces: z.nullable(idWire),
  by: textWire.check(z.minLength(1)),
  decidedAt: timeWire,
})

/** Body of `PATCH /allocations/{id}`: the job is over, done or withdrawn. */
export const endingWire = z.object({
  state: z.enum(['done', 'withdrawn']),
  by: textWire.check(z.minLength(1)),
})
