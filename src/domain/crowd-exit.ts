import type { Gate } from './crowd'

/** Planned flow through a gate, persons per minute per metre; at most 82 on the level (Green Guide). */
export const EXIT_FLOW_PER_M_MIN = 60

/** How long persons take to leave, or why that cannot be said. */
export type ExitTime =
  | {
      readonly minutes: number
      /** Of the gates that are open, and how many they are. */
      readonly widthM: number
      readonly openGates: number
    }
  /** `no-count`: how many they are is unknown. `no-open-gate`: there is no way out at all. */
  | { readonly why: 'no-count' | 'no-open-gate' }

/**
 * Persons of a zone or an area through its gates, all of them at once at the planned flow. A closed gate, or one
 * without a width, is left out. It is the time of the gates alone: the walk there comes on top.
 */
export function exitTime(
  persons: number | null,
  gates: readonly Gate[],
  closedGateIds: ReadonlySet<string> = new Set(),
): ExitTime {
  const open = gates.filter(({ id, widthM }) => widthM > 0 && !closedGateIds.has(id))
  if (open.length === 0) return { why: 'no-open-gate' }
  if (persons === null) return { why: 'no-count' }
  const widthM = open.reduce((sum, gate) => sum + gate.widthM, 0)
  return { minutes: persons / (EXIT_FLOW_PER_M_MIN * widthM), widthM, openGates: open.length }
}
