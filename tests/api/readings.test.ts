// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FEED_IDS, type FeedId } from '../../src/api/feeds'
import { feedSummaries, flightRecorder, restRecorder, startFeeds } from '../../src/api/readings'
import { validAnswer } from './valid-answers'

const NOW = Date.parse('2026-11-22T08:00:00Z')

/** One valid record per feed, as the source keeps it. */
const RECORDS = Object.fromEntries(
  FEED_IDS.map((feed) => [
    feed,
    fc.sample(validAnswer(feed, 1), { numRuns: 1, seed: 7 })[0]!.items[0]!,
  ]),
) as unknown as Record<FeedId, object>

type Answer = (request: { feed: FeedId; since: string | null; etag: string | null }) => Response

/** A server whose clock is 100 days ahead of this machine's; feeds in `faults` answer as told. */
const AHEAD_MS = 100 * 86_400_000
const serverTime = () => new Date(Date.now() + AHEAD_MS).toISOString()
let faults: Partial<Record<FeedId, Answer>>
let asked: { feed: FeedId; since: string | null; etag: string | null; at: number }[]

const body = (feed: FeedId, more: object = {}) => ({
  feed,
  schema: 1,
  crs: 'WGS84',
  generatedAt: serverTime(),
  cursor: null,
  full: true,
  items: [
    {
      ...RECORDS[feed],
      observedAt: serverTime(),
      ...(feed === 'meta' && { serverTime: serverTime() }),
    },
  ],
  removed: [],
  ...more,
})

const json = (value: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json', ...headers },
  })

let stop: () => void
let client: QueryClient

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  faults = {}
  asked = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { pathname, searchParams } = new URL(url, 'http://here')
    const feed = pathname.split('/').at(-1) as FeedId
    const etag = new Headers(init.headers).get('if-none-match')
    const request = { feed, since: searchParams.get('since'), etag }
    asked.push({ ...request, at: Date.now() - NOW })
    return faults[feed]?.(request) ?? json(body(feed))
  })
  client = new QueryClient()
})

afterEach(() => {
  stop()
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function run(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
}

const start = (random = 0.5) => {
  stop = startFeeds(client, { base: '/api/v1/', random: () => random })
}
const summary = (feed: FeedId) => feedSummaries().find(({ id }) => id === feed)!
const qualities = () => Object.fromEntries(feedSummaries().map(({ id, quality }) => [id, quality]))
const others = (feed: FeedId) => feedSummaries().filter(({ id }) => id !== feed)

test('every feed is live within a moment and stays so, whatever this machine thinks the time is', async () => {
  start()
  expect(summary('units')).toMatchObject({ quality: 'lost', items: null, rejected: null })
  await run(100)
  for (let second = 0; second < 1_300; second++) {
    expect(new Set(Object.values(qualities())), `after ${second} s`).toEqual(new Set(['live']))
    await run(1_000)
  }
  expect(feedSummaries().map(({ flags }) => flags)).toEqual(FEED_IDS.map(() => []))
  const units = asked.filter(({ feed }) => feed === 'units').map(({ at }) => at)
  expect(units.slice(0, 4)).toEqual([0, 2_500, 7_500, 12_500])
})

test('before the server has told the time, nothing is fresh', async () => {
  faults.meta = () => new Response('', { status: 500 })
  start()
  await run(1_000)
  expect(summary('units')).toMatchObject({ quality: 'late', flags: ['clock'], items: 1 })
  expect(summary('meta')).toMatchObject({ quality: 'lost', flags: ['unreachable'] })
  delete faults.meta
  await run(60_000)
  expect(summary('units')).toMatchObject({ quality: 'live', flags: [] })
})

describe('a fault is marked within p + 1 s, spares the others, and clears at the first good answer', () => {
  const page = '<!doctype html><title>登录</title>'
  const html = { headers: { 'content-type': 'text/html' } }
  const cases: [string, Answer, string][] = [
    ['500', () => new Response('', { status: 500 }), 'unreachable'],
    ['401', () => new Response('', { status: 401 }), 'auth'],
    ['a login page', () => new Response(page, html), 'auth'],
    ['not JSON', () => json(0, { 'content-type': 'text/plain' }), 'malformed'],
    ['the next schema', () => json(body('units', { schema: 2 })), 'schema'],
    ['no crs', () => json(body('units', { crs: undefined })), 'malformed'],
    ['all bad', () => json(body('units', { items: [{}, {}] })), 'malformed'],
    [
      'a network failure',
      () => {
        throw new TypeError('fetch failed')
      },
      'unreachable',
    ],
  ]
  test.each(cases)('%s', async (_, fault, flag) => {
    start()
    await run(8_000)
    expect(summary('units').quality).toBe('live')
    faults.units = fault
    await run(6_000)
    expect(summary('units')).toMatchObject({ flags: [flag], items: 1 })
    await run(30_000)
    expect(summary('units').quality).toBe('stale')
    await run(120_000)
    expect(summary('units').quality).toBe('lost')
    expect(new Set(others('units').map(({ quality }) => quality))).toEqual(new Set(['live']))
    delete faults.units
    const failures = asked.length
    while (asked.slice(failures).every(({ feed }) => feed !== 'units')) await run(100)
    await run(100)
    expect(summary('units')).toMatchObject({ quality: 'live', flags: [] })
  })

  test('a hang is marked within p + T + 1 s', async () => {
    start()
    await run(8_000)
    const fetched = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      url.includes('units')
        ? new Promise((_, reject) =>
            init.signal!.addEventListener('abort', () => reject(new Error('aborted'))),
          )
        : fetched(url, init),
    )
    await run(5_000 + 4_000 + 1_000)
    expect(summary('units')).toMatchObject({ flags: ['unreachable'], quality: 'late' })
  })
})

test('content that stands still goes stale although every poll succeeds', async () => {
  start()
  await run(8_000)
  const frozen = body('units')
  faults.units = () => json(frozen)
  await run(17_000)
  expect(summary('units')).toMatchObject({ quality: 'stale', flags: [] })
  await run(60_000)
  expect(summary('units').quality).toBe('lost')
})

test('a source ahead of its server is suspect', async () => {
  faults.units = () =>
    json(body('units', { generatedAt: new Date(Date.now() + AHEAD_MS + 60_000).toISOString() }))
  start()
  await run(1_000)
  expect(summary('units')).toMatchObject({ quality: 'late', flags: ['clock'] })
})

test('bad records leave the feed live and partial', async () => {
  faults.units = () => {
    const good = body('units').items[0] as object
    const items = ['1', '2', '3', '4', '5'].map((id) => ({ ...good, id }))
    return json(body('units', { items: [...items.slice(1), { id: 'bad' }] }))
  }
  start()
  await run(1_000)
  expect(summary('units')).toMatchObject({
    quality: 'live',
    flags: ['partial'],
    items: 4,
    rejected: 1,
  })
})

describe('304', () => {
  test('that says when the content was confirmed keeps a feed live', async () => {
    faults.units = ({ etag }) =>
      etag === '"1"'
        ? new Response(null, { status: 304, headers: { 'generated-at': serverTime() } })
        : json(body('units'), { etag: '"1"' })
    start()
    for (let second = 0; second < 25; second++) {
      await run(1_000)
      expect(summary('units').quality).toBe('live')
    }
    expect(asked.filter(({ feed, etag }) => feed === 'units' && etag === null)).toHaveLength(1)
  })

  test('that confirms old content does not make it fresh', async () => {
    const made = new Date(NOW + AHEAD_MS).toISOString()
    faults.units = ({ etag }) =>
      etag === '"1"'
        ? new Response(null, { status: 304, headers: { 'generated-at': made } })
        : json(body('units', { generatedAt: made }), { etag: '"1"' })
    start()
    await run(20_000)
    expect(summary('units').quality).toBe('stale')
  })

  test('that says nothing is asked again at once, and not asked for any more', async () => {
    faults.units = ({ etag }) =>
      etag === '"1"' ? new Response(null, { status: 304 }) : json(body('units'), { etag: '"1"' })
    start()
    for (let second = 0; second < 25; second++) {
      await run(1_000)
      expect(summary('units').quality).toBe('live')
    }
    const tags = asked.filter(({ feed }) => feed === 'units').map(({ etag }) => etag)
    expect(tags.slice(0, 5)).toEqual([null, '"1"', null, null, null])
  })
})

test('the cursor goes back to the source, and not past what was set aside', async () => {
  let n = 0
  faults.visits = () => {
    n += 1
    const [good] = body('visits').items
    const items = ['1', '2', '3', '4'].map((id) => ({ ...good, id }))
    return json(
      body('visits', {
        cursor: `c${n}`,
        full: n === 1,
        items: n === 2 ? [...items, { id: 'bad' }] : items,
      }),
    )
  }
  start()
  await run(45_000)
  const since = asked.filter(({ feed }) => feed === 'visits').map((request) => request.since)
  expect(since.slice(0, 4)).toEqual([null, 'c1', 'c1', 'c3'])
})

test('after the machine has slept nothing is fresh until it has been asked again', async () => {
  start()
  await run(8_000)
  vi.setSystemTime(Date.now() + 3_600_000)
  faults = Object.fromEntries(FEED_IDS.map((id) => [id, () => new Response('', { status: 503 })]))
  await run(1_000)
  expect(summary('units').quality).toBe('lost')
  faults = {}
  await run(61_000)
  expect(new Set(Object.values(qualities()))).toEqual(new Set(['live']))
})

test('a hidden page polls on by its metronome, although its own timers sleep', async () => {
  let beat = () => {}
  let ended = false
  const told: boolean[] = []
  class Metronome {
    postMessage(isHidden: boolean) {
      told.push(isHidden)
    }
    set onmessage(tick: () => void) {
      beat = tick
    }
    terminate() {
      ended = true
    }
  }
  vi.stubGlobal('Worker', Metronome)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.spyOn(globalThis, 'setInterval').mockImplementation((() => 0) as never)
  start()
  expect(told).toEqual([true])
  await run(1_000)
  asked = []
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((() => 0) as never)
  for (let second = 0; second < 20; second++) {
    vi.advanceTimersByTime(1_000)
    beat()
    await vi.advanceTimersByTimeAsync(0)
  }
  vi.restoreAllMocks()
  expect(asked.filter(({ feed }) => feed === 'units').length).toBeGreaterThanOrEqual(3)
  expect(summary('units').quality).toBe('live')
  stop()
  expect(ended).toBe(true)
})

test('what is never replayed is not recorded, and a rest ends', async () => {
  start()
  await run(10_000)
  expect(flightRecorder().since()).not.toBeNull()
  const goOn = restRecorder()
  await run(60_000)
  expect(flightRecorder().since()).toBeNull()
  goOn()
  await run(60_000)
  expect(flightRecorder().since()).not.toBeNull()
})

test('stopping forgets the feeds and asks no more', async () => {
  start()
  await run(8_000)
  stop()
  const before = asked.length
  await run(60_000)
  expect(asked).toHaveLength(before)
  expect(summary('units').quality).toBe('lost')
  expect(vi.getTimerCount()).toBe(0)
})
