import { describe, expect, test } from 'vitest'
import { distanceM, type Extent } from './geo'
import type { IncidentSource } from './incident'
import { hotSpots } from './incident-hot-spots'
import type { IncidentRecords, Points } from './incident-records'
import { DAY_MS, WEEK_MS } from './time'

const REGION: Extent = [106, 26, 106.8, 26.6]
const CENTRE = [106.4, 26.3] as const
const NOW = 40 * WEEK_MS
const WEEK = { from: NOW - WEEK_MS, to: NOW }

interface Cluster {
  readonly at: readonly [lng: number, lat: number]
  readonly spreadKm: number
  readonly count: number
  readonly weeksAgo?: number
  readonly source?: IncidentSource
}

function records(clusters: readonly Cluster[]): IncidentRecords {
  const random = lcg(5)
  const rows = clusters.flatMap(({ at: [lng, lat], spreadKm, count, weeksAgo = 0, source }) =>
    Array.from({ length: count }, () => ({
      lng: lng + ((random() - 0.5) * 2 * spreadKm) / 100,
      lat: lat + ((random() - 0.5) * 2 * spreadKm) / 111,
      occurredAt: NOW - weeksAgo * WEEK_MS - random() * WEEK_MS * 0.99 - 1,
      source: source ?? 'public-report',
    })),
  )
  rows.sort((a, b) => a.occurredAt - b.occurredAt)
  const of = (wanted: IncidentSource): Points => {
    const some = rows.filter(({ source }) => source === wanted)
    return {
      lng: Float64Array.from(some, ({ lng }) => lng),
      lat: Float64Array.from(some, ({ lat }) => lat),
      occurredAt: Float64Array.from(some, ({ occurredAt }) => occurredAt),
    }
  }
  return {
    'public-report': of('public-report'),
    patrol: of('patrol'),
    sensor: of('sensor'),
    unknown: of('unknown'),
  }
}

const country: Cluster = { at: CENTRE, spreadKm: 30, count: 150 }
const before: Cluster = { ...country, weeksAgo: 1 }
const town: Cluster = { at: CENTRE, spreadKm: 0.8, count: 60 }
const ask = (clusters: readonly Cluster[], over: Partial<Parameters<typeof hotSpots>[0]> = {}) =>
  hotSpots({
    records: records(clusters),
    heldFrom: NOW - 4 * WEEK_MS,
    region: REGION,
    window: WEEK,
    sources: ['public-report'],
    ...over,
  })

describe('hot spots of a region', () => {
  test('a town is outlined where it is, and the country is not', () => {
    const { places, isTested, incidents, windowM } = ask([country, before, town])
    expect(isTested).toBe(true)
    expect(incidents).toBe(210)
    expect(windowM / 1_000).toBeCloseTo(2.25, 1)
    const sure = places.filter(({ confidence }) => confidence === 99)
    expect(sure).toHaveLength(1)
    const [place] = sure
    if (!place) return
    expect(distanceM(place.position, CENTRE)).toBeLessThan(1_000)
    for (const vertex of place.ring) expect(distanceM(vertex, CENTRE)).toBeLessThan(3_500)
    expect(place.incidents).toBeGreaterThanOrEqual(30)
    expect(place.areaKm2).toBeGreaterThan(1)
  })

  test('a village that would be hot with too few incidents is told, not called hot', () => {
    const village: Cluster = { at: [106.2, 26.45], spreadKm: 0.3, count: 15 }
    const { places } = ask([country, before, town, village])
    const here = places.filter(({ position }) => distanceM(position, village.at) < 3_000)
    expect(here.map(({ confidence }) => confidence)).toEqual([null])
    expect(here[0]?.incidents).toBeLessThan(30)
  })

  test('under 30 incidents nothing is tested', () => {
    const { isTested, places } = ask([{ ...country, count: 29 }, before])
    expect([isTested, places]).toEqual([false, []])
  })

  test('the week before is scored on this one, beside its plain count', () => {
    const { scores, incidentsBefore } = ask([
      country,
      before,
      { ...town, weeksAgo: 1 },
      { ...town, count: 90 },
    ])
    expect(incidentsBefore).toBe(210)
    const [first] = scores
    expect(first?.share).toBe(0.01)
    expect(first?.map?.all).toBe(240)
    expect(first?.map?.pai).toBeGreaterThan(20)
    expect(first?.baseline?.pai).toBeGreaterThan(20)
  })

  test('a record that does not hold the week before scores nothing', () => {
    const { scores, incidentsBefore } = ask([country, before, town], {
      heldFrom: NOW - WEEK_MS - DAY_MS,
    })
    expect(incidentsBefore).toBeNull()
    expect(scores.every(({ map, baseline }) => map === null && baseline === null)).toBe(true)
  })

  test('what patrols found makes no hot spot, and counting it names its effect', () => {
    const found: Cluster = { at: [106.6, 26.15], spreadKm: 0.8, count: 80, source: 'patrol' }
    const clusters = [country, before, town, found]
    const near = ({ position }: { position: readonly [number, number] }) =>
      distanceM(position, found.at) < 2_000
    const reported = ask(clusters)
    expect(reported.places.filter(near)).toEqual([])
    expect(reported.effect.differing).toBe(80)
    expect(reported.effect.other.places).toBe(reported.effect.reported.places + 1)
    expect(reported.effect.gainedKm2).toBeGreaterThan(1)
    const all = ask(clusters, { sources: ['public-report', 'patrol'] })
    expect(all.places.filter(near).some(({ confidence }) => confidence === 99)).toBe(true)
    expect(all.incidents).toBe(reported.incidents + 80)
    expect(all.effect).toEqual(reported.effect)
    const alone = ask(clusters, { sources: ['patrol'] })
    expect(alone.incidents).toBe(80)
    expect(alone.places.length).toBeGreaterThan(0)
    expect(alone.places.every(near)).toBe(true)
    // What one counts and the other does not: the calls and the patrols' own.
    expect(alone.effect.differing).toBe(80 + reported.incidents)
    expect(alone.effect.reported).toEqual(reported.effect.reported)
  })

  test('a period before of another length is scored as it is', () => {
    const before30 = { from: WEEK.from - 3 * DAY_MS, to: WEEK.from }
    const { incidentsBefore } = ask([country, before, town], { before: before30 })
    expect(incidentsBefore).toBeGreaterThan(0)
    expect(incidentsBefore).toBeLessThan(before.count)
  })

  test('nothing on record is nothing said', () => {
    const nothing = ask([])
    expect(nothing).toMatchObject({ isTested: false, incidents: 0, studyKm2: 0, places: [] })
  })
})

function lcg(seed: number): () => number {
  let state = seed * 7_919
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}
