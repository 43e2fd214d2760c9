import type { Quality } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import { newKey } from '../alarm-writes'
import { table } from './database'

/** What the officer saw of the unit's position: stale or lost ones are sent by with a reason only. */
export interface PositionThen {
  readonly quality: Quality
  /** Null: it had never been seen. */
  readonly ageMs: number | null
}

/** In both languages, since who reads the log need not read ours; as one text where an older version, or an officer, wrote it. */
export type Told = string | { readonly zh: string; readonly en: string }

/** What an officer decided about advice, kept on this machine for the hand-over. */
export interface Decision {
  readonly key: string
  readonly at: EpochMs
  readonly by: string
  /** `own`: sent without or against advice. */
  readonly what: 'accepted' | 'edited' | 'refused' | 'own'
  readonly unit: string
  readonly target: Told
  /** What the advice said: minutes, gained and lost, in words. Empty where there was none. */
  readonly advice: Told
  readonly reason: Told
  /** Absent in what an older version wrote. */
  readonly position?: PositionThen | null
}

const decisions = table<Decision>('decisions')
const listeners = new Set<() => void>()

/** Resolves false where this machine keeps nothing. */
export async function noteDecision(decision: Omit<Decision, 'key'>): Promise<boolean> {
  try {
    await decisions.put({ ...decision, key: newKey() })
    for (const listener of listeners) listener()
    return true
  } catch {
    return false
  }
}

/** Since a time, oldest first. Rejects where this machine keeps nothing. */
export async function decisionsSince(from: EpochMs): Promise<readonly Decision[]> {
  const all = await decisions.all()
  return all.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at)
}

export function onDecision(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
