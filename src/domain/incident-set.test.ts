import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalTimes } from './arrival-times'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type Incident,
  type IncidentColumns,
  SEVERITIES,
} from './incident'
import {
  findPast,
  incidentSet,
  liveSince,
  pastIdAt,
  reportedPositions,
  rowsOf,
  unlistedOf,
  wholeMinutes,
} from './incident-set'
import { tallyOf } from './incident-tally'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

const NOW = Date.UTC(2026, 9, 3, 7, 20, 30)
const REGION = [103, 24, 110, 30] as const

type Seed = Pick<Incident, 'occurredAt' | 'source' | 'position'>

const incident = (seed: Partial<Incident>, i = 0): Incident => ({
  id: `JQ-${i}`,
  category: 'traffic',
  label: null,
  severity: 'minor',
  stage: 'received',
  source: 'public-report',
  occurredAt: NOW,
  receivedAt: NOW,
  dispatchedAt: null,
  arrivedAt: null,
  closedAt: null,
  position: [106.7, 26.5],
  precision: 'point',
  areaCode: '520102',
  place: null,
  observedAt: NOW,
  ...seed,
})

function columnsOf(seeds: readonly Seed[]): IncidentColumns {
  const sorted = [...seeds].sort((a, b) => a.occurredAt - b.occurredAt)
  return {
    count: sorted.length,
    lng: Float64Array.from(sorted, ({ position }) => position?.[0] ?? Number.NaN),
    lat: Float64Array.from(sorted, ({ position }) => position?.[1] ?? Number.NaN),
    occurredAt: Float64Array.from(sorted, ({ occurredAt }) => occurredAt),
    category: Uint8Array.from(sorted, () => INCIDENT_CATEGORIES.indexOf('theft')),
    severity: Uint8Array.from(sorted, () => SEVERITIES.indexOf('moderate')),
    source: Uint8Array.from(sorted, ({ source }) => INCIDENT_SOURCES.indexOf(source)),
    area: new Uint16Array(sorted.length),
    areas: ['520102'],
  }
}

const seeds = fc.array(
  fc.record({
    occurredAt: fc.integer({ min: NOW - 9 * DAY_MS, max: NOW }),
    source: fc.constantFrom(...INCIDENT_SOURCES),
    position: fc.constantFrom([106.7, 26.5] as const, [80, 40] as const, null),
  }),
  { maxLength: 200 },
)

/** What the two sources answer, from the same incidents. */
function sourcesOf(all: readonly Seed[], cut: number) {
  return {
    history: {
      columns: columnsOf(all.filter(({ occurredAt }) => occurredAt < cut)),
      covers: { from: NOW - 10 * DAY_MS, to: cut },
    },
    live: all
      .filter(({ occurredAt }) => occurredAt >= NOW - DAY_MS)
      .map((seed, i) => incident(seed, i)),
  }
}

describe('a set', () => {
  test('holds every incident of the window once, whichever source it is from', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 8 * 24 }), (all, hours) => {
        const window = { from: NOW - hours * HOUR_MS, to: NOW + 1 }
        const { history, live } = sourcesOf(all, liveSince(NOW))
        const set = incidentSet(history, live, window, REGION, NOW)
        const expected = all
          .map(({ occurredAt }) => occurredAt)
          .filter((at) => at >= window.from)
          .sort((a, b) => b - a)
        const rows = rowsOf(set)
        expect(rows.map(({ occurredAt }) => occurredAt)).toEqual(expected)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        for (const row of rows.filter(({ live: one }) => one === null))
          expect(findPast(set, row.id)).toEqual(row)
        for (const { live: one, occurredAt, position } of rows) {
          if (one || !position) continue
          const found = findPast(set, pastIdAt(set, occurredAt, position) as string)
          expect(found).toMatchObject({ occurredAt, position })
        }
      }),
    )
  })

  test('is tallied without a remainder, and only public reports feed the surface', () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const { history, live } = sourcesOf(all, liveSince(NOW))
        const set = incidentSet(history, live, { from: NOW - 8 * DAY_MS, to: NOW }, REGION, NOW)
        const tally = tallyOf(set)
        const { counted, unplaced, outside, apart, bySource } = tally
        expect(counted + unplaced + outside + apart).toBe(tally.total)
        expect(tally.byCategory.reduce((sum, [, count]) => sum + count, 0)).toBe(tally.total)
        const { lng, lat } = reportedPositions(set)
        expect(lng.length).toBe(counted + unplaced + outside)
        expect(lat.filter(Number.isNaN).length).toBe(unplaced)
        const rows = rowsOf(set)
        expect(rows.filter((r) => r.source === 'public-report' && r.isInside).length).toBe(counted)
        for (const one of INCIDENT_SOURCES)
          expect(rows.filter(({ source }) => source === one).length).toBe(bySource[one])
        expect(apart).toBe(tally.total - bySource['public-report'])
      }),
    )
  })

  test('says that it is shorter where the history is missing', () => {
    const window = { from: NOW - 7 * DAY_MS, to: NOW }
    const live = [incident({ occurredAt: NOW - 2 * DAY_MS }), incident({ occurredAt: NOW - 1 }, 1)]
    const set = incidentSet(null, live, window, REGION, NOW)
    expect(set.window).toEqual({ from: liveSince(NOW), to: NOW })
    expect(rowsOf(set)).toHaveLength(1)
  })
})

test('the live feed is asked from a whole hour that it holds entirely', () => {
  expect(liveSince(NOW)).toBe(Date.UTC(2026, 9, 2, 8))
  expect(liveSince(Date.UTC(2026, 9, 3, 7))).toBe(Date.UTC(2026, 9, 2, 7))
})

test('a window keeps its length, moves by the minute and never runs ahead of the data', () => {
  const window = { from: NOW - DAY_MS, to: NOW }
  const moved = wholeMinutes(window, NOW - 10 * MINUTE_MS)
  expect(moved.to).toBe(Date.UTC(2026, 9, 3, 7, 11))
  expect(moved.to - moved.from).toBe(DAY_MS)
})

test('times to arrival count what is known and in order', () => {
  const after = (min: number | null) =>
    incident({ receivedAt: NOW, arrivedAt: min === null ? null : NOW + min * MINUTE_MS })
  const times = arrivalTimes([4, 1, 3, 2, 10, null, -5].map(after))
  expect(times).toEqual({ count: 5, medianMin: 3, p90Min: 10 })
  expect(arrivalTimes([])).toEqual({ count: 0, medianMin: null, p90Min: null })
})

describe('what lists leave out', () => {
  const sums = {
    counted: 3,
    unplaced: 1,
    outside: 0,
    apart: 1,
    sources: [],
    categories: [],
  }
  const listed = (count: number) => {
    const columns = columnsOf(
      Array.from({ length: count }, (_, i) => ({
        occurredAt: NOW - (9 - i) * HOUR_MS,
        source: 'public-report' as const,
        position: [106.7, 26.5] as const,
      })),
    )
    const covers = { from: NOW - 9 * DAY_MS, to: NOW }
    return incidentSet({ columns, covers, sums }, [], covers, REGION, NOW)
  }
  test('is counted, with the time that lists begin at', () => {
    expect(unlistedOf(listed(2))).toEqual({ count: 3, listedFrom: NOW - 9 * HOUR_MS })
  })
  test('is nothing where all is listed', () => {
    expect(unlistedOf(listed(5))).toBeNull()
  })
})
