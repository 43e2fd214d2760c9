import { CALENDAR, ROLLING, type Span, windowAt } from '../domain/clock-window'
import type { EpochMs, TimeWindow } from '../domain/time'

export type { Span } from '../domain/clock-window'
/** Windows that have a name; any other is a number of hours. */
export const SPANS = [...ROLLING, ...CALENDAR] as const

/** Answering alarms, sending units to incidents, posting units where they are missed, and what has been ordered. */
export const TASKS = ['alarms', 'incidents', 'moves', 'orders'] as const
export type Task = (typeof TASKS)[number]

/** Parts of the alarm page. */
export const ALARM_LISTS = [
  'queue',
  'hushed',
  'history',
  'health',
  'rules',
  'fire',
  'pack',
] as const
export type AlarmList = (typeof ALARM_LISTS)[number]

export interface Camera {
  readonly lng: number
  readonly lat: number
  readonly zoom: number
}

export interface Selected {
  readonly topic: string
  readonly id: string
}

/** What we look at. It lives in the URL and nowhere else; defaults are left out of it. */
export interface View {
  /** Null: the whole region. */
  readonly camera: Camera | null
  readonly span: Span
  /** Where a cumulative window begins; null: it is as long as `span`. */
  readonly since: EpochMs | null
  /** Where the clock of a replay stands, a whole minute; null: LIVE. */
  readonly until: EpochMs | null
  /** Topics that are drawn, in registry order. */
  readonly shown: readonly string[]
  /** What topics offer beyond on and off; each off unless it stands here, in registry order. */
  readonly options: readonly string[]
  readonly selected: Selected | null
  /** What the right column is about. */
  readonly task: Task
  /** What the alarm page is about. */
  readonly list: AlarmList
  /** The table twin that is open instead of the map. */
  readonly table: string | null
  /** What the open table is filtered by. */
  readonly filter: string
  /** Null: the personal choice. */
  readonly lang: 'zh' | 'en' | null
  readonly flavour: 'night' | 'day' | 'print' | null
}

export function windowOf(span: Span, now: EpochMs, since: EpochMs | null = null): TimeWindow {
  return windowAt(span, now, since)
}
