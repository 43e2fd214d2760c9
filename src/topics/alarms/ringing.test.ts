import { expect, test } from 'vitest'
import { isSilenced, QUIET, shiftOf, silence, whatRings } from './ringing'
import type { ShownAlarm } from './standing'

const alarm = (id: string, priority: 1 | 2 | 3, state = 'unacknowledged') =>
  ({ id, priority, state }) as ShownAlarm

test('P1 rings every five seconds until it is acknowledged', () => {
  const fire = [alarm('a~1', 1)]
  const first = whatRings(QUIET, fire, 0)
  expect(first.sound).toBe('p1')
  const second = whatRings(first.next, fire, 4_999)
  expect(second.sound).toBeNull()
  const third = whatRings(second.next, fire, 5_000)
  expect(third.sound).toBe('p1')
  expect(whatRings(third.next, [alarm('a~1', 1, 'acknowledged')], 10_000).sound).toBeNull()
})

test('silence holds for the occurrences that were heard and for no other', () => {
  const fire = [alarm('a~1', 1)]
  const quiet = silence(whatRings(QUIET, fire, 0).next, fire)
  expect(whatRings(quiet, fire, 60_000).sound).toBeNull()
  expect(whatRings(quiet, [...fire, alarm('b~1', 1)], 60_000).sound).toBe('p1')
  expect(whatRings(quiet, [alarm('a~2', 1)], 60_000).sound).toBe('p1')
})

test('what was answered before the silence does not hide that the rest is silenced', () => {
  const queue = [alarm('a~1', 1, 'acknowledged'), alarm('b~1', 1), alarm('c~1', 2)]
  expect(isSilenced(QUIET.silenced, queue)).toBe(false)
  expect(isSilenced(silence(QUIET, queue).silenced, queue)).toBe(true)
  expect(isSilenced(silence(QUIET, queue).silenced, [...queue, alarm('d~1', 1)])).toBe(false)
  expect(isSilenced(new Set(), queue.slice(0, 1))).toBe(false)
})

test('P2 rings once, what stood at the beginning not at all, P3 never', () => {
  const begun = whatRings(QUIET, [alarm('a~1', 2)], 0)
  expect(begun.sound).toBeNull()
  const news = whatRings(begun.next, [alarm('a~1', 2), alarm('b~1', 2)], 1_000)
  expect(news.sound).toBe('p2')
  expect(whatRings(news.next, [alarm('b~1', 2)], 9_000).sound).toBeNull()
  expect(whatRings(begun.next, [alarm('c~1', 3)], 1_000).sound).toBeNull()
})

test('shifts change at 0, 8 and 16 h Beijing time', () => {
  const at = (time: string) => shiftOf(Date.parse(`2026-11-23T${time}+08:00`))
  expect(at('07:59:59')).toBe(at('00:00:00'))
  expect(at('08:00:00')).toBe(at('07:59:59') + 1)
  expect(at('16:00:00')).toBe(at('08:00:00') + 1)
})
