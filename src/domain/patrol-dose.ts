import type { Visit, WatchPlace } from './patrol'
import { VISITS_HELD_MS } from './patrol-idleness'
import {
  type AskedSpan,
  askedSpans,
  overlapMs,
  type Stay,
  staysOf,
  unionOf,
} from './patrol-presence'
import { type EpochMs, MINUTE_MS, type TimeWindow } from './time'

export interface DoseSettings {
  /** Visits of one unit to one place that lie less than this apart are one stop: the receiver wavers on the edge. Custom. */
  readonly mergeMs: number
  /** A stop below this is short, beyond `overMs` it is over the dose (Koper 1995: 10 to 16 min). */
  readonly shortMs: number
  readonly overMs: number
  /** A gap is long from this multiple of the place's interval on: a round is not kept to the minute. Custom. */
  readonly lateAt: number
}

export const DOSE: DoseSettings = {
  mergeMs: 2 * MINUTE_MS,
  shortMs: 10 * MINUTE_MS,
  overMs: 16 * MINUTE_MS,
  lateAt: 1.25,
}

export const STOP_CLASSES = ['under-way', 'short', 'dose', 'over'] as const
/** `under-way`: the unit is there still and has not yet stayed for a dose; nobody knows yet whether it will be short. */
export type StopClass = (typeof STOP_CLASSES)[number]

/** One unit at one place; moments outside that were shorter than `mergeMs` are part of it. */
export interface Stop extends Stay {
  readonly stayMs: number
  readonly class: StopClass
}

/**
 * Judged by whole stops: `early` until a whole stop is due, then `under` half of those due so far. `above`: twice
 * those begun so far, of which there is always one, so that a single stop of the planned length never is.
 */
export type DoseVerdict = 'early' | 'under' | 'kept' | 'above'

export interface PlaceDose {
  readonly place: WatchPlace
  /** Stops with presence in the window, in order of their beginning, whole: one over a change of shift is in both. */
  readonly stops: readonly Stop[]
  readonly counts: Readonly<Record<StopClass, number>>
  /** Presence in the hours that ask for something, within the window; two units at once count once. */
  readonly deliveredMs: number
  /** Presence in the hours that ask for nothing: it is no part of the plan. */
  readonly unaskedMs: number
  /** `plannedDoseMin` for each interval that the window holds, parts of one in proportion; the second until now. */
  readonly plannedMs: number
  readonly plannedSoFarMs: number
  /** Delivered / planned so far. Null: nothing was planned so far. */
  readonly share: number | null
  /** Whole intervals so far: so many stops are due. */
  readonly due: number
  /** Null: nothing was planned so far. */
  readonly verdict: DoseVerdict | null
  /** Two stops or more beyond the dose, and no fewer than the others: one long stop is no habit. */
  readonly isOftenOver: boolean
  /** Most idleness at any moment so far at which something was asked; it may have begun before the window. Null: no such moment. */
  readonly longestGapMs: number | null
  /** Nobody was there on record when it began: it is at least this long. */
  readonly isGapAtLeast: boolean
  /**
   * Idleness was once `lateAt` times the interval that the place itself asked for at that moment. Null: nothing was asked, or
   * what is known is within it and nobody knows how much longer it was.
   */
  readonly isGapOver: boolean | null
}

export interface DoseAccount {
  readonly window: TimeWindow
  /** What is later is not known yet: now, or the window's end. */
  readonly until: EpochMs
  /** One for each place, in the order given. */
  readonly places: readonly PlaceDose[]
  /** The window begins before the record does: what was delivered is at least this. */
  readonly isPartial: boolean
  /** Visits set aside: begun in the future, of negative length, of a place that nobody knows. */
  readonly ahead: number
  readonly negative: number
  readonly elsewhere: number
}

/** What each watch place got over a window against what was planned for it. `recordFrom`: since when visits are held. */
export function doseOf(
  places: readonly WatchPlace[],
  visits: readonly Visit[],
  window: TimeWindow,
  now: EpochMs,
  {
    recordFrom = now - VISITS_HELD_MS,
    ...over
  }: Partial<DoseSettings> & { readonly recordFrom?: EpochMs } = {},
): DoseAccount {
  const settings = { ...DOSE, ...over }
  const until = Math.max(window.from, Math.min(window.to, now))
  const { byPlace, ...aside } = staysOf(visits, places, now)
  const soFar = { from: window.from, to: until }
  return {
    window,
    until,
    isPartial: window.from < recordFrom,
    ...aside,
    places: places.map((place) => {
      const all = stopsOf(byPlace.get(place.id) ?? [], settings)
      const present = unionOf(all)
      const asked = askedSpans(place.required, soFar)
      const stops = all.filter((stop) => touches(stop, soFar))
      const counts = { 'under-way': 0, short: 0, dose: 0, over: 0 }
      for (const stop of stops) counts[stop.class]++
      const deliveredMs = asked.reduce((sum, span) => sum + overlapMs(present, span), 0)
      const intervals = intervalsOf(asked)
      const doseMs = place.plannedDoseMin * MINUTE_MS
      const plannedSoFarMs = intervals * doseMs
      const gap = longestGap(present, asked, recordFrom, settings.lateAt)
      return {
        place,
        stops,
        counts,
        deliveredMs,
        unaskedMs: overlapMs(present, soFar) - deliveredMs,
        plannedMs: intervalsOf(askedSpans(place.required, window)) * doseMs,
        plannedSoFarMs,
        share: plannedSoFarMs > 0 ? deliveredMs / plannedSoFarMs : null,
        due: dueOf(intervals),
        verdict: verdictOf(deliveredMs, intervals, doseMs),
        isOftenOver: counts.over >= 2 && counts.over >= counts.short + counts.dose,
        longestGapMs: gap?.ms ?? null,
        isGapAtLeast: gap?.isAtLeast ?? false,
        isGapOver: isOver(gap),
      }
    }),
  }
}

export interface DoseSum {
  readonly places: number
  readonly counts: Readonly<Record<StopClass, number>>
  readonly deliveredMs: number
  readonly plannedMs: number
  readonly plannedSoFarMs: number
  /** Delivered / planned so far. Null: nothing was planned so far. */
  readonly share: number | null
  /** Places that once had a long gap; had none; of which nobody knows. Places that asked for nothing are in none. */
  readonly gapsOver: number
  readonly gapsWithin: number
  readonly gapsUnknown: number
}

/** Several places together: an area, a shift. */
export function sumDose(places: readonly PlaceDose[]): DoseSum {
  const counts = { 'under-way': 0, short: 0, dose: 0, over: 0 }
  const sum = { deliveredMs: 0, plannedMs: 0, plannedSoFarMs: 0 }
  const gaps = { gapsOver: 0, gapsWithin: 0, gapsUnknown: 0 }
  for (const place of places) {
    for (const stopClass of STOP_CLASSES) counts[stopClass] += place.counts[stopClass]
    sum.deliveredMs += place.deliveredMs
    sum.plannedMs += place.plannedMs
    sum.plannedSoFarMs += place.plannedSoFarMs
    if (place.longestGapMs === null) continue
    if (place.isGapOver === null) gaps.gapsUnknown++
    else gaps[place.isGapOver ? 'gapsOver' : 'gapsWithin']++
  }
  const share = sum.plannedSoFarMs > 0 ? sum.deliveredMs / sum.plannedSoFarMs : null
  return { places: places.length, counts, ...sum, share, ...gaps }
}

/** Stays at one place, in order of entry, as stops in order of their beginning. */
export function stopsOf(
  stays: readonly Stay[],
  settings: Pick<DoseSettings, 'mergeMs' | 'shortMs' | 'overMs'> = DOSE,
): readonly Stop[] {
  const last = new Map<string, { -readonly [Key in keyof Stay]: Stay[Key] }>()
  const merged: Stay[] = []
  for (const stay of stays) {
    const open = last.get(stay.unitId)
    if (open && stay.from - open.to < settings.mergeMs) {
      open.isOpen ||= stay.isOpen
      open.to = Math.max(open.to, stay.to)
    } else {
      const { placeId, unitId, from, to, isOpen } = stay
      const stop = { placeId, unitId, from, to, isOpen }
      last.set(stay.unitId, stop)
      merged.push(stop)
    }
  }
  return merged.map(({ placeId, unitId, from, to, isOpen }) => {
    const stayMs = to - from
    return { placeId, unitId, from, to, isOpen, stayMs, class: classOf(stayMs, isOpen, settings) }
  })
}

function classOf(
  stayMs: number,
  isOpen: boolean,
  { shortMs, overMs }: Pick<DoseSettings, 'shortMs' | 'overMs'>,
): StopClass {
  if (stayMs > overMs) return 'over'
  if (stayMs >= shortMs) return 'dose'
  return isOpen ? 'under-way' : 'short'
}

/** A stop without length happens all the same: at its moment. */
function touches({ from, to }: TimeWindow, window: TimeWindow): boolean {
  if (from === to) return from >= window.from && from <= window.to
  return from < window.to && to > window.from
}

/** How many stops the spans ask for; of an interval that has only begun, its part. */
function intervalsOf(asked: readonly AskedSpan[]): number {
  return asked.reduce((sum, { from, to, everyMs }) => sum + (to - from) / everyMs, 0)
}

/** Less than half of what is due is too little, twice what has begun too much. */
const UNDER = 0.5
const ABOVE = 2
/** Thirds of an interval come to a whole one. */
const ROUNDING = 1e-9

const dueOf = (intervals: number) => Math.floor(intervals + ROUNDING)

function verdictOf(deliveredMs: number, intervals: number, doseMs: number): DoseVerdict | null {
  if (intervals === 0 || doseMs === 0) return null
  const due = dueOf(intervals)
  const begun = Math.ceil(intervals - ROUNDING)
  if (deliveredMs >= ABOVE * begun * doseMs) return 'above'
  if (due === 0) return 'early'
  return deliveredMs < UNDER * due * doseMs ? 'under' : 'kept'
}

interface Gap {
  readonly ms: number
  readonly isAtLeast: boolean
  /** `lateAt` times what was asked for at that moment. */
  readonly isOver: boolean
}

function isOver(gap: Gap | null): boolean | null {
  if (gap === null) return null
  return gap.isOver || (gap.isAtLeast ? null : false)
}

/** Idleness is greatest at the end of a stretch without presence, or where the asking ends within it. */
function longestGap(
  present: readonly TimeWindow[],
  asked: readonly AskedSpan[],
  recordFrom: EpochMs,
  lateAt: number,
): Gap | null {
  if (asked.length === 0) return null
  const starts = [recordFrom, ...present.map(({ to }) => to)]
  const ends = [...present.map(({ from }) => from), Number.POSITIVE_INFINITY]
  let ms = 0
  let isAtLeast = false
  let isOver = false
  for (const [i, start] of starts.entries()) {
    const end = ends[i] as number
    for (const span of asked) {
      // Asked at some moment of this stretch; the first stretch began before the record, nobody knows when.
      if (span.to <= (i === 0 ? Number.NEGATIVE_INFINITY : start) || span.from >= end) continue
      const idleMs = Math.min(end, span.to) - start
      ms = Math.max(ms, idleMs)
      isOver ||= idleMs > lateAt * span.everyMs
      if (i === 0) isAtLeast = true
    }
  }
  return { ms, isAtLeast, isOver }
}
