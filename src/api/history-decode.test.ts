import {
  Dictionary,
  Float32,
  Float64,
  Int32,
  makeBuilder,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  SEVERITIES,
  sourceCodeOf,
  sourceOf,
} from '../domain/incident'
import { type IncidentFilter, REPORTED, rowTest } from '../domain/incident-filter'
import { sumsOf } from '../domain/incident-tally'
import { decodeHistory } from './history-decode'

const words = (values: (string | null)[]) => vectorFromArray(values, new Utf8())
const dictionary = (values: (string | null)[]) => {
  const builder = makeBuilder({
    type: new Dictionary(new Utf8(), new Int32()),
    nullValues: [null],
  })
  for (const value of values) builder.append(value)
  return builder.finish().toVector()
}
const doubles = (values: (number | null)[]) => vectorFromArray(values, new Float64())

const six = {
  lng: doubles([106.7, 106.8, Number.NaN, null, 107, 108]),
  lat: doubles([26.6, 26.7, Number.NaN, null, 27, 28]),
  occurredAt: doubles([1e12, 1e12 + 1, 1e12 + 2, 1e12 + 3, 1e12 + 4, 1e12 + 5]),
  category: dictionary(['theft', 'traffic', 'theft', 'flood', 'fire', 'fire']),
  severity: words(['minor', 'severe', 'minor', 'minor', 'minor', 'minor']),
  source: dictionary(Array(6).fill('public-report')),
  areaCode: words(Array(6).fill('520102')),
}

function ipc(columns: Record<string, Vector>, crs: string | null = 'WGS84'): Uint8Array {
  const table = new Table(columns)
  if (crs !== null) table.schema.metadata.set('crs', crs)
  return tableToIPC(table, 'stream')
}

const taken = (columns: Record<string, Vector>, crs = 'WGS84') => {
  const history = decodeHistory(ipc(columns, crs))
  if (!history.ok) throw new Error(`refused: ${history.cause} ${history.detail}`)
  return history
}

test('columns are taken as they are; a missing position is NaN, an unknown word is unknown', () => {
  const { columns, rejectedCount } = taken(six)
  expect(rejectedCount).toBe(0)
  expect(columns.count).toBe(6)
  expect([...columns.lng]).toEqual([106.7, 106.8, Number.NaN, Number.NaN, 107, 108])
  expect([...columns.occurredAt]).toEqual([0, 1, 2, 3, 4, 5].map((n) => 1e12 + n))
  expect([...columns.category].map((code) => INCIDENT_CATEGORIES[code])).toEqual([
    'theft',
    'traffic',
    'theft',
    'unknown',
    'fire',
    'fire',
  ])
  expect(SEVERITIES[columns.severity[1]!]).toBe('severe')
  expect(INCIDENT_SOURCES[columns.source[5]!]).toBe('public-report')
  expect([...columns.area].map((code) => columns.areas[code])).toEqual(Array(6).fill('520102'))
})

test('a source that this build does not know is unknown, and keeps its own code', () => {
  const source = dictionary(['drone', 'patrol', 'drone', 'unknown', 'robot', 'public-report'])
  const { columns } = taken({ ...six, source })
  const rows = [...columns.source.keys()]
  expect(rows.map((row) => sourceOf(columns, row))).toEqual([
    'unknown',
    'patrol',
    'unknown',
    'unknown',
    'unknown',
    'public-report',
  ])
  expect(rows.map((row) => sourceCodeOf(columns, row) ?? null)).toEqual([
    'drone',
    null,
    'drone',
    null,
    'robot',
    null,
  ])
  const isMeant = (sources: IncidentFilter['sources']) => {
    const test = rowTest({ categories: null, severities: null, sources })
    return rows.filter((row) => test(columns, row))
  }
  expect(isMeant(['unknown'])).toEqual([0, 2, 3, 4])
  expect(isMeant(['public-report', 'patrol'])).toEqual([1, 5])
  const { sources } = sumsOf(columns, { first: 0, end: 6 }, [100, 20, 110, 30], REPORTED)
  expect(sources).toEqual([1, 1, 0, 4])
})

test('more unknown sources than a byte has codes are unknown without one', () => {
  const source = words(Array.from({ length: 400 }, (_, i) => `s${i}`))
  const all = <T>(value: T): T[] => Array(400).fill(value)
  const { columns } = taken({
    lng: doubles(all(106.7)),
    lat: doubles(all(26.6)),
    occurredAt: doubles(all(1e12)),
    category: words(all('theft')),
    severity: words(all('minor')),
    source,
    areaCode: words(all('520102')),
  })
  expect(columns.count).toBe(400)
  expect(sourceCodeOf(columns, 0)).toBe('s0')
  expect(sourceCodeOf(columns, 399)).toBeUndefined()
  expect(sourceOf(columns, 399)).toBe('unknown')
})

test('timestamps are epoch milliseconds, rows come out in order of time', () => {
  const occurredAt = vectorFromArray([5, 4, 3, 2, 1, 0], new TimestampMillisecond())
  const { columns } = taken({ ...six, occurredAt })
  expect([...columns.occurredAt]).toEqual([0, 1, 2, 3, 4, 5])
  expect([...columns.lng].slice(0, 2)).toEqual([108, 107])
})

test('positions are converted once', () => {
  const { columns } = taken(
    {
      ...six,
      lng: doubles(Array(6).fill(116.41024449916938)),
      lat: doubles(Array(6).fill(39.91640428150164)),
    },
    'GCJ02',
  )
  expect(columns.lng[0]).toBeCloseTo(116.404, 4)
  expect(columns.lat[5]).toBeCloseTo(39.915, 4)
})

test('columns that nobody asked for, personal ones too, are not there', () => {
  const { columns } = taken({ ...six, callerPhone: words(Array(6).fill('138')) })
  expect(JSON.stringify(columns)).not.toContain('138')
})

test('several batches are one table', () => {
  const table = new Table({ ...six }).concat(new Table({ ...six }))
  table.schema.metadata.set('crs', 'WGS84')
  const history = decodeHistory(tableToIPC(table, 'stream'))
  expect(history).toMatchObject({ ok: true, columns: { count: 12 } })
})

describe('a bad row is set aside', () => {
  test.each([
    ['half a position', { lat: doubles([26.6, 26.7, null, null, null, 28]) }],
    ['a position off the globe', { lat: doubles([26.6, 26.7, null, null, 27, 91]) }],
    [
      'an infinite one',
      { lng: doubles([106.7, 106.8, null, null, 107, Number.POSITIVE_INFINITY]) },
    ],
    ['no time', { occurredAt: doubles([null, 1, 2, 3, 4, 5]) }],
    ['no area', { areaCode: words([null, ...Array(5).fill('520102')]) }],
    ['no category', { category: dictionary([null, ...Array(5).fill('theft')]) }],
    ['an endless area', { areaCode: words(['5'.repeat(500), ...Array(5).fill('520102')]) }],
  ])('%s', (_, column) => {
    const { columns, rejectedCount } = taken({ ...six, ...column })
    expect([columns.count, rejectedCount]).toEqual([5, 1])
  })

  test('above 20 % the answer is refused', () => {
    const occurredAt = doubles([null, null, 2, 3, 4, 5])
    expect(decodeHistory(ipc({ ...six, occurredAt }))).toMatchObject({ cause: 'too-many-rejected' })
  })
})

describe('an answer is refused', () => {
  const { lat: _, ...noLat } = six
  test.each([
    ['no crs', ipc(six, null), 'crs'],
    ['a crs that nobody knows', ipc(six, 'EPSG:4490'), 'crs'],
    ['a column missing', ipc(noLat), 'schema'],
    [
      'floats of 32 bits',
      ipc({ ...six, lng: vectorFromArray([1, 2, 3, 4, 5, 6], new Float32()) }),
      'schema',
    ],
    ['words for numbers', ipc({ ...six, lng: words(Array(6).fill('1')) }), 'schema'],
    ['numbers for words', ipc({ ...six, areaCode: doubles([1, 2, 3, 4, 5, 6]) }), 'schema'],
    [
      'numbers in the dictionary',
      ipc({
        ...six,
        areaCode: vectorFromArray([1, 2, 3, 4, 5, 6], new Dictionary(new Int32(), new Int32())),
      }),
      'schema',
    ],
    ['not Arrow', new TextEncoder().encode('<!doctype html><title>登录</title>'), 'encoding'],
    ['half of it', ipc(six).slice(0, 900), 'encoding'],
  ])('%s', (_, bytes, cause) => {
    expect(decodeHistory(bytes)).toMatchObject({ ok: false, cause })
  })

  test('columns of unequal length are not taken as longer than they are', () => {
    const history = decodeHistory(ipc({ ...six, lng: doubles([1, 2]) }))
    if (history.ok) expect(history.columns.count).toBeLessThanOrEqual(6)
  })
})

test('struck bytes are refused or well formed', () => {
  const good = ipc(six)
  const runs = process.env.LONG === '1' ? 100_000 : 5_000
  const tally = { taken: 0, refused: 0 }
  const blow = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.array(blow, { minLength: 1, maxLength: 4 }), fc.nat(20), (blows, cut) => {
      const bytes = good.slice(0, cut === 0 ? blows[0]![0] : good.length)
      for (const [at, byte] of blows) if (at < bytes.length) bytes[at] = byte
      const history = decodeHistory(bytes)
      if (!history.ok) {
        tally.refused++
        return
      }
      tally.taken++
      const { count, lng, lat, occurredAt, category, severity, source, area } = history.columns
      for (const column of [lng, lat, occurredAt, category, severity, source, area]) {
        if (column.length !== count) throw new Error('columns of unequal length')
      }
      for (let i = 0; i < count; i++) {
        const placed = !Number.isNaN(lng[i])
        if (placed !== !Number.isNaN(lat[i])) throw new Error('half a position')
        if (placed && !(Math.abs(lng[i]!) <= 180 && Math.abs(lat[i]!) <= 90)) {
          throw new Error('off the globe')
        }
        if (!Number.isFinite(occurredAt[i])) throw new Error('no time')
        if (i > 0 && occurredAt[i]! < occurredAt[i - 1]!) throw new Error('out of order')
        if (INCIDENT_CATEGORIES[category[i]!] === undefined) throw new Error('no category')
        if (SEVERITIES[severity[i]!] === undefined) throw new Error('no severity')
        const isKnown = INCIDENT_SOURCES[source[i]!] !== undefined
        if (!isKnown && sourceCodeOf(history.columns, i) === undefined) throw new Error('no source')
        if (typeof history.columns.areas[area[i]!] !== 'string') throw new Error('no area')
      }
    }),
    { numRuns: runs, seed: 20261122 },
  )
  expect(tally.taken).toBeGreaterThan(runs / 20)
  expect(tally.refused).toBeGreaterThan(runs / 20)
}, 300_000)
