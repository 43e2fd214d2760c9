import type { RequiredInterval, Visit, WatchPlace } from './patrol'
import { DAY_MS, type EpochMs, hourOfDay, MINUTE_MS } from './time'

export const IDLENESS_LEVELS = [
  'fresh',
  'due',
  'overdue',
  'long-overdue',
  'unknown',
  'idle',
] as const
/**
 * Idleness against the interval that the place asks for now: ≤ 50 %, ≤ 100 %, ≤ 200 %, beyond; `unknown`: no visit on
 * record, and the interval is as long as the record; `idle`: nothing is asked.
 */
export type IdlenessLevel = (typeof IDLENESS_LEVELS)[number]

export interface PlaceIdleness {
  readonly place: WatchPlace
  /** End of the last visit; null: none in the visits that the feed holds. */
  readonly lastVisitAt: EpochMs | null
  /** A unit is there now. */
  readonly isVisited: boolean
  /** Now − last visit; at least as long as visits are held where none is on record (`isAtLeast`). */
  readonly idleMs: number
  readonly isAtLeast: boolean
  /** What the place asks for at this hour; null: nothing. */
  readonly everyMs: number | null
  /** Idleness / interval; null where nothing is asked. */
  readonly ratio: number | null
  readonly level: IdlenessLevel
}

/** The visits feed holds the last 24 h: a place without one has been idle for at least that long. */
export const VISITS_HELD_MS = DAY_MS

/** The strictest interval in force at `now`, ms; null where no rule covers the hour. */
export function intervalAt(required: readonly RequiredInterval[], now: EpochMs): number | null {
  const hour = hourOfDay(now)
  const inForce = required.filter((rule) => covers(rule, hour)).map((rule) => rule.everyMin)
  return inForce.length > 0 ? Math.min(...inForce) * MINUTE_MS : null
}

/** From 22 to 2 crosses midnight; from 0 to 24 is the whole day, and so is from h to h. */
function covers({ fromHour, toHour }: RequiredInterval, hour: number): boolean {
  if (fromHour < toHour) return hour >= fromHour && hour < toHour
  return hour >= fromHour || hour < toHour
}

/**
 * Idleness of every place (Machado et al. 2002: time since the last visit). A visit that began in the future, or
 * of a place that nobody knows, counts for nothing. `recordFrom`: since when visits are held.
 */
export function idlenessOf(
  places: readonly WatchPlace[],
  visits: readonly Visit[],
  now: EpochMs,
  recordFrom: EpochMs = now - VISITS_HELD_MS,
): readonly PlaceIdleness[] {
  const lastEnd = new Map<string, EpochMs>()
  const visited = new Set<string>()
  for (const { placeId, enteredAt, leftAt } of visits) {
    if (enteredAt > now) continue
    if (leftAt === null || leftAt > now) visited.add(placeId)
    const end = Math.min(leftAt ?? now, now)
    if (end > (lastEnd.get(placeId) ?? Number.NEGATIVE_INFINITY)) lastEnd.set(placeId, end)
  }
  return places.map((place) => {
    const lastVisitAt = lastEnd.get(place.id) ?? null
    const isVisited = visited.has(place.id)
    const idleMs = isVisited ? 0 : now - (lastVisitAt ?? recordFrom)
    const everyMs = intervalAt(place.required, now)
    const ratio = everyMs === null ? null : idleMs / everyMs
    const isAtLeast = lastVisitAt === null
    // “At least a day” is over an interval that is shorter, and says nothing of one that is longer.
    const level = isAtLeast && ratio !== null && ratio <= 1 ? 'unknown' : levelOf(ratio)
    return { place, lastVisitAt, isVisited, idleMs, isAtLeast, everyMs, ratio, level }
  })
}

export function levelOf(ratio: number | null): Exclude<IdlenessLevel, 'unknown'> {
  if (ratio === null) return 'idle'
  if (ratio <= 0.5) return 'fresh'
  if (ratio <= 1) return 'due'
  return ratio <= 2 ? 'overdue' : 'long-overdue'
}

export interface Coverage {
  /** Places that something is asked of now. */
  readonly asked: number
  /** Of these, visited within their own interval, as far as is known. */
  readonly within: number
  /** Of these, without a visit on record: they enter the times below with the day that the record holds, a lower bound. */
  readonly unrecorded: number
  /** Over the places asked, ms; null where none is. */
  readonly meanMs: number | null
  readonly p90Ms: number | null
  readonly worst: PlaceIdleness | null
}

/** How well the watch places are kept, over those that something is asked of at this hour. */
export function coverageOf(all: readonly PlaceIdleness[]): Coverage {
  const asked = all.filter(({ everyMs }) => everyMs !== null)
  const idle = asked.map(({ idleMs }) => idleMs).sort((a, b) => a - b)
  return {
    asked: asked.length,
    within: asked.filter(({ level }) => level === 'fresh' || level === 'due').length,
    unrecorded: asked.filter(({ isAtLeast }) => isAtLeast).length,
    meanMs: idle.length > 0 ? idle.reduce((sum, ms) => sum + ms, 0) / idle.length : null,
    p90Ms: nearestRank(idle, 0.9),
    worst: asked.reduce<PlaceIdleness | null>(
      (worst, one) => (worst === null || one.idleMs > worst.idleMs ? one : worst),
      null,
    ),
  }
}

/** Quantile by nearest rank (Hyndman & Fan 1996, type 1) of an ascending list: always a value that was observed. */
export function nearestRank(ascending: readonly number[], share: number): number | null {
  if (ascending.length === 0) return null
  // 0.9 x 10 is 9.000000000000002 in binary: a rank must not slip for that.
  const rank = Math.ceil(share * ascending.length - 1e-9)
  return ascending[Math.min(ascending.length, Math.max(1, rank)) - 1] ?? null
}
