import * as z from 'zod/mini'
import { AREA_LEVELS, MARK_KINDS, MEASURES, type MeasureCard } from '../../domain/measure'
import { MINUTE_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, idWire, textWire, timeWire, vocabularyWire } from '../wire'

const few = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.array(schema).check(z.maxLength(200))
const maybeText = z.optional(z.nullable(textWire))

export const measureWire = z.object({
  id: idWire,
  measure: vocabularyWire(MEASURES),
  levels: few(vocabularyWire(AREA_LEVELS)),
  parts: few(idWire),
  from: timeWire,
  cutOff: timeWire,
  lateMs: amountWire,
  source: textWire,
  sourceEn: maybeText,
  versions: few(
    z.object({
      version: z.int(),
      from: timeWire,
      areaCode: z.nullable(idWire),
      isComparable: z.boolean(),
      note: textWire,
      noteEn: maybeText,
    }),
  ),
  revisions: few(
    z.object({
      at: timeWire,
      from: timeWire,
      to: timeWire,
      areaCode: z.nullable(idWire),
      was: amountWire,
      now: amountWire,
      note: textWire,
      noteEn: maybeText,
    }),
  ),
  marks: few(
    z.object({
      id: idWire,
      from: timeWire,
      to: z.nullable(timeWire),
      areaCode: z.nullable(idWire),
      kind: vocabularyWire(MARK_KINDS),
      label: textWire,
      labelEn: maybeText,
    }),
  ),
  observedAt: timeWire,
})

/** Which measures there are, how far they reach and what was changed; the figures come by `measures/series`. */
export const measures = defineFeed({
  id: 'measures',
  everyMs: 5 * MINUTE_MS,
  heartbeatMs: null,
  record: measureWire,
  toDomain: (wire): MeasureCard => ({
    ...wire,
    sourceEn: wire.sourceEn ?? null,
    versions: wire.versions.map((one) => ({ ...one, noteEn: one.noteEn ?? null })),
    revisions: wire.revisions.map((one) => ({ ...one, noteEn: one.noteEn ?? null })),
    marks: wire.marks.map((one) => ({ ...one, labelEn: one.labelEn ?? null })),
  }),
})
