import { FEEDS, type FeedId } from '../../src/api/feeds'
import { DAY_MS, MINUTE_MS } from '../../src/domain/time'
import { dayNumber, dayStart } from '../calendar'
import { LADDER_PARTS, TROUBLES } from '../feeds/measures'
import { COUNTIES } from '../geography'
import type { Days, Place } from './calls'
import type { Columns, Known } from './office'
import { placeKey } from './office'
import {
  alarmLoad,
  type Count,
  completeness,
  coverage,
  crowdHours,
  crowdPeaks,
  dose,
  fireReadiness,
  inspected,
  type PlaceDay,
} from './other-counts'

const BUCKETS_A_DAY = 48
const PEOPLE = COUNTIES.reduce((sum, { thousands }) => sum + thousands, 0)

/** What has no history of its own: counts of a day, as a function of place and day. Null: no such measure. */
export function otherCounts(
  known: Known,
  { measure, part }: { readonly measure: string; readonly part: string },
  place: Place,
  days: Days,
): Columns | null {
  if (days.step !== 'day') return null
  const each = (count: (day: PlaceDay) => Count, hasBase = true): Columns => {
    const counted = byDay(known, measure, place, days, count)
    return {
      count: counted.map(([value]) => value),
      base: hasBase ? counted.map(([, base]) => base) : null,
    }
  }
  const summed = (count: (day: PlaceDay) => Count, hasBase = true) =>
    sumOf(
      place.counties.map((i) => {
        const county = COUNTIES[i] as (typeof COUNTIES)[number]
        const counted = byDay(known, measure, { ...place, ...county }, days, count)
        return counted
      }),
      hasBase,
    )
  switch (measure) {
    case 'dose':
      return part === '' ? summed(dose) : null
    case 'coverage':
      return part === '' ? summed(coverage) : null
    case 'inspections':
      return part === '' ? inspections(place, days, known, summed) : null
    case 'hazards':
      return part === ''
        ? summed((day) => [
            inspected(day, day.thousands / PEOPLE, 'putRight'),
            inspected(day, day.thousands / PEOPLE, 'found'),
          ])
        : null
    case 'fire-readiness':
      return each((day) => fireReadiness(day, devicesIn(known, place)))
    case 'fire-confirmed':
      return { count: verdicts(known, place, days).map(([yes]) => yes), base: null }
    case 'false-alarms': {
      const found = verdicts(known, place, days)
      return { count: found.map(([, no]) => no), base: found.map(([yes, no]) => yes + no) }
    }
    case 'crowd-hours':
      return part === '' || LADDER_PARTS.includes(part)
        ? each((day) => crowdHours(day, place.sights, Number(part || 80)))
        : null
    case 'crowd-peaks':
      return part === '' ? each((day) => crowdPeaks(day, place.sights)) : null
    case 'alarm-load':
      return part === '' ? each(alarmLoad) : null
    case 'feed-completeness': {
      if (part !== '' && !(part in FEEDS)) return null
      const ids = part === '' ? (Object.keys(FEEDS) as FeedId[]) : [part as FeedId]
      return sumOf(
        ids.map((id) =>
          byDay(known, measure, place, days, ({ day }) =>
            completeness(placeKey(known.ground, measure, id), day, FEEDS[id].everyMs),
          ),
        ),
        true,
      )
    }
    default:
      return null
  }
}

function inspections(
  place: Place,
  days: Days,
  known: Known,
  summed: (count: (day: PlaceDay) => Count, hasBase: boolean) => Columns,
): Columns {
  const { negative } = TROUBLES
  const columns = summed((day) => [inspected(day, day.thousands / PEOPLE, 'inspections'), 0], false)
  if (place.code !== negative.areaCode) return columns
  const at = dayNumber(known.ground.startAt) + negative.intoDay - days.fromDay
  return { ...columns, count: columns.count.map((n, i) => (i === at ? negative.count : n)) }
}

function byDay(
  { ground }: Known,
  measure: string,
  { code, thousands }: { readonly code: string; readonly thousands: number },
  { fromDay, days }: Days,
  count: (day: PlaceDay) => Count,
): Count[] {
  const key = placeKey(ground, measure, code)
  const startDay = dayNumber(ground.startAt)
  return Array.from({ length: days }, (_, i) => {
    const day = fromDay + i
    return count({ ground, key, code, thousands, day, into: day - startDay })
  })
}

function sumOf(all: readonly (readonly Count[])[], hasBase: boolean): Columns {
  const add = (which: 0 | 1) =>
    (all[0] ?? []).map((_, i) =>
      all.reduce<number | null>((sum, counts) => {
        const value = counts[i]?.[which] ?? null
        return sum === null || value === null ? null : sum + value
      }, 0),
    )
  return { count: add(0), base: hasBase ? add(1) : null }
}

const isIn = (place: Place, areaCode: string) =>
  place.code === '520000' || areaCode.startsWith(place.code.slice(0, 4))

function devicesIn({ devices }: Known, place: Place): number {
  return devices.filter(({ areaCode }) => isIn(place, areaCode)).length
}

/** Fire alarms of each day that proved true, and that proved false. */
function verdicts(
  known: Known,
  place: Place,
  { fromDay, days }: Days,
): [yes: number, no: number][] {
  const bucketMs = DAY_MS / BUCKETS_A_DAY
  return Array.from({ length: days }, (_, i) => {
    const first = Math.ceil((dayStart(fromDay + i) + MINUTE_MS) / bucketMs) - 1
    let [yes, no] = [0, 0]
    for (let bucket = first; bucket < first + BUCKETS_A_DAY; bucket++) {
      const found = known.verdict(bucket)
      if (!found || !isIn(place, found.device.areaCode)) continue
      if (found.verdict === 'true') yes++
      if (found.verdict === 'false') no++
    }
    return [yes, no]
  })
}
