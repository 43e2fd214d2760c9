import { expect, test } from 'vitest'
import { dayAt } from './calendar'
import type { Counted } from './change'
import { binomialTails } from './distributions'
import { festivalLevelOf, festivalPoint, festivalWeekOf, isFestivalWeek } from './festival-week'
import { uChart } from './u-chart'

const BASELINE = 84
/** Days that swing by ±√n round their level, as chance does. */
const year = (usual: number, festive: number, exposure = 1): Counted[] => [
  ...Array.from({ length: BASELINE }, (_, i) => ({
    count: Math.round(usual + (i % 2 === 0 ? 1 : -1) * Math.sqrt(usual)),
    exposure,
  })),
  ...Array.from({ length: 8 }, (_, i) => ({
    count: Math.round(festive + (i % 2 === 0 ? 1 : -1) * Math.sqrt(festive)),
    exposure,
  })),
]
const CHART = { centre: 200, spread: 1 }
const RATE = { isShare: false, isBaseline: false }
const judge = (count: number, level = festivalLevelOf([year(100, 60)], BASELINE, false)) =>
  festivalPoint({ count, exposure: 1 }, level, CHART, RATE)

test('the week runs from the eve to the sixth day after the first, by the lunar calendar', () => {
  expect(festivalWeekOf(2026)).toEqual({ from: dayAt(2026, 2, 16), to: dayAt(2026, 2, 24) })
  const inside = [15, 16, 17, 23, 24].map((date) => isFestivalWeek(dayAt(2026, 2, date)))
  expect(inside).toEqual([false, true, true, true, false])
  expect(isFestivalWeek(dayAt(2025, 2, 17))).toBe(false)
  expect(isFestivalWeek(dayAt(2025, 1, 29))).toBe(true)
})

test('a week as earlier ones were is no signal, at whatever level the year runs', () => {
  // 60 where 100 are usual; where 200 are usual, 120.
  const usual = judge(120)
  expect(usual.signal).toBeNull()
  expect((usual.low! + usual.high!) / 2).toBeCloseTo(120, 5)
  // The chart of the plain days calls it one.
  const plain = uChart([...year(200, 0).slice(0, BASELINE), { count: 120, exposure: 1 }], {
    baseline: BASELINE,
  })
  expect('points' in plain && plain.points.at(-1)?.signal).toBe('below')
})

test('what the festival does not explain stays a signal, either way', () => {
  expect(judge(200).signal).toBe('above')
  expect(judge(60).signal).toBe('below')
})

test('limits are wider than those of a level that is known, and the test is the exact one at both', () => {
  const { low, high } = judge(120)
  expect(high! - 120).toBeGreaterThan(3 * Math.sqrt(120))
  // 200 of 200 + 800 expected: Σ of eight days at 60, the level of which is 100 a day.
  const chance = 200 / (200 + 800)
  const cases = 480
  expect(
    binomialTails(Math.ceil(high!) + 1, Math.ceil(high!) + 1 + cases, chance).atLeast,
  ).toBeLessThan(0.00135)
  expect(judge(Math.ceil(high!) + 1).signal).toBe('above')
  expect(judge(Math.floor(high!)).signal).toBeNull()
  expect(judge(Math.ceil(low!)).signal).toBeNull()
})

test('small counts are judged by the exact test alone: nothing in eight days, then one', () => {
  const level = festivalLevelOf([year(4, 0)], BASELINE, false)
  const point = (count: number) =>
    festivalPoint({ count, exposure: 1 }, level, { centre: 4, spread: 1 }, RATE)
  expect(point(0).signal).toBeNull()
  expect(point(1).signal).toBeNull()
  expect(point(6).signal).toBe('above')
})

test('more years know the level better', () => {
  const one = judge(120)
  const three = judge(
    120,
    festivalLevelOf([year(100, 60), year(90, 54), year(80, 48)], BASELINE, false),
  )
  expect(three.high!).toBeLessThan(one.high!)
})

test('a share moves by as many points as it did then', () => {
  const shares = (usual: number, festive: number): Counted[] => [
    ...Array.from({ length: BASELINE }, (_, i) => ({
      count: Math.round(usual * 1000) + (i % 2 === 0 ? 12 : -12),
      exposure: 1000,
    })),
    ...Array.from({ length: 8 }, () => ({ count: Math.round(festive * 1000), exposure: 1000 })),
  ]
  const level = festivalLevelOf([shares(0.8, 0.7)], BASELINE, true)
  const at = (count: number) =>
    festivalPoint(
      { count, exposure: 1000 },
      level,
      { centre: 0.75, spread: 1 },
      {
        isShare: true,
        isBaseline: false,
      },
    )
  expect(at(650).signal).toBeNull()
  expect(at(750).signal).toBe('above')
  expect(at(1000).high).toBeLessThanOrEqual(1)
})

test('without an earlier week, or with one that is mostly a gap, a day is drawn and not judged', () => {
  const gaps = year(100, 60).map((point, i) =>
    i > BASELINE + 3 ? { count: null, exposure: null } : point,
  )
  for (const level of [
    festivalLevelOf([], BASELINE, false),
    festivalLevelOf([gaps], BASELINE, false),
    festivalLevelOf([year(100, 60).slice(60)], BASELINE, false),
  ]) {
    expect(level).toBeNull()
    expect(judge(9_999, level)).toMatchObject({ value: 9_999, low: null, high: null, signal: null })
  }
  expect(festivalPoint({ count: null, exposure: null }, null, CHART, RATE).value).toBeNull()
})
