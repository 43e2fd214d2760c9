import { describe, expect, it } from 'vitest'
import { decodeAnswer } from '../../src/api/decode'
import { isUnacknowledged, type StandingAlarm } from '../../src/domain/alarm'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { optionsFrom } from '../options'
import type { ScenarioId } from '../scenarios'
import { createWorld, type World } from '../world'
import { DEFAULT_RULES } from './default-rules'
import type { AlarmServer } from './server'
import { respondToWrite } from './writes'

const START = Date.parse('2026-11-23T10:00:00+08:00')
const open = (scenario: ScenarioId, startAt = START, scale = 1): World =>
  createWorld({ scenario, seed: 20261, scale, startAt })

function standing(world: World, at: number): readonly StandingAlarm[] {
  const bytes = new TextEncoder().encode(JSON.stringify(world.answer('alarms', at, null)))
  const decoded = decodeAnswer('alarms', bytes, 'application/json')
  if (!decoded.ok) throw new Error(`${decoded.cause} ${decoded.detail}`)
  expect(decoded.rejected).toEqual([])
  return decoded.items as readonly StandingAlarm[]
}

let keys = 0
async function post(
  world: World,
  at: number,
  path: string,
  body: unknown,
  rev: number | null,
  key = `k${keys++}`,
) {
  const headers = new Headers({ 'idempotency-key': key })
  if (rev !== null) headers.set('if-match', `"${rev}"`)
  const method = path === 'alarm-rules' ? 'PUT' : 'POST'
  const answer = await respondToWrite({ method, path, headers, body }, world, at)
  return { status: answer?.status, body: await answer?.json() }
}
const path = ({ id }: StandingAlarm, verb: string) => `alarms/${encodeURIComponent(id)}/${verb}`
const firstFire = (world: World, at: number) =>
  standing(world, at).find(({ kind }) => kind === 'fire') as StandingAlarm
const BY = { by: '席位 1' }

it('tells a change to a client that has heard nothing new for a while', () => {
  const world = createWorld({ scenario: 'fire-storm', seed: 20261, scale: 1, startAt: START })
  const first = world.answer('alarms', START, null)
  const one = first.items.find(
    ({ priority, state }) => priority === 1 && state === 'unacknowledged',
  )
  // Nothing happens for twelve polls, each answered 304: the client keeps its first cursor.
  for (let i = 1; i <= 12; i++) world.etag('alarms', START + i * 2_000)
  const at = START + 25_000
  const server = world.alarms as AlarmServer
  server.pictureAt(at)
  server.apply(one?.alarm ?? '', { name: 'acknowledge', occurrence: 1, by: '席位 1', at })
  const { items } = world.answer('alarms', at + 500, first.cursor)
  expect(items.find(({ id }) => id === one?.id)?.state).toBe('acknowledged')
})

describe('the alarm server of the world', () => {
  it('leaves nothing to answer at the beginning of a calm day, and dozens in a storm', () => {
    const calm = standing(open('calm'), START)
    expect(calm.length).toBeGreaterThan(5)
    expect(calm.filter(isUnacknowledged)).toEqual([])
    expect(standing(open('fire-storm'), START).filter(isUnacknowledged).length).toBeGreaterThan(20)
  })

  it('takes an acknowledgement of the occurrence that was seen, once', async () => {
    const world = open('fire-storm')
    const fire = firstFire(world, START)
    const at = START + SECOND_MS
    expect(await post(world, at, path(fire, 'acknowledge'), BY, null)).toMatchObject({
      status: 428,
    })
    expect(await post(world, at, path(fire, 'acknowledge'), BY, fire.rev + 1)).toMatchObject({
      status: 412,
      body: { code: 'changed', current: { id: fire.id } },
    })
    const older = { ...fire, id: fire.id.replace(/\d+$/, '0') }
    expect(await post(world, at, path(older, 'acknowledge'), BY, fire.rev)).toMatchObject({
      status: 409,
      body: { code: 'superseded', current: { id: fire.id } },
    })
    const first = await post(world, at, path(fire, 'acknowledge'), BY, fire.rev, 'same')
    expect(first).toMatchObject({ status: 200, body: { state: 'acknowledged' } })
    // Sent again because the answer was lost: the same answer, nothing twice.
    const again = await post(world, at, path(fire, 'acknowledge'), BY, fire.rev, 'same')
    expect(again).toEqual(first)
    expect(standing(world, at + 2_000).find(({ id }) => id === fire.id)?.state).toBe('acknowledged')
  })

  it('shelves with a reason and up to eight hours, and brings back by itself', async () => {
    const world = open('calm')
    const alarm = standing(world, START)[0] as StandingAlarm
    const shelve = (more: object) =>
      post(world, START, path(alarm, 'shelve'), { ...BY, ...more }, alarm.rev)
    expect(await shelve({ reason: ' ', minutes: 5 })).toMatchObject({ body: { code: 'no-reason' } })
    expect(await shelve({ reason: '检修', minutes: 481 })).toMatchObject({
      body: { code: 'too-long' },
    })
    expect(await shelve({ reason: '检修', minutes: 2 })).toMatchObject({
      body: { state: 'shelved', shelved: { by: '席位 1', reason: '检修' } },
    })
    const later = standing(world, START + 2 * MINUTE_MS + 20_000)
    expect(later.find(({ id }) => id === alarm.id)?.state).toBe('unacknowledged')
  })

  it('verifies fire alarms and nothing else', async () => {
    const world = open('fire-storm')
    const fire = firstFire(world, START)
    const verdict = { ...BY, verdict: 'false' }
    expect(await post(world, START, path(fire, 'verify'), verdict, fire.rev)).toMatchObject({
      body: { verification: { verdict: 'false', by: '席位 1' } },
    })
    const other = standing(world, START).find(({ kind }) => kind !== 'fire') as StandingAlarm
    expect(await post(world, START, path(other, 'verify'), verdict, other.rev)).toMatchObject({
      status: 400,
    })
  })

  it('hushes the lower step of a ladder while the higher one stands, and says by whom', () => {
    const noon = Date.parse('2026-11-23T13:00:00+08:00')
    const alarms = standing(open('festival', noon), noon)
    const hushed = alarms.filter(({ state }) => state === 'suppressed')
    expect(hushed.length).toBeGreaterThan(1)
    for (const { alarm, suppressedBy } of hushed) {
      const parent = alarms.find((one) => one.alarm === suppressedBy)
      expect(parent?.isActive, alarm).toBe(true)
      expect(parent?.alarm.split('.')[1]).toBe(alarm.split('.')[1])
    }
  })

  it('opens the festival with a zone of the first priority, and others, that nobody has answered', () => {
    const { startAt } = optionsFrom('?scenario=festival', START)
    const alarms = standing(open('festival', startAt), startAt)
    const waiting = alarms.filter(({ state }) => state === 'unacknowledged')
    expect(waiting.filter(({ priority }) => priority === 1).map(({ ruleId }) => ruleId)).toEqual([
      'zone-density-5',
    ])
    expect(waiting.length).toBeGreaterThan(1)
  })

  it('hushes pumps while the power of their place is in fault', () => {
    const alarms = standing(open('fire-storm', START, 5), START)
    const hushed = alarms.filter(
      ({ state, ruleId }) => state === 'suppressed' && ruleId === 'fire-power',
    )
    expect(hushed.length).toBeGreaterThan(0)
    for (const { placeId, suppressedBy } of hushed) {
      const parent = alarms.find(({ alarm }) => alarm === suppressedBy)
      expect(parent).toMatchObject({ placeId, ruleId: 'fire-power', isActive: true })
    }
    // Never a fire, and never in a circle.
    expect(alarms.filter(({ kind, state }) => kind === 'fire' && state === 'suppressed')).toEqual(
      [],
    )
    expect(hushed.some(({ alarm }) => hushed.some((one) => one.suppressedBy === alarm))).toBe(false)
  }, 30_000)

  it('lives by the rules that are set, refuses bad ones, and tries one on the past', async () => {
    const world = open('calm')
    const water = standing(world, START).filter(({ ruleId }) => ruleId === 'water-low')
    expect(water.length).toBeGreaterThan(3)
    const edit = (change: object) =>
      DEFAULT_RULES.map((rule) => (rule.id === 'water-low' ? { ...rule, ...change } : rule))
    const put = (rules: readonly object[]) =>
      post(world, START + 1_000, 'alarm-rules', { ...BY, rules }, 1)
    expect(await put(edit({ offDelayS: 9e9 }))).toMatchObject({ body: { code: 'invalid-rules' } })
    expect(await put(edit({ isOn: false }))).toMatchObject({ body: { rev: 2 } })
    const left = standing(world, START + 2 * MINUTE_MS)
    expect(left.filter(({ ruleId, isActive }) => ruleId === 'water-low' && isActive)).toEqual([])

    const rule = DEFAULT_RULES.find(({ id }) => id === 'area-80')
    const tried = async (limit: number) =>
      (await post(world, START, 'alarm-rules/trial', { rule: { ...rule, limit }, days: 7 }, null))
        .body as { rang: number; perDay: { count: number }[] }
    const [low, high] = [await tried(60), await tried(90)]
    expect(low.rang).toBeGreaterThan(high.rang)
    expect(low.perDay.reduce((sum, { count }) => sum + count, 0)).toBe(low.rang)
  })

  it('remembers what happened, also before the world began', async () => {
    const world = open('calm')
    standing(world, START)
    const { history } = world.alarms as AlarmServer
    const past = await history(START - DAY_MS, START)
    const raised = past.filter(({ event }) => event === 'raise')
    expect(raised.length).toBeGreaterThan(20)
    expect(raised.some(({ kind }) => kind === 'fire')).toBe(true)
    // The product's own standard for one seat: 144 a day.
    expect(raised.length).toBeLessThan(144)
    expect(past.map(({ at }) => at)).toEqual(past.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(await history(START + HOUR_MS, START + DAY_MS)).toEqual([])
  }, 30_000)

  it('tells in its history of what stands in the queue, as it stands, and at whichever minute it is opened', async () => {
    const half = HOUR_MS / 2
    const raisedOf = async (at: number) => {
      const world = open('fire-storm', at)
      const fires = standing(world, at).filter(
        ({ kind, state }) => kind === 'fire' && state === 'unacknowledged',
      )
      expect(fires.length).toBeGreaterThan(20)
      const lines = await (world.alarms as AlarmServer).history(at - 2 * DAY_MS, at + 1)
      for (const { id, alarm, raisedAt } of fires) {
        const last = lines.filter((one) => one.alarm === alarm && one.at >= raisedAt)
        expect(last.map((one) => [one.occurrence, one.event, one.at, one.by])).toEqual([
          [id, 'raise', raisedAt, null],
        ])
        // What came before it is over.
        const before = lines.filter((one) => one.alarm === alarm && one.event === 'raise')
        for (const { occurrence } of before.slice(0, -1))
          expect(lines.some((one) => one.occurrence === occurrence && one.event === 'clear')).toBe(
            true,
          )
      }
      return new Map(fires.map(({ alarm, raisedAt }) => [alarm, raisedAt]))
    }
    const begins = Math.ceil(START / half) * half
    const early = await raisedOf(begins + 8 * MINUTE_MS)
    expect(await raisedOf(begins + 20 * MINUTE_MS)).toEqual(early)
  }, 60_000)
})
