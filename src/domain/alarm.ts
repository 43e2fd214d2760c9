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
  readonly verification:
    | (Signature & {
        readonly verdict: Verdict | 'unknown'
        /** In words. */
        readonly finding?: string | null | undefined
      })
    | null
  /** Path of a photograph of the place, on the same origin. */
  readonly placePhoto: string | null
  readonly observedAt: EpochMs
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
