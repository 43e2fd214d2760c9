import { describe, expect, it } from 'vitest'
import { decodeAnswer } from '../../src/api/decode'
import type { FeedId } from '../../src/api/feeds'
import { judge } from '../../src/domain/fire-clauses'
import { devicesNow, worstState } from '../../src/domain/fire-readiness'
import { ruleKey } from '../../src/domain/fire-rule-line'
import { DEFAULT_RULE_PACK } from '../../src/domain/fire-rule-pack'
import { stepRule, UNSEEN } from '../../src/domain/fire-rule-step'
import { recorded } from './folder'
import { deviceOf, type Hydrant, readingOf, timeOf } from './hydrants'

const text = recorded('fire_hydrants_taichung/hydrants_2026-04-15.geojson.gz')
const hydrants: readonly Hydrant[] = text ? JSON.parse(text).features : []
const SNAPSHOT = Date.parse('2026-04-15T00:00:00+08:00')

function decode<Id extends FeedId>(feed: Id, items: readonly unknown[]) {
  const envelope = {
    feed,
    schema: 1,
    crs: 'WGS84',
    generatedAt: new Date(SNAPSHOT).toISOString(),
    cursor: null,
    full: true,
    items,
    removed: [],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(envelope))
  return decodeAnswer(feed, bytes, 'application/json')
}

function taken<Id extends FeedId>(feed: Id, items: readonly unknown[]) {
  const answer = decode(feed, items)
  if (!answer.ok) throw new Error(`refused: ${answer.cause} ${answer.detail}`)
  return answer
}

function countBy<T>(items: readonly T[], name: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1
  return counts
}

describe.skipIf(!text)('3,861 recorded hydrants (skipped without ../shared/data)', () => {
  it('are refused as they stand: strings are no numbers, and the answer says so', () => {
    expect(hydrants).toHaveLength(3_861)
    const raw = hydrants.map(({ properties }) => properties)
    expect(decode('fire-readings', raw)).toMatchObject({
      ok: false,
      cause: 'too-many-rejected',
      detail: 'of 3861',
    })
  })

  it('pass the door once mapped, but for the one that has neither id nor time', () => {
    const devices = taken('fire-devices', hydrants.map(deviceOf))
    const readings = taken('fire-readings', hydrants.map(readingOf))
    expect([devices.items.length, readings.items.length]).toEqual([3_860, 3_860])
    expect(countBy(devices.rejected, ({ reason }) => reason)).toEqual({ 'id too_small': 1 })
    expect(countBy(readings.rejected, ({ reason }) => reason)).toEqual({ 'id too_small': 1 })
    // With an id it would have been set aside for the time.
    const [blank] = hydrants.filter((one) => deviceOf(one).id === '')
    const named = { ...deviceOf(blank as Hydrant), id: 'x', areaCode: '大里區' }
    expect(taken('fire-devices', [named, ...hydrants.slice(0, 9).map(deviceOf)]).rejected).toEqual([
      expect.objectContaining({ reason: 'observedAt invalid_format' }),
    ])
  })

  it('noon and midnight of the register are read right', () => {
    expect(timeOf('2016/7/17 下午 12:19:00')).toBe('2016-07-17T12:19:00+08:00')
    expect(timeOf('2016/7/17 上午 12:19:00')).toBe('2016-07-17T00:19:00+08:00')
  })

  it('no flow passes for a pressure: every value that is not held against a clause has its reason', () => {
    const devices = taken('fire-devices', hydrants.map(deviceOf)).items
    const byId = new Map(
      taken('fire-readings', hydrants.map(readingOf)).items.map((one) => [one.id, one]),
    )
    const judged = countBy(devices, (device) => {
      const judgement = judge(device, byId.get(device.id) ?? null)
      return judgement.is === 'not-comparable' ? judgement.why : judgement.is
    })
    expect(judged).toEqual({ 'no-value': 1_202, unit: 2_658 })
    expect(countBy([...byId.values()], ({ states }) => worstState(states))).toEqual({
      normal: 3_854,
      supervisory: 6,
    })
  })

  it('the rule pack rings for none of them, and says why for each', () => {
    const devices = taken('fire-devices', hydrants.map(deviceOf)).items
    const byId = new Map(
      taken('fire-readings', hydrants.map(readingOf)).items.map((one) => [one.id, one]),
    )
    const line = DEFAULT_RULE_PACK.lines.find(
      (one) => one.buildingClass === 'street' && one.condition === 'flowing',
    )
    if (!line) throw new Error('no line for the street')
    expect(ruleKey(line)).toContain('street')
    const outcomes = (nowOf: (observedAt: number) => number) =>
      countBy(devices, (device) => {
        const reading = byId.get(device.id)
        if (!reading) return 'no reading'
        const { state, notHeld } = stepRule(
          UNSEEN,
          line,
          device,
          reading,
          nowOf(reading.observedAt),
        )
        return notHeld ?? state.phase
      })
    // On the day of each survey, and on the day of the snapshot, when all of them are silent.
    expect(outcomes((at) => at)).toEqual({ 'no-value': 1_202, unit: 2_658 })
    expect(outcomes(() => SNAPSHOT)).toEqual({ silent: 3_860 })
    expect(countBy(devicesNow(devices, [...byId.values()], SNAPSHOT), (one) => one.class)).toEqual({
      unknown: 3_860,
    })
  })

  it('taken for MPa, flows are impossible pressures, but for the 24 that were entered as 2', () => {
    const devices = taken('fire-devices', hydrants.map(deviceOf)).items
    const wrong = hydrants.map((one) => ({ ...readingOf(one), unit: 'MPa' as const }))
    const byId = new Map(taken('fire-readings', wrong).items.map((one) => [one.id, one]))
    const judged = countBy(devices, (device) => judge(device, byId.get(device.id) ?? null).is)
    expect(judged).toEqual({ 'no-value': 1_202, implausible: 2_634, ok: 24 })
    const passed = devices.filter((one) => judge(one, byId.get(one.id) ?? null).is === 'ok')
    expect(new Set(passed.map(({ id }) => byId.get(id)?.value))).toEqual(new Set([2]))
  })
})
