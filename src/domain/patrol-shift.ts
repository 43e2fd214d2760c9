import type { Visit, WatchPlace } from './patrol'
import { type Coverage, coverageOf, type PlaceIdleness, VISITS_HELD_MS } from './patrol-idleness'
import { askedSpans, overlapMs, staysOf, unionOf } from './patrol-presence'
import { DAY_MS, type EpochMs, HOUR_MS, PROVINCE_OFFSET_MS, type TimeWindow } from './time'

/** From `fromHour` to `toHour` on the province's clock; may cross midnight. */
export interface Shift {
  readonly id: string
  readonly fromHour: number
  readonly toHour: number
}

/** 早 06–14, 中 14–22, 夜 22–06: the usual three; a setting. */
export const SHIFTS: readonly Shift[] = [
  { id: 'early', fromHour: 6, toHour: 14 },
  { id: 'middle', fromHour: 14, toHour: 22 },
  { id: 'night', fromHour: 22, toHour: 6 },
]

/** The turn of a shift that `at` lies in; outside of its hours the last one that began before. */
export function shiftWindow({ fromHour, toHour }: Shift, at: EpochMs): TimeWindow {
  const midnight = Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS) * DAY_MS - PROVINCE_OFFSET_MS
  const today = midnight + fromHour * HOUR_MS
  const from = today <= at ? today : today - DAY_MS
  const hours = toHour > fromHour ? toHour - fromHour : toHour + 24 - fromHour
  return { from, to: from + hours * HOUR_MS }
}

/** The shift on duty at `at`, the first of several. Null: none covers the hour. */
export function shiftAt(
  at: EpochMs,
  shifts: readonly Shift[] = SHIFTS,
): { readonly shift: Shift; readonly window: TimeWindow } | null {
  for (const shift of shifts) {
    const window = shiftWindow(shift, at)
    if (at < window.to) return { shift, window }
  }
  return null
}

/** Of the time in which something was asked of a place, how much it was kept. */
export interface TimeWithin {
  readonly askedMs: number
  /** Idleness was at most the interval in force. */
  readonly withinMs: number
  /** Nobody was there on record yet, and the record was shorter than the interval. */
  readonly unknownMs: number
  /** Within / (asked − unknown). Null: nothing was asked, or nothing is known. */
  readonly share: number | null
}

export interface PlaceTimeWithin extends TimeWithin {
  readonly place: WatchPlace
}

/**
 * For each place, how long it was visited within the interval in force, from the window's beginning until now or its
 * end. Exact: a place is kept from each entry until one interval after the leaving. `recordFrom`: since when visits are held.
 */
export function timeWithin(
  places: readonly WatchPlace[],
  visits: readonly Visit[],
  window: TimeWindow,
  now: EpochMs,
  recordFrom: EpochMs = now - VISITS_HELD_MS,
): readonly PlaceTimeWithin[] {
  const { byPlace } = staysOf(visits, places, now)
  const soFar = { from: window.from, to: Math.min(window.to, now) }
  return places.map((place) => {
    const stays = byPlace.get(place.id) ?? []
    const firstEntry = stays[0]?.from ?? Number.POSITIVE_INFINITY
    const sum = { askedMs: 0, withinMs: 0, unknownMs: 0 }
    for (const span of askedSpans(place.required, soFar)) {
      const kept = unionOf(stays.map(({ from, to }) => ({ from, to: to + span.everyMs })))
      sum.askedMs += span.to - span.from
      sum.withinMs += overlapMs(kept, span)
      const knownFrom = Math.min(firstEntry, recordFrom + span.everyMs)
      sum.unknownMs += Math.max(0, Math.min(span.to, knownFrom) - span.from)
    }
    return { place, ...sum, share: shareOf(sum) }
  })
}

/** The same over several places: hours of all of them together. */
export function sumTimeWithin(all: readonly TimeWithin[]): TimeWithin {
  const sum = { askedMs: 0, withinMs: 0, unknownMs: 0 }
  for (const { askedMs, withinMs, unknownMs } of all) {
    sum.askedMs += askedMs
    sum.withinMs += withinMs
    sum.unknownMs += unknownMs
  }
  return { ...sum, share: shareOf(sum) }
}

function shareOf({ askedMs, withinMs, unknownMs }: Omit<TimeWithin, 'share'>): number | null {
  return askedMs > unknownMs ? withinMs / (askedMs - unknownMs) : null
}

/** Digits of a division code: province, prefecture, county (GB/T 2260). */
export type AreaDigits = 2 | 4 | 6

export interface AreaCoverage {
  /** The first digits of the code. */
  readonly areaCode: string
  readonly places: number
  /** Now: mean, worst, P90. */
  readonly coverage: Coverage
  /** Over the window. */
  readonly time: TimeWithin
}

/** Coverage now and over a window by area, in order of the code. Both lists come from the same places. */
export function coverageByArea(
  idleness: readonly PlaceIdleness[],
  time: readonly PlaceTimeWithin[],
  digits: AreaDigits,
): readonly AreaCoverage[] {
  const now = byArea(idleness, digits)
  const over = byArea(time, digits)
  const codes = [...new Set([...now.keys(), ...over.keys()])].sort()
  return codes.map((areaCode) => {
    const here = now.get(areaCode) ?? []
    const held = over.get(areaCode) ?? []
    return {
      areaCode,
      places: Math.max(here.length, held.length),
      coverage: coverageOf(here),
      time: sumTimeWithin(held),
    }
  })
}

/** Anything about places, by the first digits of their area's code. */
export function byArea<T extends { readonly place: WatchPlace }>(
  all: readonly T[],
  digits: AreaDigits,
): ReadonlyMap<string, readonly T[]> {
  const areas = new Map<string, T[]>()
  for (const one of all) {
    const code = one.place.areaCode.slice(0, digits)
    const area = areas.get(code)
    if (area) area.push(one)
    else areas.set(code, [one])
  }
  return areas
}
