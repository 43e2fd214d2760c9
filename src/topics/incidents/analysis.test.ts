import { expect, test } from 'vitest'
import type { HotSpotAsk } from '../../api/analysis'
import { INCIDENT_CATEGORIES } from '../../domain/incident'
import { type HotPlace, hotSpots } from '../../domain/incident-hot-spots'
import type { NearRepeat, WatchCell } from '../../domain/near-repeat'
import { DAY_MS, MINUTE_MS } from '../../domain/time'
import type { Inputs, Scene } from '../topic'
import { incidents } from '.'
import type { Analysis } from './analysis'
import * as parts from './analysis-parts'
import { nearFinding, nearState } from './analysis-words'
import { withKind, withNear, withOne, withSource } from './choices'
import type { IncidentsData } from './data'
import { spotsNow } from './hot-places'
import { periodWords, testedWords, usedWords } from './hot-words'
import type { NearRun } from './near-run'
import {
  ANALYSIS_OPTIONS,
  filterOf,
  KIND_OPTIONS,
  kindOption,
  NEAR_KINDS,
  nearKindOf,
  nearOption,
  rankOption,
  sourceOption,
  sourcesOf,
} from './options'
import { tables } from './table'

const NOW = Date.UTC(2026, 9, 3, 7)

const at = (confidence: HotPlace['confidence'], lng: number): HotPlace => ({
  confidence,
  ring: [
    [lng, 26],
    [lng + 0.01, 26],
    [lng, 26.01],
    [lng, 26],
  ],
  incidents: confidence === null ? 12 : 40,
  areaKm2: 2,
  peakZ: 5,
  position: [lng, 26.002],
})
const cell = (lng: number): WatchCell => ({
  position: [lng, 26],
  from: NOW - DAY_MS,
  until: NOW + 6 * DAY_MS,
  count: 1,
})
const FOUND_RESULT: NearRepeat = {
  ok: true,
  count: 90,
  runs: 199,
  isClustered: true,
  table: Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => ({ observed: 9, expected: 3, ratio: 3, p: 0.005 })),
  ),
}

const FROM_PATROL = sourceOption('patrol')
const READY = { state: 'ready', kind: 'theft', asOf: NOW } as const

const ASKED: HotSpotAsk = {
  held: { id: 'history', version: 1, count: 1, covers: { from: 0, to: NOW } },
  region: [106, 26, 106.1, 26.1],
  window: { from: NOW - DAY_MS, to: NOW },
  before: null,
  filter: filterOf([]),
}

function analysis(question = ASKED): Analysis {
  const none = { lng: new Float64Array(), lat: new Float64Array(), occurredAt: new Float64Array() }
  const spots = hotSpots({
    records: { 'public-report': none, patrol: none, sensor: none, unknown: none },
    heldFrom: 0,
    region: ASKED.region,
    window: ASKED.window,
    sources: ['public-report'],
  })
  return {
    parts,
    hot: {
      spots: { ...spots, isTested: true, places: [at(99, 106), at(95, 106.1), at(null, 106.3)] },
      asked: ASKED,
      question,
      state: 'ready',
    },
    near: {
      state: 'ready',
      kind: 'theft',
      result: FOUND_RESULT,
      asOf: NOW,
      cells: [cell(106.2), cell(106.5)],
    },
  }
}

const inputs = {
  readings: {
    incidents: {
      feed: 'incidents',
      snapshot: {
        items: [
          {
            id: 'found',
            category: 'theft',
            severity: 'minor',
            stage: 'closed',
            source: 'patrol',
            occurredAt: NOW - 20 * MINUTE_MS,
            receivedAt: NOW - 20 * MINUTE_MS,
            dispatchedAt: null,
            arrivedAt: null,
            closedAt: NOW,
            position: [106.7, 26.5],
            precision: 'point',
            areaCode: '520102',
            observedAt: NOW,
          },
        ],
        observedAt: NOW,
        rejected: [],
        rejectedCount: 0,
      },
      quality: 'live',
    },
  },
  now: NOW,
  window: { from: NOW - DAY_MS, to: NOW },
  region: [103, 24, 110, 30],
  areas: new Map(),
} as unknown as Inputs

function data(question = ASKED): IncidentsData {
  const live = incidents.derive(inputs, null)
  return {
    ...live,
    bulk: {
      picture: null,
      grid: null,
      timeline: null,
      usual: null,
      brought: null,
      history: 'ready',
      state: 'ready',
      analysis: analysis(question),
      set: null,
      top: null,
      question: null,
    },
  }
}

const scene = (zoom: number): Scene => ({ zoom, flavour: 'night', lang: 'zh', selectedId: null })

test('each layer draws as many as its table lists, and every row can be told in words', () => {
  const shown = data()
  const { painted } = incidents.depict(shown, scene(12))
  const drawn = Object.fromEntries(painted.map(({ id, drawn }) => [id, drawn]))
  expect(drawn).toMatchObject({
    'incidents-hot': 2,
    'incidents-few': 1,
    'incidents-watch': 2,
    'incidents-apart': 1,
  })
  for (const id of ['incidents-hot', 'incidents-few', 'incidents-watch', 'incidents-apart']) {
    const table = tables.find((one) => one.id === id)
    const rows = table?.rows(shown as never) ?? []
    expect(rows.length, id).toBe(drawn[table?.layer ?? ''])
    for (const row of rows) {
      expect(incidents.describe(shown, table?.rowId(row) ?? ''), id).not.toBeNull()
      for (const { text } of table?.columns ?? []) expect(text(row, 'zh', new Map())).not.toBe('')
    }
  }
})

test('what is too few to say, and what patrols found, is not drawn from far out', () => {
  const ids = incidents.depict(data(), scene(7)).painted.map(({ id }) => id)
  expect(ids).toContain('incidents-hot')
  expect(ids).not.toContain('incidents-few')
  expect(ids).not.toContain('incidents-apart')
})

test('outlines of an unchanged picture are the very same array', () => {
  const shown = data()
  const outlines = () =>
    incidents.depict(shown, scene(7)).painted.find(({ id }) => id === 'incidents-hot')?.layer.props
      .data
  expect(outlines()).toBe(outlines())
})

test('hot spots of another window are faint lines, and no figure of theirs stands under this one', () => {
  const later = (ms: number) => ({ from: NOW - DAY_MS + ms, to: NOW + ms })
  const others: Partial<HotSpotAsk>[] = [
    { window: { from: NOW - 240 * DAY_MS, to: NOW } },
    { window: later(5 * MINUTE_MS) },
    { filter: filterOf([kindOption('theft')]) },
    { filter: filterOf([FROM_PATROL]) },
    { region: [106, 26, 106.1, 26.1] },
    { held: { ...ASKED.held, id: 'file-1' } },
  ]
  for (const other of others) {
    const shown = data({ ...ASKED, ...other })
    const { hot } = shown.bulk?.analysis ?? analysis()
    expect(spotsNow(hot)).toBeNull()
    expect(testedWords(hot).en).toMatch(/^Hot spots —, being computed; faint lines/)
    expect(testedWords(hot).zh).not.toMatch(/\d/)
    const layer = incidents.depict(shown, scene(7)).painted.find((p) => p.id === 'incidents-hot')
    expect(layer?.drawn).toBe(0)
    const outlines = layer?.layer.props.data as unknown as { line: readonly number[] }[]
    expect(outlines[0]?.line[3]).toBeLessThan(128)
    const table = tables.find(({ id }) => id === 'incidents-hot')
    expect(table?.rows(shown as never)).toEqual([])
    expect(table?.note?.(shown as never)?.zh).toBe('— 计算中')
    const card = incidents.describe(shown, 'hot99:106.0000,26.0020')
    expect(card?.facts.map(({ value }) => value)).toEqual(['—', '—', '—'])
  }
  // A minute of the running clock, or another history of the same source, is no other window.
  const held = { ...ASKED.held, version: 2 }
  expect(spotsNow(analysis({ ...ASKED, held, window: later(MINUTE_MS) }).hot)).not.toBeNull()
  expect(testedWords(analysis().hot).en).toMatch(
    /^Outlined 2 \(lines 2\) · 1 with < 30 \(grey\) · window 2\.\d km$/,
  )
})

test('a period of less than two days is told in hours', () => {
  const of = (ms: number) => periodWords({ from: NOW - ms, to: NOW }, null).en
  expect(of(6 * 60 * MINUTE_MS)).toBe('Map of the 6 h before')
  expect(of(DAY_MS)).toBe('Map of the day before')
  expect(of(3 * DAY_MS)).toBe('Map of the 3 d before')
})

test('a period says its own length, and why that is not the one chosen', () => {
  const window = (days: number, to = NOW) => ({ from: to - days * DAY_MS, to })
  const before = window(30, NOW - 31 * DAY_MS)
  expect(periodWords(window(31), before).en).toBe(
    'Map of the 30 d before, on these 31 d (whole months differ in length)',
  )
  expect(periodWords(window(30), window(30, NOW - 30 * DAY_MS)).en).toBe('Map of the 30 d before')
  expect(usedWords(window(31), window(31))).toBeNull()
  expect(usedWords(window(30), window(31))?.en).toMatch(/^31 d chosen, 30 d used: the file holds/)
  expect(usedWords(window(1), window(0.5))?.zh).toMatch(/^所选 12 小时，实按 24 小时/)
})

test('a place that is outlined at two levels is one place by two lines', () => {
  const { hot } = analysis()
  const inner = at(99, 106)
  const around: HotPlace = {
    ...at(95, 106),
    ring: [
      [105.9, 25.9],
      [106.1, 25.9],
      [106.1, 26.1],
      [105.9, 26.1],
      [105.9, 25.9],
    ],
  }
  const places = [inner, around, at(90, 106.5)]
  const told = testedWords({ ...hot, spots: hot.spots && { ...hot.spots, places } })
  expect(told.zh).toMatch(/^圈 2 处（3 条线）/)
})

test('by default only the public’s reports count and nothing is watched', () => {
  expect(sourcesOf([])).toEqual(['public-report'])
  expect(sourcesOf(undefined)).toEqual(['public-report'])
  expect(nearKindOf([FROM_PATROL])).toBeNull()
  expect(nearKindOf([nearOption('theft')])).toBe('theft')
  expect(new Set(ANALYSIS_OPTIONS).size).toBe(ANALYSIS_OPTIONS.length)
  // What patrols do themselves has no near repeats to find.
  expect(NEAR_KINDS).toHaveLength(INCIDENT_CATEGORIES.length - 2)
})

test('each end of a near-repeat question has words, with its counts where it was answered', () => {
  const nothing = () => {}
  const runs: readonly NearRun[] = [
    { state: 'waiting', kind: 'theft' },
    { state: 'computing', kind: 'theft', done: 50, runs: 200, stop: nothing },
    { state: 'stopped', kind: 'theft', again: nothing },
    { state: 'failed', kind: 'theft', again: nothing },
    {
      state: 'ready',
      kind: 'theft',
      result: { ok: false, why: 'too-few', count: 12 },
      asOf: NOW,
      cells: [],
    },
    { ...READY, result: { ...FOUND_RESULT, isClustered: false }, cells: [] },
    { ...READY, result: FOUND_RESULT, cells: [cell(106)] },
  ]
  const words = runs.map((run) => nearState(run).zh)
  expect(new Set(words).size).toBe(runs.length)
  expect(words[1]).toBe('计算 25 %')
  expect(words[6]).toBe('1 格')
  expect(nearFinding(runs[4] as NearRun).zh).toContain('12 起')
  expect(nearFinding(runs[6] as NearRun).zh).toBe(
    '盗窃 90 起：9 对，偶然 3.0，p 0.005 · 截至 10-03 15:00',
  )
})

test('near repeats are of the kind that the picture is narrowed to, where they know it', () => {
  const kinds = (options: readonly string[]) => [filterOf(options).categories, nearKindOf(options)]
  expect(kinds(withNear([]))).toEqual([null, 'burglary'])
  expect(kinds(withNear([kindOption('theft')]))).toEqual([['theft'], 'theft'])
  const near = withNear([])
  expect(kinds(withKind(near, kindOption('theft')))).toEqual([['theft'], 'theft'])
  expect(kinds(withKind(near, kindOption('patrol-check')))).toEqual([['patrol-check'], 'burglary'])
  expect(kinds(withKind(near, null))).toEqual([null, 'burglary'])
  // What is off stays off.
  expect(kinds(withKind([], kindOption('theft')))).toEqual([['theft'], null])
})

test('a kind and a severity narrow the picture, and the same choice is the same filter', () => {
  const options = [kindOption('theft'), FROM_PATROL, rankOption('severe')]
  expect(filterOf(options)).toEqual({
    categories: ['theft'],
    severities: ['severe'],
    sources: ['patrol'],
  })
  expect(filterOf([...options].reverse())).toBe(filterOf(options))
  expect(filterOf([nearOption('theft')]).categories).toBeNull()
  expect(withOne(options, KIND_OPTIONS, kindOption('fire'))).toEqual([
    FROM_PATROL,
    rankOption('severe'),
    kindOption('fire'),
  ])
  expect(withOne(options, KIND_OPTIONS, null)).toEqual([FROM_PATROL, rankOption('severe')])
})

test('a source is let in or out by itself; the last one stays, and the public alone is the default', () => {
  const both = withSource([kindOption('theft')], 'patrol')
  expect(sourcesOf(both)).toEqual(['public-report', 'patrol'])
  expect(both).toContain(kindOption('theft'))
  expect(withSource(both, 'patrol')).toEqual([kindOption('theft')])
  const alone = withSource(both, 'public-report')
  expect(filterOf(alone).sources).toEqual(['patrol'])
  expect(withSource(alone, 'patrol')).toBe(alone)
  expect(filterOf(alone)).toBe(filterOf([...alone].reverse()))
  // What does not tell its sources is not narrowed by an address that names some.
  expect(filterOf(alone, false).sources).toEqual(['public-report'])
})
