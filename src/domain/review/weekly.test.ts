import { describe, expect, it } from 'vitest'
import type { ControlChart } from './control-chart'
import { uChart } from './u-chart'
import { withoutWeek } from './weekly'

const WEEK = [70, 70, 70, 70, 105, 175, 140]
const days = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ count: WEEK[i % 7] as number, exposure: 1 }))

describe('a series without its week', () => {
  it('has the mean rate every day, by factors from the baseline', () => {
    const weekly = withoutWeek(days(70), 35)
    expect(weekly?.factors.map((factor) => Math.round(factor * 1000) / 1000)).toEqual([
      0.7, 0.7, 0.7, 0.7, 1.05, 1.75, 1.4,
    ])
    for (const { count, exposure } of weekly?.series ?? [])
      expect((count as number) / (exposure as number)).toBeCloseTo(100, 9)
  })

  it('shows the Saturday that is no Saturday, which the week would hide', () => {
    const series = [...days(63)]
    series[54] = { count: 90, exposure: 1 }
    const with_ = uChart(series, { baseline: 42 }) as ControlChart
    const without = uChart(withoutWeek(series, 42)?.series ?? [], { baseline: 42 }) as ControlChart
    expect(with_.points[54]?.signal).toBeNull()
    expect(without.points[54]?.signal).toBe('below')
    expect(without.points.filter(({ signal }) => signal)).toHaveLength(1)
  })

  it('keeps gaps, and looks at the baseline alone', () => {
    const holed = days(70).map((day, i) => (i === 3 ? { count: null, exposure: null } : day))
    holed[60] = { count: 9_000, exposure: 1 }
    const weekly = withoutWeek(holed, 35)
    expect(weekly?.series[3]).toEqual({ count: null, exposure: null })
    expect(weekly?.factors[5]).toBeCloseTo(1.75, 9)
  })

  it('refuses a day that was hardly known, or never had a case', () => {
    expect(withoutWeek(days(70), 27)).toBeNull()
    expect(withoutWeek(days(70), 28)).not.toBeNull()
    expect(
      withoutWeek(
        days(70).map((day, i) => (i % 7 ? day : { count: 0, exposure: 1 })),
        35,
      ),
    ).toBeNull()
    expect(withoutWeek(days(70), 35, 1)).toBeNull()
    expect(withoutWeek([], 35)).toBeNull()
  })
})
