import { expect, it } from 'vitest'
import { DEFAULT_RULES } from '../../mocks/alarms/default-rules'
import { doubtedRules } from './alarm-rule-doubts'
import type { AlarmRule } from './alarm-rules'

const whyOf = (id: string, edit: Partial<AlarmRule>, isTried = true) =>
  doubtedRules(
    DEFAULT_RULES,
    DEFAULT_RULES.map((rule) => (rule.id === id ? { ...rule, ...edit } : rule)),
    () => isTried,
  ).flatMap(({ why }) => why)

it('doubts whatever makes a rule of the first priority quieter, and what nobody has tried', () => {
  expect(whyOf('zone-density-5', {}, false)).toEqual([])
  expect(whyOf('zone-density-5', { isOn: false }, false)).toEqual(['off'])
  expect(whyOf('zone-density-5', { priority: 2 })).toEqual(['lowered'])
  expect(whyOf('zone-density-5', { limit: 9 })).toEqual(['laxer'])
  expect(whyOf('zone-density-5', { onDelayS: 600 })).toEqual(['laxer'])
  expect(whyOf('fire', { latching: false })).toEqual(['laxer'])
  expect(whyOf('zone-density-5', { limit: 5.5 })).toEqual([])
  expect(whyOf('zone-density-5', { limit: 5.5 }, false)).toEqual(['untried'])
  expect(whyOf('zone-density-4', { limit: 4.9, isOn: false }, false)).toEqual([])
})
