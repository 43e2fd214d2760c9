import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Brought } from '../../api/bring/brought'
import { looksOf } from '../../api/bring/file-window'
import { fileDesk } from '../../api/bring/open-file'
import type { Reading, Readings } from '../../api/reading'
import { density } from '../../domain/density'
import { cubeRaster, densityCube } from '../../domain/density-cube'
import { KERNEL, peakPerKm2 } from '../../domain/density-kernel'
import type { Extent } from '../../domain/geo'
import { columnsOf, type Incident } from '../../domain/incident'
import { REPORTED } from '../../domain/incident-filter'
import { incidentSet, letsIn } from '../../domain/incident-set'
import { waitOf } from '../../domain/incident-target'
import type { Quality } from '../../domain/quality'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time'
import { DENSITY_RAMP, TOKENS } from '../../ui/tokens'
import type { Inputs, Scene } from '../topic'
import { incidents } from '.'
import * as parts from './density-parts'
import { leftPhrase } from './describe'
import OpenCounts from './open-counts'
import { SourceFilter } from './source-filter'
import { type Bulk, windowShown } from './surface'
import { tables } from './table'

const NOW = Date.UTC(2026, 9, 3, 7)
const REGION = [103, 24, 110, 30] as const

const one = (id: string, seed: Partial<Incident> = {}): Incident => ({
  id,
  category: 'traffic',
  label: null,
  severity: 'minor',
  stage: 'received',
  source: 'public-report',
  occurredAt: NOW - 20 * MINUTE_MS,
  receivedAt: NOW - 20 * MINUTE_MS,
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

const ITEMS = [
  one('extreme', { severity: 'extreme' }),
  one('severe-there', {
    severity: 'severe',
    stage: 'arrived',
    dispatchedAt: NOW - 18 * MINUTE_MS,
    arrivedAt: NOW - 12 * MINUTE_MS,
  }),
  one('minor'),
  one('closed', { severity: 'extreme', stage: 'closed', closedAt: NOW }),
  one('nowhere', { position: null }),
  one('patrol', { source: 'patrol' }),
]

function inputs(quality: Quality = 'live', items: readonly Incident[] = ITEMS): Inputs {
  const reading: Reading<'incidents'> = {
    feed: 'incidents',
    snapshot: { items, observedAt: NOW, rejected: [], rejectedCount: 0 },
    quality,
    flags: [],
    cause: null,
    detail: null,
    ageMs: 0,
  }
  const readings = { incidents: reading } as unknown as Readings
  const window = { from: NOW - DAY_MS, to: NOW }
  return { readings, now: NOW, window, region: REGION, areas: new Map() }
}

const scene = (over: Partial<Scene> = {}): Scene => ({
  zoom: 7,
  flavour: 'night',
  lang: 'zh',
  selectedId: null,
  ...over,
})
const ids = (data: ReturnType<typeof incidents.derive>, zoom: number) =>
  incidents.depict(data, scene({ zoom })).painted.map(({ id, drawn }) => [id, drawn])

function bulk(): Bulk {
  const { window } = inputs()
  const set = incidentSet(null, ITEMS, window, REGION, NOW)
  const columns = columnsOf(ITEMS.filter(({ source }) => letsIn(REPORTED, source)))
  const cube = densityCube(columns, cubeRaster(REGION, KERNEL))
  const tail = { rises: new Float32Array(), count: 0, since: 0 }
  return {
    picture: { parts, cube, tail, window },
    grid: null,
    set,
    top: null,
    question: null,
    history: 'idle',
    state: 'ready',
    timeline: null,
    usual: null,
    brought: null,
    analysis: null,
  }
}

test('the surface draws as many public reports as its table places; patrols are listed apart', async () => {
  const data = incidents.derive(inputs(), bulk())
  const [reported, apart] = ['incidents', 'incidents-apart'].map((id) =>
    tables.find((table) => table.id === id),
  ) as unknown as {
    rows: (d: typeof data) => unknown[]
    placed: (row: unknown) => boolean
  }[]
  const rows = reported?.rows(data) ?? []
  expect(rows).toHaveLength(5)
  expect(rows.filter((row) => reported?.placed(row))).toHaveLength(4)
  expect(apart?.rows(data)).toHaveLength(1)
  expect(ids(data, 7)).toEqual([
    ['incidents-density', 4],
    ['incidents-urgent', 2],
  ])
  expect(incidents.count(data)).toBe(6)
})

test('a file without times is shown whole, as a plain number per km², whatever window is chosen', async () => {
  const lines = Array.from({ length: 3 }, () => '106.7,26.58').join('\n')
  const desk = fileDesk()
  const found = await desk.open(new Blob([`lng,lat\n${lines}\n`]), () => {})
  if (!found.ok) throw new Error(found.cause)
  const settled = { crs: 'WGS84', offsetMs: null, order: null, dropDuplicates: false } as const
  const loaded = await desk.load(
    found.roles,
    { ...settled, standsFor: NOW - 90 * DAY_MS },
    () => {},
  )
  if (!loaded.ok) throw new Error(loaded.cause)
  const { columns, covers, extent } = loaded
  const held = { id: 'file-1', version: 1, count: 3, covers }
  const brought = { name: 'points', held, ...looksOf(loaded) }
  const hour = { from: NOW - HOUR_MS, to: NOW }
  const shown = windowShown(brought, hour, NOW)
  const { values } = density(columns.lng, columns.lat, extent as Extent, shown.to - shown.from)
  expect(Math.max(...values)).toBeCloseTo(3 * peakPerKm2(), 1)
  expect(windowShown(null, hour, NOW)).toEqual(hour)
})

test('what a file cannot tell is unknown, and never nothing', () => {
  const held = { id: 'file-1', version: 1, count: 3, covers: inputs().window }
  const brought: Brought = {
    name: 'points',
    held,
    extent: null,
    grain: 'fine',
    zoneMs: 0,
    tellsSources: false,
    shownFor: (window) => window,
    before: (window) => window,
    evened: (_, counts) => counts,
  }
  const ofFile = incidents.derive(inputs(), { ...bulk(), brought })
  const told = (data: typeof ofFile) => renderToStaticMarkup(createElement(OpenCounts, { data }))
  expect(told(ofFile)).toContain('未结 — · 到场 —')
  expect(told(ofFile)).not.toMatch(/>[^<]*\d/)
  const sources = (data: typeof ofFile) =>
    renderToStaticMarkup(
      createElement(SourceFilter, {
        data,
        sources: ['public-report'],
        options: [],
        onOptions: undefined,
      }),
    )
  expect(sources(ofFile)).toContain('文件没有来源列')
  expect(sources(ofFile)).not.toContain('<button')
  const ofSource = incidents.derive(inputs(), bulk())
  expect(told(ofSource)).toMatch(/未结 \d/)
  expect(sources(ofSource)).toMatch(/aria-pressed="false"[^>]*>巡查 <span>1</)
  expect(sources(ofSource)).toMatch(/aria-pressed="true"[^>]*>群众 <span>5</)
})

test('the map paints no single call of a short window, and its colours stay', () => {
  const breaks = (hours: number) => {
    const made = bulk()
    const window = { from: NOW - hours * HOUR_MS, to: NOW }
    const picture = made.picture && { ...made.picture, window }
    const { painted } = incidents.depict(incidents.derive(inputs(), { ...made, picture }), scene())
    const props = painted[0]?.layer.props as unknown as { breaks: number[]; colours: unknown }
    expect(props.colours).toBe(DENSITY_RAMP)
    return props.breaks
  }
  expect(breaks(168)).toEqual([0.5, 1, 2, 5, 10, 20])
  expect(breaks(8)).toEqual([5.3, 5.3, 5.3, 5.3, 10, 20])
})

test('open incidents that are not urgent wait for a near view', () => {
  const data = incidents.derive(inputs(), null)
  expect(ids(data, 8)).toEqual([['incidents-urgent', 2]])
  expect(ids(data, 8.5)).toEqual([
    ['incidents-near', 2],
    ['incidents-urgent', 2],
  ])
})

test('what is open follows kind and severity, of every source, says of when it is and what it leaves out', () => {
  const of = (...options: string[]) => incidents.derive({ ...inputs(), options }, null)
  const told = (...options: string[]) =>
    renderToStaticMarkup(createElement(OpenCounts, { data: of(...options) }))
  expect(told()).toContain('此刻未结 5')
  expect(told()).not.toContain('另有未结')
  expect(told()).toMatch(/24 h 到场 中位 8\.0 .*n = 1</)
  expect(told('from-sensor')).toContain('此刻未结 5')
  expect(told('rank-extreme')).toContain('此刻未结 1')
  expect(told('rank-extreme')).toContain('另有未结 4 起不在')
  expect(told('rank-extreme')).toContain('n = 0')
  expect(told('kind-fire')).toContain('此刻未结 0')
  expect(ids(of('rank-extreme'), 8.5)).toEqual([['incidents-urgent', 1]])
  expect(ids(of('kind-fire'), 8.5)).toEqual([])
  expect(ids(of('from-patrol'), 8.5)).toEqual(ids(of(), 8.5))
  // What asks for an answer asks whatever is looked at.
  expect(incidents.attention(of('kind-fire'))).toEqual(incidents.attention(of()))
})

test('no count while the history of the window is on its way', () => {
  const waiting: Bulk = {
    picture: null,
    grid: null,
    set: null,
    top: null,
    question: null,
    history: 'loading',
    state: 'waiting',
    timeline: null,
    usual: null,
    brought: null,
    analysis: null,
  }
  expect(incidents.count(incidents.derive(inputs(), waiting))).toBeNull()
})

test('a stale feed is grey and hatched; a lost one draws nothing open and asks for nothing', () => {
  const fills = (quality: Quality) =>
    incidents
      .depict(incidents.derive(inputs(quality), null), scene())
      .painted.flatMap(
        ({ layer }) => layer.props.data as unknown as { spec: { fill: string; stale?: true } }[],
      )
      .map(({ spec }) => `${spec.fill} ${spec.stale ?? false}`)
  expect(new Set(fills('live'))).toEqual(new Set([`${TOKENS.night.ink1} false`]))
  expect(new Set(fills('stale'))).toEqual(new Set([`${TOKENS.night.ink3} true`]))
  expect(fills('lost')).toEqual([])
  expect(incidents.attention(incidents.derive(inputs('stale'), null))).toHaveLength(1)
  expect(incidents.attention(incidents.derive(inputs('lost'), null))).toEqual([])
})

test('symbols of an unchanged picture are the very same array', () => {
  const symbols = () =>
    incidents.depict(incidents.derive(inputs(), null), scene()).painted[0]?.layer.props.data
  expect(symbols()).toBe(symbols())
})

test('attention: urgent, open, and not dispatched or not there in time, with the mark of its alarm', () => {
  const [first, ...rest] = incidents.attention(incidents.derive(inputs(), null))
  expect(first).toMatchObject({ id: 'extreme', urgency: 'p2' })
  expect(first?.state.zh).toMatch(/待派/)
  expect(rest).toEqual([])
})

test('attention names the target of the area, for a town and for the country', () => {
  const unattended = (areaCode: string) => {
    const seed = { severity: 'severe', dispatchedAt: NOW - 19 * MINUTE_MS, areaCode } as const
    return incidents.attention(incidents.derive(inputs('live', [one('a', seed)]), null))[0]?.state
  }
  expect(unattended('520102')?.zh).toBe('未到场 · 城区目标 5 分钟 · 已超 15 分')
  expect(unattended('522635')?.en).toBe('Not arrived · Suburb target 10 min · over by 10 min')
})

test('describe tells how long somebody has waited against the target', () => {
  const data = incidents.derive(inputs(), null)
  const waitingOf = (from: typeof data, id: string) =>
    incidents.describe(from, id)?.facts.find(({ label }) => label.en === 'Waiting for arrival')
  expect(waitingOf(data, 'extreme')).toMatchObject({
    value: { zh: '20 分', en: '20 min' },
    note: { zh: '城区目标 5 分钟，已超 15 分', en: 'Town target 5 min, over by 15 min' },
  })
  // A county is measured as its card is: by the target of the country.
  const item = one('county', { areaCode: '522635', receivedAt: NOW - 7 * MINUTE_MS })
  const county = incidents.derive(inputs('live', [item]), null)
  expect(waitingOf(county, 'county')?.note).toEqual({
    zh: `郊区目标 10 分钟，${leftPhrase(waitOf(item, NOW)).zh}`,
    en: 'Suburb target 10 min, 3 min left',
  })
  const there = incidents.describe(data, 'severe-there')
  expect(there?.facts.some(({ note }) => note?.zh === '接报后 8 分')).toBe(true)
  expect(there?.facts.some(({ label }) => label.en === 'Waiting for arrival')).toBe(false)
  expect(incidents.describe(data, 'closed')?.urgency).toBeNull()
  expect(incidents.describe(data, 'past-1-0')).toBeNull()
})

test('a source that nobody here knows is told by its own code, in the table and on the card', () => {
  const drone = one('drone', { source: 'unknown', sourceCode: 'UAV-7' })
  const data = incidents.derive(inputs('live', [drone]), null)
  const table = tables.find(({ id }) => id === 'incidents-apart')
  const [row] = table?.rows(data as never) ?? []
  const column = table?.columns.find(({ id }) => id === 'source')
  expect(column?.text(row as never, 'zh', new Map())).toBe('未知(UAV-7)')
  expect(incidents.describe(data, 'drone')?.subtitle.en).toContain('Unknown (UAV-7)')
})
