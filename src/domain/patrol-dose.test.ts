import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequiredInterval, Visit, WatchPlace } from './patrol'
import { DOSE, doseOf, type PlaceDose, sumDose } from './patrol-dose'
import { idlenessOf, intervalAt } from './patrol-idleness'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

// 2026-11-22, 22:00 on the province's clock.
const FROM = Date.parse('2026-11-22T14:00:00Z')
const NIGHT = { from: FROM, to: FROM + 8 * HOUR_MS }
const END = NIGHT.to

const place = (id: string, ...required: RequiredInterval[]): WatchPlace => ({
  id,
  name: id,
  nameEn: null,
  areaCode: '520103',
  ring: [],
  plannedDoseMin: 12,
  observedAt: FROM,
  required,
})
const HOURLY = { fromHour: 22, toHour: 2, everyMin: 60 }
const ALWAYS = { fromHour: 0, toHour: 24, everyMin: 120 }

let serial = 0
/** Minutes from the window's beginning. */
const visit = (from: number, to: number | null, unitId = 'u', placeId = 'a'): Visit => ({
  id: `${serial++}`,
  placeId,
  unitId,
  enteredAt: FROM + from * MINUTE_MS,
  leftAt: to === null ? null : FROM + to * MINUTE_MS,
  observedAt: FROM,
})
const one = (visits: readonly Visit[], now = END, where = place('a', ALWAYS)): PlaceDose =>
  doseOf([where], visits, NIGHT, now).places[0] as PlaceDose

describe('stops', () => {
  it('joins visits of a unit that are less than two minutes apart, and no others', () => {
    const { stops } = one([visit(0, 5), visit(6.9, 12), visit(14, 20), visit(13, 15, 'other')])
    expect(stops.map(({ unitId, stayMs }) => [unitId, stayMs / MINUTE_MS])).toEqual([
      ['u', 12],
      ['other', 2],
      ['u', 6],
    ])
  })

  it('joins what was told out of order, and visits within others', () => {
    const { stops } = one([visit(6, 12), visit(0, 30), visit(31, 33)])
    expect(stops).toHaveLength(1)
    expect(stops[0]).toMatchObject({ stayMs: 33 * MINUTE_MS, class: 'over', isOpen: false })
  })

  it.each([
    [9.99, 'short'],
    [10, 'dose'],
    [16, 'dose'],
    [16.01, 'over'],
  ] as const)('of %d minutes is %s', (minutes, expected) => {
    const { stops, counts } = one([visit(100, 100 + minutes)])
    expect(stops.map((stop) => stop.class)).toEqual([expected])
    expect(counts).toEqual({ 'under-way': 0, short: 0, dose: 0, over: 0, [expected]: 1 })
  })

  it('that go on count until now, and are short only once they are over', () => {
    const stay = (minutes: number) => one([visit(60, null)], FROM + (60 + minutes) * MINUTE_MS)
    expect(stay(4).stops[0]).toMatchObject({ class: 'under-way', isOpen: true })
    expect(stay(4).deliveredMs).toBe(4 * MINUTE_MS)
    expect(stay(12).stops[0]).toMatchObject({ class: 'dose', isOpen: true })
    expect(stay(17).stops[0]).toMatchObject({ class: 'over', isOpen: true })
  })

  it('go on where the latest of their visits does', () => {
    const { stops } = one([visit(60, 64), visit(65, null)], FROM + 67 * MINUTE_MS)
    expect(stops).toMatchObject([{ stayMs: 7 * MINUTE_MS, class: 'under-way', isOpen: true }])
  })

  it('that are said to end in the future last until now', () => {
    const { stops } = one([visit(60, 90)], FROM + 65 * MINUTE_MS)
    expect(stops).toMatchObject([{ stayMs: 5 * MINUTE_MS, class: 'under-way', isOpen: true }])
  })
})

describe('minutes', () => {
  it('of units that are there together count once, and each stop counts', () => {
    const { deliveredMs, stops } = one([visit(60, 75, 'u'), visit(70, 80, 'other')])
    expect(deliveredMs).toBe(20 * MINUTE_MS)
    expect(stops).toHaveLength(2)
  })

  it('are planned for each interval that the window holds, and delivered in its hours', () => {
    const dose = one([visit(0, 30), visit(300, 320)], END, place('a', HOURLY))
    expect(dose.plannedMs).toBe(4 * 12 * MINUTE_MS)
    expect(dose.deliveredMs).toBe(30 * MINUTE_MS)
    expect(dose.unaskedMs).toBe(20 * MINUTE_MS)
    expect(dose.share).toBeCloseTo(30 / 48)
    const half = one([visit(0, 30)], FROM + 2 * HOUR_MS, place('a', HOURLY))
    expect(half).toMatchObject({ plannedMs: 48 * MINUTE_MS, plannedSoFarMs: 24 * MINUTE_MS })
    expect(half.share).toBeCloseTo(30 / 24)
  })

  it('say nothing of a place that asks for nothing, nor of a window that has not begun', () => {
    const nothing = { plannedSoFarMs: 0, share: null, longestGapMs: null, isGapOver: null }
    expect(one([visit(0, 30)], END, place('a'))).toMatchObject(nothing)
    expect(one([], FROM - HOUR_MS)).toMatchObject({ ...nothing, stops: [] })
  })

  it('of a stop over a change of shift are shared out between the two', () => {
    const dose = one([visit(-7, 5)])
    expect(dose.deliveredMs).toBe(5 * MINUTE_MS)
    expect(dose.stops[0]).toMatchObject({ stayMs: 12 * MINUTE_MS, class: 'dose' })
    expect(one([visit(-7, 0)]).stops).toEqual([])
  })
})

describe('the verdict', () => {
  // Every four hours, twelve minutes.
  const where = place('a', { fromHour: 0, toHour: 24, everyMin: 240 })
  const at = (hours: number, ...visits: Visit[]) => one(visits, FROM + hours * HOUR_MS, where)

  it('waits until a whole stop is due, and takes one planned stop for enough from the first minute on', () => {
    expect(at(0.75)).toMatchObject({ verdict: 'early', due: 0 })
    expect(at(0.75, visit(10, 24))).toMatchObject({ verdict: 'early', due: 0 })
    expect(at(3.9)).toMatchObject({ verdict: 'early', due: 0 })
    expect(at(4)).toMatchObject({ verdict: 'under', due: 1 })
    expect(at(4, visit(10, 24))).toMatchObject({ verdict: 'kept', due: 1 })
  })

  it('is under below half of what is due, and above from twice of what has begun', () => {
    expect(at(4, visit(10, 15.9)).verdict).toBe('under')
    expect(at(4, visit(10, 16)).verdict).toBe('kept')
    expect(at(0.75, visit(10, 33.9)).verdict).toBe('early')
    expect(at(0.75, visit(10, 34)).verdict).toBe('above')
    expect(at(5, visit(10, 57)).verdict).toBe('kept')
    expect(at(5, visit(10, 58)).verdict).toBe('above')
  })

  it('counts parts of intervals together, and thirds to a whole', () => {
    const thirds = place('a', { fromHour: 22, toHour: 23, everyMin: 180 }, ALWAYS)
    expect(one([], FROM + HOUR_MS, thirds).due).toBe(0)
    const night = place('a', { fromHour: 22, toHour: 1, everyMin: 180 })
    expect(one([], END, night).due).toBe(1)
    expect(one([], END, place('a')).verdict).toBeNull()
  })

  it('takes one stop beyond the dose for no habit', () => {
    const over = (...from: number[]) => from.map((at) => visit(at, at + 17))
    expect(at(8, ...over(10)).isOftenOver).toBe(false)
    expect(at(8, ...over(10, 100)).isOftenOver).toBe(true)
    expect(
      at(8, ...over(10, 100), visit(200, 212), visit(250, 262), visit(300, 305)).isOftenOver,
    ).toBe(false)
  })
})

describe('the longest gap', () => {
  it('is against the interval of the place and a quarter, and may have begun before the window', () => {
    const dose = one([
      visit(-90, -80),
      visit(41, 55),
      visit(206, 216),
      visit(290.5, 300),
      visit(400, 479),
    ])
    expect(dose.longestGapMs).toBe(151 * MINUTE_MS)
    expect(dose).toMatchObject({ isGapOver: true, isGapAtLeast: false })
    expect(one([visit(-90, -80), visit(70, 160), visit(310, 400)]).isGapOver).toBe(false)
  })
  it('is at least the record where nobody was there on it', () => {
    const dose = one([visit(60, 70)])
    expect(dose.longestGapMs).toBe(DAY_MS - 7 * HOUR_MS)
    expect(dose).toMatchObject({ isGapAtLeast: true, isGapOver: true })
    const short = doseOf([place('a', ALWAYS)], [visit(60, 475)], NIGHT, END, { recordFrom: FROM })
    expect(short.places[0]).toMatchObject({
      longestGapMs: HOUR_MS,
      isGapAtLeast: true,
      isGapOver: null,
    })
  })
  it('is not counted in hours that ask for nothing', () => {
    const where = place('a', { fromHour: 1, toHour: 2, everyMin: 60 })
    // 00:30 to 00:40, 01:10, and never again: asked until 02:00.
    expect(one([visit(150, 160), visit(190, 195)], END, where).longestGapMs).toBe(45 * MINUTE_MS)
  })
  it('of two hours and a half is long where an hour was asked for, and not where four were', () => {
    const gapOf = (everyMin: number) =>
      one(
        [visit(-10, 0), visit(150, 160), visit(220, 230), visit(290, 470)],
        END,
        place('a', { fromHour: 0, toHour: 24, everyMin }),
      )
    expect(gapOf(60)).toMatchObject({ longestGapMs: 150 * MINUTE_MS, isGapOver: true })
    expect(gapOf(240)).toMatchObject({ longestGapMs: 150 * MINUTE_MS, isGapOver: false })
  })
  it('has its limit as a setting', () => {
    const visits = [visit(-5, 0), visit(61, 470)]
    expect(
      doseOf([place('a', ALWAYS)], visits, NIGHT, END, { lateAt: 0.5 }).places[0],
    ).toMatchObject({ longestGapMs: 61 * MINUTE_MS, isGapOver: true })
  })
})

it('sets aside, and counts, what cannot be', () => {
  const visits = [visit(60, 50), visit(481, null), visit(0, 5, 'u', 'nowhere'), visit(20, 30)]
  const account = doseOf([place('a', ALWAYS)], visits, NIGHT, END)
  expect(account).toMatchObject({ negative: 1, ahead: 1, elsewhere: 1, isPartial: false })
  expect(account.places[0]?.stops).toHaveLength(1)
  expect(doseOf([], [], NIGHT, END, { recordFrom: FROM + 1 }).isPartial).toBe(true)
})

it('adds up over places', () => {
  const places = [place('a', HOURLY), place('b', HOURLY), place('c'), place('d', ALWAYS)]
  const visits = [visit(0, 12), visit(60, 80), visit(-5, 240, 'u', 'b'), visit(1, 5, 'v', 'c')]
  const sum = sumDose(doseOf(places, visits, NIGHT, END, { recordFrom: FROM - HOUR_MS }).places)
  expect(sum).toEqual({
    places: 4,
    counts: { 'under-way': 0, short: 1, dose: 1, over: 2 },
    deliveredMs: (12 + 20 + 240) * MINUTE_MS,
    plannedMs: (48 + 48 + 48) * MINUTE_MS,
    plannedSoFarMs: (48 + 48 + 48) * MINUTE_MS,
    share: 272 / 144,
    // a: from 23:20 to 02:00; d: nobody at all, for nine hours at least.
    gapsOver: 2,
    gapsWithin: 1,
    gapsUnknown: 0,
  })
  const early = doseOf(places, [], NIGHT, FROM + HOUR_MS, { recordFrom: FROM })
  expect(sumDose(early.places)).toMatchObject({ gapsUnknown: 3, gapsOver: 0, gapsWithin: 0 })
  expect(sumDose([]).share).toBeNull()
})

it('agrees with a look at every minute', () => {
  const anyVisit = fc.record({
    from: fc.integer({ min: -400, max: 500 }),
    stay: fc.option(fc.integer({ min: -3, max: 40 }), { nil: null }),
    unitId: fc.constantFrom('u', 'v'),
  })
  const anyRule = fc.record({
    fromHour: fc.integer({ min: 0, max: 23 }),
    toHour: fc.integer({ min: 1, max: 24 }),
    everyMin: fc.constantFrom(30, 60, 120, 180),
  })
  fc.assert(
    fc.property(
      fc.array(anyVisit, { maxLength: 14 }),
      fc.array(anyRule, { maxLength: 3 }),
      fc.integer({ min: -20, max: 600 }),
      (any, rules, nowMin) => {
        const visits = any.map(({ from, stay, unitId }) =>
          visit(from, stay === null ? null : from + stay, unitId),
        )
        const now = FROM + nowMin * MINUTE_MS
        const where = place('a', ...rules)
        const dose = one(visits, now, where)
        const real = any.filter(({ from, stay }) => from <= nowMin && (stay === null || stay >= 0))
        // A unit is at the place in a minute if it is on a visit, or between two that lie under two minutes apart.
        const isThere = (minute: number) =>
          ['u', 'v'].some((unit) => {
            const of = real.filter(({ unitId }) => unitId === unit)
            const endOf = (v: (typeof of)[number]) =>
              Math.min(nowMin, v.stay === null ? nowMin : v.from + v.stay)
            if (of.some((v) => v.from <= minute && minute < endOf(v))) return true
            const before = of.filter((v) => v.from <= minute).map(endOf)
            const after = of.filter((v) => v.from > minute).map((v) => v.from)
            return Math.min(...after) - Math.max(...before) < DOSE.mergeMs / MINUTE_MS
          })
        const sum = { deliveredMs: 0, unaskedMs: 0, plannedSoFarMs: 0 }
        for (let minute = 0; minute < Math.min(480, nowMin); minute++) {
          const everyMs = intervalAt(rules, FROM + minute * MINUTE_MS)
          if (everyMs !== null) sum.plannedSoFarMs += (MINUTE_MS / everyMs) * 12 * MINUTE_MS
          if (isThere(minute)) sum[everyMs === null ? 'unaskedMs' : 'deliveredMs'] += MINUTE_MS
        }
        expect(dose).toMatchObject({ deliveredMs: sum.deliveredMs, unaskedMs: sum.unaskedMs })
        expect(dose.plannedSoFarMs).toBeCloseTo(sum.plannedSoFarMs, 3)
        expect(dose.stops.length).toBe(Object.values(dose.counts).reduce((a, b) => a + b, 0))
      },
    ),
    { numRuns: 300 },
  )
})

it('has as its longest gap the most idleness that was ever shown while something was asked', () => {
  const anyVisit = fc.record({
    from: fc.integer({ min: -700, max: 500 }),
    stay: fc.integer({ min: 3, max: 40 }),
  })
  fc.assert(
    fc.property(
      // Visits that no merging joins: the screen of then knew nothing of it.
      fc.array(anyVisit, { maxLength: 8 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 24 }),
      (any, fromHour, toHour) => {
        const where = place('a', { fromHour, toHour, everyMin: 60 })
        const visits = any.map(({ from, stay }, i) => visit(from, from + stay, `u${i}`))
        const { longestGapMs, isGapAtLeast } = one(visits, END, where)
        let most: number | null = null
        let atLeast = false
        // Just before each minute ends: there idleness is greatest.
        for (let minute = 1; minute <= 480; minute++) {
          const at = FROM + minute * MINUTE_MS - 1
          const [idle] = idlenessOf([where], visits, at)
          if (idle?.everyMs == null) continue
          const idleMs = idle.isAtLeast ? at - (END - DAY_MS) : idle.idleMs
          atLeast ||= idle.isAtLeast
          most = Math.max(most ?? 0, idleMs === 0 ? 0 : idleMs + 1)
        }
        expect([longestGapMs, isGapAtLeast]).toEqual([most, atLeast])
      },
    ),
    { numRuns: 200 },
  )
})
