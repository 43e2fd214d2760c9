import { expect, test } from 'vitest'
import { KERNEL } from '../domain/density-kernel'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentColumns,
  type IncidentSource,
} from '../domain/incident'
import { REPORTED } from '../domain/incident-filter'
import { HOUR_MS, WEEK_MS } from '../domain/time'
import { HISTORY, IncidentShelf } from './incident-shelf'

const columns = (rows: readonly (readonly [at: number, source: IncidentSource])[]) =>
  ({
    count: rows.length,
    lng: Float64Array.from(rows, ([at]) => at / 10),
    lat: Float64Array.from(rows, () => 26),
    occurredAt: Float64Array.from(rows, ([at]) => at),
    category: new Uint8Array(rows.length),
    severity: new Uint8Array(rows.length),
    source: Uint8Array.from(rows, ([, source]) => INCIDENT_SOURCES.indexOf(source)),
    area: new Uint16Array(rows.length),
    areas: ['520102'],
  }) satisfies IncidentColumns

const base = columns([
  [1, 'public-report'],
  [2, 'patrol'],
  [3, 'public-report'],
])
const tail = columns([
  [4, 'public-report'],
  [5, 'public-report'],
])
const question = { source: HISTORY, window: { from: 2, to: 5 }, filter: REPORTED }

test('a question is answered over columns and what came after them', () => {
  const shelf = new IncidentShelf()
  expect(shelf.count(question)).toBe(0)
  const first = shelf.put(HISTORY, base, { from: 0, to: 4 })
  expect(first).toMatchObject({ id: HISTORY, count: 3 })
  const second = shelf.putTail(HISTORY, tail)
  expect(second).toMatchObject({ count: 5, covers: { from: 0, to: 4 } })
  expect(second?.version).not.toBe(first.version)
  expect([...shelf.positions(question).occurredAt]).toEqual([3, 4])
  expect(
    shelf.count({ ...question, filter: { categories: null, severities: null, sources: null } }),
  ).toBe(3)
})

test('a tail replaces the tail before it, and goes with its columns', () => {
  const shelf = new IncidentShelf()
  expect(shelf.putTail(HISTORY, tail)).toBeNull()
  shelf.put(HISTORY, base, { from: 0, to: 4 })
  shelf.putTail(HISTORY, tail)
  expect(shelf.putTail(HISTORY, columns([[4, 'public-report']]))?.count).toBe(4)
  expect(shelf.put(HISTORY, base, { from: 0, to: 4 }).count).toBe(3)
  shelf.drop(HISTORY)
  expect(shelf.held(HISTORY)).toBeNull()
  expect(shelf.count(question)).toBe(0)
})

const many = columns(
  Array.from({ length: 400 }, (_, i) => [i * HOUR_MS, i % 4 ? 'public-report' : 'patrol'] as const),
)
/** All in one street but for the last. */
const street = {
  ...many,
  lng: many.lng.map((_, i) => (i === 399 ? 107 : 106.7 + i / 1e6)),
  lat: many.lat.map(() => 26.5),
}
const REGION = [106, 26, 107.5, 27] as const
const WEEK = { from: 0, to: WEEK_MS }

test('lists and counts of a window are of the base, its cube of all times', () => {
  const shelf = new IncidentShelf()
  const asked = { source: HISTORY, window: WEEK, filter: REPORTED }
  expect(shelf.past(asked, REGION)).toBeNull()
  expect(shelf.cube(HISTORY, REPORTED, REGION, KERNEL).seconds).toHaveLength(0)
  shelf.put(HISTORY, street, { from: 0, to: 400 * HOUR_MS })
  const past = shelf.past(asked, REGION)
  // Patrols are listed, and counted apart.
  expect(past?.columns.count).toBe(168)
  expect(past?.sums).toMatchObject({ counted: 126, apart: 42, outside: 0, unplaced: 0 })
  expect(shelf.cube(HISTORY, REPORTED, REGION, KERNEL).seconds).toHaveLength(300)
  expect(shelf.hours(asked).every((n) => n === 1)).toBe(true)
  // Bars are of the kinds asked for.
  const none = { ...asked, filter: { ...REPORTED, categories: ['fire'] as const } }
  expect(shelf.hours(none).every((n) => n === 0)).toBe(true)
  const own = { ...asked, filter: { ...REPORTED, categories: [INCIDENT_CATEGORIES[0]] } }
  expect(shelf.hours(own)).toEqual(shelf.hours(asked))
})

test('the highest place is found, with its area; nothing where no class is reached', () => {
  const shelf = new IncidentShelf()
  shelf.put(HISTORY, street, { from: 0, to: 400 * HOUR_MS })
  const top = shelf.top({ source: HISTORY, window: WEEK, filter: REPORTED }, REGION)
  expect(top?.position[0]).toBeCloseTo(106.7, 2)
  expect(top?.position[1]).toBeCloseTo(26.5, 2)
  expect(top?.value).toBeGreaterThan(28)
  expect(top?.areaCode).toBe('520100')
  const hour = { from: 0, to: 300 * WEEK_MS }
  expect(shelf.top({ source: HISTORY, window: hour, filter: REPORTED }, REGION)).toBeNull()
})

test('a hit is the nearest of the window, and only of what is meant', () => {
  const shelf = new IncidentShelf()
  shelf.put(HISTORY, street, { from: 0, to: 400 * HOUR_MS })
  const all = { source: HISTORY, window: { from: 0, to: 400 * HOUR_MS }, filter: REPORTED }
  expect(shelf.hit(all, [107.0005, 26.5], 100)).toMatchObject({ occurredAt: 399 * HOUR_MS })
  expect(shelf.hit({ ...all, window: WEEK }, [107.0005, 26.5], 100)).toBeNull()
  // Row 0 is a patrol's.
  expect(shelf.hit(all, [106.7, 26.5], 100)).toMatchObject({ occurredAt: HOUR_MS })
  expect(shelf.hit({ ...all, source: 'nothing' }, [106.7, 26.5], 100)).toBeNull()
})
