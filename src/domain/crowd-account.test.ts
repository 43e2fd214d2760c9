import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CrowdCount, GateCount, ScenicArea } from './crowd'
import { type CrowdAccount, creditedCount, enterCount, NO_ACCOUNT } from './crowd-account'
import { resetBefore, unseenWhileDown } from './crowd-counters'
import { areaState } from './crowd-occupancy'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

/** 2026-10-03 00:00 on the province's clock. */
const MIDNIGHT = Date.parse('2026-10-02T16:00:00Z')
const NOON = MIDNIGHT + 12 * HOUR_MS

const area: ScenicArea = {
  id: 'xijiang',
  name: '西江千户苗寨',
  nameEn: null,
  areaCode: '522634',
  position: [108.17, 26.5],
  positionGrade: 'B',
  instantCapacity: 1000,
  dailyCapacity: 4000,
  fictitious: true,
  openFromHour: 8,
  openToHour: 22,
  observedAt: NOON,
  zones: [],
  gates: ['n', 's'].map((id) => ({ id, name: id, nameEn: null, position: [108, 26], widthM: 2 })),
}
const gate = (gateId: string, entries: number, exits = 0, over: Partial<GateCount> = {}) => ({
  gateId,
  entries,
  exits,
  inPerMin: 0,
  outPerMin: 0,
  downSince: null,
  ...over,
})
const counted = (observedAt: number, ...gates: readonly GateCount[]): CrowdCount => ({
  id: 'xijiang',
  gates,
  zones: [],
  observedAt,
})
const entered = (...counts: readonly CrowdCount[]) =>
  counts.reduce<CrowdAccount>(
    (account, count) => enterCount(account, count, area.gates, count.observedAt),
    NO_ACCOUNT,
  )
/** What the area looks like at the last of the counts, all of them entered. */
const stateAfter = (...counts: readonly CrowdCount[]) => {
  const last = counts.at(-1) as CrowdCount
  return areaState(area, last, last.observedAt, { account: entered(...counts) })
}

it('resets on the province’s midnight', () => {
  expect(resetBefore(NOON)).toBe(MIDNIGHT)
  expect(resetBefore(MIDNIGHT)).toBe(MIDNIGHT)
  expect(resetBefore(MIDNIGHT - 1)).toBe(MIDNIGHT - DAY_MS)
})

describe('a total that falls without a reset', () => {
  const fallen = [
    counted(NOON, gate('n', 900, 100, { inPerMin: 12, outPerMin: 6 }), gate('s', 50, 50)),
    counted(NOON + MINUTE_MS, gate('n', 0, 0), gate('s', 50, 50)),
  ]
  it('is no departure, and widens the interval by what the gate may have carried', () => {
    expect(stateAfter(...fallen)).toMatchObject({ occupancy: 800, low: 794, high: 812 })
    expect(entered(...fallen).get('n')).toMatchObject({ backwardsAt: NOON + MINUTE_MS })
    expect(entered(...fallen).get('s')).toMatchObject({ backwardsAt: null })
  })
  it('is counted on from, whatever it fell to', () => {
    const on = counted(NOON + 2 * MINUTE_MS, gate('n', 30, 10), gate('s', 50, 50))
    expect(stateAfter(...fallen, on)).toMatchObject({ occupancy: 820, low: 814, high: 832 })
    const partly = [
      fallen[0] as CrowdCount,
      counted(NOON + 1, gate('n', 880, 103), gate('s', 50, 50)),
    ]
    expect(stateAfter(...partly)).toMatchObject({ occupancy: 797 })
  })
  it('is forgotten on the next day', () => {
    const next = counted(NOON + DAY_MS, gate('n', 700, 0), gate('s', 0))
    expect(stateAfter(...fallen, next)).toMatchObject({ occupancy: 700, low: 700, high: 700 })
    expect(entered(...fallen, next).get('n')).toMatchObject({ backwardsAt: null })
  })
})

describe('the nightly reset', () => {
  const before = counted(MIDNIGHT - MINUTE_MS, gate('n', 900, 880), gate('s', 40, 40))
  it('begins the day again at zero, and the persons left over with it', () => {
    const state = stateAfter(before, counted(MIDNIGHT + MINUTE_MS, gate('n', 3, 1), gate('s', 0)))
    expect(state).toMatchObject({ occupancy: 2, low: 2, high: 2, isDrifted: false })
  })
  it('may come late: until then the day is counted from yesterday’s totals', () => {
    const late = counted(MIDNIGHT + MINUTE_MS, gate('n', 905, 881), gate('s', 0))
    expect(stateAfter(before, late)).toMatchObject({ occupancy: 4 })
    expect(entered(before, late).get('n')).toMatchObject({ reset: 'awaited' })
    const come = counted(MIDNIGHT + 9 * HOUR_MS, gate('n', 2, 0), gate('s', 0))
    expect(stateAfter(before, late, come)).toMatchObject({ occupancy: 6, high: 6 })
    expect(entered(before, late, come).get('n')).toMatchObject({ reset: 'done', backwardsAt: null })
  })
  it('may come early by the counter’s clock, and is then no fault', () => {
    const early = counted(MIDNIGHT - 30_000, gate('n', 2, 0, { inPerMin: 9 }), gate('s', 40, 40))
    expect(entered(before, early).get('n')).toMatchObject({ reset: 'early', backwardsAt: null })
    expect(stateAfter(before, early)).toMatchObject({ occupancy: 20, low: 20, high: 20 })
    const next = counted(MIDNIGHT + 1, gate('n', 5, 0), gate('s', 0))
    expect(entered(before, early, next).get('n')).toMatchObject({ reset: 'done' })
    expect(stateAfter(before, early, next)).toMatchObject({ occupancy: 5 })
  })
  it('is believed where nobody watched it: totals may have outgrown yesterday’s', () => {
    const noon = counted(NOON, gate('n', 1500, 900), gate('s', 41, 40))
    expect(stateAfter(before, noon)).toMatchObject({ occupancy: 601 })
    expect(entered(before, noon).get('n')).toMatchObject({ reset: 'done' })
  })
})

describe('a gate whose counter is down', () => {
  const up = counted(NOON, gate('n', 500, 0, { inPerMin: 4, outPerMin: 1 }), gate('s', 100, 0))
  const at = NOON + 20 * MINUTE_MS
  const n = gate('n', 500, 0, { inPerMin: 4, outPerMin: 1 })
  const down = counted(at, n, gate('s', 100, 0, { downSince: NOON }))
  const back = (entries: number) => counted(at + MINUTE_MS, n, gate('s', entries, 0))
  it('leaves its interval behind when it is up again, until the reset', () => {
    expect(stateAfter(up, down)).toMatchObject({ occupancy: 600, low: 580, high: 680 })
    expect(stateAfter(up, down, back(100))).toMatchObject({ occupancy: 600, low: 579, high: 684 })
    const nextDay = counted(NOON + DAY_MS, gate('n', 5), gate('s', 5))
    expect(stateAfter(up, down, back(100), nextDay)).toMatchObject({ low: 10, high: 10 })
  })
  it('narrows it by what it adds at once on its return', () => {
    expect(stateAfter(up, down, back(160))).toMatchObject({ occupancy: 660, low: 639, high: 684 })
    expect(stateAfter(up, down, back(400))).toMatchObject({ occupancy: 900, high: 900 })
  })
  it('begins again at zero on its return without taking anybody out', () => {
    expect(stateAfter(up, down, back(0))).toMatchObject({ occupancy: 600, low: 579, high: 684 })
  })
  it('is reckoned from the reset where it has been down since yesterday', () => {
    const since = gate('s', 0, 0, { downSince: MIDNIGHT - DAY_MS })
    expect(unseenWhileDown(since, [n, since], area.gates, MIDNIGHT + HOUR_MS)).toEqual({
      in: 240,
      out: 60,
    })
  })
  it('takes the planned flow where nothing else can be judged by', () => {
    const blind = gate('s', 0, 0, { downSince: NOON })
    const passed = { in: 1200, out: 1200 }
    expect(unseenWhileDown(blind, [blind], area.gates, NOON + 10 * MINUTE_MS)).toEqual(passed)
  })
})

describe('what is not entered', () => {
  const first = counted(NOON, gate('n', 500), gate('s', 0))
  it('a count from the future: it would shut out all that follow', () => {
    const future = counted(NOON + DAY_MS, gate('n', 0), gate('s', 0))
    const account = enterCount(entered(first), future, area.gates, NOON)
    expect(account.get('n')).toMatchObject({ lastAt: NOON, backwardsAt: null })
  })
  it('a count that is no newer than the last', () => {
    expect(entered(first, counted(NOON, gate('n', 9))).get('n')).toMatchObject({
      backwardsAt: null,
      last: { entries: 500 },
    })
    expect(entered(first, counted(NOON - 1, gate('n', 9))).get('n')?.backwardsAt).toBeNull()
  })
  it('a gate that is missing: its account waits for it', () => {
    const without = counted(NOON + MINUTE_MS, gate('s', 0))
    expect(entered(first, without).get('n')).toMatchObject({ lastAt: NOON })
  })
})

it('credits every true passage of a day through any falls, and none twice', () => {
  const event = fc.record({
    come: fc.nat(50),
    go: fc.nat(50),
    restarts: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let [entries, exits, trueIn, trueOut] = [0, 0, 0, 0]
      let account = entered(counted(NOON, gate('n', 0)))
      events.forEach(({ come, go, restarts }, i) => {
        // A counter that restarts is read at zero before it counts on.
        if (restarts) [entries, exits] = [0, 0]
        else
          [entries, exits, trueIn, trueOut] = [
            entries + come,
            exits + go,
            trueIn + come,
            trueOut + go,
          ]
        const now = NOON + (i + 1) * MINUTE_MS
        account = enterCount(account, counted(now, gate('n', entries, exits)), area.gates, now)
      })
      const [credited] = creditedCount(account, counted(0, gate('n', entries, exits))).gates
      expect(credited).toMatchObject({ entries: trueIn, exits: trueOut })
    }),
  )
})

it('keeps occupancy in its interval whatever the counters do', () => {
  const any = fc.record({
    entries: fc.nat(5000),
    exits: fc.nat(5000),
    inPerMin: fc.nat(200),
    outPerMin: fc.nat(200),
    isDown: fc.boolean(),
    afterMs: fc.integer({ min: 1, max: 6 * HOUR_MS }),
  })
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (readings) => {
      let at = NOON
      const counts = readings.map(({ isDown, afterMs, ...gates }) => {
        at += afterMs
        const n = { gateId: 'n', ...gates, downSince: isDown ? at - afterMs : null }
        return counted(at, n, gate('s', gates.exits, gates.entries))
      })
      const { occupancy, low, high } = stateAfter(...counts)
      expect(occupancy).toBeGreaterThanOrEqual(low as number)
      expect(occupancy).toBeLessThanOrEqual(high as number)
      expect(low).toBeGreaterThanOrEqual(0)
    }),
  )
})
