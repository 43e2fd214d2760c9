import type { Incident } from './incident'
import { isOpen } from './incident-tally'
import { DEFAULT_TARGETS, isTown, type ResponseTargets, waitOf } from './incident-target'
import { type EpochMs, MINUTE_MS } from './time'

/**
 * The five unifieds of a 110 centre, with the handling in its two legs. A record holds the times of the first three;
 * nothing in it says when a caller was called back, how a case was assessed or who was brought in.
 */
export const LEGS = ['push', 'reach', 'handle'] as const
export type Leg = (typeof LEGS)[number]
export const UNRECORDED = ['call-back', 'assessment', 'co-ordination'] as const

const ENDS = {
  push: ['receivedAt', 'dispatchedAt'],
  reach: ['dispatchedAt', 'arrivedAt'],
  handle: ['arrivedAt', 'closedAt'],
} as const satisfies Record<Leg, readonly [keyof Incident, keyof Incident]>

/** Upper limits of the ages of what is still under way, minutes; the last group is older than all. */
export const AGE_LIMITS_MIN = [5, 10, 30, 60] as const
/** With fewer, a median or a P90 would be the word of one or two cases. */
export const LEAST_MEDIAN = 10
export const LEAST_P90 = 30

export interface LegTimes {
  readonly leg: Leg
  /** Incidents where both times are known and in order. */
  readonly done: number
  /** Nearest rank, over those; null where they are too few. */
  readonly medianMin: number | null
  readonly p90Min: number | null
  /** Still in this leg, by age: one number for each limit, and one for what is older than the last. */
  readonly open: readonly number[]
  readonly oldest: { readonly id: string; readonly ageMs: number } | null
  /** The record passed over this leg (a later time, or closed) without both times, or they are out of order. */
  readonly untold: number
}

export function legTimes(incidents: readonly Incident[], leg: Leg, now: EpochMs): LegTimes {
  const [start, end] = ENDS[leg]
  const minutes: number[] = []
  const open = new Array<number>(AGE_LIMITS_MIN.length + 1).fill(0)
  let oldest: LegTimes['oldest'] = null
  let untold = 0
  for (const incident of incidents) {
    const [from, to] = [incident[start], incident[end]]
    if (from !== null && to !== null && to >= from) minutes.push((to - from) / MINUTE_MS)
    else if (to !== null || !isOpen(incident) || hasPassed(incident, leg)) untold++
    else if (from !== null) {
      const ageMs = Math.max(0, now - from)
      const group = AGE_LIMITS_MIN.findIndex((limit) => ageMs < limit * MINUTE_MS)
      open[group < 0 ? AGE_LIMITS_MIN.length : group]!++
      if (!oldest || ageMs > oldest.ageMs) oldest = { id: incident.id, ageMs }
    }
  }
  minutes.sort((a, b) => a - b)
  return {
    leg,
    done: minutes.length,
    medianMin: minutes.length >= LEAST_MEDIAN ? rank(minutes, 0.5) : null,
    p90Min: minutes.length >= LEAST_P90 ? rank(minutes, 0.9) : null,
    open,
    oldest,
    untold,
  }
}

/** A later time is there though this leg's end is not. */
function hasPassed({ arrivedAt, closedAt }: Incident, leg: Leg): boolean {
  return (leg === 'push' && arrivedAt !== null) || (leg !== 'handle' && closedAt !== null)
}

function rank(ascending: readonly number[], share: number): number | null {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null
}

/** Arrivals held against the target of their area. */
export interface WithinTarget {
  readonly area: 'town' | 'suburb'
  readonly targetMin: number
  readonly within: number
  /** Arrived at all, both times known and in order. */
  readonly arrived: number
  /** Nobody there yet, and the target has passed. */
  readonly waitingOver: number
}

export function withinTarget(
  incidents: readonly Incident[],
  now: EpochMs,
  targets: ResponseTargets = DEFAULT_TARGETS,
): readonly WithinTarget[] {
  return (['town', 'suburb'] as const).map((area) => {
    const here = incidents.filter(({ areaCode }) => isTown(areaCode) === (area === 'town'))
    const arrived = here.filter(
      ({ receivedAt, arrivedAt }) => arrivedAt !== null && arrivedAt >= receivedAt,
    )
    return {
      area,
      targetMin: area === 'town' ? targets.townMin : targets.suburbMin,
      within: arrived.filter((one) => !waitOf(one, now, targets).isOver).length,
      arrived: arrived.length,
      waitingOver: here.filter(
        (one) => isOpen(one) && one.arrivedAt === null && waitOf(one, now, targets).isOver,
      ).length,
    }
  })
}
