import type { Incident } from './incident'
import { type EpochMs, MINUTE_MS } from './time'

/**
 * Minutes from receiving to arriving. Local rules, no clause: the national rule (公通字〔2003〕31号) gives no minutes.
 * The same for all towns and all suburbs; no screen sets others (see `topics/incidents/README.md`).
 */
export interface ResponseTargets {
  readonly townMin: number
  readonly suburbMin: number
}

export const DEFAULT_TARGETS: ResponseTargets = { townMin: 5, suburbMin: 10 }

/** GB/T 2260: within a prefecture 01 to 20 are districts, 81 to 99 cities of county rank, what lies between counties. */
export function isTown(areaCode: string): boolean {
  const county = Number(areaCode.slice(4, 6))
  return (county >= 1 && county <= 20) || county >= 81
}

export interface Wait {
  /** Which target it is. */
  readonly area: 'town' | 'suburb'
  /** Since the call was received, until somebody arrived or now, ms. */
  readonly waitedMs: number
  readonly targetMs: number
  /** Negative once the target has passed. */
  readonly leftMs: number
  readonly isOver: boolean
}

export function waitOf(
  { receivedAt, arrivedAt, areaCode }: Pick<Incident, 'receivedAt' | 'arrivedAt' | 'areaCode'>,
  now: EpochMs,
  { townMin, suburbMin }: ResponseTargets = DEFAULT_TARGETS,
): Wait {
  const waitedMs = Math.max(0, (arrivedAt ?? now) - receivedAt)
  const area = isTown(areaCode) ? 'town' : 'suburb'
  const targetMs = (area === 'town' ? townMin : suburbMin) * MINUTE_MS
  return { area, waitedMs, targetMs, leftMs: targetMs - waitedMs, isOver: waitedMs > targetMs }
}

const RANK: Readonly<Record<Incident['severity'], number>> = {
  extreme: 0,
  severe: 1,
  moderate: 2,
  minor: 3,
  unknown: 2,
}

/**
 * Open incidents that nobody has reached yet, for the officer who sends: nobody sent before somebody on the way, then
 * by severity, then by the share of its target that each has waited.
 */
export function queueOf(incidents: readonly Incident[], now: EpochMs): readonly Incident[] {
  const share = (one: Incident) => {
    const { waitedMs, targetMs } = waitOf(one, now)
    return waitedMs / targetMs
  }
  return incidents
    .filter(
      ({ closedAt, arrivedAt, stage }) =>
        closedAt === null && arrivedAt === null && stage !== 'closed',
    )
    .toSorted(
      (a, b) =>
        Number(a.dispatchedAt !== null) - Number(b.dispatchedAt !== null) ||
        RANK[a.severity] - RANK[b.severity] ||
        share(b) - share(a),
    )
}
