import { expect, test } from 'vitest'
import { SECOND_MS } from '../../../domain/time'
import { crossesSeam } from '../../../domain/wall-layout'
import { type Beat, lampBox, lampOf, OWED_MS, PATIENCE_MS, WORDS } from './lamp'

const beat: Beat = {
  clock: '14:03:22',
  stop: null,
  since: '14:01:00',
  title: WORDS.stopped.zh,
  why: { owing: 'owing', lost: 'lost', hung: 'hung' },
  ink: '#fff',
  ground: '#000',
}

test('dark while beats come and before the first', () => {
  expect(lampOf(null, 60_000)).toBeNull()
  expect(lampOf(beat, SECOND_MS)).toBeNull()
})

test('lit within 2 s after the last beat, with its time', () => {
  // Room for one slow second, and for the painting.
  expect(PATIENCE_MS).toBeGreaterThan(1.5 * SECOND_MS)
  for (const patience of [PATIENCE_MS, OWED_MS]) expect(patience).toBeLessThan(2_000 - 200)
  expect(lampOf(beat, PATIENCE_MS + 1)).toEqual({ title: '画面停止 14:03:22', why: 'hung' })
})

test('lit at once when the page itself says so, with the time at which it began', () => {
  expect(lampOf({ ...beat, stop: 'lost' }, 0)).toEqual({ title: '画面停止 14:01:00', why: 'lost' })
  expect(lampOf({ ...beat, stop: 'owing' }, 9_000)).toEqual({
    title: '画面停止 14:01:00',
    why: 'hung',
  })
})

test.each([
  [[1, 1], 28],
  [[5, 5], 30],
  [[4, 4], 30],
  [[2, 2], 28],
  [[5, 1], 40],
  [[3, 2], 36],
] as const)('stands whole on one of %j displays', (displays, criticalPx) => {
  const frame = { width: 1920, height: 1080, displays }
  const box = lampBox(criticalPx, frame)
  expect(crossesSeam(box, frame)).toBe(false)
  expect(box.left).toBeGreaterThanOrEqual(0)
  expect(box.left + box.width).toBeLessThanOrEqual(1920)
  expect(box.top + box.height).toBeLessThan(1080)
})
