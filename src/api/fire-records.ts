import * as z from 'zod/mini'
import type { InspectionReport } from '../domain/fire-inspection'
import { FIRE_VERDICTS, type FireVerification } from '../domain/fire-verification'
import { type Answer, getJson, sendJson } from './alarm-reads'
import { newKey } from './alarm-writes'
import { amountWire, idWire, textWire, timeWire } from './wire'

const verificationWire = z.object({
  occurrenceId: idWire,
  deviceId: idWire,
  raisedAt: timeWire,
  decisions: z.array(
    z.object({ verdict: z.enum(FIRE_VERDICTS), at: timeWire, authorRole: textWire }),
  ),
})

/** Fire alarms and what was found at the place, since the record began. */
export const verificationsWire = z.object({ since: timeWire, items: z.array(verificationWire) })

const countWire = z.nullable(amountWire)

/** Inspections, hazards found and put right, by area and period. */
export const inspectionsWire = z.object({
  items: z.array(
    z.object({
      areaCode: idWire,
      from: timeWire,
      to: timeWire,
      inspections: countWire,
      found: countWire,
      putRight: countWire,
      openBefore: countWire,
    }),
  ),
})

/** The fire rule pack in use, as text: its version is in it, `rev` counts its changes here. */
export const firePackWire = z.object({
  rev: z.int(),
  changedAt: z.number(),
  changedBy: textWire,
  text: z.string().check(z.maxLength(200_000)),
})
export type FirePack = z.output<typeof firePackWire>

/** The packs that were in use before, the latest first. */
export const firePacksWire = z.object({ items: z.array(firePackWire) })

/** A pack that somebody wants to go live. */
export const firePackEditWire = z.object({
  by: textWire.check(z.minLength(1)),
  text: z.string().check(z.maxLength(200_000)),
})

export interface FireRecords {
  readonly since: number
  readonly verifications: readonly FireVerification[]
}

export function getVerifications(signal: AbortSignal): Promise<Answer<FireRecords>> {
  return getJson('fire/verifications', verificationsWire, signal, ({ since, items }) => ({
    since,
    verifications: items,
  }))
}

export function getInspections(signal: AbortSignal): Promise<Answer<readonly InspectionReport[]>> {
  return getJson('fire/inspections', inspectionsWire, signal, ({ items }) =>
    items.map(({ from, to, ...report }) => ({ ...report, period: { from, to } })),
  )
}

export function getFirePack(signal: AbortSignal): Promise<Answer<FirePack>> {
  return getJson('fire/rule-pack', firePackWire, signal, (pack) => pack)
}

export function getEarlierPacks(signal: AbortSignal): Promise<Answer<readonly FirePack[]>> {
  return getJson('fire/rule-pack/earlier', firePacksWire, signal, ({ items }) => items)
}

export function putFirePack(before: FirePack, text: string, by: string): Promise<Answer<FirePack>> {
  return sendJson('PUT', 'fire/rule-pack', { by, text }, firePackWire, {
    'if-match': `"${before.rev}"`,
    'idempotency-key': newKey(),
  })
}
