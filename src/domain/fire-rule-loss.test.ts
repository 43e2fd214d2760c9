import { describe, expect, it } from 'vitest'
import type { RuleLine } from './fire-rule-line'
import { breakingNow, losesAnything, packLoss } from './fire-rule-loss'
import {
  DEFAULT_RULE_PACK,
  type RulePack,
  readRulePack,
  signRulePack,
  writeRulePack,
} from './fire-rule-pack'

const isStreet = ({ buildingClass }: RuleLine) => buildingClass === 'street'
const withStreet = (edit: Partial<RuleLine>): RulePack => ({
  ...DEFAULT_RULE_PACK,
  lines: DEFAULT_RULE_PACK.lines.map((line) => (isStreet(line) ? { ...line, ...edit } : line)),
})
const laxerBy = (edit: Partial<RuleLine>) =>
  packLoss(DEFAULT_RULE_PACK, withStreet(edit)).laxer.length

describe('what an edited pack loses', () => {
  it('is nothing where it says the same, or asks more', () => {
    expect(losesAnything(packLoss(DEFAULT_RULE_PACK, DEFAULT_RULE_PACK))).toBe(false)
    expect(losesAnything(packLoss(DEFAULT_RULE_PACK, withStreet({ limit: 0.16 })))).toBe(false)
  })

  it('is a class of which nothing is asked any more, and every line that is gone', () => {
    const lines = DEFAULT_RULE_PACK.lines.filter((line) => !isStreet(line))
    const loss = packLoss(DEFAULT_RULE_PACK, { ...DEFAULT_RULE_PACK, lines })
    expect(loss.classes).toEqual(['street'])
    expect(loss.lines).toEqual(DEFAULT_RULE_PACK.lines.filter(isStreet))
    const noTank = DEFAULT_RULE_PACK.lines.filter(({ kind }) => kind !== 'tank-level')
    const tanks = packLoss(DEFAULT_RULE_PACK, { ...DEFAULT_RULE_PACK, lines: noTank })
    expect(tanks.classes).toEqual([])
    expect(tanks.lines).toHaveLength(6)
  })

  it('is also a line that more readings pass, later, or only by advice', () => {
    expect(laxerBy({ limit: 0 })).toBe(1)
    expect(laxerBy({ delayS: 3_600 })).toBe(1)
    expect(laxerBy({ isAdvisory: true })).toBe(1)
    expect(laxerBy({ hysteresis: 0.02 })).toBe(0)
  })
})

it('counts the devices that a pack would call wrong by what they read last', () => {
  const device = (id: string) =>
    ({ id, kind: 'hydrant-pressure', buildingClass: 'street', condition: 'flowing' }) as const
  const devices = [device('a'), device('b'), device('c')]
  const readings = new Map([
    ['a', { value: 0.12, unit: 'MPa' as const }],
    ['b', { value: 0.15, unit: 'MPa' as const }],
  ])
  expect(breakingNow(DEFAULT_RULE_PACK, devices, readings)).toBe(1)
  expect(breakingNow(withStreet({ limit: 0.2 }), devices, readings)).toBe(2)
})

it('is signed with the role of who edits it, and with nothing else changed', () => {
  const text = writeRulePack(DEFAULT_RULE_PACK)
  const signed = readRulePack(signRulePack(text, '班 "甲" $1'))
  expect(signed.ok && signed.pack).toEqual({ ...DEFAULT_RULE_PACK, authorRole: '班 "甲" $1' })
  const long = readRulePack(signRulePack(text, 'x'.repeat(200)))
  expect(long.ok && long.pack.authorRole).toHaveLength(64)
})
