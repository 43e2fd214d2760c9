import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { units as unitFeed } from '../../api/feeds/units'
import type { Reading, Readings } from '../../api/reading'
import type { Unit, Visit, WatchPlace } from '../../domain/patrol'
import { UNIT_HEARTBEAT_MS } from '../../domain/patrol-motion'
import type { Quality } from '../../domain/quality'
import { HOUR_MS, MINUTE_MS } from '../../domain/time'
import type { GlyphSymbol, SymbolItem } from '../../map/symbols'
import { UnitsLayer } from '../../map/units'
import { TOKENS } from '../../ui/tokens'
import type { Scene } from '../topic'
import { patrols } from '.'
import { tables } from './tables'

// 2026-11-22, 21:43 on the province's clock.
const NOW = Date.parse('2026-11-22T13:43:00Z')
const SCENE: Scene = { zoom: 11, flavour: 'night', lang: 'zh', selectedId: null }
const RING = [
  [106.7, 26.6],
  [106.71, 26.6],
  [106.71, 26.61],
  [106.7, 26.6],
] as const

const unit = (id: string, over: Partial<Unit> = {}): Unit => ({
  id,
  callSign: `云-${id}`,
  kind: 'car',
  status: 'available',
  position: [106.7, 26.6],
  headingDeg: 90,
  speedKmh: 40,
  areaCode: '520103',
  observedAt: NOW,
  ...over,
})
const place = (id: string, everyMin: number | null): WatchPlace => ({
  id,
  name: `${id}公园`,
  nameEn: null,
  areaCode: '520103',
  ring: RING,
  plannedDoseMin: 12,
  observedAt: NOW,
  required: everyMin === null ? [] : [{ fromHour: 20, toHour: 6, everyMin }],
})
const visit = (placeId: string, minutesAgo: number, leftMinutesAgo: number | null): Visit => ({
  id: `${placeId}-${minutesAgo}`,
  placeId,
  unitId: 'u',
  enteredAt: NOW - minutesAgo * MINUTE_MS,
  leftAt: leftMinutesAgo === null ? null : NOW - leftMinutesAgo * MINUTE_MS,
  observedAt: NOW,
})

function reading(items: readonly unknown[] | null, quality: Quality = 'live'): Reading {
  return {
    snapshot: items && { items, observedAt: NOW, rejected: [], rejectedCount: 0 },
    quality: items ? quality : 'lost',
    flags: [],
    cause: null,
    detail: null,
    ageMs: 0,
  } as unknown as Reading
}

interface Feeds {
  readonly units?: Reading
  readonly visits?: Reading
  readonly places?: Reading
  readonly jobs?: Reading
}

function derive({ units, visits, places, jobs }: Feeds) {
  const readings = {
    units: units ?? reading([]),
    visits: visits ?? reading([]),
    'watch-places': places ?? reading([]),
    allocations: jobs ?? reading([]),
  } as unknown as Readings
  const inputs = {
    readings,
    now: NOW,
    window: { from: 0, to: NOW },
    region: [0, 0, 1, 1] as const,
    areas: new Map(),
  }
  return patrols.derive(inputs, null)
}

type Data = ReturnType<typeof derive>

function itemsOf(data: Data, layer: string, scene: Partial<Scene> = {}) {
  const { painted } = patrols.depict(data, { ...SCENE, ...scene })
  const props = painted.find(({ id }) => id === layer)?.layer.props
  const items = (props as unknown as { data: SymbolItem[] } | undefined)?.data ?? []
  return items.map(({ spec, ...one }) => ({ ...one, ...(spec as GlyphSymbol) }))
}

/** What the panel says, in Chinese, without its marks. */
function panelOf(data: Data): string {
  const inputs = {} as Parameters<typeof patrols.derive>[0]
  const html = renderToStaticMarkup(createElement(patrols.Panel, { data, inputs }))
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const attentionOf = (data: Data) => patrols.attention(data).map(({ id }) => id)
const factOf = (data: Data, id: string, zh: string) =>
  patrols.describe(data, id)?.facts.find(({ label }) => label.zh === zh)

it('glides with the same count, the same looks, and labels of its own', async () => {
  const parts = await import('./moving-parts')
  const items = [unit('1'), unit('2', { speedKmh: 0 }), unit('3', { observedAt: NOW - 70_000 })]
  const plain = derive({ units: reading(items) })
  const tracks = parts.stepTracks(null, items, NOW)
  const moving = { parts, tracks, surface: null, clock: () => NOW, isStill: false }
  const data = { ...plain, moving }
  const scene = { ...SCENE, zoom: 12 }
  const { painted } = patrols.depict(data, scene)
  const of = (id: string) => painted.find((one) => one.id === id)
  expect(of('patrols-units')?.drawn).toBe(3)
  expect(of('patrols-units')?.layer).toBeInstanceOf(UnitsLayer)
  const propsOf = (id: string) => of(id)?.layer.props as unknown
  const { looks, units: columns } = propsOf('patrols-units') as {
    looks: GlyphSymbol[]
    units: { icon: Uint16Array }
  }
  const shapeOf = (i: number) => looks[columns.icon[i] as number]
  expect([0, 1, 2].map((i) => shapeOf(i)?.shape)).toEqual(['arrow', 'paused', 'arrow'])
  // Hollow: a report is missing.
  expect(shapeOf(2)?.fill).not.toBe(shapeOf(0)?.fill)
  const labels = (propsOf('patrols-call-signs') as { data: SymbolItem[] }).data
  expect(labels.map(({ label }) => label?.text)).toEqual([
    '云-1',
    '云-2',
    expect.stringMatching(/^云-3 70/),
  ])
})

it('draws the way of a unit that was sent, until it is there, and says where to', () => {
  const job = {
    id: 'al-1',
    unitId: '1',
    state: 'en-route',
    rev: 1,
    target: {
      kind: 'incident',
      id: 'i',
      place: '纠纷 · 延安路',
      placeEn: null,
      position: [106.8, 26.7],
    },
    by: '席位 2',
    decidedAt: NOW,
  }
  const sent = (state: string, quality: Quality = 'live') =>
    derive({ units: reading([unit('1')]), jobs: reading([{ ...job, state }], quality) })
  const waysOf = (data: Data) =>
    patrols.depict(data, SCENE).painted.find(({ id }) => id === 'patrols-ways')?.drawn ?? 0
  expect(['sent', 'en-route', 'on-scene', 'done'].map((state) => waysOf(sent(state)))).toEqual([
    1, 1, 0, 0,
  ])
  expect(waysOf(sent('en-route', 'lost'))).toBe(0)
  expect(factOf(sent('on-scene'), 'unit:1', '任务')).toMatchObject({
    value: { zh: '纠纷 · 延安路' },
  })
  expect(factOf(sent('done'), 'unit:1', '任务')).toBeUndefined()
})

it('expects units to report as often as the feed promises', () => {
  expect(UNIT_HEARTBEAT_MS).toBe(unitFeed.heartbeatMs)
})

describe('units', () => {
  const data = derive({
    units: reading([
      unit('1'),
      unit('2', { speedKmh: 0 }),
      unit('3', { observedAt: NOW - 12 * MINUTE_MS }),
      unit('4', { position: null }),
      unit('5', { observedAt: NOW + HOUR_MS }),
      unit('6', { observedAt: NOW - 30 * MINUTE_MS, status: 'unknown' }),
    ]),
  })

  it('are drawn in three motions; one without a position is listed, not drawn', () => {
    expect(itemsOf(data, 'patrols-units').map(({ id, shape }) => [id, shape])).toEqual([
      ['unit:1', 'arrow'],
      ['unit:2', 'paused'],
      ['unit:3', 'silent'],
      ['unit:5', 'silent'],
      ['unit:6', 'silent'],
    ])
    expect(data.motions).toEqual({ moving: 2, stopped: 1, silent: 3 })
    const [table] = tables
    expect(table?.rows(data).length).toBe(6)
    expect(patrols.count(data)).toBe(6)
    expect(patrols.describe(data, 'unit:4')?.position).toBeNull()
  })

  it('only one that moves points somewhere', () => {
    const angles = itemsOf(data, 'patrols-units').map(({ angleDeg }) => angleDeg)
    expect(angles).toEqual([90, undefined, undefined, undefined, undefined])
  })

  it('carry their call sign when near, and when silent the last time at every zoom', () => {
    const labels = (zoom: number, lang: 'zh' | 'en' = 'zh') =>
      itemsOf(data, 'patrols-units', { zoom, lang }).map(({ label }) => label?.text ?? null)
    expect(labels(11).slice(0, 3)).toEqual(['云-1', '云-2', '云-3 末次 21:31 · 12 分前'])
    expect(labels(7).slice(0, 3)).toEqual([null, null, '云-3，12 分前'])
    expect(labels(7, 'en')[2]).toBe('云-3, 12 min ago')
    expect(labels(11, 'en')[2]).toBe('云-3 last 21:31 · 12 min ago')
  })

  it('one that reports from the future is not called fresh', () => {
    expect(itemsOf(data, 'patrols-units')[3]?.label?.text).toBe('云-5 时间超前 22:43')
    expect(factOf(data, 'unit:5', '末次位置')?.note?.en).toBe('clock ahead')
  })

  it('that are silent ask for a look, the longest first', () => {
    expect(attentionOf(data)).toEqual(['unit:6', 'unit:3', 'unit:5'])
    expect(patrols.describe(data, 'unit:3')).toMatchObject({ urgency: 'p3', state: { zh: '失联' } })
  })

  it('of a stale feed are grey and hollow with their age, and their silence is the feed’s', () => {
    const stale = derive({
      units: reading([unit('1'), unit('3', { observedAt: NOW - 12 * MINUTE_MS })], 'stale'),
    })
    const { ink3, labelHalo } = TOKENS.night
    expect(
      itemsOf(stale, 'patrols-units').map(({ shape, fill, casing }) => [shape, fill, casing]),
    ).toEqual([
      ['arrow', labelHalo, ink3],
      // Its shape says so already.
      ['silent', ink3, labelHalo],
    ])
    expect(itemsOf(stale, 'patrols-units')[0]?.label?.text).toBe('云-1 0 s')
    expect(panelOf(stale)).toContain('空心')
    expect(panelOf(data)).not.toContain('空心')
    // A lost one draws no motion but silence, which the row above explains.
    expect(panelOf(derive({ units: reading([unit('1')], 'lost') }))).not.toContain('空心')
    expect(itemsOf(data, 'patrols-units')[0]?.fill).toBe(TOKENS.night.ink1)
    expect(attentionOf(stale)).toEqual([])
  })

  it('of a lost feed are kept as silent where they were last seen, and not counted', () => {
    const lost = derive({
      units: reading([unit('1'), unit('6', { observedAt: NOW - 12 * MINUTE_MS })], 'lost'),
    })
    expect(patrols.count(lost)).toBeNull()
    expect(lost.motions).toBeNull()
    const [first, second] = itemsOf(lost, 'patrols-units')
    expect(first).toMatchObject({ shape: 'silent', fill: TOKENS.night.ink3 })
    expect(second?.label?.text).toBe('云-6 末次 21:31 · 12 分前')
    const yields = (of: Data) =>
      itemsOf(of, 'patrols-units', { zoom: 7 }).map((item) => item.yields ?? false)
    expect(yields(lost)).toEqual([true, true])
    expect(yields(data)).not.toContain(true)
    expect(attentionOf(lost)).toEqual([])
    expect(patrols.describe(lost, 'unit:1')?.title.zh).toBe('云-1')
  })
})

it('has the table of places on top while the surface of idleness lies on the map', async () => {
  const parts = await import('./moving-parts')
  const plain = derive({ units: reading([unit('1')]) })
  const moving = {
    parts,
    tracks: parts.stepTracks(null, [unit('1')], NOW),
    surface: null,
    clock: () => NOW,
    isStill: false,
  }
  expect(patrols.tableOnTop?.(plain)).toBeFalsy()
  expect(patrols.tableOnTop?.({ ...plain, moving })).toBeFalsy()
  const surface = {} as NonNullable<NonNullable<(typeof plain)['moving']>['surface']>
  const table = patrols.tableOnTop?.({ ...plain, moving: { ...moving, surface } })
  expect(table).toBe('patrols/places')
  expect(patrols.tableIds).toContain(table)
})

it('names the rings of reach by their minutes, and draws none round a unit that is lost', async () => {
  const parts = await import('./moving-parts')
  const items = [unit('1')]
  const tracks = parts.stepTracks(null, items, NOW)
  const moving = { parts, tracks, surface: null, clock: () => NOW, isStill: false }
  const data = { ...derive({ units: reading(items) }), moving }
  const scene = { ...SCENE, selectedId: 'unit:1' }
  const labels = itemsOf(data, 'patrols-reach-names', scene)
  expect(labels.map(({ label }) => label?.text)).toEqual([
    '5 分钟 · 直线 ×1.4',
    '10 分钟 · 直线 ×1.4',
  ])
  const lost = { ...derive({ units: reading(items, 'lost') }), moving }
  expect(itemsOf(lost, 'patrols-reach-names', scene)).toEqual([])
})

describe('watch places', () => {
  const data = derive({
    places: reading([
      place('fresh', 60),
      place('due', 60),
      place('over', 60),
      place('long', 60),
      place('never', 120),
      place('rare', 48 * 60),
      place('free', null),
    ]),
    visits: reading([
      visit('fresh', 10, null),
      visit('due', 60, 45),
      visit('over', 100, 90),
      visit('long', 140, 126),
      visit('nobody knows it', 5, 1),
    ]),
  })

  it('are filled by idleness, in ink alone', () => {
    const items = itemsOf(data, 'patrols-places')
    expect(items.map(({ shape }) => shape)).toEqual([
      'place-idle',
      'place-fresh',
      'place-due',
      'question',
      'place-overdue',
      'place-long-overdue',
      'place-long-overdue',
    ])
    const { ink1, ink3 } = TOKENS.night
    expect(new Set(items.map(({ fill }) => fill))).toEqual(new Set([ink1, ink3]))
  })

  it('show their outline when near, as many as are drawn', () => {
    const drawn = (zoom: number) =>
      patrols
        .depict(data, { ...SCENE, zoom })
        .painted.map(({ id, drawn: n }) => `${id} ${n}`)
        .filter((text) => !text.startsWith('patrols-units'))
    expect(drawn(9)).toEqual(['patrols-places 7'])
    expect(drawn(13)).toEqual(['patrols-outlines 7', 'patrols-places 7'])
  })

  it('that wait for over twice their interval ask for a look, the worst first', () => {
    expect(attentionOf(data)).toEqual(['place:never', 'place:long'])
    expect(patrols.attention(data)[0]?.title.zh).toBe('守望点超时 ≥ 24 h 00')
    expect(patrols.attention(data)[1]).toMatchObject({
      title: { zh: '守望点超时', en: 'Watch place overdue' },
      place: { zh: 'long公园' },
      state: { zh: '要求 60 分' },
      since: NOW - 126 * MINUTE_MS,
    })
  })

  it('without a visit on record say “at least”, never zero', () => {
    expect(factOf(data, 'place:never', '空闲')?.value).toEqual({
      zh: '至少 24 h 00',
      en: 'at least 24 h 00',
    })
    expect(factOf(data, 'place:never', '占要求间隔 %')).toMatchObject({ value: '≥ 1,200' })
    expect(patrols.describe(data, 'place:rare')).toMatchObject({ urgency: null })
    expect(factOf(data, 'place:free', '占要求间隔 %')?.value).toBe('—')
  })

  it('are counted over those that something is asked of', () => {
    expect(data.coverage).toMatchObject({
      asked: 6,
      within: 2,
      unrecorded: 2,
      worst: { place: { id: 'never' } },
    })
  })

  it.each([
    ['visits have never come', { visits: reading(null) }],
    ['visits are lost', { visits: reading([visit('a', 9, 5)], 'lost') }],
  ])('are not drawn while %s: unknown is not overdue', (_, feeds) => {
    const blind = derive({ places: reading([place('a', 60)]), ...feeds })
    expect(blind.coverage).toBeNull()
    expect(itemsOf(blind, 'patrols-places')).toEqual([])
    expect(attentionOf(blind)).toEqual([])
  })

  it('of an old register are grey but still judged by fresh visits', () => {
    const old = derive({ places: reading([place('a', 60)], 'lost') })
    expect(itemsOf(old, 'patrols-places')[0]?.fill).toBe(TOKENS.night.ink3)
    expect(attentionOf(old)).toEqual(['place:a'])
  })
})

describe('the panel', () => {
  it('gives shares with their counts, and names the worst', () => {
    const data = derive({
      units: reading([unit('1'), unit('2', { speedKmh: 0 })]),
      places: reading([place('a', 60), place('b', 60)]),
      visits: reading([visit('a', 100, 90), visit('b', 40, 30)]),
    })
    const text = panelOf(data)
    expect(text).toContain('行进 1 停留 1 失联 0')
    expect(text).toContain('50.0 %（1 / 2）')
    expect(text).toContain('均值 60 分 · P90 90 分 最差 90 分 · a公园')
  })

  it('marks a lower bound as one', () => {
    const data = derive({
      places: reading([place('a', 60), place('b', 60)]),
      visits: reading([visit('a', 100, 90)]),
    })
    expect(panelOf(data)).toContain('均值 ≥ 12 h 45 · P90 ≥ 24 h 00 最差 ≥ 24 h 00 · b公园')
  })

  it('says “—” for what is lost, never 0', () => {
    const text = panelOf(derive({ units: reading(null), visits: reading(null) }))
    expect(text).toContain('行进 — 停留 — 失联 —')
    expect(text).toContain('间隔内 — 均值 — · P90 — 最差 —')
  })
})

it('answers null for what is not there', () => {
  expect(patrols.describe(derive({}), 'unit:1')).toBeNull()
  expect(patrols.describe(derive({}), 'place:1')).toBeNull()
})
