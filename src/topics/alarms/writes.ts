import { useSyncExternalStore } from 'react'
import { type AlarmVerb, newKey, type WriteCause, writeAlarm } from '../../api/alarm-writes'
import type { AlarmEvent } from '../../domain/alarm'
import { type EpochMs, MINUTE_MS } from '../../domain/time'
import { answerLocally } from './local'
import type { ShownAlarm } from './standing'

/** What was asked for an occurrence and is not confirmed by the feed yet. */
export interface Pending {
  readonly verb: AlarmVerb
  readonly rev: number
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
  /** Null while it is under way. */
  readonly failed: WriteCause | null
}

let pending: ReadonlyMap<string, Pending> = new Map()
const listeners = new Set<() => void>()

function set(occurrence: string, value: Pending | null) {
  const next = new Map(pending)
  if (value) next.set(occurrence, value)
  else next.delete(occurrence)
  pending = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function usePending(occurrence: string): Pending | null {
  return useSyncExternalStore(subscribe, () => pending.get(occurrence) ?? null)
}

export interface Shelve {
  readonly reason: string
  readonly minutes: number
}

/** Asks for one thing; a second try after a failure carries the first one's key, so that nothing happens twice. */
export async function answer(
  alarm: ShownAlarm,
  verb: AlarmVerb,
  by: string,
  now: EpochMs,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (alarm.isLocal) {
    answerLocally(alarm.alarm, localEvent(alarm, verb, by, now, more))
    return
  }
  const before = pending.get(alarm.id)
  if (before && before.failed === null) return
  const isRetry = before?.verb === verb && before.failed === 'network' && before.rev === alarm.rev
  const write = {
    verb,
    rev: alarm.rev,
    key: isRetry ? before.key : newKey(),
    body: { by, ...more },
  }
  set(alarm.id, { ...write, failed: null })
  const outcome = await writeAlarm({ occurrence: alarm.id, ...write })
  set(alarm.id, outcome.ok ? null : { ...write, failed: outcome.cause })
}

function localEvent(
  { occurrence }: ShownAlarm,
  verb: AlarmVerb,
  by: string,
  at: EpochMs,
  more: Readonly<Record<string, unknown>>,
): AlarmEvent {
  if (verb === 'unshelve') return { name: 'unshelve', at }
  if (verb !== 'shelve')
    return { name: verb === 'reset' ? 'reset' : 'acknowledge', occurrence, by, at }
  const { reason, minutes } = more as unknown as Shelve
  return { name: 'shelve', occurrence, by, at, reason, until: at + minutes * MINUTE_MS }
}
