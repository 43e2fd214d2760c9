import { describe, expect, it } from 'vitest'
import { ruleFaults } from './alarm-rule-faults'
import type { AlarmRule } from './alarm-rules'

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

describe('a set of rules', () => {
  it('is sound as delivered, and each fault names its rule and field', () => {
    expect(ruleFaults([rule()])).toEqual([])
    const faultOf = (edit: Partial<AlarmRule>) =>
      ruleFaults([rule(edit)]).map(({ field, why }) => `${field} ${why}`)
    expect(faultOf({ limit: null })).toEqual(['limit needs-limit'])
    expect(faultOf({ limit: Number.NaN })).toContain('limit not-a-number')
    expect(faultOf({ onDelayS: 3_601 })).toEqual(['onDelayS out-of-range'])
    expect(faultOf({ offDelayS: -1 })).toEqual(['offDelayS out-of-range'])
    expect(faultOf({ hysteresis: 80 })).toEqual(['hysteresis not-under-limit'])
    expect(faultOf({ onCount: 1 })).toEqual(['onCount whole-from-two'])
    expect(faultOf({ onCount: 2.5 })).toEqual(['onCount whole-from-two'])
    expect(faultOf({ onCount: 3, onCountWindowS: 0 })).toEqual(['onCountWindowS out-of-range'])
    expect(faultOf({ name: ' ' })).toEqual(['name empty'])
    expect(ruleFaults([rule(), rule()])).toEqual([{ rule: 'area-80', field: 'id', why: 'twice' }])
  })

  it('knows no limit that nothing reaches, nor one that all reach', () => {
    const faultOf = (edit: Partial<AlarmRule>) =>
      ruleFaults([rule(edit)]).map(({ field, why }) => `${field} ${why}`)
    for (const limit of [9_999, 10.1, 0.4])
      expect(faultOf({ measure: 'zone-density', limit, hysteresis: 0.1 })).toEqual([
        'limit out-of-range',
      ])
    expect(faultOf({ measure: 'zone-density', limit: 10, hysteresis: 0.3 })).toEqual([])
    expect(faultOf({ limit: 151 })).toEqual(['limit out-of-range'])
  })

  it('keeps a ladder in its order, and the more urgent over the milder', () => {
    const step = (id: string, limit: number, priority: AlarmRule['priority'], isOn = true) =>
      rule({ id, measure: 'zone-density', limit, priority, hysteresis: 0.3, isOn })
    const faulty = (...rules: AlarmRule[]) =>
      ruleFaults(rules).map((one) => `${one.rule} ${one.why}`)
    const [three, four] = [step('zone-density-3', 3, 3), step('zone-density-4', 4, 2)]
    expect(faulty(three, four, step('zone-density-5', 5, 1))).toEqual([])
    expect(faulty(three, four, step('zone-density-5', 2, 1))).toEqual([
      'zone-density-5 not-over-milder',
    ])
    // What is off leads up to nothing.
    expect(faulty(three, { ...four, isOn: false }, step('zone-density-5', 3.5, 1))).toEqual([])
    expect(faulty(three, four, step('zone-density-5', 3.5, 1, false))).toEqual([])
    // Steps of one priority too; rules that are no ladder go by their priority.
    expect(faulty(rule(), rule({ id: 'area-90', limit: 75 }))).toEqual(['area-90 not-over-milder'])
    expect(faulty(rule(), rule({ id: 'own', limit: 70, priority: 2 }))).toEqual([
      'own not-over-milder',
    ])
  })
})
