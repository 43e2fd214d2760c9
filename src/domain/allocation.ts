import type { LngLat } from './geo'
import type { Unit } from './patrol'
import { type EpochMs, SECOND_MS } from './time'

/** What a sent unit does; the last two are over. */
export const ALLOCATION_STATES = [
  'sent',
  'en-route',
  'on-scene',
  'done',
  'withdrawn',
  'unknown',
] as const
export type AllocationState = (typeof ALLOCATION_STATES)[number]

/** An incident, a watch place, a point of the map, or back to the unit's own beat. */
export const TARGET_KINDS = ['incident', 'watch-place', 'point', 'beat', 'unknown'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export interface AllocationTarget {
  readonly kind: TargetKind
  /** Of the incident or the place; the unit's own id for its beat; a name of its own for a point. */
  readonly id: string
  readonly place: string
  readonly placeEn: string | null
  /** Null for the beat, and for an incident that nobody could place. */
  readonly position: LngLat | null
}

/** Who asked for it: the queue, the advice, a hand on the map, or the undoing of another one. */
export const ALLOCATION_ORIGINS = ['queue', 'advice', 'map', 'undo', 'unknown'] as const
export type AllocationOrigin = (typeof ALLOCATION_ORIGINS)[number]

/** One unit sent to one target. A unit has at most one that is not over. */
export interface Allocation {
  readonly id: string
  readonly unitId: string
  readonly callSign: string
  readonly target: AllocationTarget
  readonly state: AllocationState
  /**
   * Counts the decisions about this unit; the newest allocation of a unit carries its revision. What the unit reports
   * (under way, arrived) is no decision and counts nothing.
   */
  readonly rev: number
  /** Role or seat, never a name. */
  readonly by: string
  readonly decidedAt: EpochMs
  readonly origin: AllocationOrigin
  /** Why it was sent though nobody knew where it was; null where its position was current. */
  readonly override: string | null
  /** The allocation that this one takes back. */
  readonly undoes: string | null
  /** The allocation of the same unit that this one ended. */
  readonly replaces: string | null
  readonly observedAt: EpochMs
}

export function isOver({ state }: Pick<Allocation, 'state'>): boolean {
  return state === 'done' || state === 'withdrawn'
}

/** What an officer decides: send this unit there. */
export interface Order {
  readonly unitId: string
  readonly target: AllocationTarget
  readonly origin: AllocationOrigin
  readonly override: string | null
  readonly undoes: string | null
  /** Set where the officer has seen the unit's present job and ends it with this one. */
  readonly replaces: string | null
  readonly by: string
  readonly decidedAt: EpochMs
}

/** Older decisions are not carried out: the picture that they were made from is gone. */
export const ORDER_LIVES_MS = 120 * SECOND_MS
/** From here on nobody knows where a unit is: three reports of 30 s. */
export const POSITION_STALE_MS = 90 * SECOND_MS

/** Why an order is refused, and nothing is done. */
export const ORDER_REFUSALS = [
  'no-such-unit',
  'off-duty',
  'busy',
  'position-stale',
  'target-over',
  'no-such-target',
  'too-old',
  'already-over',
  'no-reason',
] as const
export type OrderRefusal = (typeof ORDER_REFUSALS)[number]

/** What is known when an order is checked: by the client before it asks, by the server when it decides. */
export interface OrderPicture {
  readonly unit: Unit | null
  /** The unit's newest allocation, over or not. */
  readonly latest: Allocation | null
  /** Whether the target is there and still asks for somebody. */
  readonly target: 'open' | 'over' | 'unknown'
}

/** Null: it may go ahead. The same rules for the button, the optimistic view and the server. */
export function refusalOf(
  order: Order,
  { unit, latest, target }: OrderPicture,
  now: EpochMs,
): OrderRefusal | null {
  if (now - order.decidedAt > ORDER_LIVES_MS) return 'too-old'
  if (!unit) return 'no-such-unit'
  if (unit.status === 'off-duty') return 'off-duty'
  if (order.override !== null && order.override.trim() === '') return 'no-reason'
  if (isPositionStale(unit, now) && order.override === null) return 'position-stale'
  const standing = latest && !isOver(latest) ? latest : null
  if (order.undoes !== null && standing?.id !== order.undoes) return 'already-over'
  if (standing && order.replaces !== standing.id) return 'busy'
  if (order.target.kind === 'beat' || order.target.kind === 'point') return null
  if (target === 'unknown') return 'no-such-target'
  return target === 'over' ? 'target-over' : null
}

export function isPositionStale({ position, observedAt }: Unit, now: EpochMs): boolean {
  return position === null || Math.abs(now - observedAt) > POSITION_STALE_MS
}

/**
 * An undo is an order of its own: back to where the unit was sent before, or to its beat, which `words` name. Taking
 * back needs no position: the unit goes to where it belongs.
 */
export function undoing(
  { id, unitId, replaces }: Allocation,
  all: readonly Allocation[],
  words: Pick<AllocationTarget, 'place' | 'placeEn'> & { readonly reason: string },
  by: string,
  decidedAt: EpochMs,
): Order {
  const before = all.find((one) => one.id === replaces)
  const { reason, ...beat } = words
  return {
    unitId,
    target: before?.target ?? { kind: 'beat', id: unitId, position: null, ...beat },
    origin: 'undo',
    override: reason,
    undoes: id,
    replaces: id,
    by,
    decidedAt,
  }
}

/** The newest allocation of each unit. */
export function latestByUnit(all: readonly Allocation[]): ReadonlyMap<string, Allocation> {
  const latest = new Map<string, Allocation>()
  for (const one of all) {
    const known = latest.get(one.unitId)
    if (!known || one.rev > known.rev) latest.set(one.unitId, one)
  }
  return latest
}
