import type { EpochMs } from './time'

/** 属实 · 误报 · 测试. Until one is given, an alarm waits to be verified (待核实). */
export const FIRE_VERDICTS = ['true', 'false', 'test'] as const
export type FireVerdict = (typeof FIRE_VERDICTS)[number]

export interface FireDecision {
  readonly verdict: FireVerdict
  readonly at: EpochMs
  /** A role, never a name. */
  readonly authorRole: string
}

/** One occurrence of a fire alarm and what was found at the place. */
export interface FireVerification {
  readonly occurrenceId: string
  readonly deviceId: string
  readonly raisedAt: EpochMs
  /** In the order in which they were given; empty while it waits. The last one holds, none is lost. */
  readonly decisions: readonly FireDecision[]
}

export type VerifyRefusal =
  /** The alarm that was looked at has been followed by another. */
  | 'another-occurrence'
  /** Nobody answers for it. */
  | 'no-role'
  /** It was given before the alarm, or before the decision that it would overrule. */
  | 'out-of-order'
  /** It says what is held already. */
  | 'same-verdict'

export type VerifyAnswer =
  | { readonly ok: true; readonly verification: FireVerification }
  | { readonly ok: false; readonly refused: VerifyRefusal }

/** What holds now; null: it waits (待核实). */
export function verdictOf({ decisions }: FireVerification): FireVerdict | null {
  return decisions.at(-1)?.verdict ?? null
}

/** A verdict can be overruled: a fire that was first taken for a false alarm is a fire. */
export function verify(
  verification: FireVerification,
  seenOccurrenceId: string,
  { verdict, at, authorRole }: FireDecision,
): VerifyAnswer {
  const refuse = (refused: VerifyRefusal): VerifyAnswer => ({ ok: false, refused })
  const role = authorRole.trim()
  const { occurrenceId, raisedAt, decisions } = verification
  if (seenOccurrenceId !== occurrenceId) return refuse('another-occurrence')
  if (role === '') return refuse('no-role')
  if (!(at >= (decisions.at(-1)?.at ?? raisedAt))) return refuse('out-of-order')
  if (verdictOf(verification) === verdict) return refuse('same-verdict')
  const decision = { verdict, at, authorRole: role }
  return { ok: true, verification: { ...verification, decisions: [...decisions, decision] } }
}

/** How long it waited for its first verdict, or has waited until now. */
export interface VerificationClock {
  /** Null: the alarm lies in the future of our clock, so its wait cannot be told. */
  readonly waitedMs: number | null
  readonly isRunning: boolean
}

export function verificationClock(
  {
    raisedAt,
    decisions,
  }: { readonly raisedAt: EpochMs; readonly decisions: readonly Pick<FireDecision, 'at'>[] },
  now: EpochMs,
): VerificationClock {
  const first = decisions[0]
  const waitedMs = (first?.at ?? now) - raisedAt
  return { waitedMs: waitedMs < 0 ? null : waitedMs, isRunning: first === undefined }
}
