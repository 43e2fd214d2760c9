import * as z from 'zod/mini'
import { ALARM_KINDS, VERDICTS } from '../domain/alarm'
import { RULE_MEASURES } from '../domain/alarm-rules'
import { amountWire, idWire, textWire, timeWire } from './wire'

/** Bodies of the writes to `alarms/{occurrenceId}/…`, and what is read beside the feed. `by` is a role. */
export const acknowledgeWire = z.object({ by: textWire.check(z.minLength(1)) })

export const shelveWire = z.object({
  by: textWire.check(z.minLength(1)),
  reason: textWire,
  minutes: z.number().check(z.gt(0)),
})

export const verifyWire = z.object({
  by: textWire.check(z.minLength(1)),
  verdict: z.enum(VERDICTS),
  finding: z.optional(textWire),
})

export const ruleWire = z.object({
  id: idWire,
  kind: z.enum(ALARM_KINDS),
  measure: z.enum(Object.keys(RULE_MEASURES) as [keyof typeof RULE_MEASURES]),
  name: textWire,
  nameEn: textWire,
  isOn: z.boolean(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  latching: z.boolean(),
  limit: z.nullable(z.number()),
  hysteresis: amountWire,
  onDelayS: amountWire,
  onCount: amountWire,
  onCountWindowS: amountWire,
  offDelayS: amountWire,
  source: textWire,
  sourceEn: z.optional(z.nullable(textWire)),
})

export const rulesWire = z.object({
  by: textWire.check(z.minLength(1)),
  rules: z.array(ruleWire).check(z.maxLength(200)),
})

export const ruleSetWire = z.object({
  rev: z.int(),
  changedAt: z.number(),
  changedBy: textWire,
  rules: z.array(ruleWire),
})

export const trialWire = z.object({
  rule: ruleWire,
  days: z.int().check(z.gte(1), z.lte(28)),
})

export const trialAnswerWire = z.object({
  from: timeWire,
  to: timeWire,
  /** How far apart the looks at the past were, ms: what came and went between two is not counted. */
  stepMs: amountWire,
  rang: z.int(),
  perDay: z.array(z.object({ day: textWire, count: z.int() })),
  top: z.array(z.object({ place: textWire, placeEn: z.nullable(textWire), count: z.int() })),
})
export type TrialAnswer = z.output<typeof trialAnswerWire>

export const happeningWire = z.object({
  occurrence: idWire,
  alarm: idWire,
  ruleId: idWire,
  kind: z.string(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  place: textWire,
  placeEn: z.nullable(textWire),
  areaCode: textWire,
  event: z.string(),
  at: timeWire,
  by: z.nullable(textWire),
  note: z.nullable(textWire),
  /** In words, what was found on the spot. */
  finding: z.optional(z.nullable(textWire)),
})
export type HappeningWire = z.output<typeof happeningWire>

export const historyAnswerWire = z.object({ generatedAt: timeWire, items: z.array(happeningWire) })
