import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { crowd as crowdFeed } from '../../api/feeds/crowd'
import type { Reading, Readings } from '../../api/reading'
import type { CrowdCount, GateCount, ScenicArea } from '../../domain/crowd'
import type { AreaState } from '../../domain/crowd-occupancy'
import { CROWD_HEARTBEAT_MS } from '../../domain/crowd-occupancy'
import type { Quality } from '../../domain/quality'
import { MINUTE_MS } from '../../domain/time'
import type { RingSymbol, SymbolItem } from '../../map/symbols'
import { TOKENS, URGENCY_HUE } from '../../ui/tokens'
import type { Scene } from '../topic'
import { crowds } from '.'
import { zonesOf } from './data'
import { CrowdDetail } from './detail'
import { zoneFill } from './layer'
import { NO_LEVELS, nextLevels } from './levels'
import { tables } from './tables'

const NOW = Date.parse('2026-10-03T06:00:00Z')
const SCENE: Scene = { zoom: 9, flavour: 'night', lang: 'zh', selectedId: null }
const RING = [
  [108.17, 26.5],
  [108.171, 26.5],
  [108.171, 26.501],
  [108.17, 26.5],
] as const

const area = (id: string, over: Partial<ScenicArea> = {}): ScenicArea => ({
  id,
  name: '西江千户苗寨',
  nameEn: 'Xijiang',
  areaCode: '522634',
  position: [108.17, 26.5],
  positionGrade: 'B',
  instantCapacity: 1000,
  dailyCapacity: 4000,
  fictitious: true,
  openFromHour: 8,
  openToHour: 22,
  observedAt: NOW,
  zones: [{ id: 'z', name: '观景台', nameEn: null, ring: RING, usableM2: 100, m2PerPerson: 1 }],
  gates: [{ id: 'n', name: '北门', nameEn: null, position: [108.17, 26.5], widthM: 4 }],
  ...over,
})
const count = (
  id: string,
  entries: number,
  persons = 0,
  over: Partial<CrowdCount> = {},
  gate: Partial<GateCount> = {},
): CrowdCount => ({
  id,
  gates: [{ gateId: 'n', entries, exits: 0, inPerMin: 0, outPerMin: 0, downSince: null, ...gate }],
  zones: [{ zoneId: 'z', persons }],
  observedAt: NOW,
  ...over,
})

function reading(items: readonly unknown[] | null, quality: Quality): Reading {
  return {
    snapshot: items && { items, observedAt: NOW, rejected: [], rejectedCount: 0 },
    quality,
    flags: [],
    cause: null,
    detail: null,
    ageMs: 0,
  } as unknown as Reading
}

function derive(
  areas: readonly ScenicArea[] | null,
  counts: readonly CrowdCount[] | null,
  quality: Quality = 'live',
  register: Quality = 'live',
) {
  const readings = {
    'scenic-areas': reading(areas, register),
    crowd: reading(counts, quality),
  } as unknown as Readings
  const inputs = {
    readings,
    now: NOW,
    window: { from: 0, to: NOW },
    region: [0, 0, 1, 1] as const,
    areas: new Map(),
  }
  return crowds.derive(inputs, null)
}

type Data = ReturnType<typeof derive>

function ringOf(data: Data, scene: Partial<Scene> = {}) {
  const { painted } = crowds.depict(data, { ...SCENE, ...scene })
  const layer = painted.find(({ id }) => id === 'crowds-areas')?.layer
  const [item] = (layer?.props as unknown as { data: SymbolItem[] } | undefined)?.data ?? []
  return { ...(item?.spec as RingSymbol), label: item?.label }
}

/** What people read, in Chinese, without its marks. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

function panelOf(data: Data): string {
  const inputs = {} as Parameters<typeof crowds.derive>[0]
  return textOf(renderToStaticMarkup(createElement(crowds.Panel, { data, inputs })))
}

function detailOf(data: Data, id: string): string {
  return renderToStaticMarkup(createElement(CrowdDetail, { data, id }))
}

const attentionOf = (data: Data) =>
  crowds.attention(data).map(({ urgency, id }) => `${urgency} ${id}`)

it('expects counts as often as the feed promises them', () => {
  expect(CROWD_HEARTBEAT_MS).toBe(crowdFeed.heartbeatMs)
})

describe('two ladders, two entries', () => {
  it.each([
    [799, 0, []],
    [800, 0, ['p3 area:a']],
    [900, 0, ['p3 area:a']],
    [1000, 0, ['p2 area:a']],
    [100, 299, []],
    [100, 300, ['p3 zone:a/z']],
    [100, 400, ['p2 zone:a/z']],
    [100, 500, ['p1 zone:a/z']],
    [1000, 500, ['p1 zone:a/z', 'p2 area:a']],
    [850, 300, ['p3 zone:a/z', 'p3 area:a']],
  ])('%d of 1000 inside, %d persons on 100 m²: %j', (entries, persons, expected) => {
    expect(attentionOf(derive([area('a')], [count('a', entries, persons)]))).toEqual(expected)
  })

  it('puts the worst first, over all areas', () => {
    const data = derive(
      [area('a'), area('b'), area('c')],
      [count('a', 810), count('b', 950), count('c', 10, 450)],
    )
    expect(attentionOf(data)).toEqual(['p2 zone:c/z', 'p3 area:b', 'p3 area:a'])
  })

  it('tells which ladder speaks', () => {
    const data = derive([area('a')], [count('a', 850, 450)])
    expect(crowds.describe(data, 'area:a')).toMatchObject({
      urgency: 'p2',
      state: { zh: '达 80 %；4 人/m² 以上', en: 'at 80 %; ≥ 4 persons/m²' },
    })
    expect(crowds.describe(data, 'zone:a/z')).toMatchObject({
      title: { zh: '观景台' },
      urgency: 'p2',
      state: { zh: '4 人/m² 以上' },
    })
    const { ring, halo, label } = ringOf(data)
    expect([ring.arc, halo]).toEqual([URGENCY_HUE.p3, URGENCY_HUE.p2])
    expect(label?.text).toBe('西江千户苗寨 4.5 人/m²')
  })
})

describe('the ring', () => {
  it('is ink below the first line', () => {
    const { ring, halo } = ringOf(derive([area('a')], [count('a', 620, 250)]))
    expect(ring).toMatchObject({ share: 0.62, text: '62', stale: false, arc: TOKENS.night.ink1 })
    expect(halo).toBeUndefined()
  })

  it('is hatched and colourless while the feed is stale, and asks for nothing', () => {
    const data = derive([area('a')], [count('a', 1200, 600)], 'stale')
    const { ring, halo } = ringOf(data)
    expect(ring).toMatchObject({ stale: true, arc: TOKENS.night.ink3 })
    expect(halo).toBeUndefined()
    expect(zonesOf(data).map((zone) => zoneFill(zone, TOKENS.night)[3])).toEqual([0])
    expect(crowds.attention(data)).toEqual([])
    expect(crowds.describe(data, 'area:a')).toMatchObject({ urgency: null })
  })

  it('is stale alone when only its own counters are', () => {
    const old = { observedAt: NOW - 4 * MINUTE_MS }
    const data = derive([area('a'), area('b')], [count('a', 900, 0, old), count('b', 900)])
    expect(ringOf(data).ring.stale).toBe(true)
    expect(attentionOf(data)).toEqual(['p3 area:b'])
  })

  it('does not take a time from the future for fresh', () => {
    const ahead = { observedAt: NOW + 60 * MINUTE_MS }
    expect(attentionOf(derive([area('a')], [count('a', 900, 0, ahead)]))).toEqual([])
  })

  it.each([
    ['no count', derive([area('a')], [])],
    ['a lost feed', derive([area('a')], [count('a', 900)], 'lost')],
    ['no feed at all', derive([area('a')], null, 'lost')],
    [
      'an old count against no capacity',
      derive([area('a', { instantCapacity: 0 })], [count('a', 9)], 'stale'),
    ],
    ['a capacity of zero', derive([area('a', { instantCapacity: 0 })], [count('a', 9)])],
    [
      'a count that is long over',
      derive([area('a')], [count('a', 900, 0, { observedAt: NOW - 20 * MINUTE_MS })]),
    ],
  ])('says “—” for %s', (_, data) => {
    const { ring } = ringOf(data)
    expect(ring).toMatchObject({ share: null, text: '—', stale: false })
    expect(crowds.levels(data)).toContain('unknown')
    const share = crowds.describe(data, 'area:a')?.facts.find(({ label }) => label.zh === '占比 %')
    expect(share?.value).toBe('—')
  })

  it('goes on while only the register is old', () => {
    const data = derive([area('a')], [count('a', 900)], 'live', 'lost')
    expect(attentionOf(data)).toEqual(['p3 area:a'])
    expect(ringOf(data).label?.colour).toBe(TOKENS.night.ink3)
  })
})

describe('words and numbers', () => {
  const fact = (data: Data, id: string, zh: string) =>
    crowds.describe(data, id)?.facts.find(({ label }) => label.zh === zh)

  it('a share stands with its counts, and says that the capacity is fictitious', () => {
    const share = fact(derive([area('a')], [count('a', 620)]), 'area:a', '占比 %')
    expect(share).toMatchObject({ value: '62.0 %' })
    expect(share?.note?.en).toContain('620 / 1,000 (fictitious)')
    const real = derive([area('a', { fictitious: false })], [count('a', 620)])
    expect(fact(real, 'area:a', '占比 %')?.note?.en).not.toContain('fictitious')
  })

  it('a gate that is down makes an interval', () => {
    const down = { inPerMin: 5, outPerMin: 2, downSince: NOW - 10 * MINUTE_MS }
    const data = derive([area('a')], [count('a', 620, 0, {}, down)])
    expect(fact(data, 'area:a', '在园')?.value).toBe('620 (600–670)')
    expect(fact(data, 'area:a', '净流入 人/分')).toMatchObject({
      value: '—',
      note: { en: 'Gates counting 0 / 1' },
    })
  })

  it('a gate that counts backwards is zero and says so', () => {
    const data = derive([area('a')], [count('a', 5, 0, {}, { exits: 9 })])
    expect(fact(data, 'area:a', '在园')).toMatchObject({ value: '0' })
    expect(fact(data, 'area:a', '在园')?.note?.en).toContain('drifted')
  })

  it('a count without one of the gates is unknown and says why', () => {
    const data = derive([area('a')], [count('a', 5, 0, { gates: [] })])
    expect(fact(data, 'area:a', '在园')?.value).toBe('—')
    expect(fact(data, 'area:a', '在园')?.note?.en).toContain('missing')
  })
})

describe('panel and detail', () => {
  it('count shares over what is counted, and people over what has no capacity too', () => {
    const data = derive(
      [area('a'), area('b', { instantCapacity: 0 }), area('c'), area('d')],
      [count('a', 900), count('b', 50), count('c', 700, 0, {}, { inPerMin: 10 })],
    )
    const text = panelOf(data)
    expect(text).toContain('达 80 % 50.0 %（1 / 2）')
    expect(text).toContain('在园人数 1,650')
    expect(text).toContain('计数陈旧或缺失 25.0 %（1 / 4）')
    expect(text).toContain('最快达 80 % 10 分 · 西江千户苗寨')
    expect(text).toContain('（虚构）')
  })

  it('say “—” for a lost feed, never 0', () => {
    const text = panelOf(derive([area('a')], [count('a', 900)], 'lost'))
    expect(text).toContain('达 80 % — 在园人数 — ')
    expect(text).toContain('最快达 80 % —')
  })

  it('hatch a gate that is down, since when, and tell the zone’s own way out', () => {
    const down = { downSince: Date.parse('2026-10-03T05:41:00Z') }
    const data = derive([area('a')], [count('a', 620, 480, {}, down)])
    const html = detailOf(data, 'zone:a/z')
    expect(html).toMatch(/hatched[^>]*>计数中断自 13:41/)
    expect(textOf(html)).toContain('观景台 4.8 2 疏散 2 分')
    expect(detailOf(data, 'area:a')).toContain('北门')
    expect(detailOf(data, 'area:b')).toBe('')
  })
})

describe('layers and tables', () => {
  it('zones are drawn, listed and found when near', () => {
    const data = derive(
      [area('a'), area('b', { zones: [] })],
      [count('a', 1), count('unknown area', 9)],
    )
    const far = crowds.depict(data, SCENE)
    const near = crowds.depict(data, { ...SCENE, zoom: 13 })
    expect(far.painted.map(({ id, drawn }) => [id, drawn])).toEqual([['crowds-areas', 2]])
    expect(near.painted.map(({ id, drawn }) => [id, drawn])).toEqual([
      ['crowds-zones', 1],
      ['crowds-areas', 2],
    ])
    expect(near.hits.map(({ id }) => id)).toEqual(['area:a', 'area:b', 'zone:a/z'])
    for (const table of tables as unknown as readonly {
      layer: string
      rows: (of: typeof data) => unknown[]
    }[]) {
      const drawn = near.painted.find(({ id }) => id === table.layer)?.drawn
      expect(table.rows(data).length).toBe(drawn)
    }
  })

  it('has nothing to show before the first answer', () => {
    const data = derive(null, null, 'lost', 'lost')
    expect(crowds.count(data)).toBeNull()
    expect(crowds.depict(data, SCENE)).toEqual({ painted: [], hits: [] })
    expect(crowds.describe(data, 'area:a')).toBeNull()
    expect(crowds.describe(derive([area('a')], []), 'zone:a/no such zone')).toBeNull()
  })
})

describe('levels', () => {
  it('a step is left only once the count is well under it: nothing flickers about 80 %', () => {
    const at = (share: number) => [{ area: area('a'), share, zones: [] }] as unknown as AreaState[]
    const levelAfter = (...shares: number[]) =>
      shares.reduce((levels, share) => nextLevels(levels, at(share)), NO_LEVELS).management.get('a')
    expect(levelAfter(0.81)).toBe('over-80')
    expect(levelAfter(0.79)).toBe('below-80')
    expect(levelAfter(0.81, 0.79)).toBe('over-80')
    expect(levelAfter(0.81, 0.77)).toBe('below-80')
  })
})
