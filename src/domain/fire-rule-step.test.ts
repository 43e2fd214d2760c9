import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FireDevice, FireReading } from './fire'
import { DEVICE_SILENT_AFTER_MS } from './fire-readiness'
import type { RuleLine } from './fire-rule-line'
import { DEFAULT_RULE_PACK } from './fire-rule-pack'
import { type RuleState, stepRule, stepRules, UNSEEN } from './fire-rule-step'
import { SECOND_MS } from './time'

const START = Date.parse('2026-11-22T13:00:00Z')
const LINE: RuleLine = {
  buildingClass: 'street',
  kind: 'hydrant-pressure',
  condition: 'flowing',
  comparator: '>=',
  limit: 0.14,
  unit: 'MPa',
  hysteresis: 0.01,
  delayS: 60,
  clause: 'GB 50974-2014 7.2.8',
  sureness: '2',
  isAdvisory: false,
}
const DEVICE: FireDevice = {
  id: 'd',
  kind: 'hydrant-pressure',
  placeId: 'p',
  place: '中山路',
  placeEn: null,
  buildingClass: 'street',
  woodenHouses: null,
  // A device without a place on the map is watched like any other.
  position: null,
  areaCode: '520103',
  condition: 'flowing',
  observedAt: START,
}
const read = (value: number | null, s: number, over: Partial<FireReading> = {}): FireReading => ({
  id: 'd',
  states: ['normal'],
  code: null,
  value,
  unit: 'MPa',
  observedAt: START + s * SECOND_MS,
  ...over,
})
const step = (
  state: RuleState,
  reading: FireReading,
  { line = LINE, device = DEVICE, now = reading.observedAt } = {},
) => stepRule(state, line, device, reading, now)
/** Phases after each of `[value, second]`. */
const phases = (readings: readonly (readonly [number | null, number])[], line = LINE) => {
  let state = UNSEEN
  return readings.map(([value, s]) => {
    state = step(state, read(value, s), { line }).state
    return state.phase
  })
}
const BEYOND = { phase: 'beyond', since: START - 60_000, seenAt: START - 1_000 } as const

describe('a line of a pack', () => {
  it('rings when a value has been beyond it for 60 s', () => {
    expect(
      phases([
        [0.14, 0],
        [0.139, 10],
        [0.13, 69],
        [0.13, 70],
      ]),
    ).toEqual(['within', 'pending', 'pending', 'beyond'])
  })
  it('forgets a dip that was over before', () => {
    expect(
      phases([
        [0.13, 0],
        [0.14, 50],
        [0.13, 70],
        [0.13, 120],
      ]),
    ).toEqual(['pending', 'within', 'pending', 'pending'])
  })
  it('is over when a value comes back by the hysteresis, not before', () => {
    expect(step(BEYOND, read(0.149, 0)).state.phase).toBe('beyond')
    // 0.14 + 0.01 is a hair more than 0.15 in floating point.
    expect(step(BEYOND, read(0.15, 0)).state).toEqual({
      phase: 'within',
      since: START,
      seenAt: START,
    })
  })
  it('may be an upper limit', () => {
    const line = { ...LINE, comparator: '<=' as const, limit: 0.5 }
    const run = phases(
      [
        [0.5, 0],
        [0.51, 10],
        [0.51, 70],
        [0.495, 80],
        [0.49, 90],
      ],
      line,
    )
    expect(run).toEqual(['within', 'pending', 'beyond', 'beyond', 'within'])
  })
  it('may ring at once', () => {
    expect(phases([[0.1, 0]], { ...LINE, delayS: 0 })).toEqual(['beyond'])
  })
  it('does not count a silence into the delay', () => {
    const hole = DEVICE_SILENT_AFTER_MS / SECOND_MS + 1
    expect(
      phases([
        [0.1, 0],
        [0.1, hole],
        [0.1, hole + 60],
      ]),
    ).toEqual(['pending', 'pending', 'beyond'])
  })
  it('is never held against the other condition', () => {
    for (const condition of ['static', null] as const) {
      const device = { ...DEVICE, condition }
      expect(step(UNSEEN, read(0.01, 0), { device })).toEqual({
        state: UNSEEN,
        notHeld: 'condition',
      })
    }
    for (const line of DEFAULT_RULE_PACK.lines.filter((one) => one.condition === 'flowing')) {
      const device = {
        ...DEVICE,
        buildingClass: line.buildingClass,
        condition: 'static' as const,
      }
      expect(step(BEYOND, read(0.01, 0), { line, device }).notHeld).toBe('condition')
    }
  })
  it.each<[string, FireReading, object]>([
    ['no-value', read(null, 0), {}],
    ['unit', read(0.01, 0, { unit: null }), {}],
    ['unit', read(1, 0, { unit: 'm' }), {}],
    ['implausible', read(11, 0), {}],
    ['implausible', read(-0.01, 0), {}],
    ['implausible', read(Number.NaN, 0), {}],
    ['implausible', read(0.01, 0, { unit: 'V' }), {}],
    ['clock', read(0.01, 0), { now: START - 5_001 }],
    ['silent', read(0.01, 0), { now: START + DEVICE_SILENT_AFTER_MS + 1 }],
    ['out-of-order', read(0.2, -1), {}],
    ['other-device', read(0.01, 0), { device: { ...DEVICE, buildingClass: 'industrial' } }],
  ])('neither rings nor ends by what cannot be held against it: %s', (why, reading, how) => {
    expect(step(BEYOND, reading, how)).toEqual({ state: BEYOND, notHeld: why })
  })
})

describe('a device', () => {
  it('is held against every line that asks something of it', () => {
    const upper = { ...LINE, comparator: '<=' as const, limit: 0.5 }
    const pack = { ...DEFAULT_RULE_PACK, lines: [LINE, upper, { ...LINE, unit: 'm' as never }] }
    const states = stepRules({}, pack, DEVICE, read(0.6, 0), START)
    expect(Object.values(states).map(({ phase }) => phase)).toEqual(['within', 'pending', 'unseen'])
    expect(
      Object.keys(stepRules({}, pack, { ...DEVICE, kind: 'pump' }, read(1, 0), START)),
    ).toEqual([])
  })
  it('that chatters rings once, until it has truly come back', () => {
    const values = fc.array(
      fc.record({ value: fc.double({ min: 0.1, max: 0.2, noNaN: true }), gap: fc.nat(400) }),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(values, (all) => {
        let [state, s, best, lowFor] = [UNSEEN, 0, Number.POSITIVE_INFINITY, 0]
        for (const { value, gap } of all) {
          s += gap + 1
          const before = state.phase
          state = step(state, read(value, s)).state
          best = Math.max(best, value)
          lowFor = value < 0.14 - 1e-6 ? lowFor + 1 : value >= 0.14 ? 0 : lowFor
          if (state.phase === 'beyond' && before !== 'beyond') {
            expect(best).toBeGreaterThanOrEqual(0.15 - 1e-6)
            expect(lowFor).toBeGreaterThan(1)
            best = 0
          }
        }
      }),
    )
  })
})
