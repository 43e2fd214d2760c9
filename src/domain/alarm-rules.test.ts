import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AlarmRule, type CauseMemory, look, NO_CAUSE } from './alarm-rules'

const rule = (edit: Partial<AlarmRule> = {}): AlarmRule => ({
  id: 'area-80',
  kind: 'crowd-management',
  measure: 'area-share',
  name: '客流达承载量 80 %',
  nameEn: 'Area at 80 %',
  isOn: true,
  priority: 4,
  latching: false,
  limit: 80,
  hysteresis: 2,
  onDelayS: 60,
  onCount: 0,
  onCountWindowS: 600,
  offDelayS: 120,
  source: 'LB/T 034-2014',
  ...edit,
})

/** Values at steps of ten seconds; what is announced after each. */
function announced(of: AlarmRule, values: readonly (number | null)[]): boolean[] {
  let memory: CauseMemory = NO_CAUSE
  return values.map((value, i) => {
    memory = look(of, memory, value, i * 10_000)
    return memory.isAnnounced
  })
}
const times = (n: number, value: number | null) => Array.from({ length: n }, () => value)

describe('a look at a value', () => {
  it('announces after the delay and not before, and forgets what did not last', () => {
    expect(announced(rule(), times(8, 80)).indexOf(true)).toBe(6)
    expect(announced(rule(), [...times(6, 80), 70, ...times(6, 80)])).not.toContain(true)
    expect(announced(rule({ onDelayS: 0 }), [80])).toEqual([true])
  })

  it('lets go only under limit less hysteresis, and only after the off delay', () => {
    const quick = rule({ onDelayS: 0, offDelayS: 0 })
    expect(announced(quick, [80, 79, 78.1, 78])).toEqual([true, true, true, false])
    const slow = announced(rule({ onDelayS: 0 }), [80, ...times(14, 70)])
    expect(slow.indexOf(false)).toBe(13)
  })

  it('keeps what chatters one occurrence', () => {
    const chatter = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 85 : 70))
    const told = announced(rule({ onDelayS: 0, offDelayS: 30 }), chatter)
    expect(told.filter((now, i) => now && !told[i - 1])).toHaveLength(1)
  })

  it('announces what comes often enough though it never stays, and only within the window', () => {
    const flicker = (gap: number) => [70, 85, ...times(gap, 70), 85, ...times(gap, 70), 85]
    const counting = rule({ onCount: 3, onCountWindowS: 120 })
    expect(announced(rule(), flicker(2))).not.toContain(true)
    expect(announced(counting, flicker(2)).indexOf(true)).toBe(flicker(2).length - 1)
    // The first of three was more than 120 s ago.
    expect(announced(counting, flicker(6))).not.toContain(true)
    expect(announced(rule({ onCount: 3, onCountWindowS: 140 }), flicker(6)).at(-1)).toBe(true)
    // What stands meanwhile came once, and does not become three by being looked at.
    expect(announced(rule({ onCount: 3, onDelayS: 3_600 }), times(60, 85))).not.toContain(true)
  })

  it('takes silence for nothing: neither raised nor cleared by it', () => {
    expect(announced(rule({ onDelayS: 0, offDelayS: 0 }), [80, null, null, 70])).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(announced(rule(), times(30, null))).not.toContain(true)
  })

  it('never changes its mind within the shorter delay, whatever comes', () => {
    const values = fc.array(fc.option(fc.integer({ min: 60, max: 100 })), { maxLength: 80 })
    fc.assert(
      fc.property(values, (drawn) => {
        const told = announced(rule({ onDelayS: 30, offDelayS: 30 }), drawn)
        const turns = told.flatMap((now, i) => (now === (told[i - 1] ?? false) ? [] : [i]))
        return turns.every((at, i) => i === 0 || at - (turns[i - 1] as number) >= 3)
      }),
    )
  })
})
