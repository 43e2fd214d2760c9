import { HOUR_MS, type TimeWindow } from '../../domain/time'

/** What a hand has taken hold of. */
export type Grip = 'from' | 'to' | 'whole' | 'new'

/** Half of what a handle can be taken by. */
const REACH_PX = 12

/**
 * The nearer edge within reach, the window where the hand is inside it, else a new one is drawn from here; so it is in
 * a window of all that is shown, which has nowhere to go.
 */
export function gripAt(
  at: number,
  { from, to }: TimeWindow,
  shown: TimeWindow,
  msPerPx: number,
): Grip {
  const [toFrom, toEnd] = [Math.abs(at - from), Math.abs(at - to)]
  if (Math.min(toFrom, toEnd) <= REACH_PX * msPerPx) return toFrom < toEnd ? 'from' : 'to'
  const isAll = from <= shown.from && to >= shown.to
  return at > from && at < to && !isAll ? 'whole' : 'new'
}

/** Whole hours, as the bars. */
const snapped = (at: number) => Math.round(at / HOUR_MS) * HOUR_MS

/** The window after the hand has moved from where it took hold; at least an hour, and never beyond the present. */
export function draggedTo(
  {
    grip,
    at,
    from: before,
  }: { readonly grip: Grip; readonly at: number; readonly from: TimeWindow },
  now: number,
  present: number,
): TimeWindow {
  const end = (to: number) => Math.min(present, snapped(to))
  if (grip === 'from') return { from: Math.min(snapped(now), before.to - HOUR_MS), to: before.to }
  if (grip === 'to') return { from: before.from, to: end(Math.max(now, before.from + HOUR_MS)) }
  if (grip === 'whole') {
    const to = end(before.to + now - at)
    return { from: to - (before.to - before.from), to }
  }
  const [first, last] = [snapped(Math.min(at, now)), end(Math.max(at, now))]
  return { from: Math.min(first, last - HOUR_MS), to: last }
}
