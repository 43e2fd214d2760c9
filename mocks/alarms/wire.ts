import { type Alarm, isStanding, type Verdict } from '../../src/domain/alarm'
import { escalationOf } from '../../src/domain/alarm-escalation'
import type { CauseMemory } from '../../src/domain/alarm-rules'
import type { EpochMs } from '../../src/domain/time'
import { iso, isoOrNull } from '../calendar'
import type { WireOf } from '../feeds/feed'
import { rounded } from '../geography'
import { occurrenceId } from './happening'

export type AlarmWire = WireOf<'alarms'>

/** What the server keeps beside the state machine. */
export interface Kept {
  alarm: Alarm
  cause: CauseMemory
  rev: number
  value: number | null
  isFirst: boolean
  verification: { verdict: Verdict; by: string; at: EpochMs; finding: string | null } | null
  observedAt: EpochMs
}

/** The record that the feed sends. */
export function wireOf(one: Kept, at: EpochMs): AlarmWire {
  const { alarm, rev, value, isFirst, verification, observedAt } = one
  const { id, occurrence, raisedAt, clearedAt, acknowledged, shelved, position, ...rest } = alarm
  const escalation = isStanding(alarm) ? escalationOf(alarm, at) : 0
  return {
    id: occurrenceId(id, occurrence),
    alarm: id,
    occurrence,
    rev,
    ruleId: rest.ruleId,
    kind: rest.kind,
    priority: rest.priority,
    state: rest.state,
    isActive: rest.isActive,
    latching: rest.latching,
    subject: rest.subject && { ...rest.subject },
    placeId: rest.placeId,
    place: rest.place,
    placeEn: rest.placeEn,
    areaCode: rest.areaCode,
    position: position && rounded(position),
    value: value === null ? null : Math.round(value * 100) / 100,
    raisedAt: iso(raisedAt ?? observedAt),
    clearedAt: isoOrNull(clearedAt),
    acknowledged: acknowledged && { by: acknowledged.by, at: iso(acknowledged.at) },
    shelved: shelved && {
      by: shelved.by,
      at: iso(shelved.at),
      reason: shelved.reason,
      until: iso(shelved.until),
    },
    suppressedBy: rest.suppressedBy,
    isFirst,
    escalation,
    verification: verification && { ...verification, at: iso(verification.at) },
    placePhoto: rest.kind === 'fire' ? (rest.placeId ?? null) : null,
    // The ladder goes up by itself: a record that says more is observed later.
    observedAt: iso(observedAt + escalation),
  }
}
