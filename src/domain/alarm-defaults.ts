import type { AlarmPriority } from './alarm'

/**
 * What the product's own rules ask for until somebody changes them: the one source of the priority with which a rule
 * rings and of the urgency with which a topic marks the same thing. An edited rule changes the alarm; the mark of the
 * thing keeps to this table, as the legend does.
 */
export const DEFAULT_PRIORITY = {
  fire: 1,
  'zone-density-5': 1,
  'fire-power': 2,
  'zone-density-4': 2,
  'zone-rise': 2,
  'area-100': 2,
  'incident-undispatched': 2,
  'feed-lost': 2,
  'zone-density-3': 3,
  'area-90': 3,
  'area-80': 3,
  'water-low': 3,
  'unit-silent': 3,
  'place-overdue': 3,
  'incident-unattended': 3,
  product: 3,
} as const satisfies Record<string, AlarmPriority>
export type DefaultRule = keyof typeof DEFAULT_PRIORITY

/** Minutes after which an urgent incident is overdue. A custom of the house, and a setting of the rules. */
export const INCIDENT_LIMIT_MIN = { undispatched: 2, unattended: 15 } as const
