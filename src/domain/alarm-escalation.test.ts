import { expect, test } from 'vitest'
import { escalationOf, nextEscalationMs } from './alarm-escalation'
import { MINUTE_MS } from './time'

const waiting = (priority: 1 | 2 | 3 | 4, state = 'unacknowledged') => ({
  priority,
  state,
  raisedAt: 0,
})

test('nobody answers: the ladder goes up by itself, and says when next', () => {
  expect(escalationOf(waiting(1), 0)).toBe(0)
  expect(nextEscalationMs(waiting(1), 10_000)).toBe(50_000)
  expect(escalationOf(waiting(1), MINUTE_MS)).toBe(1)
  expect(escalationOf(waiting(1), 3 * MINUTE_MS)).toBe(2)
  expect(nextEscalationMs(waiting(1), 3 * MINUTE_MS)).toBeNull()
  expect(escalationOf(waiting(2), 5 * MINUTE_MS)).toBe(1)
  expect(escalationOf(waiting(4), 600 * MINUTE_MS)).toBe(0)
})

test('an answer takes it down; one that has gone without an answer still waits', () => {
  expect(escalationOf(waiting(1, 'acknowledged'), 9 * MINUTE_MS)).toBe(0)
  expect(nextEscalationMs(waiting(1, 'shelved'), 0)).toBeNull()
  expect(escalationOf(waiting(1, 'returned-unacknowledged'), MINUTE_MS)).toBe(1)
})
