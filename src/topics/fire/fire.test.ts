import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Reading, Readings } from '../../api/reading'
import type { FireDevice, FireReading } from '../../domain/fire'
import { DEVICE_SILENT_AFTER_MS } from '../../domain/fire-readiness'
import type { Quality } from '../../domain/quality'
import type { SymbolItem } from '../../map/symbols'
import { TOKENS, URGENCY_HUE } from '../../ui/tokens'
import type { Scene } from '../topic'
import { fire } from '.'
import { FireDetail } from './detail'
import { waterNear } from './water-near'

const NOW = Date.parse('2026-11-22T13:00:00Z')
const FAR: Scene = { zoom: 6.5, flavour: 'night', lang: 'zh', selectedId: null }
const AT_PLACES: Scene = { ...FAR, zoom: 12 }
const NEAR: Scene = { ...FAR, zoom: 15 }

const device = (id: string, over: Partial<FireDevice> = {}): FireDevice => ({
  id,
  kind: 'smoke',
  placeId: 'zhaoxing',
  place: '肇兴侗寨',
  placeEn: 'Zhaoxing',
  buildingClass: 'wooden-village',
  woodenHouses: 620,
  position: [109.2, 25.9],
  areaCode: '522631',
  condition: null,
  observedAt: NOW,
  ...over,
})
const reading = (id: string, over: Partial<FireReading> = {}): FireReading => ({
  id,
  states: ['normal'],
  code: null,
  value: null,
  unit: null,
  observedAt: NOW - 20_000,
  ...over,
})
const hydrant = (id: string, over: Partial<FireDevice> = {}) =>
  device(id, {
    kind: 'hydrant-pressure',
    buildingClass: 'high-rise-public-1',
    condition: 'static',
    woodenHouses: null,
    ...over,
  })
const pressure = (id: string, value: number, over: Partial<FireReading> = {}) =>
  reading(id, { value, unit: 'MPa', ...over })

function feed(items: readonly unknown[] | null, quality: Quality): Reading {
  return {
    snapshot: items && { items, observedAt: NOW, rejected: [], rejectedCount: 0 },
    quality,
    flags: [],
    cause: null,
    detail: null,
    ageMs: 0,
  } as unknown as Reading
}
function inputsOf(
  devices: readonly FireDevice[],
  readings: readonly FireReading[],
  q: Quality,
  register: Quality = 'live',
) {
  return {
    readings: {
      'fire-devices': feed(devices, register),
      'fire-readings': feed(readings, q),
    } as unknown as Readings,
    now: NOW,
    window: { from: 0, to: NOW },
    region: [0, 0, 1, 1] as const,
    areas: new Map([['522600', { zh: '黔东南州', en: 'Qiandongnan' }]]),
  }
}
const derive = (
  devices: readonly FireDevice[],
  readings: readonly FireReading[],
  quality: Quality = 'live',
) => fire.derive(inputsOf(devices, readings, quality), null)

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const panelOf = (devices: readonly FireDevice[], readings: readonly FireReading[], q?: Quality) => {
  const inputs = inputsOf(devices, readings, q ?? 'live')
  const data = fire.derive(inputs, null)
  return textOf(renderToStaticMarkup(createElement(fire.Panel, { data, inputs })))
}
const detailOf = (data: ReturnType<typeof derive>, id: string) =>
  textOf(renderToStaticMarkup(createElement(FireDetail, { data, id })))

function itemsOf(data: ReturnType<typeof derive>, scene: Scene, layer: string) {
  const painted = fire.depict(data, scene).painted.find(({ id }) => id === layer)
  return (painted?.layer.props as unknown as { data: SymbolItem[] } | undefined)?.data ?? []
}
const ids = (items: readonly SymbolItem[]) => items.map(({ id }) => id)

/** One of each class, in one village. */
const ALL = ['alarm', 'fault', 'supervisory', 'disabled', 'normal'] as const
const village = ALL.map((state) => device(state))
const villageReadings = ALL.map((state) => reading(state, { states: [state] }))
const whole = derive(
  [...village, device('mute')],
  [...villageReadings, reading('mute', { observedAt: NOW - DEVICE_SILENT_AFTER_MS - 1 })],
)

describe('on the map', () => {
  it('merges no two classes: each has its own shape, and each that is urgent its own hue', () => {
    const items = [...itemsOf(whole, NEAR, 'fire-devices'), ...itemsOf(whole, NEAR, 'fire-alarms')]
    const specs = items.map(({ spec }) => ('shape' in spec ? spec : null))
    expect(new Set(specs.map((spec) => spec?.shape)).size).toBe(6)
    const hues = Object.values(URGENCY_HUE) as string[]
    expect(specs.filter((spec) => spec && hues.includes(spec.fill))).toHaveLength(4)
  })

  it('draws a fire alone, far out as well, over the pill that counts it', () => {
    expect(ids(itemsOf(whole, FAR, 'fire-devices'))).toEqual(['prefecture:5226'])
    expect(ids(itemsOf(whole, FAR, 'fire-alarms'))).toEqual(['device:alarm'])
    for (const scene of [FAR, AT_PLACES, NEAR]) {
      const [devices, alarms] = fire.depict(whole, scene).painted
      expect([devices?.drawn, alarms?.drawn, alarms?.band]).toEqual([6, 1, 'alert'])
    }
  })

  it('leads a pill with the worst that is in it, in colour only where it burns', () => {
    const pillOf = (states: readonly (typeof ALL)[number][]) => {
      const data = derive(
        village,
        village.map(({ id }, i) => reading(id, { states: [states[i] ?? 'normal'] })),
      )
      const spec = itemsOf(data, FAR, 'fire-devices')[0]?.spec
      return spec && 'pill' in spec ? spec.pill : null
    }
    expect(pillOf(['alarm', 'fault'])).toMatchObject({
      shape: 'flame',
      shapeFill: URGENCY_HUE.p1,
      text: '5',
    })
    expect(pillOf(['fault', 'disabled'])).toMatchObject({ shape: 'bolt', known: 0.6 })
    expect(pillOf(['fault'])).not.toHaveProperty('shapeFill')
    expect(pillOf(['disabled'])).toMatchObject({ shape: 'check', known: 0.8, unknown: 0 })
  })

  it('draws the only device of a place as itself', () => {
    const data = derive(
      [...village, hydrant('street', { placeId: 's1', buildingClass: 'street' })],
      [...villageReadings, pressure('street', 0.2)],
    )
    expect(ids(itemsOf(data, AT_PLACES, 'fire-devices'))).toEqual([
      'place:zhaoxing',
      'device:street',
    ])
  })

  it('finds every pill and every device where it is drawn', () => {
    for (const scene of [FAR, AT_PLACES, NEAR])
      for (const hit of fire.depict(whole, scene).hits)
        expect(fire.describe(whole, hit.id), hit.id).not.toBeNull()
    const [pill] = fire.depict(whole, FAR).hits
    expect(pill).toMatchObject({ id: 'prefecture:5226', offsetPx: [0, 30] })
  })

  it('shows no hue from data that are stale', () => {
    const stale = derive(village, villageReadings, 'stale')
    const fills = [
      ...itemsOf(stale, NEAR, 'fire-devices'),
      ...itemsOf(stale, NEAR, 'fire-alarms'),
    ].map(({ spec }) => ('shape' in spec ? spec.fill : null))
    expect(new Set(fills)).toEqual(new Set([TOKENS.night.ink2]))
    const hatched = (data: typeof stale, scene: Scene) =>
      new Set(
        itemsOf(data, scene, 'fire-devices').map(({ spec }) =>
          'pill' in spec ? spec.pill.stale : 'shape' in spec && spec.stale,
        ),
      )
    const now = derive(village, villageReadings)
    for (const scene of [FAR, NEAR]) {
      expect(hatched(stale, scene)).toEqual(new Set([true]))
      expect(hatched(now, scene)).toEqual(new Set([undefined]))
    }
  })
})

describe('in words', () => {
  it('holds a value against its clause, and says which', () => {
    const data = derive([hydrant('h')], [pressure('h', 0.06)])
    const fact = fire.describe(data, 'device:h')?.facts.find(({ value }) => value === '0.06 MPa')
    expect(fact?.note?.zh).toBe('< 0.10 MPa，GB 50974-2014 5.2.2 [2]')
    expect(fact?.urgency).toBe('p3')
  })

  it('does not round a pressure up to its limit', () => {
    const data = derive([hydrant('h')], [pressure('h', 0.098)])
    expect(fire.describe(data, 'device:h')?.facts.map(({ value }) => value)).toContain('0.098 MPa')
  })

  it('says that a clause is advisory, and why another cannot be compared', () => {
    const advisory = hydrant('a', { buildingClass: 'multi-storey-residential' })
    const street = hydrant('s', { buildingClass: 'street' })
    const data = derive([advisory, street], [pressure('a', 0.05), pressure('s', 0.05)])
    const notes = (id: string) => fire.describe(data, id)?.facts.map(({ note }) => note?.zh)
    expect(notes('device:a')).toContain('< 0.07 MPa，GB 50974-2014 5.2.2（宜） [2]')
    expect(notes('device:s')).toContain('条文与读数的工况（静压、动压）不同，不对照')
  })

  it('shows what this build does not know as unknown with its code, and counts it so', () => {
    const data = derive(
      [device('v')],
      [reading('v', { states: ['unknown', 'disabled'], code: 131 })],
    )
    expect(data.readiness?.classes).toMatchObject({ unknown: 0, disabled: 1 })
    expect(fire.describe(data, 'device:v')?.facts[0]?.value).toMatchObject({
      zh: '未知(131)、屏蔽',
    })
    const only = derive([device('v')], [reading('v', { states: ['unknown'], code: 131 })])
    expect(only.readiness).toMatchObject({ ready: 0, unknown: 1 })
    expect(fire.describe(only, 'device:v')?.state.zh).toBe('未知(131)')
  })

  it('holds the value of a silent device against nothing', () => {
    const old = { observedAt: NOW - DEVICE_SILENT_AFTER_MS - 1 }
    const data = derive([hydrant('h')], [pressure('h', 0.01, old)])
    expect(data.readiness).toMatchObject({ outside: 0, unknown: 1 })
    expect(fire.attention(data)).toEqual([])
    const fact = fire.describe(data, 'device:h')?.facts[1]
    expect([fact?.value, fact?.note?.en]).toEqual(['0.01 MPa', 'nothing heard for over 6 min'])
  })

  it('counts a place as the sum of its devices', () => {
    const place = fire.describe(whole, 'place:zhaoxing')
    expect(place?.title.zh).toBe('肇兴侗寨')
    expect(place?.urgency).toBe('p1')
    expect(place?.facts[0]?.value).toMatchObject({ zh: '16.7 %（1 / 6）' })
    expect(place?.facts.slice(1, 7).map(({ value }) => value)).toEqual([
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
    ])
    expect(fire.describe(whole, 'place:nowhere')).toBeNull()
    expect(fire.describe(whole, 'county:522631')?.title.zh).toContain('522631')
    expect(fire.describe(whole, 'prefecture:5226')?.title.zh).toContain('黔东南州')
  })

  it('knows nothing of a place whose feed is lost', () => {
    const lost = derive(village, villageReadings, 'lost')
    const place = fire.describe(lost, 'place:zhaoxing')
    expect(place?.urgency).toBeNull()
    expect(place?.facts.slice(0, 7).map(({ value }) => value)).toEqual([
      { zh: '—', en: '—' },
      ...Array(6).fill('—'),
    ])
  })
})

describe('beside the map', () => {
  it('panel: six counts, readiness with its counts, below, odd ones', () => {
    const devices = [
      ...village,
      hydrant('low'),
      hydrant('broken'),
      hydrant('off', { position: null }),
    ]
    const readings = [
      ...villageReadings,
      pressure('low', 0.06),
      pressure('broken', -0.2),
      pressure('off', 0.3),
      reading('stranger'),
    ]
    const text = panelOf(devices, readings)
    expect(text).toMatch(/火警 1 故障 1 监管 1 屏蔽 1 未知 0 正常 4/)
    expect(text).toContain('25.0 %（2 / 8）')
    expect(text).toMatch(/不符合 GB 50974-2014 条文 1/)
    expect(text).toMatch(/读数不可信 1 · 无坐标 1 · 名录外读数 1/)
  })

  it('panel: nothing is zero while the readings are lost', () => {
    const text = panelOf(village, villageReadings, 'lost')
    expect(text).toMatch(/火警 — 故障 — 监管 — 屏蔽 — 未知 — 正常 —/)
    expect(text).toContain('就绪 —')
  })

  it('detail: the worst first, a place whole, an area by what is not ready', () => {
    expect(detailOf(whole, 'place:zhaoxing')).toMatch(
      /此处设备 6 .*火警.*故障.*监管.*屏蔽.*未知.*正常/,
    )
    expect(detailOf(whole, 'county:522631')).toMatch(/未就绪 5 /)
    expect(detailOf(whole, 'device:normal')).toMatch(/同一地点 5 .*火警/)
    const lone = derive([device('a')], [reading('a')])
    expect(detailOf(lone, 'device:a')).toBe('')
    expect(detailOf(lone, 'county:522631')).toContain('全部就绪')
  })
})

describe('what needs attention', () => {
  const states = ['alarm', 'fault', 'supervisory'] as const

  it('comes worst first, water by how little of its clause is left, and is not cut short', () => {
    const many = Array.from({ length: 90 }, (_, i) => hydrant(`h${i}`))
    const devices = [...many, device('pump', { kind: 'pump' }), device('f'), device('s')]
    const data = derive(devices, [
      ...many.map(({ id }, i) => pressure(id, 0.09 - i / 1000)),
      reading('pump', { states: ['fault'] }),
      reading('f', { states: ['alarm'] }),
      reading('s', { states: ['supervisory'] }),
    ])
    const list = fire.attention(data)
    expect(list.slice(0, 4).map(({ id, urgency }) => `${urgency} ${id}`)).toEqual([
      'p1 device:f',
      'p2 device:pump',
      'p3 device:s',
      'p3 device:h89',
    ])
    expect(list).toHaveLength(93)
  })

  it('is the same with an old register: its devices speak for themselves', () => {
    const inputs = inputsOf(village, villageReadings, 'live', 'lost')
    const data = fire.derive(inputs, null)
    expect(fire.attention(data).map(({ id }) => id)).toEqual(['device:alarm', 'device:supervisory'])
    expect(data.readiness?.ready).toBe(1)
    const html = renderToStaticMarkup(createElement(fire.Panel, { data, inputs }))
    expect(textOf(html)).toContain('20.0 %（1 / 5）')
  })

  it('is a fire only, where the data are stale', () => {
    const devices = states.map((state) => device(state, { kind: 'pump' }))
    const readings = states.map((state) => reading(state, { states: [state] }))
    expect(fire.attention(derive(devices, readings))).toHaveLength(3)
    expect(fire.attention(derive(devices, readings, 'stale')).map(({ id }) => id)).toEqual([
      'device:alarm',
    ])
  })
})

describe('water near a place', () => {
  const place = [109.2, 25.9] as const
  const near = hydrant('near', { position: [109.21, 25.9] })
  const far = hydrant('far', { position: [109.23, 25.9] })
  const told = (readings: readonly FireReading[], q: Quality = 'live', devices = [far, near]) =>
    waterNear(fire.derive(inputsOf(devices, readings, q), null), place)

  it('is the pressure of the nearest hydrant, held against its clause', () => {
    expect(told([pressure('near', 0.06), pressure('far', 0.5)])).toMatchObject({
      title: { zh: '最近消火栓 1.0 km' },
      value: '0.06',
      unit: { zh: 'MPa 静压' },
      line: { zh: '应 ≥ 0.10 MPa' },
      verdict: { zh: '不符合' },
      feeds: ['fire-readings'],
    })
    expect(told([pressure('near', 0.3)])).toMatchObject({ verdict: { zh: '符合' } })
  })

  it('is unknown where its reading is old, missing or lost', () => {
    const old = { observedAt: NOW - DEVICE_SILENT_AFTER_MS - 1 }
    expect(told([pressure('near', 0.3, old)])).toMatchObject({ value: '—', line: null })
    expect(told([pressure('far', 0.3)])).toMatchObject({ value: '—' })
    expect(told([pressure('near', 0.3)], 'lost')).toMatchObject({ value: '—' })
  })

  it('is nothing where no hydrant is within reach', () => {
    expect(told([], 'live', [hydrant('away', { position: [109.4, 25.9] }), device('smoke')])).toBe(
      null,
    )
  })
})

describe('derive', () => {
  it('keeps its devices while the clock alone goes on, and lets one fall silent in time', () => {
    const told = [reading('a'), reading('b', { observedAt: NOW - 90_000 })]
    const inputs = inputsOf([device('a'), device('b')], told, 'live')
    const at = (now: number) => fire.derive({ ...inputs, now }, null)
    const first = at(NOW)
    expect(at(NOW + 5_000).devices).toBe(first.devices)
    const silent = at(NOW - 90_000 + DEVICE_SILENT_AFTER_MS + 1)
    expect(silent.devices?.map(({ isSilent }) => isSilent)).toEqual([false, true])
    expect(at(NOW).devices?.every(({ isSilent }) => !isSilent)).toBe(true)
    expect(at(NOW + 5_000).now).toBe(NOW + 5_000)
  })
})
