import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unit, Visit, WatchPlace } from './patrol'
import { coverageOf, idlenessOf, intervalAt, levelOf, nearestRank } from './patrol-idleness'
import { motionOf, UNIT_SILENT_AFTER_MS } from './patrol-motion'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

// 2026-11-22, 23:00 on the province's clock.
const NOW = Date.parse('2026-11-22T15:00:00Z')

const unit = (over: Partial<Unit>): Unit => ({
  id: 'u',
  callSign: '云-12',
  kind: 'car',
  status: 'available',
  position: [106.7, 26.6],
  headingDeg: 0,
  speedKmh: 0,
  areaCode: '520103',
  observedAt: NOW,
  ...over,
})
const place = (id: string, everyMin: number | null): WatchPlace => ({
  id,
  name: id,
  nameEn: null,
  areaCode: '520103',
  ring: [],
  plannedDoseMin: 12,
  observedAt: NOW,
  required: everyMin === null ? [] : [{ fromHour: 22, toHour: 2, everyMin }],
})
const visit = (placeId: string, enteredAt: number, leftAt: number | null): Visit => ({
  id: `${placeId}${enteredAt}`,
  placeId,
  unitId: 'u',
  enteredAt,
  leftAt,
  observedAt: NOW,
})

describe('motion', () => {
  it('tells moving, stopped and silent apart', () => {
    expect(motionOf(unit({ speedKmh: 30 }), NOW)).toBe('moving')
    expect(motionOf(unit({ speedKmh: 2.9 }), NOW)).toBe('stopped')
    expect(motionOf(unit({ speedKmh: null }), NOW)).toBe('stopped')
    expect(motionOf(unit({ speedKmh: 30, observedAt: NOW - UNIT_SILENT_AFTER_MS - 1 }), NOW)).toBe(
      'silent',
    )
    expect(motionOf(unit({ speedKmh: 30, observedAt: NOW - UNIT_SILENT_AFTER_MS }), NOW)).toBe(
      'moving',
    )
  })

  it('does not believe a report from the future', () => {
    const ahead = (ms: number) => unit({ speedKmh: 30, observedAt: NOW + ms })
    expect(motionOf(ahead(20_000), NOW)).toBe('moving')
    expect(motionOf(ahead(HOUR_MS), NOW)).toBe('silent')
  })
})

describe('required interval', () => {
  const rule = (fromHour: number, toHour: number, everyMin = 60) => [{ fromHour, toHour, everyMin }]
  const at = (hour: number) => Date.parse('2026-11-22T00:00:00+08:00') + hour * HOUR_MS
  it.each([
    [22, 2, 23, true],
    [22, 2, 1, true],
    [22, 2, 2, false],
    [22, 2, 21, false],
    [8, 20, 8, true],
    [8, 20, 20, false],
    [0, 24, 0, true],
    [0, 24, 23, true],
    [6, 6, 3, true],
  ])('from %d to %d covers %d: %s', (from, to, hour, covered) => {
    expect(intervalAt(rule(from, to), at(hour)) !== null).toBe(covered)
  })
  it('takes the strictest of several', () => {
    expect(intervalAt([...rule(0, 24, 240), ...rule(22, 2, 60)], at(23))).toBe(HOUR_MS)
  })
})

describe('idleness', () => {
  it('counts from the end of the last visit, and is nothing while a unit is there', () => {
    const [left, there, never, free] = idlenessOf(
      [place('left', 60), place('there', 60), place('never', 60), place('free', null)],
      [
        visit('left', NOW - 3 * HOUR_MS, NOW - 2 * HOUR_MS),
        visit('left', NOW - HOUR_MS, NOW - 45 * MINUTE_MS),
        visit('there', NOW - MINUTE_MS, null),
        visit('nobody knows it', NOW - MINUTE_MS, null),
      ],
      NOW,
    )
    expect(left).toMatchObject({
      idleMs: 45 * MINUTE_MS,
      ratio: 0.75,
      level: 'due',
      isVisited: false,
    })
    expect(there).toMatchObject({ idleMs: 0, isVisited: true, level: 'fresh' })
    expect(never).toMatchObject({ idleMs: DAY_MS, isAtLeast: true, level: 'long-overdue' })
    expect(free).toMatchObject({ everyMs: null, ratio: null, level: 'idle' })
  })

  it('knows nothing where the interval is as long as the record', () => {
    const levels = [23 * 60, 24 * 60, 48 * 60].map(
      (everyMin) => idlenessOf([place('a', everyMin)], [], NOW)[0]?.level,
    )
    expect(levels).toEqual(['overdue', 'unknown', 'unknown'])
    const all = idlenessOf([place('a', 48 * 60), place('b', 60)], [], NOW)
    expect(coverageOf(all)).toMatchObject({ asked: 2, within: 0, unrecorded: 2 })
  })

  it('does not believe a visit from the future', () => {
    const [one] = idlenessOf([place('a', 60)], [visit('a', NOW + HOUR_MS, null)], NOW)
    expect(one).toMatchObject({ isVisited: false, lastVisitAt: null })
  })

  it('never falls while nobody comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: DAY_MS }),
        fc.integer({ min: 0, max: DAY_MS }),
        (ago, later) => {
          const visits = [visit('a', NOW - ago - MINUTE_MS, NOW - ago)]
          const idle = (now: number) =>
            idlenessOf([place('a', 60)], visits, now)[0]?.idleMs ?? Number.NaN
          expect(idle(NOW + later) - idle(NOW)).toBe(later)
        },
      ),
    )
  })

  it.each([
    [0, 'fresh'],
    [0.5, 'fresh'],
    [0.51, 'due'],
    [1, 'due'],
    [1.01, 'overdue'],
    [2, 'overdue'],
    [2.01, 'long-overdue'],
    [null, 'idle'],
  ] as const)('a ratio of %s is %s', (ratio, level) => expect(levelOf(ratio)).toBe(level))
})

describe('coverage', () => {
  it('counts only what is asked for', () => {
    const all = idlenessOf(
      [place('a', 60), place('b', 60), place('c', null)],
      [
        visit('a', NOW - HOUR_MS, NOW - 30 * MINUTE_MS),
        visit('b', NOW - 3 * HOUR_MS, NOW - 2 * HOUR_MS),
      ],
      NOW,
    )
    expect(coverageOf(all)).toMatchObject({
      asked: 2,
      within: 1,
      meanMs: 75 * MINUTE_MS,
      p90Ms: 2 * HOUR_MS,
      worst: { place: { id: 'b' } },
    })
  })
  it('has nothing to say of nothing', () => {
    expect(coverageOf([])).toEqual({
      asked: 0,
      within: 0,
      unrecorded: 0,
      meanMs: null,
      p90Ms: null,
      worst: null,
    })
  })
  it('keeps within ≤ asked, mean ≤ worst and P90 ≤ worst, whatever the visits', () => {
    const anyVisit = fc.record({
      placeId: fc.constantFrom('a', 'b', 'c', 'nobody knows it'),
      enteredAt: fc.integer({ min: NOW - 2 * DAY_MS, max: NOW + HOUR_MS }),
      stay: fc.option(fc.integer({ min: -HOUR_MS, max: DAY_MS })),
    })
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 12 }), (any) => {
        const visits = any.map(({ placeId, enteredAt, stay }) =>
          visit(placeId, enteredAt, stay === null ? null : enteredAt + stay),
        )
        const all = idlenessOf([place('a', 30), place('b', 90), place('c', null)], visits, NOW)
        const { asked, within, meanMs, p90Ms, worst } = coverageOf(all)
        expect(asked).toBe(2)
        expect(within).toBeLessThanOrEqual(asked)
        expect(meanMs).toBeLessThanOrEqual(worst?.idleMs as number)
        expect(p90Ms).toBeLessThanOrEqual(worst?.idleMs as number)
        for (const { idleMs } of all) expect(idleMs).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('takes a quantile that was observed', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect([
      nearestRank(ten, 0.9),
      nearestRank(ten, 0.5),
      nearestRank([7], 0.9),
      nearestRank([], 0.9),
    ]).toEqual([9, 5, 7, null])
  })
})
