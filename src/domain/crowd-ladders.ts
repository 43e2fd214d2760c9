import {
  DANGER_LEVELS,
  DANGER_STEPS,
  type DangerLevel,
  MANAGEMENT_LEVELS,
  MANAGEMENT_STEPS,
  type ManagementLevel,
} from './crowd-occupancy'

/** A level is left only so far under the step that it was entered by: 2 % of capacity. A custom of the house. */
export const MANAGEMENT_HYSTERESIS = 0.02
/** Persons/m². A custom of the house. */
export const DANGER_HYSTERESIS = 0.2

/**
 * Management ladder (LB/T 034-2014): how full an area is, `share` of instantaneous capacity; the level that held
 * before is `previous`. An unknown share is unknown at once, and unknown remembers nothing.
 */
export function managementStep(share: number | null, previous: ManagementLevel): ManagementLevel {
  if (share === null) return 'unknown'
  const held = previous === 'unknown' ? 0 : MANAGEMENT_LEVELS.indexOf(previous)
  const rung = rungOf(share, held, MANAGEMENT_STEPS, MANAGEMENT_HYSTERESIS)
  return MANAGEMENT_LEVELS[rung] as ManagementLevel
}

/** Danger ladder of one zone, by persons/m² (Fruin). Null: its density is unknown, or was before. */
export function dangerStep(perM2: number | null, previous: DangerLevel | null): DangerLevel | null {
  if (perM2 === null) return null
  const held = previous === null ? 0 : DANGER_LEVELS.indexOf(previous)
  return DANGER_LEVELS[rungOf(perM2, held, DANGER_STEPS, DANGER_HYSTERESIS)] as DangerLevel
}

/**
 * How many ascending steps a value stands on: up as soon as it reaches one, down only when it is more than `slack`
 * under one that it stood on. No more steps are ever held than `held` and the value itself give.
 */
function rungOf(value: number, held: number, steps: readonly number[], slack: number): number {
  const reached = steps.filter((step) => value >= step).length
  const keeps = steps.filter((step) => value >= step - slack).length
  return Math.max(reached, Math.min(held, keeps))
}
