import type { TimeWindow } from '../domain/time'
import { DAY_MS } from '../domain/time'
import type { ReviewView } from './review'

/** Windows that end now. */
export const SPANS = ['24h', '7d', '28d'] as const
export type Span = (typeof SPANS)[number]
export const SPAN_MS: Record<Span, number> = { '24h': DAY_MS, '7d': 7 * DAY_MS, '28d': 28 * DAY_MS }

/** Answering alarms, sending units to incidents, posting units where they are missed, and what has been ordered. */
export const TASKS = ['alarms', 'incidents', 'moves', 'orders'] as const
export type Task = (typeof TASKS)[number]

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
  /** Topics that are drawn, in registry order. */
  readonly shown: readonly string[]
  readonly selected: Selected | null
  /** What the right column is about. */
  readonly task: Task
  /** The table twin that is open instead of the map. */
  readonly table: string | null
  /** What the open table is filtered by. */
  readonly filter: string
  readonly review: ReviewView
  /** Null: the personal choice. */
  readonly lang: 'zh' | 'en' | null
  readonly flavour: 'night' | 'day' | 'print' | null
}

export function windowOf(span: Span, now: number): TimeWindow {
  return { from: now - SPAN_MS[span], to: now }
}
