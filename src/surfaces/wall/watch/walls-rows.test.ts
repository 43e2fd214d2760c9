import { expect, test } from 'vitest'
import type { Wall } from '../../../domain/wall'
import { csvRows, wallRow } from './walls-rows'

const NOW = Date.parse('2026-11-22T08:00:00Z')
const wall: Wall = {
  id: 'hall-1',
  heardAt: NOW - 10_000,
  version: '0.1.0',
  build: null,
  scene: null,
  picture: 'full',
  stoppedAt: null,
  frames: 7,
  losses: { lost: 0, recovered: 0 },
  heapBytes: null,
  upMs: 61_000,
  feeds: [
    { feed: 'units', quality: 'stale', ageMs: 20_000 },
    { feed: 'crowd', quality: 'late', ageMs: 12_000 },
    { feed: 'next', quality: 'unknown', ageMs: null },
  ],
}

test('a row says who is silent since when, and what of a picture to look at', () => {
  expect(wallRow(wall, NOW)).toMatchObject({
    quality: 'live',
    silentSince: null,
    trouble: null,
    worstFeed: 'stale',
    oldFeeds: 1,
  })
  expect(wallRow({ ...wall, heardAt: NOW - 91_000 }, NOW).silentSince).toBe(NOW - 91_000)
  expect(wallRow({ ...wall, heardAt: NOW - 91_000, picture: 'tables' }, NOW)).toMatchObject({
    trouble: null,
    worstFeed: null,
    oldFeeds: 0,
  })
  expect(wallRow({ ...wall, picture: 'tables' }, NOW).trouble?.en).toBe('tables only')
  expect(wallRow({ ...wall, picture: 'tables', stoppedAt: NOW }, NOW).trouble?.en).toBe('stopped')
  expect(wallRow({ ...wall, feeds: [] }, NOW).worstFeed).toBeNull()
})

test('a wall that has drawn nothing yet is starting, not without a map', () => {
  const young: Wall = { ...wall, picture: 'unknown', frames: 0, upMs: 2_000 }
  expect(wallRow(young, NOW)).toMatchObject({ isStarting: true, trouble: null })
  // It has had its time, or it stands still, or nobody hears it.
  expect(wallRow({ ...young, upMs: 90_000 }, NOW)).toMatchObject({ isStarting: false })
  expect(wallRow({ ...young, upMs: 90_000 }, NOW).trouble?.en).toBe('no map')
  expect(wallRow({ ...young, stoppedAt: NOW }, NOW).trouble?.en).toBe('stopped')
  expect(wallRow({ ...young, heardAt: NOW - 91_000 }, NOW).isStarting).toBe(false)
})

test('its CSV has a cell under every head, and leaves empty what is not known', () => {
  const [head = [], row = []] = csvRows([wallRow(wall, NOW)])
  expect(row).toHaveLength(head.length)
  expect(Object.fromEntries(head.map((name, i) => [name, row[i]]))).toMatchObject({
    wall: 'hall-1',
    silent_since: '',
    build: '',
    heap_mb: '',
    up_s: '61',
    feeds_not_live: '3',
  })
})
