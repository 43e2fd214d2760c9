import {
  type Alarm,
  type AlarmEvent,
  type AlarmEventName,
  type AlarmSource,
  type AlarmState,
  LONGEST_SHELVING_MS,
} from './alarm'
import type { EpochMs } from './time'

export const ALARM_REFUSALS = [
  'superseded',
  'not-possible',
  'no-reason',
  'too-long',
  'already-over',
] as const
/** `superseded`: the officer saw an older occurrence. `not-possible`: the state knows no such event. */
export type AlarmRefusal = (typeof ALARM_REFUSALS)[number]

export type AlarmStep =
  | { readonly ok: true; readonly alarm: Alarm }
  | { readonly ok: false; readonly cause: AlarmRefusal; readonly alarm: Alarm }

/** `resume`: what the cause asks for now, announced anew. `over`: gone, or latched where the alarm latches. */
type Next = AlarmState | 'stay' | 'resume' | 'over'

/** The whole machine. An event that a state does not list is refused. */
export const TRANSITIONS: {
  readonly [State in AlarmState]: Partial<Record<AlarmEventName, Next>>
} = {
  normal: {
    raise: 'unacknowledged',
    clear: 'stay',
    shelve: 'shelved',
    suppress: 'suppressed',
    remove: 'out-of-service',
  },
  unacknowledged: {
    raise: 'stay',
    clear: 'returned-unacknowledged',
    acknowledge: 'acknowledged',
    shelve: 'shelved',
    suppress: 'suppressed',
    remove: 'out-of-service',
  },
  acknowledged: {
    raise: 'stay',
    clear: 'over',
    shelve: 'shelved',
    suppress: 'suppressed',
    remove: 'out-of-service',
  },
  'returned-unacknowledged': {
    raise: 'unacknowledged',
    clear: 'stay',
    acknowledge: 'over',
    shelve: 'shelved',
    suppress: 'suppressed',
    remove: 'out-of-service',
  },
  latched: {
    raise: 'unacknowledged',
    clear: 'stay',
    reset: 'normal',
    suppress: 'suppressed',
    remove: 'out-of-service',
  },
  shelved: {
    raise: 'stay',
    clear: 'stay',
    unshelve: 'resume',
    remove: 'out-of-service',
  },
  suppressed: {
    raise: 'stay',
    clear: 'stay',
    unsuppress: 'resume',
    remove: 'out-of-service',
  },
  'out-of-service': { raise: 'stay', clear: 'stay', restore: 'resume' },
}

/** An alarm that has never been raised. */
export function quietAlarm(source: AlarmSource, at: EpochMs): Alarm {
  return {
    ...source,
    state: 'normal',
    isActive: false,
    occurrence: 0,
    raisedAt: null,
    clearedAt: null,
    acknowledged: null,
    shelved: null,
    suppressedBy: null,
    changedAt: at,
  }
}

/** A normal alarm remembers no occurrence but its number. */
const NOTHING_PAST = { raisedAt: null, clearedAt: null, acknowledged: null } as const

/** One event. A refusal changes nothing; an event that makes no difference returns the same alarm. */
export function step(alarm: Alarm, event: AlarmEvent): AlarmStep {
  const cause = refusalOf(alarm, event)
  if (cause) return { ok: false, cause, alarm }
  const next = TRANSITIONS[alarm.state][event.name] as Next
  const caused = withCause(alarm, event)
  const state = next === 'stay' ? alarm.state : resolve(next, caused)
  if (state === alarm.state && caused === alarm) return { ok: true, alarm }
  const after = { ...caused, ...noted(event, state, caused), state, changedAt: event.at }
  return { ok: true, alarm: state === 'normal' ? { ...after, ...NOTHING_PAST } : after }
}

function refusalOf(alarm: Alarm, event: AlarmEvent): AlarmRefusal | null {
  if ('occurrence' in event && event.occurrence !== alarm.occurrence) return 'superseded'
  if (!TRANSITIONS[alarm.state][event.name]) return 'not-possible'
  if (event.name !== 'shelve') return null
  if (event.reason.trim() === '') return 'no-reason'
  if (event.until <= event.at) return 'already-over'
  return event.until - event.at > LONGEST_SHELVING_MS ? 'too-long' : null
}

/** The cause comes and goes in every state; a new coming is a new occurrence, which nobody has acknowledged. */
function withCause(alarm: Alarm, event: AlarmEvent): Alarm {
  if (event.name === 'raise' && !alarm.isActive)
    return {
      ...alarm,
      isActive: true,
      occurrence: alarm.occurrence + 1,
      raisedAt: event.at,
      clearedAt: null,
      acknowledged: null,
    }
  if (event.name === 'clear' && alarm.isActive)
    return { ...alarm, isActive: false, clearedAt: event.at }
  return alarm
}

function resolve(next: Exclude<Next, 'stay'>, alarm: Alarm): AlarmState {
  const { isActive, latching, raisedAt, acknowledged } = alarm
  if (next === 'over') return latching ? 'latched' : 'normal'
  if (next !== 'resume') return next
  if (isActive) return 'unacknowledged'
  // What came and went meanwhile is let go, except what latches: that is never lost.
  if (raisedAt === null || !latching) return 'normal'
  return acknowledged ? 'latched' : 'returned-unacknowledged'
}

/** What is written down with the event. */
function noted(event: AlarmEvent, state: AlarmState, alarm: Alarm) {
  return {
    // Announced anew is not answered, though its occurrence once was.
    acknowledged:
      event.name === 'acknowledge'
        ? { by: event.by, at: event.at }
        : state === 'unacknowledged'
          ? null
          : alarm.acknowledged,
    shelved:
      event.name === 'shelve'
        ? { by: event.by, at: event.at, reason: event.reason.trim(), until: event.until }
        : state === 'shelved'
          ? alarm.shelved
          : null,
    suppressedBy:
      event.name === 'suppress'
        ? event.because
        : state === 'suppressed'
          ? alarm.suppressedBy
          : null,
  }
}

/** A shelving ends by itself. */
export function expireShelving(alarm: Alarm, now: EpochMs): Alarm {
  if (alarm.state !== 'shelved' || !alarm.shelved || alarm.shelved.until > now) return alarm
  return step(alarm, { name: 'unshelve', at: alarm.shelved.until }).alarm
}
