import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import type { Extent } from '../../domain/geo'
import { sourceCodeOf, sourceOf } from '../../domain/incident'
import { REPORTED } from '../../domain/incident-filter'
import { sumsOf } from '../../domain/incident-tally'
import { HOUR_MS, WEEK_MS } from '../../domain/time'
import type { Settled } from './build'
import { looksOf } from './file-window'
import { type Found, fileDesk, type Loaded } from './open-file'

const SETTLED: Settled = {
  crs: 'WGS84',
  offsetMs: 8 * HOUR_MS,
  order: null,
  dropDuplicates: false,
  standsFor: null,
}
const quiet = () => {}
type Done = Extract<Loaded, { ok: true }>

async function bring(parts: BlobPart[], settled: Partial<Settled> = {}) {
  const desk = fileDesk()
  const found = await desk.open(new Blob(parts), quiet)
  if (!found.ok) return { found, loaded: found }
  const loaded = await desk.load(found.roles, { ...SETTLED, ...settled }, quiet)
  return { found, loaded }
}
async function loadedOf(parts: BlobPart[], settled: Partial<Settled> = {}): Promise<Done> {
  const { loaded } = await bring(parts, settled)
  if (!loaded.ok) throw new Error(`${loaded.cause} ${loaded.detail}`)
  return loaded as Done
}

const CSV = `﻿编号,发生时间,经度,纬度,类别
1,2026-11-22 08:00,106.71,26.58,"盗窃, 扒窃"
2,2026-11-22 07:30,106.72,26.59,交通事故

3,2026-11-22 09:00,,,"火警
两行"
4,昨天,106.7,26.5,其他
5,,106.7,26.5,其他
6,2026-11-22 10:00,206.7,26.5,其他
7,2026-11-22 10:00,106.7,,其他
2,2026-11-22 07:30,106.72,26.59,交通事故
`
const ARRAYS = {
  lng: [106.71, 106.72],
  lat: [26.58, 26.59],
  occurredAt: [1_795_354_980_000, 1_795_351_380_000],
  category: ['theft', 'traffic'],
}

describe('a file becomes incidents', () => {
  it('a coordinate system is known by the standard of its kind or by name, and asked for otherwise', async () => {
    const crsOf = async (text: string) => {
      const found = await fileDesk().open(new Blob([text]), quiet)
      return found.ok ? found.crs : found.cause
    }
    const csv = (x: string, y: string) => crsOf(`${x},${y}\n106.71,26.58\n`)
    expect(await csv('经度', '纬度')).toBeNull()
    expect(await csv('lng_gcj02', 'lat_gcj02')).toBe('GCJ02')
    expect(await csv('lngWgs84', 'latWgs84')).toBe('WGS84')
    expect(await csv('bd09_lng', 'bd09_lat')).toBe('BD09')
    expect(await csv('经度(GCJ-02)', '纬度(GCJ-02)')).toBe('GCJ02')
    expect(await csv('经度（WGS84）', '纬度（WGS84）')).toBe('WGS84')
    expect(await csv('Ｘ［高德］', 'Ｙ［高德］')).toBe('GCJ02')
    expect(await csv('jd（CGCS2000）', 'wd（CGCS2000）')).toBe('CGCS2000')
    const geometry = { type: 'Point', coordinates: [106.71, 26.58] }
    const feature = { type: 'Feature', geometry, properties: { kind: 'theft' } }
    const collection = { type: 'FeatureCollection', features: [feature] }
    expect(await crsOf(JSON.stringify(collection))).toBe('WGS84')
  })

  it('with who told of it, where a column says so in words that are known', async () => {
    const told = ['群众报警', '巡逻发现', 'sensor', '无人机', '']
    const lines = (words: readonly string[]) =>
      words.map((word, i) => `2026-11-22 08:0${i},106.71,26.58,盗窃,${word}`).join('\n')
    const head = '时间,经度,纬度,类别,来源\n'
    const twice = [...told.slice(0, 3), ...told]
    const { found, loaded } = await bring([head, lines(twice)])
    expect((found as Found).roles.source).toBe(4)
    const { columns, report } = loaded as Done
    const rows = [...columns.source.keys()].slice(3)
    expect(rows.map((row) => sourceOf(columns, row))).toEqual([
      'public-report',
      'patrol',
      'sensor',
      'unknown',
      'unknown',
    ])
    expect(rows.map((row) => sourceCodeOf(columns, row) ?? null)).toEqual([
      null,
      null,
      null,
      '无人机',
      null,
    ])
    expect(report.sources).toContainEqual({ text: '巡逻发现', taken: 'patrol', count: 2 })
    expect(looksOf(loaded as Done).tellsSources).toBe(true)
    // A column of that name that says other things is taken for none, and all of the file counts.
    const other = await bring([head, lines(['a.csv', 'b.csv', 'c.csv'])])
    expect((other.found as Found).roles.source).toBeNull()
    const plain = other.loaded as Done
    expect(plain.report.sources).toBeNull()
    expect([0, 1, 2].map((row) => sourceOf(plain.columns, row))).toEqual(
      Array(3).fill('public-report'),
    )
    expect(looksOf(plain).tellsSources).toBe(false)
  })

  it('by separated values: columns are recognised, rows set aside with their reasons, nothing lost', async () => {
    const { found, loaded } = await bring([CSV])
    expect((found as Found).roles).toEqual({
      time: 1,
      lng: 2,
      lat: 3,
      category: 4,
      source: null,
    })
    expect((found as Found).untold[1]).toEqual({ zone: true, order: false })
    expect((found as Found).crs).toBeNull()
    const { columns, report, covers } = loaded as Done
    expect(report).toMatchObject({ rows: 8, kept: 4, unplaced: 1, duplicates: 1, unzoned: 4 })
    const counts = Object.entries(report.aside).map(([why, { count }]) => [why, count])
    expect(Object.fromEntries(counts)).toEqual({
      'no-time': 1,
      'bad-time': 1,
      'no-zone': 0,
      'no-order': 0,
      'bad-position': 2,
    })
    expect(report.aside['bad-time'].samples).toEqual(['昨天 · 106.7 · 26.5 · 其他'])
    expect(new Date(columns.occurredAt[0] as number).toISOString()).toBe('2026-11-21T23:30:00.000Z')
    expect([...columns.occurredAt]).toEqual([...columns.occurredAt].sort((a, b) => a - b))
    expect(new Date(covers.to).toISOString()).toBe('2026-11-22T02:00:00.000Z')
    expect(report.categories).toContainEqual({ text: '盗窃, 扒窃', taken: 'theft', count: 1 })
  })

  it('counts duplicates once where that is asked for', async () => {
    const { report } = await loadedOf([CSV], { dropDuplicates: true })
    expect(report).toMatchObject({ rows: 8, kept: 3, duplicatesDropped: 1 })
  })

  it('guesses no zone: without one every time without one is set aside', async () => {
    const { loaded } = await bring([CSV], { offsetMs: null })
    expect(loaded).toMatchObject({ ok: false, cause: 'empty' })
    const mixed = `time,lng,lat\n2026-11-22T08:00Z,106,26\n2026-11-22 08:00,106,26\n`
    const { report } = await loadedOf([mixed], { offsetMs: null })
    expect(report).toMatchObject({ kept: 1, zoned: 1 })
    expect(report.aside['no-zone'].count).toBe(1)
    expect((await loadedOf([mixed])).report).toMatchObject({ zoned: 1, unzoned: 1 })
  })

  it('counts rows without times at the moment that was chosen, and never at one of its own', async () => {
    const points = 'lng,lat\n106.71,26.58\n,\n106.72,26.59\n'
    expect((await bring([points])).loaded).toMatchObject({ ok: false, cause: 'empty' })
    const at = Date.parse('2026-11-22T00:00+08:00')
    const { columns, report, covers } = await loadedOf([points], { standsFor: at })
    expect([...columns.occurredAt]).toEqual([at, at, at])
    expect(report).toMatchObject({ kept: 3, unplaced: 1, timeless: 3, zoned: 0, unzoned: 0 })
    // A week of it, so that a rate per week is the plain number per km².
    expect(covers).toEqual({ from: at + HOUR_MS - WEEK_MS, to: at + HOUR_MS })
  })

  it('of months alone covers them to the end of the last, of days alone to the end of the last day', async () => {
    const covered = async (...times: string[]) => {
      const rows = times.map((time) => `${time},106.71,26.58`)
      const { covers } = await loadedOf([`time,lng,lat\n${rows.join('\n')}\n`])
      return [covers.from, covers.to].map((at) => new Date(at + 8 * HOUR_MS).toISOString())
    }
    expect(await covered('2024-01', '2024-02')).toEqual([
      '2024-01-01T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
    ])
    expect(await covered('2025-12', '2025-11')).toEqual([
      '2025-11-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ])
    expect(await covered('2025-03-01', '2025-03-02')).toEqual([
      '2025-03-01T00:00:00.000Z',
      '2025-03-03T00:00:00.000Z',
    ])
  })

  it('converts positions from the coordinate system that was told', async () => {
    const { columns } = await loadedOf([CSV], { crs: 'GCJ02' })
    const off = Math.abs((columns.lng[0] as number) - 106.72)
    expect(off).toBeGreaterThan(0.001)
    expect(off).toBeLessThan(0.01)
  })

  it('tells of points far off, and keeps them', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `2026-11-22T08:00Z,106.${i},26.${i}`)
    const { report, extent } = await loadedOf([
      `time,lng,lat\n${rows.join('\n')}\n2026-11-22T08:00Z,-20,60\n`,
    ])
    expect(report).toMatchObject({ kept: 301, farOff: 1 })
    expect(extent?.[0]).toBeGreaterThan(105)
  })

  it.each([
    ['lon_gcj02', 'lat_gcj02'],
    ['经度(GCJ-02)', '纬度（WGS84）'],
    ['x_bd09', 'y_bd09'],
    ['东经', '北纬'],
    ['JD', 'WD'],
    ['X (EPSG:4326)', 'Y (EPSG:4326)'],
  ])('columns %s and %s are where', async (x, y) => {
    const found = await fileDesk().open(new Blob([`t,${x},${y}\n1,106.71,26.58\n`]), quiet)
    expect((found as Found).roles).toMatchObject({ lng: 1, lat: 2 })
  })

  it('tells of many points far off, by examples, and of those at zero; the region is that of the bulk', async () => {
    const told = async (...strays: readonly string[]) => {
      const rows = Array.from({ length: 300 }, (_, i) => `106.${500 + i},26.${400 + i}`)
      const lines = [...rows, ...strays].map((place) => `2026-11-22T08:00Z,${place}`)
      const { report, extent } = await loadedOf([`time,lng,lat\n${lines.join('\n')}\n`])
      expect(report.kept).toBe(300 + strays.length)
      return { ...report, extent: extent as Extent }
    }
    const wales = Array.from({ length: 6 }, (_, i) => `-3.${i},51.${i}`)
    const zero = Array.from({ length: 8 }, () => '0,0')
    const both = await told(...wales, ...zero)
    expect(both).toMatchObject({ farOff: 14, atZero: 8 })
    expect(both.farOffSamples).toHaveLength(5)
    expect(both.farOffSamples[0]).toMatch(/^-3\.\d+, 51\./)
    expect(both.extent[0]).toBeGreaterThan(106)
    expect(both.extent[1]).toBeGreaterThan(26)
    expect(await told(...wales)).toMatchObject({ farOff: 6, atZero: 0 })
    expect(await told(...zero)).toMatchObject({ farOff: 8, atZero: 8 })
    // Another city is no slip.
    const beijing = Array.from({ length: 60 }, (_, i) => `116.${300 + i},39.9`)
    expect(await told(...beijing)).toMatchObject({ farOff: 0 })
  })

  it('leaves no position out of the region but those it tells to be far off', async () => {
    // A town, and a twentieth of all a few villages off it: beyond the middle 98 %, and near all the same.
    const places = Array.from({ length: 400 }, (_, i) =>
      i % 20 === 0
        ? [106 + (i % 7) / 10, 26.9 - (i % 11) / 10]
        : [106.5 + (i % 50) / 1_000, 26.5 + (i % 40) / 1_000],
    )
    places.push([112, 26.5])
    const rows = places.map((place) => `2026-11-22T08:00Z,${place.join()}`).join('\n')
    const { report, extent, columns } = await loadedOf([`time,lng,lat\n${rows}\n`])
    const { outside } = sumsOf(columns, { first: 0, end: 401 }, extent as Extent, REPORTED)
    expect(report).toMatchObject({ kept: 401, farOff: 1 })
    expect(outside).toBe(report.farOff)
  })

  it.each([
    ['an Arrow stream', () => tableToIPC(tableFromArrays(ARRAYS), 'stream')],
    ['an Arrow file', () => tableToIPC(tableFromArrays(ARRAYS), 'file')],
    [
      'Parquet',
      () =>
        new Uint8Array(
          parquetWriteBuffer({
            columnData: [
              { name: 'lng', data: ARRAYS.lng },
              { name: 'lat', data: ARRAYS.lat },
              { name: 'occurredAt', data: ARRAYS.occurredAt.map((at) => new Date(at)) },
              { name: 'category', data: ARRAYS.category },
            ],
          }),
        ),
    ],
    [
      'GeoJSON',
      () =>
        JSON.stringify({
          type: 'FeatureCollection',
          features: ARRAYS.lng.map((lng, i) => ({
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [lng, ARRAYS.lat[i]] },
            properties: { occurredAt: ARRAYS.occurredAt[i], category: ARRAYS.category[i] },
          })),
        }),
    ],
    [
      'gzip',
      () =>
        gzipSync(
          `occurredAt;lng;lat;category\n1795354980;106.71;26.58;theft\n1795351380;106.72;26.59;traffic\n`,
        ),
    ],
    [
      'the Chinese standard encoding',
      // “时间,lng,lat,类别” and “盗窃”, “交通” in GB 18030.
      () =>
        Uint8Array.from([
          0xca,
          0xb1,
          0xbc,
          0xe4,
          ...bytes(',lng,lat,'),
          0xc0,
          0xe0,
          0xb1,
          0xf0,
          ...bytes('\n1795354980,106.71,26.58,'),
          0xb5,
          0xc1,
          0xc7,
          0xd4,
          ...bytes('\n1795351380,106.72,26.59,'),
          0xbd,
          0xbb,
          0xcd,
          0xa8,
          10,
        ]),
    ],
  ])('%s gives the same columns', async (_, make) => {
    const { columns, report } = await loadedOf([make() as BlobPart])
    expect(report).toMatchObject({ rows: 2, kept: 2, zoned: 2 })
    expect([...columns.lng]).toEqual([106.72, 106.71])
    expect([...columns.occurredAt]).toEqual([1_795_351_380_000, 1_795_354_980_000])
    expect(report.categories.map(({ taken }) => taken).sort()).toEqual(['theft', 'traffic'])
  })
})

const bytes = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

function noise(size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size)
  let state = 7
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    out[i] = state >>> 24
  }
  return out
}

describe('a file that cannot be used is refused with a reason', () => {
  const parquet = new Uint8Array(
    parquetWriteBuffer({ columnData: [{ name: 'lng', data: ARRAYS.lng }] }),
  )
  it.each([
    ['nothing', () => '', 'empty'],
    ['noise', () => noise(1 << 20), 'no-table'],
    ['a million columns', () => `${'a,'.repeat(1_000_000)}a\n1\n`, 'too-many-columns'],
    ['one endless line', () => 'a'.repeat(3_000), 'no-table'],
    ['a head alone', () => 'time,lng,lat\n', 'empty'],
    ['a truncated Parquet', () => parquet.subarray(0, parquet.length - 20), 'damaged'],
    ['Parquet in name only', () => `PAR1${'x'.repeat(100)}PAR1`, 'damaged'],
    [
      'a truncated Arrow stream',
      () => tableToIPC(tableFromArrays(ARRAYS), 'stream').subarray(0, 300),
      'damaged',
    ],
    ['a truncated gzip', () => gzipSync(CSV).subarray(0, 60), 'damaged'],
    ['cut JSON', () => '{"type":"FeatureCollection","features":[', 'damaged'],
    ['JSON of something else', () => '{"a":1}', 'no-table'],
    ['a zip', () => 'PK\u0003\u0004abcdefgh', 'unknown-kind'],
    ['a page of a website', () => '<!doctype html><html><body>hello</body></html>', 'no-table'],
  ])('%s', async (_, make, cause) => {
    expect((await bring([make() as BlobPart])).loaded).toMatchObject({ ok: false, cause })
  })

  it('a bomb in gzip is given up while it unpacks', async () => {
    const bomb = gzipSync(new Uint8Array(160 * 1024 ** 2))
    expect(bomb.length).toBeLessThan(1024 ** 2)
    expect((await bring([bomb as BlobPart])).loaded).toMatchObject({ ok: false, cause: 'bomb' })
  })
})

const UK = new URL('../../../../shared/data/incidents_uk_police/2018-10.csv.zst', import.meta.url)
const COMO = new URL('../../../../shared/data/incidents_como_911/como_911.csv.gz', import.meta.url)
const ACCIDENTS = new URL(
  '../../../../shared/data/incidents_uk_accidents_points/heatmap-data.csv.gz',
  import.meta.url,
)

describe('recorded data', () => {
  it.skipIf(!existsSync(UK))(
    '358,382 offences of a month, packed by zstd',
    async () => {
      const { report, extent } = await loadedOf([readFileSync(UK) as BlobPart], { offsetMs: 0 })
      expect(report).toMatchObject({ rows: 358_382, kept: 358_382 })
      expect(report.precision.month).toBe(358_382)
      expect(report.duplicates).toBeGreaterThan(10_000)
      expect(extent?.[1]).toBeGreaterThan(49)
    },
    60_000,
  )

  it.skipIf(!existsSync(COMO))(
    '48,842 calls of Columbia, packed by gzip',
    async () => {
      const { report } = await loadedOf([readFileSync(COMO) as BlobPart], {
        offsetMs: -6 * HOUR_MS,
      })
      expect(report.rows).toBe(48_842)
      expect(report.kept + Object.values(report.aside).reduce((n, { count }) => n + count, 0)).toBe(
        48_842,
      )
      expect(report.unplaced).toBe(5_903)
    },
    60_000,
  )

  it.skipIf(!existsSync(ACCIDENTS))(
    'points without a time are no incidents: it is told what lacks',
    async () => {
      const found = await fileDesk().open(new Blob([readFileSync(ACCIDENTS) as BlobPart]), quiet)
      expect(found).toMatchObject({ ok: true, roles: { time: null } })
    },
    60_000,
  )
})
