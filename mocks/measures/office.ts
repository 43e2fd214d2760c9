import type { AreaLevel, SeriesStep } from '../../src/domain/measure'
import { DAY_MS, type EpochMs, HOUR_MS, PROVINCE_OFFSET_MS } from '../../src/domain/time'
import { dayNumber, dayStart, iso, isoDay } from '../calendar'
import type { Ground } from '../feeds/feed'
import type { IncidentSource } from '../feeds/incidents'
import type { Device } from '../fire-plan'
import { COUNTIES, PREFECTURES } from '../geography'
import { keyOf, mix } from '../random'
import { SCENIC } from '../scenic'
import { callCounts, type Place } from './calls'
import { YEAR_2016 } from './other-counts'
import { otherCounts } from './others'
import { type Tally, tallyOf } from './tally'

/** A value for each step of a place: numerators, and denominators where the measure has them. */
export interface Columns {
  readonly count: (number | null)[]
  readonly base: (number | null)[] | null
}

export interface Asked {
  readonly measure: string
  readonly part: string
  readonly level: AreaLevel
  readonly step: SeriesStep
  readonly from: EpochMs
  readonly to: EpochMs
}

/** Answers `measures/series`; null where there is nothing of the kind. */
export type MeasureOffice = (asked: Asked, at: EpochMs) => object | null

export interface Known {
  readonly ground: Ground
  readonly tally: () => Tally
  /** Counts by county that were made already. */
  readonly kept: Map<string, Uint16Array>
  readonly devices: readonly Device[]
  readonly verdict: (bucket: number) => { device: Device; verdict: string } | null
}

const PROVINCE: Place = {
  code: '520000',
  counties: COUNTIES.map((_, i) => i),
  thousands: COUNTIES.reduce((sum, { thousands }) => sum + thousands, 0),
  sights: SCENIC.length,
}

const sightsIn = (prefix: string) => SCENIC.filter(({ code }) => code.startsWith(prefix)).length

const PLACES: { readonly [Level in AreaLevel]: readonly Place[] } = {
  province: [PROVINCE],
  prefecture: PREFECTURES.map(({ code }) => {
    const counties = COUNTIES.flatMap(({ prefecture }, i) => (prefecture === code ? [i] : []))
    return {
      code,
      counties,
      thousands: counties.reduce((sum, i) => sum + (COUNTIES[i]?.thousands ?? 0), 0),
      sights: sightsIn(code.slice(0, 4)),
    }
  }),
  county: COUNTIES.map(({ code, thousands }, i) => ({
    code,
    counties: [i],
    thousands,
    sights: sightsIn(code),
  })),
}

const MOST_STEPS = 4_000

export function measureOffice(
  ground: Ground,
  incidents: IncidentSource,
  devices: readonly Device[],
  alarming: (bucket: number) => number,
  verdictOf: (bucket: number) => string,
): MeasureOffice {
  let tally: Tally | null = null
  // Counted when first asked for: who never opens review never waits for two years of calls.
  const known: Known = {
    ground,
    devices,
    kept: new Map(),
    tally: () => {
      tally ??= tallyOf(incidents, Math.floor(ground.startAt / HOUR_MS) + 24 * 3)
      return tally
    },
    verdict: (bucket) => {
      const device = devices[alarming(bucket)]
      return device ? { device, verdict: verdictOf(bucket) } : null
    },
  }
  return (asked, at) => {
    if (asked.step === 'year') return yearOf(asked, at)
    const stepMs = asked.step === 'hour' ? HOUR_MS : DAY_MS
    const first = dayNumber(ground.startAt) - 730
    const fromDay = Math.max(first, dayNumber(asked.from))
    // Only what is over: a day that has not ended has no count yet.
    const toDay = Math.min(dayNumber(at), Math.ceil((asked.to + PROVINCE_OFFSET_MS) / DAY_MS))
    const days = Math.max(0, toDay - fromDay)
    if ((days * DAY_MS) / stepMs > MOST_STEPS) return null
    const window = { fromDay, days, step: asked.step, at }
    const places = PLACES[asked.level]
    const columns = places.map(
      (place) =>
        callCounts(known, asked, place, window) ?? otherCounts(known, asked, place, window),
    )
    if (columns.some((column) => column === null)) return null
    return answer(
      asked,
      dayStart(fromDay),
      at,
      places.map(({ code }, i) => ({ areaCode: code, ...(columns[i] as Columns) })),
    )
  }
}

const answer = (asked: Asked, from: EpochMs, at: EpochMs, areas: readonly object[]) => ({
  measure: asked.measure,
  part: asked.part,
  level: asked.level,
  step: asked.step,
  from: iso(from),
  generatedAt: iso(at),
  areas,
})

/** The one year that was published as such. */
function yearOf(asked: Asked, at: EpochMs): object | null {
  const { measure, level, from } = asked
  if (level !== 'province' || isoDay(dayNumber(from)).slice(0, 4) !== '2016') return null
  const { inspections, found, putRight } = YEAR_2016
  const start = Date.parse('2016-01-01T00:00:00+08:00')
  const of = (count: number, base: number | null) =>
    answer(asked, start, at, [{ areaCode: '520000', count: [count], base: base && [base] }])
  if (measure === 'inspections') return of(inspections, null)
  return measure === 'hazards' ? of(putRight, found) : null
}

export const placeKey = (ground: Ground, measure: string, code: string) =>
  mix(ground.key, keyOf(measure, code))
