import { describe, expect, it } from 'vitest'
import { type AlarmHappening, alarmHealth, staleOf, verdictsOf } from './alarm-health'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

const WINDOW = { from: 0, to: HOUR_MS }
const raise = (at: number, alarm = `a${at}`, priority: 1 | 2 | 3 | 4 = 4): AlarmHappening => ({
  alarm,
  ruleId: 'rule',
  priority,
  event: 'raise',
  at,
})
const answer = (at: number, alarm: string): AlarmHappening => ({
  ...raise(at, alarm),
  event: 'acknowledge',
})

describe('the health of alarms', () => {
  it('counts what was announced in steps of ten minutes, and nothing outside the window', () => {
    const health = alarmHealth(
      [raise(0), raise(9 * MINUTE_MS), raise(10 * MINUTE_MS), raise(-1), raise(HOUR_MS)],
      WINDOW,
    )
    expect(health).toMatchObject({ announced: 3, averagePer10Min: 0.5, mostPer10Min: 2 })
    expect(health.per10Min).toEqual([2, 1, 0, 0, 0, 0])
  })

  it('calls eleven in ten minutes a flood, ten not', () => {
    const burst = (n: number) => Array.from({ length: n }, (_, i) => raise(i * 1_000))
    expect(alarmHealth(burst(10), WINDOW).floodSteps).toBe(0)
    const flooded = alarmHealth(burst(11), WINDOW)
    expect(flooded.floodSteps).toBe(1)
    expect(verdictsOf(flooded)).toMatchObject({ flood: 'misses', most: 'misses' })
    expect(verdictsOf(alarmHealth(burst(11), WINDOW, 2))).toMatchObject({ most: 'meets' })
  })

  it('finds what chatters: three within a minute, not three in an hour', () => {
    const health = alarmHealth(
      [0, 20, 59]
        .map((s) => raise(s * 1_000, 'fast'))
        .concat([0, 30, 61].map((s) => raise(s * 1_000, 'slow'))),
      WINDOW,
    )
    expect(health.chattering.map(({ alarm }) => alarm)).toEqual(['fast'])
  })

  const mixOf = (...counts: readonly [high: number, medium: number, low: number]) =>
    verdictsOf(
      alarmHealth(
        counts.flatMap((n, p) =>
          Array.from({ length: n }, (_, i) => raise(i * 1_000, `${p}-${i}`, (p + 1) as 1 | 2 | 3)),
        ),
        WINDOW,
      ),
    ).mix

  // Tails of the binomial: P(9 of 100 at 5 %) is 0.063, of 10 0.028; P(21 of 100 at 15 %) is 0.065, of 22 0.039.
  it.each([
    [9, 6, 85, 'meets'],
    [10, 5, 85, 'misses'],
    [5, 21, 74, 'meets'],
    [5, 22, 73, 'misses'],
    [0, 2, 60, 'meets'],
    [1, 1, 7, 'meets'],
    [3, 0, 6, 'misses'],
    [0, 0, 0, 'none'],
  ] as const)('a mix of %i, %i and %i against 5/15/80 %s', (high, medium, low, verdict) => {
    expect(mixOf(high, medium, low)).toBe(verdict)
  })

  it('judges the top ten with the counts of an ordinary day: once each is fine, a few that ring on are not', () => {
    const day = { from: 0, to: DAY_MS }
    const once = Array.from({ length: 63 }, (_, i) => raise(i * MINUTE_MS, `s${i}`))
    const topTen = (...more: AlarmHappening[]) => {
      const health = alarmHealth([...once, ...more], day)
      return [health.topTenCount, verdictsOf(health).topTen]
    }
    const again = (n: number) => Array.from({ length: n }, (_, i) => raise(i * HOUR_MS, 's0'))
    expect(topTen()).toEqual([10, 'meets'])
    expect(topTen(...again(10))).toEqual([20, 'meets'])
    expect(topTen(...again(11))).toEqual([21, 'misses'])
    expect(verdictsOf(alarmHealth([], day)).topTen).toBe('none')
  })

  it('says how long an answer took, by the occurrence it answered', () => {
    const health = alarmHealth(
      [raise(0, 'a'), answer(30_000, 'a'), raise(60_000, 'a'), answer(150_000, 'a'), raise(1, 'b')],
      WINDOW,
    )
    expect(health).toMatchObject({ medianAnswerMs: 60_000, answered: 2 })
    expect(alarmHealth([], WINDOW)).toMatchObject({ medianAnswerMs: null, topTenShare: null })
  })

  it('knows what has stood for more than a day', () => {
    expect(staleOf([{ raisedAt: 0 }, { raisedAt: 1 }], DAY_MS + 1)).toEqual([{ raisedAt: 0 }])
  })
})
