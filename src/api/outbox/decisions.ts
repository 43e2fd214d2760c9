import { isSettled, type OrderEntry } from '../../domain/order-entry'
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

/** What became of the order: done, or not and why, and what stood then. */
export type Outcome = Pick<OrderEntry, 'state' | 'cause' | 'current' | 'settledAt'>

/** In both languages, since who reads the log need not read ours; as one text where an older version, or an officer, wrote it. */
export type Told = string | { readonly zh: string; readonly en: string }

/** What an officer decided about advice, kept on this machine for the hand-over. */
export interface Decision {
  /** That of its order, where there is one. */
  readonly key: string
  readonly at: EpochMs
  readonly by: string
  /** `own`: sent without or against advice. `undone`: an order is taken back. `again`: sent anew after a refusal. */
  readonly what: 'accepted' | 'edited' | 'refused' | 'own' | 'undone' | 'again'
  readonly unit: string
  readonly target: Told
  /** What the advice said: minutes, gained and lost, in words. Empty where there was none. */
  readonly advice: Told
  readonly reason: Told
  /** Absent in what an older version wrote. */
  readonly position?: PositionThen | null
  /** The allocation that is taken back. */
  readonly undoes?: string | null
  /** Absent until the order has come to rest, and for ever where nothing was sent. */
  readonly outcome?: Outcome
}

/** Where decisions are kept. Every call may reject. */
export interface DecisionTable {
  readonly all: () => Promise<Decision[]>
  readonly get: (key: string) => Promise<Decision | null>
  readonly put: (decision: Decision) => Promise<void>
}

export function decisionLog(decisions: DecisionTable) {
  const listeners = new Set<() => void>()
  async function keep(decision: Decision) {
    await decisions.put(decision)
    for (const listener of listeners) listener()
  }
  return {
    note: async (decision: Omit<Decision, 'key'>, key = newKey()): Promise<boolean> => {
      try {
        await keep({ ...decision, key })
        return true
      } catch {
        return false
      }
    },
    outcome: async (entry: OrderEntry): Promise<boolean> => {
      const { key, state, cause, current, settledAt } = entry
      if (!isSettled(entry)) return false
      try {
        const decision = await decisions.get(key)
        if (!decision) return false
        await keep({ ...decision, outcome: { state, cause, current, settledAt } })
        return true
      } catch {
        return false
      }
    },
    since: async (from: EpochMs): Promise<readonly Decision[]> => {
      const all = await decisions.all()
      return all.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at)
    },
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const log = decisionLog(table<Decision>('decisions'))

/** Under the key of its order, where there is one. Resolves false where this machine keeps nothing. */
export const noteDecision = log.note
/** What became of an order stands beside the decision, also when its notice has been put aside. */
export const noteOutcome = log.outcome
/** Since a time, oldest first. Rejects where this machine keeps nothing. */
export const decisionsSince = log.since
export const onDecision = log.onChange
