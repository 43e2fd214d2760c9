import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CrowdCount, GateCount, ScenicArea } from './crowd'
import { areaState, dangerLevel, managementLevel, occupancySample } from './crowd-occupancy'
import { MINUTE_MS } from './time'

const NOW = Date.parse('2026-10-03T06:00:00Z')

const area = (over: Partial<ScenicArea> = {}): ScenicArea => ({
  id: 'xijiang',
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
  zones: [{ id: 'z', name: '观景台', nameEn: null, ring: [], usableM2: 100, m2PerPerson: 1 }],
  gates: ['n', 's'].map((id) => ({
    id,
    name: id,
    nameEn: null,
    position: [108, 26] as const,
    widthM: 2,
  })),
  ...over,
})
const gate = (gateId: string, over: Partial<GateCount> = {}): GateCount => ({
  gateId,
  entries: 0,
  exits: 0,
  inPerMin: 0,
  outPerMin: 0,
  downSince: null,
  ...over,
})
const count = (gates: readonly GateCount[], persons = 0): CrowdCount => ({
  id: 'xijiang',
  gates,
  zones: [{ zoneId: 'z', persons }],
  observedAt: NOW,
})

describe('occupancy', () => {
  it('is entries less exits, and fills the capacity', () => {
    const state = areaState(
      area(),
      count([
        gate('n', { entries: 900, exits: 100, inPerMin: 12 }),
        gate('s', { entries: 50, exits: 150, outPerMin: 2 }),
      ]),
      NOW,
    )
    expect(state).toMatchObject({
      occupancy: 700,
      low: 700,
      high: 700,
      share: 0.7,
      level: 'below-80',
      netPerMin: 10,
      minutesTo80: 10,
    })
    expect(state.exitMinutes).toBeCloseTo(700 / 240)
  })

  it('becomes an interval while a gate’s counter is down', () => {
    const down = gate('s', {
      entries: 100,
      inPerMin: 5,
      outPerMin: 3,
      downSince: NOW - 20 * MINUTE_MS,
    })
    const state = areaState(
      area(),
      count([gate('n', { entries: 500, inPerMin: 4, outPerMin: 1 }), down]),
      NOW,
    )
    expect(state).toMatchObject({ occupancy: 600, low: 540, high: 700, netPerMin: 3 })
    const silent = gate('s', { entries: 100, downSince: NOW - 20 * MINUTE_MS })
    expect(
      areaState(
        area(),
        count([gate('n', { entries: 500, inPerMin: 4, outPerMin: 1 }), silent]),
        NOW,
      ),
    ).toMatchObject({ low: 580, high: 680 })
  })

  it('never falls under zero when a gate counts backwards, and says so', () => {
    const counts = count([gate('n', { entries: 5, exits: 9 }), gate('s')])
    expect(areaState(area(), counts, NOW)).toMatchObject({ occupancy: 0, isDrifted: true })
  })

  it('has no share of no capacity', () => {
    const state = areaState(
      area({ instantCapacity: 0 }),
      count([gate('n', { entries: 5, inPerMin: 1 }), gate('s')]),
      NOW,
    )
    expect(state).toMatchObject({ share: null, level: 'unknown', minutesTo80: null, occupancy: 5 })
  })

  it('is unknown without a count, never zero', () => {
    expect(areaState(area(), null, NOW)).toMatchObject({
      occupancy: null,
      share: null,
      level: 'unknown',
      netPerMin: null,
      exitMinutes: null,
    })
    expect(areaState(area(), count([gate('nobody')]), NOW).occupancy).toBeNull()
  })

  it('is unknown while the totals of one gate are missing; the zones still speak', () => {
    const state = areaState(area(), count([gate('n', { entries: 500, inPerMin: 3 })], 450), NOW)
    expect(state).toMatchObject({ occupancy: null, share: null, level: 'unknown', low: null })
    expect(state.gates.map((one) => one.count?.gateId ?? null)).toEqual(['n', null])
    expect(state.worstDanger).toBe('over-4')
  })

  it('counts a gate that the register does not know yet', () => {
    const gates = [gate('n', { entries: 10 }), gate('s'), gate('new', { entries: 90, exits: 20 })]
    expect(areaState(area(), count(gates), NOW).occupancy).toBe(80)
  })

  it('has no time of exit without a gate, and no minutes beyond a day', () => {
    expect(areaState(area({ gates: [] }), count([gate('new', { entries: 9 })]), NOW)).toMatchObject(
      { occupancy: 9, exitMinutes: null },
    )
    const trickle = count([gate('n', { entries: 5, inPerMin: 1e-300 }), gate('s')])
    expect(areaState(area(), trickle, NOW).minutesTo80).toBeNull()
  })

  it('empties a zone through all gates of its area', () => {
    const [zone] = areaState(area(), count([gate('n'), gate('s')], 480), NOW).zones
    expect(zone).toMatchObject({ persons: 480, perM2: 4.8, exitMinutes: 2 })
  })

  it('empties by open gates alone', () => {
    const counts = count([gate('n', { entries: 480 }), gate('s')], 240)
    const closed = (...ids: string[]) =>
      areaState(area(), counts, NOW, { closedGateIds: new Set(ids) })
    expect(closed('s')).toMatchObject({ exitMinutes: 4, zones: [{ exitMinutes: 2 }] })
    expect(closed('n', 's')).toMatchObject({ exitMinutes: null, zones: [{ exitMinutes: null }] })
  })

  it('leaves a sample, and none where nothing was ever counted', () => {
    const state = areaState(area(), count([gate('n', { entries: 5 }), gate('s')]), NOW)
    expect(occupancySample(state)).toEqual({ at: NOW, occupancy: 5, low: 5, high: 5 })
    expect(occupancySample(areaState(area(), count([]), NOW))).toMatchObject({ occupancy: null })
    expect(occupancySample(areaState(area(), null, NOW))).toBeNull()
  })

  it.each([
    [0, 'live'],
    [3 * MINUTE_MS, 'late'],
    [3 * MINUTE_MS + 1, 'stale'],
    [12 * MINUTE_MS + 1, 'lost'],
    [-MINUTE_MS, 'live'],
    [-MINUTE_MS - 1, 'stale'],
  ] as const)('observed %d ms ago is %s', (age, quality) => {
    const counts = { ...count([gate('n', { entries: 7 }), gate('s')]), observedAt: NOW - age }
    const state = areaState(area(), counts, NOW)
    expect(state.quality).toBe(quality)
    expect(state.occupancy).toBe(quality === 'lost' ? null : 7)
    expect(state.observedAt).toBe(NOW - age)
  })

  it('always lies in its own interval, and is finite', () => {
    const n = fc.integer({ min: 0, max: 50_000 })
    const anyGate = fc.record({
      entries: n,
      exits: n,
      inPerMin: fc.double({ min: 0, max: 500, noNaN: true }),
      outPerMin: fc.double({ min: 0, max: 500, noNaN: true }),
      downSince: fc.option(fc.integer({ min: NOW - 86_400_000, max: NOW + 60_000 })),
    })
    fc.assert(
      fc.property(anyGate, anyGate, fc.integer({ min: 0, max: 5000 }), (a, b, capacity) => {
        const state = areaState(
          area({ instantCapacity: capacity }),
          count([gate('n', a), gate('s', b)]),
          NOW,
        )
        const occupancy = state.occupancy as number
        expect(occupancy).toBeGreaterThanOrEqual(state.low as number)
        expect(occupancy).toBeLessThanOrEqual(state.high as number)
        for (const value of [state.share, state.minutesTo80, state.exitMinutes])
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
      }),
    )
  })
})

describe('two ladders, never one', () => {
  it.each([
    [0, 'below-80'],
    [0.7999, 'below-80'],
    [0.8, 'over-80'],
    [0.9, 'over-90'],
    [1, 'over-100'],
    [1.4, 'over-100'],
    [null, 'unknown'],
  ] as const)('a share of %s is %s', (share, level) => expect(managementLevel(share)).toBe(level))
  it.each([
    [1.99, 'under-2'],
    [2, 'over-2'],
    [3, 'over-3'],
    [4, 'over-4'],
    [5, 'over-5'],
    [9, 'over-5'],
  ] as const)('%s persons/m² is %s', (perM2, level) => expect(dangerLevel(perM2)).toBe(level))
  it('finds a dangerous zone in an area that is far from full', () => {
    const state = areaState(area(), count([gate('n', { entries: 450 }), gate('s')], 450), NOW)
    expect(state).toMatchObject({ level: 'below-80', worstDanger: 'over-4' })
  })
})
