import type { LngLat } from './geo'
import { type EpochMs, HOUR_MS } from './time'

/** What raises alarms. Each kind has its guidance. */
export const ALARM_KINDS = [
  'fire',
  'fire-supply',
  'fire-fault',
  'crowd-danger',
  'crowd-management',
  'patrol-inactivity',
  'watch-place-overdue',
  'incident-overdue',
  'feed-lost',
  'product-fault',
  'unknown',
] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

/** 1 is the most urgent. */
export const ALARM_PRIORITIES = [1, 2, 3, 4] as const
export type AlarmPriority = (typeof ALARM_PRIORITIES)[number]

/** ISA-18.2 / IEC 62682. */
export const ALARM_STATES = [
  'normal',
  'unacknowledged',
  'acknowledged',
  'returned-unacknowledged',
  'latched',
  'shelved',
  'suppressed',
  'out-of-service',
] as const
export type AlarmState = (typeof ALARM_STATES)[number]

export const ALARM_EVENTS = [
  'raise',
  'clear',
  'acknowledge',
  'reset',
  'shelve',
  'unshelve',
  'suppress',
  'unsuppress',
  'remove',
  'restore',
] as const
export type AlarmEventName = (typeof ALARM_EVENTS)[number]

/** A custom, not a clause (see the facts paper). */
export const LONGEST_SHELVING_MS = 8 * HOUR_MS

/** Who did something: a role, never a name. */
export interface Signature {
  readonly by: string
  readonly at: EpochMs
}

export interface Shelving extends Signature {
  readonly reason: string
  readonly until: EpochMs
}

/** What an alarm is about, which does not change while it lives. */
export interface AlarmSource {
  /** Rule and subject: one alarm for each pair. */
  readonly id: string
  readonly ruleId: string
  readonly kind: AlarmKind
  readonly priority: AlarmPriority
  /** Stays after its cause has gone, until it is reset. */
  readonly latching: boolean
  /** Topic and item that show it; null where no layer does. */
  readonly subject: { readonly topic: string; readonly id: string } | null
  readonly placeId: string | null
  readonly place: string
  readonly placeEn: string | null
  readonly areaCode: string
  readonly position: LngLat | null
}

export interface Alarm extends AlarmSource {
  readonly state: AlarmState
  /** The cause is there, whatever the state says to the officer. */
  readonly isActive: boolean
  /** Counts up each time that the cause comes; 0 before the first. */
  readonly occurrence: number
  readonly raisedAt: EpochMs | null
  readonly clearedAt: EpochMs | null
  /** Of this occurrence. */
  readonly acknowledged: Signature | null
  readonly shelved: Shelving | null
  /** Why its design keeps it quiet, e.g. the id of the parent in fault; null where it does not. */
  readonly suppressedBy: string | null
  readonly changedAt: EpochMs
}

export type AlarmEvent =
  | { readonly name: 'raise' | 'clear'; readonly at: EpochMs }
  | { readonly name: 'unshelve' | 'unsuppress'; readonly at: EpochMs }
  | { readonly name: 'suppress'; readonly at: EpochMs; readonly because: string }
  | ({ readonly name: 'acknowledge' | 'reset'; readonly occurrence: number } & Signature)
  | ({ readonly name: 'remove' | 'restore' } & Signature)
  | ({ readonly name: 'shelve'; readonly occurrence: number } & Shelving)

/** 待核实 → 属实 / 误报 / 测试 */
export const VERDICTS = ['true', 'false', 'test'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * An alarm as the server tells of it: one record for each alarm that is not normal, named after its occurrence, so that
 * whoever answers says which one was seen.
 */
export interface StandingAlarm extends Omit<AlarmSource, 'id'> {
  /** Of the occurrence. */
  readonly id: string
  readonly alarm: string
  readonly occurrence: number
  /** Counts every change; a write says which one it saw. */
  readonly rev: number
  /** `unknown`: a state that this build does not know stands in the queue. */
  readonly state: AlarmState | 'unknown'
  readonly isActive: boolean
  /** What was measured when it was raised, in its rule's unit. */
  readonly value: number | null
  readonly raisedAt: EpochMs
  readonly clearedAt: EpochMs | null
  readonly acknowledged: Signature | null
  readonly shelved: Shelving | null
  readonly suppressedBy: string | null
  /** 首警: the first of its place within 60 s. */
  readonly isFirst: boolean
  /** Steps up the ladder that nobody has answered. */
  readonly escalation: number
  /** Null: 待核实, or nothing to verify. */
  readonly verification: (Signature & { readonly verdict: Verdict | 'unknown' }) | null
  /** Path of a photograph of the place, on the same origin. */
  readonly placePhoto: string | null
  readonly observedAt: EpochMs
}

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

/** Asks for an acknowledgement. */
export const isUnacknowledged = ({ state }: { readonly state: string }) =>
  state === 'unacknowledged' || state === 'returned-unacknowledged'

/** Kept quiet by somebody or by design: listed and counted apart. */
export const isHushed = ({ state }: { readonly state: string }) =>
  state === 'shelved' || state === 'suppressed' || state === 'out-of-service'

/** Stands in the queue. */
export const isStanding = ({ state }: { readonly state: string }) =>
  state !== 'normal' && !isHushed({ state })
