import { expect, test } from 'vitest'
import { byNeed, HEARTBEAT_MS, silentSince, type Wall, wallQuality } from './wall'

const NOW = Date.parse('2026-11-22T08:00:00Z')

const wall = (id: string, heardAgoMs: number, over: Partial<Wall> = {}): Wall => ({
  id,
  heardAt: NOW - heardAgoMs,
  version: '0.1.0',
  build: 'abc',
  scene: null,
  picture: 'full',
  stoppedAt: null,
  frames: 1,
  losses: { lost: 0, recovered: 0 },
  heapBytes: null,
  upMs: 1_000,
  feeds: [],
  ...over,
})

test('a wall is silent once three heartbeats are missed, since the last one', () => {
  expect(silentSince(wall('a', 3 * HEARTBEAT_MS), NOW)).toBeNull()
  expect(silentSince(wall('a', 3 * HEARTBEAT_MS + 1), NOW)).toBe(NOW - 3 * HEARTBEAT_MS - 1)
  expect(wallQuality(wall('a', HEARTBEAT_MS + 1_001), NOW)).toBe('late')
  expect(wallQuality(wall('a', 13 * HEARTBEAT_MS), NOW)).toBe('lost')
})

test('who needs somebody comes first: longest silent, standing or reduced, the rest by name', () => {
  const walls = [
    wall('good-b', 0),
    wall('good-a', 0),
    wall('standing', 0, { stoppedAt: NOW - 5_000 }),
    wall('tables', 0, { picture: 'tables' }),
    wall('starting', 0, { picture: 'unknown', frames: 0, upMs: 89_000 }),
    wall('mapless', 0, { picture: 'unknown', frames: 0, upMs: 90_000 }),
    wall('silent', 200_000),
    wall('long-silent', 900_000),
  ]
  expect(byNeed(walls, NOW).map(({ id }) => id)).toEqual([
    'long-silent',
    'silent',
    'mapless',
    'standing',
    'tables',
    'good-a',
    'good-b',
    'starting',
  ])
})
