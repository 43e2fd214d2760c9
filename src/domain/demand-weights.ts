/** Levels of a crowd that ask for somebody near: over 80, 90 and 100 % of capacity, or dense. */
export const CROWD_LEVELS = ['80', '90', '100', 'dense'] as const
export type CrowdLevel = (typeof CROWD_LEVELS)[number]

/** A watch place at twice its interval weighs as much as this many incidents of the window. No source: a setting. */
export const OVERDUE_WEIGHT = 5
/** Intervals beyond the first that count at most. */
export const OVERDUE_MOST = 3
/** The same for crowds. */
export const PRESSURE_WEIGHT: Readonly<Record<CrowdLevel, number>> = {
  80: 5,
  90: 10,
  100: 20,
  dense: 20,
}
