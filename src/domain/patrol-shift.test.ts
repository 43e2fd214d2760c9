import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequiredInterval, Visit, WatchPlace } from './patrol'
import { idlenessOf } from './patrol-idleness'
import {
  coverageByArea,
  SHIFTS,
  shiftAt,
  shiftWindow,
  sumTimeWithin,
  timeWithin,
} from './patrol-shift'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

const at = (time: string) => Date.parse(`${time}+08:00`)
const [early, , night] = SHIFTS as [(typeof SHIFTS)[0], (typeof SHIFTS)[0], (typeof SHIFTS)[0]]

describe('shifts', () => {
  it.each([
    ['2026-11-22T05:59:59', 'night', '2026-11-21T22:00', '2026-11-22T06:00'],
    ['2026-11-22T06:00:00', 'early', '2026-11-22T06:00', '2026-11-22T14:00'],
    ['2026-11-22T13:59:59', 'early', '2026-11-22T06:00', '2026-11-22T14:00'],
    ['2026-11-22T14:00:00', 'middle', '2026-11-22T14:00', '2026-11-22T22:00'],
    ['2026-11-22T22:00:00', 'night', '2026-11-22T22:00', '2026-11-23T06:00'],
    ['2026-11-23T00:30:00', 'night', '2026-11-22T22:00', '2026-11-23T06:00'],
  ])('at %s it is %s', (now, id, from, to) => {
    const on = shiftAt(at(now))
    expect(on?.shift.id).toBe(id)
    expect(on?.window).toEqual({ from: at(from), to: at(to) })
  })

  it('are a setting, and may leave hours that nobody is on duty for', () => {
    const day = [{ id: 'day', fromHour: 8, toHour: 20 }]
    expect(shiftAt(at('2026-11-22T20:00'), day)).toBeNull()
    expect(shiftAt(at('2026-11-22T19:59'), day)?.shift.id).toBe('day')
    const whole = { id: 'whole', fromHour: 8, toHour: 8 }
    expect(shiftWindow(whole, at('2026-11-22T07:00'))).toEqual({
      from: at('2026-11-21T08:00'),
      to: at('2026-11-22T08:00'),
    })
  })

  it('off duty, the last turn is told', () => {
    expect(shiftWindow(early, at('2026-11-22T15:00')).from).toBe(at('2026-11-22T06:00'))
    expect(shiftWindow(early, at('2026-11-22T05:00')).from).toBe(at('2026-11-21T06:00'))
  })

  it('follow one another without a gap at any moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        const on = shiftAt(now)
        expect(on?.window.from).toBeLessThanOrEqual(now)
        expect(on?.window.to).toBeGreaterThan(now)
        expect(shiftAt(on?.window.to as number)?.window.from).toBe(on?.window.to)
      }),
    )
  })
})

const WINDOW = shiftWindow(night, at('2026-11-22T22:00'))
const FROM = WINDOW.from
const place = (
  id: string,
  required: readonly RequiredInterval[],
  areaCode = '520103',
): WatchPlace => ({
  id,
  name: id,
  nameEn: null,
  areaCode,
  ring: [],
  plannedDoseMin: 12,
  observedAt: FROM,
  required,
})
let serial = 0
const visit = (from: number, to: number | null, placeId = 'a'): Visit => ({
  id: `${serial++}`,
  placeId,
  unitId: 'u',
  enteredAt: FROM + from * MINUTE_MS,
  leftAt: to === null ? null : FROM + to * MINUTE_MS,
  observedAt: FROM,
})
const HOURLY = [{ fromHour: 22, toHour: 2, everyMin: 60 }]

describe('time within the interval', () => {
  it('is the share of the asked hours from each entry to one interval after the leaving', () => {
    // 22:20 to 22:30: kept until 23:30; 01:50 to 02:30: kept from 01:50, asked until 02:00. Before 22:20: idle for over an hour.
    const visits = [visit(-100, -90), visit(20, 30), visit(230, 270)]
    const [one] = timeWithin([place('a', HOURLY)], visits, WINDOW, WINDOW.to)
    expect(one).toMatchObject({
      askedMs: 240 * MINUTE_MS,
      withinMs: 80 * MINUTE_MS,
      unknownMs: 0,
      share: 80 / 240,
    })
  })

  it('counts until now, and an open visit too', () => {
    const [one] = timeWithin([place('a', HOURLY)], [visit(30, null)], WINDOW, FROM + HOUR_MS)
    expect(one).toMatchObject({ askedMs: HOUR_MS, withinMs: 30 * MINUTE_MS, share: 0.5 })
  })

  it('does not know what was before the record', () => {
    const where = place('a', [{ fromHour: 0, toHour: 24, everyMin: 120 }])
    const told = (visits: Visit[]) =>
      timeWithin([where], visits, WINDOW, WINDOW.to, FROM - 90 * MINUTE_MS)[0]
    // For half an hour yet the record is shorter than the interval; then it is known that nobody came.
    expect(told([])).toMatchObject({ unknownMs: 30 * MINUTE_MS, withinMs: 0, share: 0 })
    expect(told([visit(10, 20)])).toMatchObject({
      unknownMs: 10 * MINUTE_MS,
      withinMs: 130 * MINUTE_MS,
      share: 130 / 470,
    })
  })

  it('has no share where nothing is asked or known, nor before the window', () => {
    const asked = timeWithin([place('a', [])], [visit(10, 20)], WINDOW, WINDOW.to)[0]
    expect(asked).toMatchObject({ askedMs: 0, share: null })
    const known = timeWithin([place('a', HOURLY)], [], WINDOW, FROM + HOUR_MS, FROM)[0]
    expect(known).toMatchObject({ askedMs: HOUR_MS, unknownMs: HOUR_MS, share: null })
    expect(timeWithin([place('a', HOURLY)], [], WINDOW, FROM - 1)[0]?.share).toBeNull()
  })

  it('agrees with a look at every minute at what the screen showed then', () => {
    const anyVisit = fc.record({
      from: fc.integer({ min: -1_000, max: 520 }),
      stay: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
    })
    const anyRule = fc.record({
      fromHour: fc.integer({ min: 0, max: 23 }),
      toHour: fc.integer({ min: 1, max: 24 }),
      everyMin: fc.constantFrom(30, 45, 60, 120, 240, 1_200),
    })
    fc.assert(
      fc.property(
        fc.array(anyVisit, { maxLength: 10 }),
        fc.array(anyRule, { maxLength: 3 }),
        fc.integer({ min: -30, max: 600 }),
        (any, rules, nowMin) => {
          const visits = any.map(({ from, stay }) =>
            visit(from, stay === null ? null : from + stay),
          )
          const where = place('a', rules)
          const now = FROM + nowMin * MINUTE_MS
          const sum = { askedMs: 0, withinMs: 0, unknownMs: 0 }
          for (let minute = 0; minute < Math.min(480, nowMin); minute++) {
            const moment = FROM + (minute + 0.5) * MINUTE_MS
            const [idle] = idlenessOf([where], visits, moment)
            if (idle?.everyMs == null) continue
            sum.askedMs += MINUTE_MS
            const heldMs = moment - (now - DAY_MS)
            if (!idle.isAtLeast) sum.withinMs += idle.idleMs <= idle.everyMs ? MINUTE_MS : 0
            else if (heldMs <= idle.everyMs) sum.unknownMs += MINUTE_MS
          }
          expect(timeWithin([where], visits, WINDOW, now)[0]).toMatchObject(sum)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('by area', () => {
  const places = [
    place('a', HOURLY, '520103'),
    place('b', HOURLY, '520115'),
    place('c', HOURLY, '520302'),
    place('d', [], '520303'),
  ]
  const now = FROM + HOUR_MS
  const visits = [visit(-30, 0, 'a'), visit(30, 60, 'b'), visit(-180, -120, 'c')]
  const by = (digits: 2 | 4 | 6) =>
    coverageByArea(idlenessOf(places, visits, now), timeWithin(places, visits, WINDOW, now), digits)

  it('groups by the first digits of the code', () => {
    expect(by(6).map(({ areaCode, places }) => [areaCode, places])).toEqual([
      ['520103', 1],
      ['520115', 1],
      ['520302', 1],
      ['520303', 1],
    ])
    expect(by(4).map(({ areaCode, places }) => [areaCode, places])).toEqual([
      ['5201', 2],
      ['5203', 2],
    ])
  })

  it('tells mean, worst, P90 and the share of the hours of all its places', () => {
    const [province] = by(2)
    expect(province?.coverage).toMatchObject({
      asked: 3,
      within: 2,
      meanMs: 80 * MINUTE_MS,
      p90Ms: 180 * MINUTE_MS,
      worst: { place: { id: 'c' } },
    })
    // a: 60 of 60 min, b: 30, c: 0.
    expect(province?.time).toEqual({
      askedMs: 3 * HOUR_MS,
      withinMs: 90 * MINUTE_MS,
      unknownMs: 0,
      share: 0.5,
    })
    expect(by(6)[3]).toMatchObject({ coverage: { asked: 0 }, time: { askedMs: 0, share: null } })
    expect(sumTimeWithin([]).share).toBeNull()
  })
})
