import { isTown } from '../../src/domain/incident-target'
import type { SeriesStep } from '../../src/domain/measure'
import { DAY_MS, type EpochMs, HOUR_MS } from '../../src/domain/time'
import { dayNumber, dayStart } from '../calendar'
import { arrived, isGap, MINUTE_PARTS, TROUBLES } from '../feeds/measures'
import { COUNTIES } from '../geography'
import { KINDS } from '../incident-kinds'
import type { Columns, Known } from './office'
import { present } from './other-counts'
import { NO_TIME, type Tally } from './tally'

/** An area, as what it is made of. */
export interface Place {
  readonly code: string
  /** Indices into the counties. */
  readonly counties: readonly number[]
  readonly thousands: number
  /** Scenic areas in it. */
  readonly sights: number
}

export interface Days {
  readonly fromDay: number
  readonly days: number
  readonly step: SeriesStep
  readonly at: EpochMs
}

const TARGET_S = 300
const TOWN = COUNTIES.map(({ code }) => isTown(code))

/** What is counted out of the history itself; null for any other measure. */
export function callCounts(
  known: Known,
  { measure, part }: { readonly measure: string; readonly part: string },
  place: Place,
  days: Days,
): Columns | null {
  const whole = { known, place, days }
  if (measure === 'incidents') return incidentCounts(whole, part)
  if (measure === 'village-fires' && part === '')
    return {
      count: gaps(
        whole,
        sum(whole, 'village', (tally, i) => tally.inVillage[i] ?? 0),
      ),
      base: null,
    }
  if (measure === 'response' && part === '') {
    const timed = sum(whole, 'timed', (tally, i) =>
      TOWN[tally.county[i] ?? 0] && tally.waitedS[i] !== NO_TIME ? 1 : 0,
    )
    const inTime = sum(whole, 'in time', (tally, i) =>
      TOWN[tally.county[i] ?? 0] && (tally.waitedS[i] ?? NO_TIME) <= TARGET_S ? 1 : 0,
    )
    return { count: gaps(whole, inTime), base: gaps(whole, timed) }
  }
  if (measure === 'response-time') {
    const at = MINUTE_PARTS.indexOf(part)
    if (at < 0) return null
    const over = at === 0 ? -1 : Number(MINUTE_PARTS[at - 1]) * 60
    const to = part === 'more' ? NO_TIME - 1 : Number(part) * 60
    const inClass = sum(whole, `class ${part}`, (tally, i) => {
      const waited = tally.waitedS[i] ?? NO_TIME
      return waited > over && waited <= to ? 1 : 0
    })
    return { count: gaps(whole, inClass), base: null }
  }
  return null
}

interface Whole {
  readonly known: Known
  readonly place: Place
  readonly days: Days
}

function incidentCounts(whole: Whole, part: string): Columns | null {
  const kind = KINDS.findIndex(({ category }) => category === part)
  if (part !== '' && kind < 0) return null
  const counts = sum(whole, `part ${part}`, (tally, i) =>
    part === '' || tally.kind[i] === kind ? 1 : 0,
  )
  const { known, place, days } = whole
  const { definition } = TROUBLES
  const perDay = days.step === 'hour' ? 24 : 1
  const startDay = dayNumber(known.ground.startAt)
  const telephone = place.code.slice(0, 4) === definition.areaCode.slice(0, 4)
  const disputes =
    telephone && (part === '' || part === definition.part)
      ? sum(whole, 'telephone', (tally, i) =>
          KINDS[tally.kind[i] ?? 0]?.category === definition.part ? 1 : 0,
        )
      : null
  const count = gaps(whole, counts).map((value, i) => {
    const into = days.fromDay + Math.floor(i / perDay) - startDay
    if (value === null) return null
    const { negative } = TROUBLES
    if (
      part === '' &&
      days.step === 'day' &&
      place.code === negative.areaCode &&
      into === negative.intoDay
    )
      return negative.count
    const more = disputes && into >= definition.fromDay ? (disputes[i] ?? 0) * definition.more : 0
    return Math.round((value + more) * arrived(known.ground, place.code, into, days.at))
  })
  const base = counts.map((_, i) =>
    place.counties.reduce((people, county) => {
      const { code, thousands } = COUNTIES[county] as (typeof COUNTIES)[number]
      const day = days.fromDay + Math.floor(i / perDay)
      return people + present({ ground: known.ground, key: 0, code, thousands, day, into: 0 })
    }, 0),
  )
  return { count, base }
}

/** Sums of a value over the rows of a place, by step: all counties in one pass, kept for the next place. */
function sum({ known, place, days }: Whole, name: string, value: Value): number[] {
  const length = (days.days * DAY_MS) / (days.step === 'hour' ? HOUR_MS : DAY_MS)
  const key = `${name} ${days.step} ${days.fromDay} ${days.days}`
  const byCounty = known.kept.get(key) ?? countByCounty(known.tally(), days, length, value)
  known.kept.set(key, byCounty)
  if (known.kept.size > 8) known.kept.delete(known.kept.keys().next().value as string)
  const sums = new Array<number>(length).fill(0)
  for (const county of place.counties)
    for (let i = 0; i < length; i++) sums[i] = (sums[i] ?? 0) + (byCounty[county * length + i] ?? 0)
  return sums
}

type Value = (tally: Tally, index: number) => number

function countByCounty(tally: Tally, days: Days, length: number, value: Value): Uint16Array {
  const counts = new Uint16Array(COUNTIES.length * length)
  const perStep = days.step === 'hour' ? 1 : 24
  const firstHour = dayStart(days.fromDay) / HOUR_MS - tally.firstHour
  for (let i = lowerBound(tally.hour, firstHour); i < tally.hour.length; i++) {
    const step = Math.floor(((tally.hour[i] ?? 0) - firstHour) / perStep)
    if (step >= length) break
    const at = (tally.county[i] ?? 0) * length + step
    counts[at] = (counts[at] ?? 0) + value(tally, i)
  }
  return counts
}

function lowerBound(sorted: Uint16Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The same, without the days of which the source has nothing. A province that lacks a part has no sum. */
function gaps({ known, place, days }: Whole, counts: readonly number[]): (number | null)[] {
  const startDay = dayNumber(known.ground.startAt)
  const perDay = days.step === 'hour' ? 24 : 1
  return counts.map((count, i) =>
    isGap(place.code, days.fromDay + Math.floor(i / perDay) - startDay) ? null : count,
  )
}
