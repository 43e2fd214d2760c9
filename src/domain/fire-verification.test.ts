import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maintenanceList } from './fire-maintenance'
import {
  FIRE_VERDICTS,
  type FireDecision,
  type FireVerification,
  verdictOf,
  verificationClock,
  verify,
} from './fire-verification'
import { MINUTE_MS } from './time'

const RAISED = Date.parse('2026-11-22T13:00:00Z')
const alarm = (over: Partial<FireVerification> = {}): FireVerification => ({
  occurrenceId: 'o1',
  deviceId: 'd1',
  raisedAt: RAISED,
  decisions: [],
  ...over,
})
const decision = (verdict: FireDecision['verdict'], minutes = 1): FireDecision => ({
  verdict,
  at: RAISED + minutes * MINUTE_MS,
  authorRole: '值班员',
})

describe('a fire alarm', () => {
  it('waits until a role has given its verdict, and keeps who and when', () => {
    expect(verdictOf(alarm())).toBeNull()
    for (const verdict of FIRE_VERDICTS) {
      const answer = verify(alarm(), 'o1', decision(verdict))
      expect(answer).toMatchObject({ ok: true, verification: { decisions: [decision(verdict)] } })
      if (answer.ok) expect(verdictOf(answer.verification)).toBe(verdict)
    }
  })
  it('can be found to be a fire after all; what was said before is kept', () => {
    const wasFalse = alarm({ decisions: [decision('false')] })
    const answer = verify(wasFalse, 'o1', { ...decision('true', 5), authorRole: ' 带班领导 ' })
    expect(answer.ok && verdictOf(answer.verification)).toBe('true')
    expect(answer.ok && answer.verification.decisions.map((one) => one.authorRole)).toEqual([
      '值班员',
      '带班领导',
    ])
    expect(verdictOf(wasFalse)).toBe('false')
  })
  it.each([
    ['another-occurrence', alarm({ occurrenceId: 'o2' }), decision('false')],
    ['no-role', alarm(), { ...decision('false'), authorRole: ' ' }],
    ['out-of-order', alarm(), decision('false', -1)],
    ['out-of-order', alarm(), { ...decision('false'), at: Number.NaN }],
    ['out-of-order', alarm({ decisions: [decision('false', 9)] }), decision('true', 8)],
    ['same-verdict', alarm({ decisions: [decision('test')] }), decision('test', 2)],
  ] as const)('refuses %s', (refused, verification, given) => {
    expect(verify(verification, 'o1', given)).toEqual({ ok: false, refused })
  })
  it('has a clock that runs until the first verdict', () => {
    expect(verificationClock(alarm(), RAISED + 90_000)).toEqual({
      waitedMs: 90_000,
      isRunning: true,
    })
    const decided = alarm({ decisions: [decision('false', 2), decision('true', 9)] })
    expect(verificationClock(decided, RAISED + 99 * MINUTE_MS)).toEqual({
      waitedMs: 2 * MINUTE_MS,
      isRunning: false,
    })
    expect(verificationClock(alarm(), RAISED - 1)).toEqual({ waitedMs: null, isRunning: true })
  })
})

describe('the maintenance list', () => {
  const given = (id: string, deviceId: string, verdict: FireDecision['verdict'] | null, m = 0) =>
    alarm({
      occurrenceId: id,
      deviceId,
      raisedAt: RAISED + m * MINUTE_MS,
      decisions: verdict ? [decision(verdict, m + 1)] : [],
    })
  const window = { from: RAISED, to: RAISED + 60 * MINUTE_MS }

  it('names devices by their false alarms, most first, with what they are a share of', () => {
    const all = [
      given('1', 'a', 'false'),
      given('2', 'b', 'false', 3),
      given('3', 'b', 'false', 2),
      given('4', 'b', 'true'),
      given('5', 'b', 'test'),
      given('6', 'b', null),
      given('7', 'c', 'true'),
      given('8', 'd', 'false', 1),
    ]
    expect(maintenanceList(all, window)).toEqual([
      { deviceId: 'b', falseAlarms: 2, alarms: 3, waiting: 1, lastFalseAt: RAISED + 3 * MINUTE_MS },
      { deviceId: 'd', falseAlarms: 1, alarms: 1, waiting: 0, lastFalseAt: RAISED + MINUTE_MS },
      { deviceId: 'a', falseAlarms: 1, alarms: 1, waiting: 0, lastFalseAt: RAISED },
    ])
    expect(maintenanceList(all, window, 2).map(({ deviceId }) => deviceId)).toEqual(['b'])
  })
  it('holds a window, and a verdict that was overruled does not count', () => {
    const overruled = alarm({ decisions: [decision('false', 1), decision('true', 2)] })
    const all = [given('2', 'a', 'false', -1), given('3', 'a', 'false', 60), overruled]
    expect(maintenanceList(all, window)).toEqual([])
  })
  it('counts every false alarm once, however often it is handed in', () => {
    const any = fc.array(
      fc.record({
        id: fc.nat(20),
        device: fc.constantFrom('a', 'b', 'c'),
        verdict: fc.constantFrom(...FIRE_VERDICTS, null),
      }),
    )
    fc.assert(
      fc.property(any, (all) => {
        const alarms = all.map(({ id, device, verdict }) => given(`${id}`, device, verdict))
        const last = new Map(all.map((one) => [one.id, one.verdict]))
        const falses = [...last.values()].filter((verdict) => verdict === 'false').length
        const list = maintenanceList([...alarms, ...alarms], window)
        expect(list.reduce((sum, one) => sum + one.falseAlarms, 0)).toBe(falses)
        for (const one of list) expect(one.falseAlarms).toBeLessThanOrEqual(one.alarms)
      }),
    )
  })
})
