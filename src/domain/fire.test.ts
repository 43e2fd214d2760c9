import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILDING_CLASSES, FIRE_STATES, type FireDevice, type FireReading } from './fire'
import { CLAUSES, judge } from './fire-clauses'
import { groupDevices } from './fire-grouping'
import {
  countUnregistered,
  DEVICE_SILENT_AFTER_MS,
  devicesNow,
  readinessOf,
  unchangedUntil,
  worstState,
} from './fire-readiness'

const NOW = Date.parse('2026-11-22T13:00:00Z')

const device = (over: Partial<FireDevice> = {}): FireDevice => ({
  id: 'd',
  kind: 'hydrant-pressure',
  placeId: 'p',
  place: '肇兴侗寨',
  placeEn: null,
  buildingClass: 'high-rise-public-1',
  woodenHouses: null,
  position: [109.2, 25.9],
  areaCode: '522631',
  condition: 'static',
  observedAt: NOW,
  ...over,
})
const reading = (over: Partial<FireReading> = {}): FireReading => ({
  id: 'd',
  states: ['normal'],
  code: null,
  value: 0.2,
  unit: 'MPa',
  observedAt: NOW,
  ...over,
})
const one = (d: Partial<FireDevice>, r: Partial<FireReading> | null) =>
  devicesNow([device(d)], r ? [reading(r)] : [], NOW)[0]

describe('clauses', () => {
  it('holds a reading against the line for its class and condition', () => {
    expect(judge(device(), reading({ value: 0.1 }))).toMatchObject({
      is: 'ok',
      clause: { clause: 'GB 50974-2014 5.2.2' },
    })
    expect(judge(device(), reading({ value: 0.099 })).is).toBe('below')
    expect(judge(device({ condition: 'flowing' }), reading({ value: 0.2 }))).toMatchObject({
      is: 'below',
      clause: { limit: 0.35 },
    })
    expect(
      judge(device({ buildingClass: 'street', condition: 'flowing' }), reading({ value: 0.14 })).is,
    ).toBe('ok')
  })
  it('never compares a flowing requirement with a static reading', () => {
    for (const buildingClass of BUILDING_CLASSES)
      for (const condition of ['static', 'flowing', null] as const) {
        const judged = judge(device({ buildingClass, condition }), reading({ value: 0.01 }))
        if (judged.is === 'below') expect(judged.clause.condition).toBe(condition)
      }
    expect(
      judge(device({ buildingClass: 'street', condition: 'static' }), reading({ value: 0.01 })),
    ).toEqual({ is: 'not-comparable', why: 'condition' })
    expect(CLAUSES.length).toBeGreaterThan(10)
  })
  it('holds each place, condition and kind against one line only', () => {
    const keys = CLAUSES.map((c) => `${c.kind} ${c.buildingClass} ${c.condition}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it.each([
    [-0.1, 'MPa'],
    [11, 'MPa'],
    [-0.1, null],
    [0.2, '%'],
    [220, 'V'],
  ] as const)('%s %s is implausible', (value, unit) => {
    expect(judge(device(), reading({ value, unit })).is).toBe('implausible')
  })
  it('compares nothing whose unit or building class is not told', () => {
    const untold = (why: string) => ({ is: 'not-comparable', why })
    expect(judge(device(), reading({ value: 0.01, unit: null }))).toEqual(untold('unit'))
    expect(judge(device(), reading({ value: 1, unit: 'm' }))).toEqual(untold('unit'))
    expect(judge(device({ buildingClass: 'unknown' }), reading({ value: 0.01 }))).toEqual(
      untold('class'),
    )
    const village = device({ kind: 'tank-level', buildingClass: 'wooden-village', condition: null })
    expect(judge(village, reading({ value: 38, unit: '%' }))).toEqual(untold('no-clause'))
  })
  it('holds a roof tank against its volume, and a level in metres against nothing', () => {
    const tank = device({ kind: 'tank-level', condition: null })
    expect(judge(tank, reading({ value: 35, unit: 'm³' }))).toMatchObject({
      is: 'below',
      clause: { clause: 'GB 50974-2014 5.2.1' },
    })
    expect(judge(tank, reading({ value: 36, unit: 'm³' })).is).toBe('ok')
    expect(judge(tank, reading({ value: 2, unit: 'm' })).is).toBe('not-comparable')
    expect(judge(tank, reading({ value: 120, unit: '%' })).is).toBe('implausible')
  })
  it('says nothing of what was not read', () => {
    expect(judge(device(), reading({ value: null })).is).toBe('no-value')
    expect(judge(device({ kind: 'smoke' }), reading()).is).toBe('not-comparable')
  })
})

describe('class of a device', () => {
  it('is the worst of its states, none merged', () => {
    expect(worstState(['normal', 'supervisory', 'fault'])).toBe('fault')
    expect(worstState(['disabled', 'alarm'])).toBe('alarm')
    expect(worstState(['unknown', 'normal'])).toBe('unknown')
    expect(worstState([])).toBe('unknown')
  })
  it('is unknown when nothing was heard for three heartbeats, or ever', () => {
    expect(one({}, { observedAt: NOW - DEVICE_SILENT_AFTER_MS - 1 })).toMatchObject({
      class: 'unknown',
      isSilent: true,
      isReady: false,
    })
    expect(one({}, { observedAt: NOW - DEVICE_SILENT_AFTER_MS })).toMatchObject({
      class: 'normal',
      isReady: true,
    })
    expect(one({}, null)).toMatchObject({ class: 'unknown', isReady: false })
  })
  it('does not forget a fire because its sensor burnt', () => {
    expect(
      one({}, { states: ['alarm'], observedAt: NOW - DEVICE_SILENT_AFTER_MS * 9 }),
    ).toMatchObject({ class: 'alarm', isSilent: true })
  })
  it('holds an old value against nothing', () => {
    const silent = one({}, { value: 0.01, observedAt: NOW - DEVICE_SILENT_AFTER_MS - 1 })
    expect(silent).toMatchObject({ class: 'unknown', judgement: { is: 'no-value' } })
    expect(readinessOf(silent ? [silent] : []).outside).toBe(0)
  })
  it('is told by the latest of two readings, in whichever order they come', () => {
    const both = [
      reading({ states: ['fault'], observedAt: NOW - 60_000 }),
      reading({ states: ['normal'], observedAt: NOW - 10_000 }),
    ]
    for (const order of [both, both.toReversed()])
      expect(devicesNow([device()], order, NOW)).toMatchObject([{ class: 'normal' }])
  })
  it('is shown of registered devices only; the others are counted', () => {
    const readings = [reading(), reading({ id: 'x' }), reading({ id: 'x' })]
    expect(devicesNow([device()], readings, NOW)).toHaveLength(1)
    expect(countUnregistered([device()], readings)).toBe(1)
  })
  it('does not believe a reading from the future', () => {
    expect(one({}, { observedAt: NOW + 60_000 })).toMatchObject({
      class: 'unknown',
      isClockSuspect: true,
    })
  })
  it('is not ready below its clause though it calls itself normal', () => {
    expect(one({}, { value: 0.05 })).toMatchObject({ class: 'normal', isReady: false })
  })
})

const anyDevices = fc.array(
  fc.record({
    position: fc.option(fc.constant([109, 26] as const)),
    areaCode: fc.constantFrom('522631', '522622', '520103'),
    placeId: fc.constantFrom('a', 'b', 'c'),
    states: fc.subarray([...FIRE_STATES]),
    value: fc.double({ min: -1, max: 12, noNaN: true }),
    ago: fc.integer({ min: -60_000, max: 3_600_000 }),
  }),
  { maxLength: 60 },
)
const world = (
  all: readonly {
    position: readonly [number, number] | null
    areaCode: string
    placeId: string
    states: FireReading['states']
    value: number
    ago: number
  }[],
) =>
  devicesNow(
    all.map((d, i) =>
      device({ id: `d${i}`, position: d.position, areaCode: d.areaCode, placeId: d.placeId }),
    ),
    all.map((d, i) =>
      reading({ id: `d${i}`, states: d.states, value: d.value, observedAt: NOW - d.ago }),
    ),
    NOW,
  )

describe('counts', () => {
  it('put everybody into one class and the unknown into the denominator', () => {
    fc.assert(
      fc.property(anyDevices, (all) => {
        const { classes, ready, unknown, all: n } = readinessOf(world(all))
        expect(Object.values(classes).reduce((a, b) => a + b, 0)).toBe(n)
        expect(ready).toBeLessThanOrEqual(n - unknown)
      }),
    )
  })
  it('are conserved by every grouping', () => {
    fc.assert(
      fc.property(
        anyDevices,
        fc.constantFrom('prefecture' as const, 'county' as const, 'place' as const),
        (all, by) => {
          const devices = world(all)
          const placed = devices.filter(({ device: d }) => d.position)
          const groups = groupDevices(devices, by)
          const sum = (read: (g: (typeof groups)[number]) => number) =>
            groups.reduce((s, g) => s + read(g), 0)
          expect(sum((g) => g.readiness.all)).toBe(placed.length)
          expect(sum((g) => g.readiness.ready)).toBe(readinessOf(placed).ready)
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
        },
      ),
    )
  })
})

it('tells until when the clock alone changes no device', () => {
  const silence = [
    0,
    DEVICE_SILENT_AFTER_MS - 1,
    DEVICE_SILENT_AFTER_MS,
    DEVICE_SILENT_AFTER_MS + 1,
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...silence), fc.integer({ min: -60_000, max: 400_000 }))),
      (ages) => {
        const all = ages.map((_, i) => device({ id: `d${i}` }))
        const readings = ages.map((age, i) => reading({ id: `d${i}`, observedAt: NOW - age }))
        const at = (now: number) => devicesNow([...all, device()], readings, now)
        const until = unchangedUntil(at(NOW))
        if (until === Infinity) {
          expect(at(NOW + 86_400_000)).toEqual(at(NOW))
          return
        }
        expect(until).toBeGreaterThanOrEqual(NOW)
        expect(at(until)).toEqual(at(NOW))
        expect(at(until + 1)).not.toEqual(at(NOW))
      },
    ),
  )
})
