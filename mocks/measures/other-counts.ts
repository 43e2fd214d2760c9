import { isHoliday, isoDay, springFestivalOffset, weekday } from '../calendar'
import type { Ground } from '../feeds/feed'
import { PATROL_PLAN } from '../happenings'
import { chance, dice, keyOf, mix, normal, poisson } from '../random'

/** A numerator with its denominator; null: the source has none for that day. */
export type Count = readonly [count: number | null, base: number | null]

/** What the day of a county or prefecture counts; `thousands` are its people. */
export interface PlaceDay {
  readonly ground: Ground
  readonly key: number
  readonly code: string
  readonly thousands: number
  /** Days since 1970 on the province's clock. */
  readonly day: number
  /** Days from the world's start. */
  readonly into: number
}

/** People present: some come home for Spring Festival, and the capital empties. */
export function present({ code, thousands, day }: PlaceDay): number {
  const offset = springFestivalOffset(day)
  const home = offset !== null && offset >= -7 && offset <= 15
  const share = !home ? 1 : code.startsWith('5201') ? 0.92 : code.startsWith('5206') ? 1.127 : 1.06
  return Math.round(thousands * 1_000 * share)
}

function ofWhole(place: PlaceDay, whole: number, share: number): Count {
  const roll = dice(mix(place.key, place.day))
  const spread = Math.sqrt(Math.max(0, whole * share * (1 - share))) * normal(roll)
  return [Math.min(whole, Math.max(0, Math.round(whole * share + spread))), whole]
}

/** Stops that kept their dose / stops that were planned. */
export function dose(place: PlaceDay): Count {
  const planned = Math.max(3, Math.round(place.thousands / 45))
  // One day nobody was planned: nothing over nothing is no percentage.
  if (place.code.startsWith('5227') && place.into === -7) return [0, 0]
  const isPosted = (PATROL_PLAN.counties as readonly string[]).includes(place.code)
  const share = 0.78 + (isPosted && place.into >= PATROL_PLAN.fromDay ? 0.07 : 0)
  return ofWhole(place, planned, share - (isHoliday(place.day) ? 0.05 : 0))
}

/** Place-hours within their interval / place-hours that were asked for. */
export function coverage(place: PlaceDay): Count {
  const asked = 12 * Math.max(1, Math.round(place.thousands / 110))
  return ofWhole(place, asked, weekday(place.day) > 4 ? 0.86 : 0.9)
}

/** Devices ready / all devices, each day. */
export function fireReadiness(place: PlaceDay, devices: number): Count {
  const season = 0.004 * Math.sin((place.day / 365.25) * 2 * Math.PI)
  return ofWhole(place, devices, 0.972 + season)
}

/** Scenic area-hours over a step of the ladder / hours that they were open. */
export function crowdHours(place: PlaceDay, areas: number, ladder: number): Count {
  const busy = isHoliday(place.day) ? 0.9 : weekday(place.day) > 4 ? 0.16 : 0.02
  const over = ladder === 80 ? 1 : ladder === 90 ? 0.45 : 0.16
  const roll = dice(mix(mix(place.key, place.day), 0x80))
  let hours = 0
  // The hours over a higher step are hours over the lower ones.
  for (let i = 0; i < areas; i++)
    hours += Math.round(Math.min(10, poisson(busy * areaLuck(i), roll)) * over)
  return [hours, areas * 10]
}

/** Area-days whose peak passed 80 % / area-days open. */
export function crowdPeaks(place: PlaceDay, areas: number): Count {
  const roll = dice(mix(mix(place.key, place.day), 0x80))
  const busy = isHoliday(place.day) ? 0.9 : weekday(place.day) > 4 ? 0.16 : 0.02
  let over = 0
  for (let i = 0; i < areas; i++)
    if (Math.round(Math.min(10, poisson(busy * areaLuck(i), roll))) > 0) over++
  return [over, areas]
}

const areaLuck = (area: number) => 0.4 + 1.2 * chance(keyOf('busy', area), 0)

/** The province in 2016. */
export const YEAR_2016 = { inspections: 119_000, found: 142_000, putRight: 137_000 } as const
const PUT_RIGHT_SHARE = YEAR_2016.putRight / YEAR_2016.found
/** Of a year's total, what falls on a working day, and hardly anything on others. */
const working = (day: number) => (weekday(day) > 4 || isHoliday(day) ? 0.12 : 1.35)

export type Inspected = 'inspections' | 'found' | 'putRight'
const INSPECTED: readonly Inspected[] = ['inspections', 'found', 'putRight']

/** What a county's inspectors did on a day. More every year, hazards fewer. */
export function inspected(place: PlaceDay, share: number, what: Inspected): number {
  const year = Number(isoDay(place.day).slice(0, 4))
  const growth = what === 'inspections' ? 1 + 0.02 * (year - 2016) : 1 - 0.015 * (year - 2016)
  const mean = (YEAR_2016[what] / 365) * share * growth * working(place.day)
  const roll = dice(mix(mix(place.key, place.day), INSPECTED.indexOf(what)))
  const found = poisson(mean, roll)
  if (what !== 'putRight') return found
  const [putRight] = ofWhole(place, inspected(place, share, 'found'), PUT_RIGHT_SHARE)
  return putRight ?? 0
}

/** Alarms raised at a seat / stretches of ten minutes that it was manned. */
export function alarmLoad(place: PlaceDay): Count {
  const roll = dice(mix(mix(place.key, place.day), 0xa1))
  const storm = chance(mix(place.key, place.day), 7) < 0.02 ? 2.6 : 1
  return [poisson(144 * 0.85 * storm, roll), 144]
}

/** Records that arrived / records that were due. */
export function completeness(key: number, day: number, everyMs: number): Count {
  const due = Math.round(86_400_000 / everyMs)
  const roll = dice(mix(key, day))
  const lost = chance(mix(key, day), 3) < 0.03 ? 0.12 : 0.0015
  return [Math.max(0, due - poisson(due * lost, roll)), due]
}
