import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../domain/time'
import { type AlarmData, fromServer } from './data'
import { type ShownAlarm, standingOf } from './standing'
import { tables } from './tables'
import { attention, describe as describeAlarm } from './words-of'

const RAISED = Date.parse('2026-11-23T02:00:00Z')
const NOW = RAISED + 7 * MINUTE_MS
const fire: ShownAlarm = {
  id: 'fire.d~1',
  alarm: 'fire.d',
  ruleId: 'fire',
  kind: 'fire',
  priority: 1,
  latching: true,
  subject: null,
  placeId: 'p',
  place: '寨',
  placeEn: null,
  areaCode: '522631',
  position: [109, 26],
  occurrence: 1,
  rev: 1,
  state: 'unacknowledged',
  isActive: true,
  value: null,
  raisedAt: RAISED,
  clearedAt: null,
  acknowledged: null,
  shelved: null,
  suppressedBy: null,
  isFirst: true,
  escalation: 0,
  verification: null,
  placePhoto: null,
  observedAt: RAISED,
  isLocal: false,
}
const dataOf = (all: readonly ShownAlarm[], per10Min = 0): AlarmData => ({
  now: NOW,
  all,
  standing: standingOf(all),
  rate: { per10Min, isFlood: per10Min > 10 },
  isTold: true,
  quality: 'live',
  areas: new Map(),
})
const factOf = (one: ShownAlarm, label: string) =>
  describeAlarm(dataOf([one]), one.alarm)?.facts.find((fact) => fact.label.en === label)

describe('the card of an alarm', () => {
  const act = { by: 'duty-officer', at: NOW - MINUTE_MS }

  it('keeps the age of what was observed, whatever officers do; their time stands apart', () => {
    const acked = { ...fire, state: 'acknowledged' as const, acknowledged: act, observedAt: act.at }
    expect(describeAlarm(dataOf([acked]), 'fire.d')?.observedAt).toBe(RAISED)
    expect(factOf(acked, 'Acknowledged')?.note?.en).toMatch(/answered after 6 min/)
    const gone = { ...acked, clearedAt: RAISED + MINUTE_MS }
    expect(describeAlarm(dataOf([gone]), 'fire.d')?.observedAt).toBe(RAISED + MINUTE_MS)
  })

  it('tells ages of the second that it is asked for', () => {
    const later = describeAlarm(dataOf([fire]), 'fire.d', NOW + MINUTE_MS)
    expect(later?.facts.find(({ label }) => label.en === 'Verification')?.value).toMatchObject({
      en: 'to be verified · 8 min',
    })
  })

  it('runs a clock until the fire is verified, and then says how long it took', () => {
    expect(factOf(fire, 'Verification')?.value).toMatchObject({ en: 'to be verified · 7 min' })
    const verified = { ...fire, verification: { ...act, verdict: 'false' as const } }
    expect(factOf(verified, 'Verification')?.note?.en).toMatch(/after 6 min/)
  })
})

it.each([
  ['crowd-danger', 'zone-density-5', 5.6, '5.6', /^人\/m²$/],
  ['crowd-danger', 'zone-rise', 1.4, '1.4', /5 分钟内升幅/],
  ['crowd-management', 'area-100', 102, '102', /^% 最大承载量/],
  ['watch-place-overdue', 'one-of-ours', 210, '210', /^% 要求间隔/],
] as const)('the value of %s (%s) has its unit beside it', (kind, ruleId, value, told, unit) => {
  const fact = factOf({ ...fire, kind, ruleId, value }, 'Value when raised')
  expect(fact?.value).toBe(told)
  expect(fact?.note?.zh).toMatch(unit)
})

it('lines of what this page raised itself have no area, and name none', () => {
  const local = [1, 2].map((n) => ({
    ...fire,
    id: `feed-lost.${n}~1`,
    alarm: `feed-lost.${n}`,
    ruleId: 'feed-lost',
    priority: 2 as const,
    areaCode: '',
    isLocal: true,
  }))
  const [line] = attention(dataOf(local, 99))
  expect(line).toMatchObject({ count: 2 })
  expect(line?.place.zh).not.toContain('00')
})

describe('who has been told', () => {
  const escalated = { ...fire, escalation: 2 }

  it('is said on the row of the desk, in the table and on the card, with the time', () => {
    const [row] = attention(dataOf([escalated]))
    expect(row?.note).toEqual({ zh: '已升级指挥长 10:03 起', en: '↑ commander 10:03' })
    const column = tables[0]?.columns.find(({ id }) => id === 'escalated')
    expect(column?.text(escalated, 'zh', new Map())).toBe('指挥长 · 10:03:00')
    expect(factOf(escalated, 'Unanswered for')?.note?.en).toBe('Escalated to commander 10:03:00')
  })

  it('is nobody else while the first role still has time', () => {
    expect(attention(dataOf([fire]))[0]?.note).toBeUndefined()
    const note = factOf(fire, 'Unanswered for')?.note?.en
    expect(note).toMatch(/^With duty officer/)
  })
})

describe('what the server tells', () => {
  const second = { ...fire, id: 'fire.e~1', alarm: 'fire.e', isFirst: false }

  it('marks the first alarm of a place only where others followed', () => {
    expect(fromServer([fire, second]).map(({ isFirst }) => isFirst)).toEqual([true, false])
    expect(fromServer([fire]).map(({ isFirst }) => isFirst)).toEqual([false])
    const hushed = { ...second, state: 'suppressed' as const }
    expect(fromServer([fire, hushed])[0]?.isFirst).toBe(false)
  })

  it('says why an alarm is quiet, and until when in a column of its own', () => {
    const supply = {
      ...fire,
      id: 'fire-power.x~1',
      alarm: 'fire-power.x',
      ruleId: 'fire-power',
      kind: 'fire-fault' as const,
      placeEn: 'Zhai',
    }
    const quiet = { ...fire, state: 'suppressed' as const, suppressedBy: 'fire-power.x' }
    const shown = fromServer([quiet, supply])
    const text = (one: ShownAlarm | undefined, id: string, lang: 'zh' | 'en') =>
      tables[2]?.columns
        .find((column) => column.id === id)
        ?.text(one as ShownAlarm, lang, new Map())
    expect(text(shown[0], 'hushed', 'zh')).toBe('因本处供电故障（10:00 起）')
    expect(text(shown[0], 'hushed', 'en')).toBe('power supply in fault since 10:00')
    expect(text(shown[0], 'until', 'zh')).toBe('—')
    const step = { ...supply, ruleId: 'zone-density-4', kind: 'crowd-danger' as const }
    const lower = fromServer([quiet, step])[0]
    expect(text(lower, 'hushed', 'zh')).toBe('因 分区密度 ≥ 4 人/m² 在告警（10:00 起）')
    const shelved = { by: 'commander', at: RAISED, reason: '检修', until: RAISED + 60 * MINUTE_MS }
    const shelf = { ...fire, state: 'shelved' as const, shelved }
    expect(text(shelf, 'hushed', 'zh')).toBe('指挥长 · 检修')
    expect(text(shelf, 'until', 'zh')).toBe('11-23 11:00:00')
  })
})
