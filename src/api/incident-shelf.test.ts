import { expect, test } from 'vitest'
import { INCIDENT_SOURCES, type IncidentColumns, type IncidentSource } from '../domain/incident'
import { REPORTED } from '../domain/incident-filter'
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
