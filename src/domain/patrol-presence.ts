import type { RequiredInterval, Visit } from './patrol'
import { intervalAt } from './patrol-idleness'
import { type EpochMs, HOUR_MS, type TimeWindow } from './time'

/** A visit as of now: what had not happened yet is cut off. */
export interface Stay extends TimeWindow {
  readonly unitId: string
  readonly placeId: string
  /** The unit is there still; `to` is now. */
  readonly isOpen: boolean
}

export interface KnownStays {
  readonly byPlace: ReadonlyMap<string, readonly Stay[]>
  /** Visits set aside: begun later than now; left before they were entered; of a place that nobody knows. */
  readonly ahead: number
  readonly negative: number
  readonly elsewhere: number
}

/** Visits as of `now`, by place, in order of entry. An open visit, or one that ends in the future, lasts until now. */
export function staysOf(
  visits: readonly Visit[],
  places: Iterable<{ readonly id: string }>,
  now: EpochMs,
): KnownStays {
  const byPlace = new Map<string, Stay[]>()
  for (const { id } of places) byPlace.set(id, [])
  const aside = { ahead: 0, negative: 0, elsewhere: 0 }
  for (const { placeId, unitId, enteredAt, leftAt } of visits) {
    const stays = byPlace.get(placeId)
    if (!stays) aside.elsewhere++
    else if (leftAt !== null && leftAt < enteredAt) aside.negative++
    else if (enteredAt > now) aside.ahead++
    else {
      const isOpen = leftAt === null || leftAt > now
      stays.push({ placeId, unitId, from: enteredAt, to: isOpen ? now : leftAt, isOpen })
    }
  }
  for (const stays of byPlace.values()) stays.sort((a, b) => a.from - b.from || a.to - b.to)
  return { byPlace, ...aside }
}

/** Spans in order of their beginning, as spans that neither meet nor overlap, in order. */
export function unionOf(ordered: readonly TimeWindow[]): readonly TimeWindow[] {
  const union: { from: EpochMs; to: EpochMs }[] = []
  for (const { from, to } of ordered) {
    const last = union.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else union.push({ from, to })
  }
  return union
}

/** How much of `window` lies in `union`, ms. */
export function overlapMs(union: readonly TimeWindow[], window: TimeWindow): number {
  return union.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    0,
  )
}

/** A stretch of time over which one interval is in force. */
export interface AskedSpan extends TimeWindow {
  readonly everyMs: number
}

/** When, within the window, something is asked of a place, and how often: the strictest rule, as in `intervalAt`. */
export function askedSpans(
  required: readonly RequiredInterval[],
  { from, to }: TimeWindow,
): readonly AskedSpan[] {
  const spans: { from: EpochMs; to: EpochMs; everyMs: number }[] = []
  if (required.length === 0) return spans
  // Rules speak in whole hours, and the province's hours are those of UTC.
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS)
    const everyMs = intervalAt(required, at)
    const last = spans.at(-1)
    if (everyMs !== null && last?.to === at && last.everyMs === everyMs) last.to = next
    else if (everyMs !== null) spans.push({ from: at, to: next, everyMs })
    at = next
  }
  return spans
}
