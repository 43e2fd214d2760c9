import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALARM_EVENTS,
  ALARM_STATES,
  type Alarm,
  type AlarmEvent,
  type AlarmSource,
  LONGEST_SHELVING_MS,
} from './alarm'
import { expireShelving, quietAlarm, step, TRANSITIONS } from './alarm-machine'

const source = (latching = false): AlarmSource => ({
  id: 'rule/subject',
  ruleId: 'rule',
  kind: 'fire',
  priority: 1,
  latching,
  subject: null,
  placeId: null,
  place: '肇兴侗寨',
  placeEn: null,
  areaCode: '522631',
  position: null,
})
const raise = (at: number): AlarmEvent => ({ name: 'raise', at })
const clear = (at: number): AlarmEvent => ({ name: 'clear', at })
const acknowledge = (at: number, occurrence: number): AlarmEvent => ({
  name: 'acknowledge',
  at,
  occurrence,
  by: '席位 1',
})
const shelve = (at: number, occurrence: number, until: number, reason = '施工'): AlarmEvent => ({
  name: 'shelve',
  at,
  occurrence,
  until,
  reason,
  by: '席位 1',
})

function played(alarm: Alarm, ...events: AlarmEvent[]): Alarm {
  return events.reduce((now, event) => step(now, event).alarm, alarm)
}

describe('an alarm', () => {
  it('asks until it is acknowledged, also when its cause has gone', () => {
    const raised = played(quietAlarm(source(), 0), raise(1))
    expect(raised).toMatchObject({ state: 'unacknowledged', occurrence: 1, raisedAt: 1 })
    const gone = played(raised, clear(2))
    expect(gone).toMatchObject({ state: 'returned-unacknowledged', clearedAt: 2 })
    expect(played(gone, acknowledge(3, 1)).state).toBe('normal')
    expect(played(raised, acknowledge(2, 1))).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: '席位 1', at: 2 },
    })
  })

  it('latches where it is told to, until it is reset', () => {
    const latched = played(quietAlarm(source(true), 0), raise(1), acknowledge(2, 1), clear(3))
    expect(latched.state).toBe('latched')
    const reset = step(latched, { name: 'reset', at: 4, occurrence: 1, by: '席位 1' })
    expect(reset.alarm).toMatchObject({ state: 'normal', raisedAt: null, occurrence: 1 })
  })

  it('takes no acknowledgement of an older occurrence', () => {
    const again = played(quietAlarm(source(), 0), raise(1), clear(2), raise(3))
    expect(again).toMatchObject({ state: 'unacknowledged', occurrence: 2, acknowledged: null })
    expect(step(again, acknowledge(4, 1))).toEqual({ ok: false, cause: 'superseded', alarm: again })
  })

  it('is shelved with a reason, for eight hours at most, and comes back by itself', () => {
    const raised = played(quietAlarm(source(), 0), raise(1))
    expect(step(raised, shelve(2, 1, 3, ' '))).toMatchObject({ ok: false, cause: 'no-reason' })
    expect(step(raised, shelve(2, 1, 3 + LONGEST_SHELVING_MS))).toMatchObject({ cause: 'too-long' })
    expect(step(raised, shelve(2, 1, 2))).toMatchObject({ cause: 'already-over' })
    const shelved = played(raised, shelve(2, 1, 100))
    expect(shelved.state).toBe('shelved')
    expect(expireShelving(shelved, 99)).toBe(shelved)
    expect(expireShelving(shelved, 100)).toMatchObject({ state: 'unacknowledged', shelved: null })
    expect(expireShelving(played(shelved, clear(50)), 100).state).toBe('normal')
  })

  it('that latches is not lost while it is hushed', () => {
    const hushed = played(quietAlarm(source(true), 0), raise(1), {
      name: 'suppress',
      at: 2,
      because: 'panel',
    })
    expect(hushed).toMatchObject({ state: 'suppressed', suppressedBy: 'panel' })
    expect(played(hushed, clear(3), { name: 'unsuppress', at: 4 })).toMatchObject({
      state: 'returned-unacknowledged',
      suppressedBy: null,
    })
  })

  it('that is announced anew waits for an answer, though its occurrence once had one', () => {
    const again = played(
      quietAlarm(source(true), 0),
      raise(1),
      acknowledge(2, 1),
      { name: 'suppress', at: 3, because: 'panel' },
      { name: 'unsuppress', at: 4 },
    )
    expect(again).toMatchObject({ state: 'unacknowledged', acknowledged: null })
  })

  it('refuses what its state does not know, and says nothing else', () => {
    const quiet = quietAlarm(source(), 0)
    expect(step(quiet, acknowledge(1, 0))).toEqual({
      ok: false,
      cause: 'not-possible',
      alarm: quiet,
    })
    for (const state of ALARM_STATES)
      expect(Object.keys(TRANSITIONS[state]).length, state).toBeGreaterThan(2)
  })
})

/**
 * The same rules written another way: not a table over states but facts and the questions asked of them.
 * `asks` is whether the officer still owes an answer for what has happened.
 */
interface Model {
  active: boolean
  occurrence: number
  asks: boolean
  held: boolean
  hushed: 'shelved' | 'suppressed' | 'out-of-service' | null
}

function stateOf({ active, asks, held, hushed }: Model): string {
  if (hushed) return hushed
  if (active) return asks ? 'unacknowledged' : 'acknowledged'
  if (asks) return 'returned-unacknowledged'
  return held ? 'latched' : 'normal'
}

function play(model: Model, event: AlarmEvent, latching: boolean): void {
  if ('occurrence' in event && event.occurrence !== model.occurrence) return
  const { active, asks, held, hushed } = model
  const wakes = {
    unshelve: 'shelved',
    unsuppress: 'suppressed',
    restore: 'out-of-service',
  } as const
  if (event.name === 'raise' && !active)
    Object.assign(model, {
      active: true,
      occurrence: model.occurrence + 1,
      asks: true,
      held: latching,
    })
  else if (event.name === 'clear') model.active = false
  else if (event.name === 'remove') model.hushed = 'out-of-service'
  else if (event.name in wakes) {
    if (hushed !== wakes[event.name as keyof typeof wakes]) return
    Object.assign(model, {
      hushed: null,
      asks: active || (asks && latching),
      held: held && latching,
    })
  } else if (hushed) return
  else if (event.name === 'acknowledge') model.asks = false
  else if (event.name === 'reset') model.held = held && (active || asks)
  else if (event.name === 'suppress') model.hushed = 'suppressed'
  else if (event.name === 'shelve' && (active || asks || !held) && isFit(event))
    model.hushed = 'shelved'
}

const isFit = ({ reason, until, at }: AlarmEvent & { name: 'shelve' }) =>
  reason.trim() !== '' && until > at && until - at <= LONGEST_SHELVING_MS

const anEvent = fc.record({
  name: fc.constantFrom(...ALARM_EVENTS),
  behind: fc.constantFrom(0, 0, 0, 1),
  hours: fc.constantFrom(-1, 1, 8, 9),
  reason: fc.constantFrom('施工', ' '),
})

describe('random sequences of events', () => {
  it('100,000 of them leave the machine where the model is; no acknowledgement lands on a newer occurrence', () => {
    let sequences = 0
    fc.assert(
      fc.property(fc.boolean(), fc.array(anEvent, { maxLength: 14 }), (latching, drawn) => {
        sequences++
        let alarm = quietAlarm(source(latching), 0)
        const model: Model = {
          active: false,
          occurrence: 0,
          asks: false,
          held: false,
          hushed: null,
        }
        for (const [i, { name, behind, hours, reason }] of drawn.entries()) {
          const at = i + 1
          const occurrence = alarm.occurrence - behind
          const until = at + hours * 3_600_000
          const event = { name, at, occurrence, until, reason, by: 'x', because: 'y' } as AlarmEvent
          // Only these carry the occurrence that was seen.
          if (!['acknowledge', 'reset', 'shelve'].includes(name))
            delete (event as { occurrence?: number }).occurrence
          const before = alarm
          const result = step(alarm, event)
          alarm = result.alarm
          play(model, event, latching)
          if (alarm.state !== stateOf(model) || alarm.occurrence !== model.occurrence) return false
          if (behind > 0 && 'occurrence' in event && alarm !== before) return false
        }
        return true
      }),
      { numRuns: 100_000 },
    )
    expect(sequences).toBe(100_000)
  }, 60_000)
})
