import { expect, test } from 'vitest'
import { linesOf, nextUnanswered, type ShownAlarm, standingOf } from './standing'

const alarm = (
  id: string,
  priority: 1 | 2 | 3 | 4,
  state = 'unacknowledged',
  more: Partial<ShownAlarm> = {},
) =>
  ({
    id: `${id}~1`,
    alarm: id,
    priority,
    state,
    raisedAt: 0,
    ruleId: 'rule',
    areaCode: '520102',
    ...more,
  }) as ShownAlarm
const ids = (list: readonly ShownAlarm[]) => list.map((one) => one.alarm)

test('the queue: by priority, the unanswered first, then the oldest; hushed ones apart and counted', () => {
  const standing = standingOf([
    alarm('d', 2, 'acknowledged', { raisedAt: 1 }),
    alarm('c', 2, 'unacknowledged', { raisedAt: 9 }),
    alarm('b', 2, 'returned-unacknowledged', { raisedAt: 5 }),
    alarm('a', 1, 'latched'),
    alarm('h', 1, 'shelved'),
    alarm('g', 3, 'suppressed'),
    alarm('n', 1, 'normal'),
    alarm('u', 4, 'unknown'),
  ])
  expect(ids(standing.queue)).toEqual(['a', 'b', 'c', 'd', 'u'])
  expect(ids(standing.hushed)).toEqual(['h', 'g'])
  expect(standing.unanswered).toBe(2)
  expect(standing.counts[2]).toEqual({ standing: 3, unanswered: 2 })
  expect(standing.counts[1]).toEqual({ standing: 1, unanswered: 0 })
})

test('the next unanswered comes after the one that is looked at, and goes round', () => {
  const { queue } = standingOf([alarm('a', 1), alarm('b', 1, 'acknowledged'), alarm('c', 2)])
  expect(nextUnanswered(queue, null)?.alarm).toBe('a')
  expect(nextUnanswered(queue, 'a')?.alarm).toBe('c')
  expect(nextUnanswered(queue, 'c')?.alarm).toBe('a')
  expect(nextUnanswered(queue, 'b')?.alarm).toBe('a')
  expect(nextUnanswered([], null)).toBeNull()
})

test('a flood folds the lesser by rule and prefecture, never P1, and loses none', () => {
  const { queue } = standingOf([
    ...Array.from({ length: 3 }, (_, i) => alarm(`p1-${i}`, 1)),
    ...Array.from({ length: 5 }, (_, i) => alarm(`p4-${i}`, 4)),
    alarm('elsewhere', 4, 'unacknowledged', { areaCode: '522301' }),
    alarm('answered', 4, 'acknowledged'),
  ])
  const lines = linesOf(queue, true)
  expect(lines.map(({ members }) => members.length).sort()).toEqual([1, 1, 1, 1, 1, 5])
  expect(lines.flatMap(({ members }) => ids(members)).sort()).toEqual(ids(queue).sort())
  expect(linesOf(queue, false)).toHaveLength(queue.length)
})
