import * as z from 'zod/mini'
import {
  ALARM_KINDS,
  ALARM_STATES,
  type AlarmPriority,
  type StandingAlarm,
  VERDICTS,
} from '../../domain/alarm'
import { SECOND_MS } from '../../domain/time'
import { defineFeed } from '../feed'
import { amountWire, idWire, positionWire, textWire, timeWire, vocabularyWire } from '../wire'

const signatureWire = z.object({ by: textWire, at: timeWire })

export const alarmWire = z.object({
  id: idWire,
  alarm: idWire,
  occurrence: amountWire,
  rev: amountWire,
  ruleId: idWire,
  kind: vocabularyWire(ALARM_KINDS),
  priority: z.number().check(z.gte(1), z.lte(4)),
  state: vocabularyWire(ALARM_STATES),
  isActive: z.boolean(),
  latching: z.boolean(),
  subject: z.optional(z.nullable(z.object({ topic: idWire, id: idWire }))),
  placeId: z.optional(z.nullable(idWire)),
  place: textWire,
  placeEn: z.optional(z.nullable(textWire)),
  areaCode: textWire,
  position: z.nullable(positionWire),
  value: z.optional(z.nullable(z.number())),
  raisedAt: timeWire,
  clearedAt: z.optional(z.nullable(timeWire)),
  acknowledged: z.optional(z.nullable(signatureWire)),
  shelved: z.optional(
    z.nullable(z.object({ by: textWire, at: timeWire, reason: textWire, until: timeWire })),
  ),
  suppressedBy: z.optional(z.nullable(textWire)),
  isFirst: z.boolean(),
  escalation: z.optional(amountWire),
  verification: z.optional(
    z.nullable(
      z.object({
        verdict: vocabularyWire(VERDICTS),
        by: textWire,
        at: timeWire,
        finding: z.optional(z.nullable(textWire)),
      }),
    ),
  ),
  placePhoto: z.optional(z.nullable(textWire)),
  observedAt: timeWire,
})

/** Every alarm that is not normal: what stands, and what is hushed. The server owns the states. */
export const alarms = defineFeed({
  id: 'alarms',
  everyMs: 2 * SECOND_MS,
  heartbeatMs: null,
  record: alarmWire,
  toDomain: (wire, toWgs84): StandingAlarm => ({
    ...wire,
    priority: wire.priority as AlarmPriority,
    subject: wire.subject ?? null,
    placeId: wire.placeId ?? null,
    placeEn: wire.placeEn ?? null,
    position: wire.position && toWgs84(wire.position),
    value: wire.value ?? null,
    clearedAt: wire.clearedAt ?? null,
    acknowledged: wire.acknowledged ?? null,
    shelved: wire.shelved ?? null,
    suppressedBy: wire.suppressedBy ?? null,
    escalation: wire.escalation ?? 0,
    verification: wire.verification ?? null,
    placePhoto: wire.placePhoto ?? null,
  }),
})
