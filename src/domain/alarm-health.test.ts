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

  it('holds the mix of priorities against 80/15/5, from above, and only with enough of them', () => {
    const of = (high: number, medium: number, low: number) =>
      verdictsOf(
        alarmHealth(
          [high, medium, low].flatMap((n, p) =>
            Array.from({ length: n }, (_, i) =>
              raise(i * 1_000, `${p}-${i}`, (p + 1) as 1 | 2 | 3),
            ),
          ),
          WINDOW,
        ),
      ).mix
    expect(of(5, 15, 80)).toBe('meets')
    expect(of(0, 2, 60)).toBe('meets')
    expect(of(11, 9, 80)).toBe('misses')
    expect(of(5, 21, 74)).toBe('misses')
    expect(of(3, 3, 3)).toBe('too-few')
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
