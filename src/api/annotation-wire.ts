import * as z from 'zod/mini'
import { type Annotation, MOST_LABEL_LETTERS } from '../domain/annotation'
import { MARK_KINDS } from '../domain/measure'
import { amountWire, idWire, textWire, timeWire, vocabularyWire } from './wire'

export const annotationWire = z.object({
  id: idWire,
  from: timeWire,
  to: z.nullable(timeWire),
  areaCode: z.nullable(idWire),
  kind: vocabularyWire(MARK_KINDS),
  label: textWire,
  labelEn: z.nullable(textWire),
  rev: amountWire,
  by: textWire,
  writtenAt: timeWire,
  isRemoved: z.boolean(),
})

/** More would leave no chart to be read. */
export const MOST_ANNOTATIONS = 1_000

/** Answer of `GET /annotations`; a bad one among them is set aside and counted by the client. */
export const annotationsWire = z.object({
  generatedAt: timeWire,
  items: z.array(z.unknown()).check(z.maxLength(2 * MOST_ANNOTATIONS)),
})

/** Body of `POST /annotations` and of `PUT /annotations/{id}`: the whole of it, and who writes. */
export const annotationDraftWire = z.object({
  from: timeWire,
  to: z.nullable(timeWire),
  areaCode: z.nullable(idWire),
  kind: z.enum(MARK_KINDS),
  label: z.string().check(z.minLength(1), z.maxLength(MOST_LABEL_LETTERS)),
  labelEn: z.nullable(z.string().check(z.maxLength(MOST_LABEL_LETTERS))),
  isRemoved: z.boolean(),
  by: textWire.check(z.minLength(1)),
})

export const annotationOf = (wire: z.output<typeof annotationWire>): Annotation => wire
