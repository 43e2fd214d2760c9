import { type Alarm, isUnacknowledged, type StandingAlarm } from './alarm'
import { type EpochMs, MINUTE_MS } from './time'

/** Who is told when nobody has answered, and after how long, ms. The duty officer is told at once. */
export interface EscalationStep {
  readonly afterMs: number
  readonly role: 'duty-officer' | 'shift-lead' | 'commander'
}

/** Customs of a command centre, not clauses: settings. Priorities 3 and 4 stay with the duty officer. */
export const ESCALATION: { readonly [P in 1 | 2 | 3 | 4]: readonly EscalationStep[] } = {
  1: [
    { afterMs: 0, role: 'duty-officer' },
    { afterMs: MINUTE_MS, role: 'shift-lead' },
    { afterMs: 3 * MINUTE_MS, role: 'commander' },
  ],
  2: [
    { afterMs: 0, role: 'duty-officer' },
    { afterMs: 5 * MINUTE_MS, role: 'shift-lead' },
    { afterMs: 15 * MINUTE_MS, role: 'commander' },
  ],
  3: [{ afterMs: 0, role: 'duty-officer' }],
  4: [{ afterMs: 0, role: 'duty-officer' }],
}

type Waiting = Pick<Alarm, 'priority' | 'raisedAt'> & { readonly state: string }

/** Steps up the ladder by now: 0 while the first role still has time, or once somebody has answered. */
export function escalationOf(alarm: Waiting, now: EpochMs): number {
  if (!isUnacknowledged(alarm) || alarm.raisedAt === null) return 0
  const waitedMs = now - alarm.raisedAt
  return ESCALATION[alarm.priority].filter(({ afterMs }) => waitedMs >= afterMs).length - 1
}

/** Who else was told because nobody had answered, and since when; null where it stays with the first role. */
export function escalatedTo({
  priority,
  raisedAt,
  escalation,
}: Pick<StandingAlarm, 'priority' | 'raisedAt' | 'escalation'>): {
  readonly role: EscalationStep['role']
  readonly since: EpochMs
} | null {
  const steps = ESCALATION[priority]
  // A server may know a longer ladder than this build.
  const told = steps[Math.min(escalation, steps.length - 1)]
  return told && told.afterMs > 0 ? { role: told.role, since: raisedAt + told.afterMs } : null
}

/** How long until the next role is told, ms; null where nobody is left to tell, or nobody is waited for. */
export function nextEscalationMs(alarm: Waiting, now: EpochMs): number | null {
  if (!isUnacknowledged(alarm) || alarm.raisedAt === null) return null
  const waitedMs = now - alarm.raisedAt
  const next = ESCALATION[alarm.priority].find(({ afterMs }) => afterMs > waitedMs)
  return next ? next.afterMs - waitedMs : null
}
