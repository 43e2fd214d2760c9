import type { MeasureSeries } from '../../domain/measure'
import { type Day, dayOf, type Period } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'

/** One area's days. Null is a gap. */
export interface Days {
  readonly areaCode: string
  readonly first: Day
  readonly count: readonly (number | null)[]
  readonly base: readonly (number | null)[] | null
  /** Values that no count can have: set aside, and gaps. */
  readonly setAside: number
  /** Of a whole that is summed from parts: days on which so many parts are missing. */
  readonly missing: ReadonlyMap<Day, number>
}

/** Each area of a series. */
export function daysByArea(series: MeasureSeries): ReadonlyMap<string, Days> {
  const first = dayOf(series.from)
  return new Map(
    series.areas.map(({ areaCode, count, base, setAside }) => [
      areaCode,
      { areaCode, first, count, base, setAside, missing: new Map() },
    ]),
  )
}

/**
 * Areas taken together. A day on which some have nothing is the sum of the others, over the denominators of the others,
 * and is told as such: its rate is right, its count is a lower bound. A day on which none has anything is a gap.
 */
export function together(areaCode: string, areas: readonly Days[]): Days {
  const first = areas[0]?.first ?? 0
  const length = Math.max(0, ...areas.map(({ count }) => count.length))
  const hasBase = areas.some(({ base }) => base !== null)
  const missing = new Map<Day, number>()
  const count: (number | null)[] = []
  const base: (number | null)[] = []
  for (let i = 0; i < length; i++) {
    const there = areas.filter(
      (area) => known(area.count[i]) && (!area.base || known(area.base[i])),
    )
    if (there.length < areas.length && there.length > 0)
      missing.set(first + i, areas.length - there.length)
    const sum = (of: (area: Days) => number | null | undefined) =>
      there.length === 0 ? null : there.reduce((total, area) => total + (of(area) ?? 0), 0)
    count.push(sum((area) => area.count[i]))
    base.push(sum((area) => area.base?.[i]))
  }
  return {
    areaCode,
    first,
    count,
    base: hasBase ? base : null,
    setAside: areas.reduce((sum, area) => sum + area.setAside, 0),
    missing,
  }
}

const known = (value: number | null | undefined) => value !== null && value !== undefined

/** A sum over days, with what it lacks. */
export interface Total {
  readonly count: number | null
  readonly base: number | null
  /** Days that were asked for and are gaps. */
  readonly gaps: number
  /** Days on which a part of the areas is missing. */
  readonly partly: number
  readonly days: number
}

export function totalOf(days: Days, wanted: readonly Day[]): Total {
  let [count, base, gaps, partly] = [0, 0, 0, 0]
  for (const day of wanted) {
    const value = days.count[day - days.first] ?? null
    const of = days.base ? (days.base[day - days.first] ?? null) : 1
    if (value === null || of === null) gaps++
    else {
      count += value
      base += of
      if (days.missing.has(day)) partly++
    }
  }
  const isKnown = gaps < wanted.length
  return {
    count: isKnown ? count : null,
    base: isKnown ? base : null,
    gaps,
    partly,
    days: wanted.length,
  }
}

export function daysIn({ from, to }: Period): readonly Day[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** What a chart of rates is made of. Without denominators each day is one. */
export function countedDays(days: Days, period: Period): readonly Counted[] {
  return daysIn(period).map((day) => {
    const count = days.count[day - days.first] ?? null
    const exposure = days.base ? (days.base[day - days.first] ?? null) : 1
    return { count, exposure: count === null ? null : exposure }
  })
}
