// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Fault } from '../../mocks/faults'
import { bodyOf } from '../../mocks/garble'
import type { Envelope } from '../../mocks/world'
import { FEED_IDS, FEEDS, type FeedId } from '../../src/api/feeds'
import { feedSummaries, startFeeds } from '../../src/api/readings'
import { timeoutMs } from '../../src/domain/freshness'
import { QUALITIES, worst } from '../../src/domain/quality'
import { TOPICS } from '../../src/topics'
import { validAnswer } from './valid-answers'

/** What stands on a wall: a panel for each topic, and the strip of all sources. */
const PANELS: readonly { readonly id: string; readonly feeds: readonly FeedId[] }[] = [
  ...TOPICS.map(({ id, feeds }) => ({ id, feeds })),
  { id: 'sources', feeds: FEED_IDS },
]

/** How a source lets its readers down. `slow` answers with an old picture just before it is given up. */
type Trouble = Exclude<Fault['kind'], 'delay' | 'status'> | '503' | '401' | 'slow' | 'mute-304'
const TROUBLES: readonly Trouble[] = [
  '503',
  '401',
  'refused',
  'hang',
  'slow',
  'mute-304',
  'frozen',
  'ahead',
  'login-page',
  'gbk',
  'cut',
  'content-type',
  'schema-version',
  'no-crs',
  'not-an-envelope',
  'infinity',
  'bad-records',
]

const NOW = Date.parse('2026-11-22T08:00:00Z')
const SECOND = 1_000
const RECORDS = Object.fromEntries(
  FEED_IDS.map((feed) => [
    feed,
    fc.sample(validAnswer(feed, 1), { numRuns: 1, seed: 7 })[0]!.items[0]!,
  ]),
) as unknown as Record<FeedId, object>

/** Whose turn it is to fail, and since when. The source's clock is an hour ahead of the wall's. */
let failing: ReadonlyMap<FeedId, { readonly trouble: Trouble; readonly since: number }>
const AHEAD_MS = 3_600_000
const sourceNow = () => Date.now() + AHEAD_MS

/** What the source truly knew when it made the newest answer that a reader could take whole, by its own clock. */
let truth: Map<FeedId, number>
/** Sources whose newest answer bore a time that has not come yet: suspect, whatever else is true. */
let fast: Set<FeedId>
let client: QueryClient

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  failing = new Map()
  truth = new Map()
  fast = new Set()
  vi.stubGlobal('fetch', answer)
  client = new QueryClient()
})
afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function envelope(feed: FeedId, at: number): Envelope {
  const time = new Date(at).toISOString()
  const record = {
    ...RECORDS[feed],
    observedAt: time,
    ...(feed === 'meta' && { serverTime: time }),
  }
  return {
    feed,
    schema: 1,
    crs: 'WGS84',
    generatedAt: time,
    cursor: '',
    full: true,
    items: [record],
    removed: [],
  } as unknown as Envelope
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const feed = new URL(url, 'http://here').pathname.split('/').at(-1) as FeedId
  const asked = failing.get(feed)
  const now = sourceNow()
  const send = (at: number, fault: Fault | null) => {
    const { bytes, contentType } = bodyOf(envelope(feed, at), fault)
    return new Response(bytes, { headers: { 'content-type': contentType, etag: `"${feed}"` } })
  }
  const good = (at: number, byMs = 0) => {
    truth.set(feed, Math.max(at, truth.get(feed) ?? 0))
    if (byMs > 0) fast.add(feed)
    else fast.delete(feed)
    return send(at + byMs, null)
  }
  const later = (ms: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms)
      init.signal!.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(new DOMException('aborted', 'AbortError'))
      })
    })
  switch (asked?.trouble) {
    case undefined:
      return good(now)
    case '503':
    case '401':
      return new Response(null, { status: Number(asked.trouble) })
    case 'refused':
      throw new TypeError('fetch failed')
    case 'hang':
      await later(1e9)
      return good(now)
    case 'slow':
      await later(timeoutMs(FEEDS[feed].everyMs) - 100)
      return good(now)
    case 'mute-304':
      // A cache in front of a source that has died: unchanged where it may, else the same old picture.
      if (new Headers(init.headers).has('if-none-match')) return new Response(null, { status: 304 })
      return good(asked.since)
    case 'frozen':
      return good(asked.since)
    case 'ahead':
      return good(now, 60 * SECOND)
    case 'bad-records':
      return send(now, { kind: 'bad-records', share: 1 })
    case 'infinity': {
      // Legal JSON that becomes Infinity; a record without numbers stays as good as it was.
      const whole = JSON.stringify(envelope(feed, now))
      const spoilt = whole.replaceAll(/(?<=[a-z]":)-?\d+(\.\d+)?(?=[,}])/gi, (number, _, at) =>
        at > whole.indexOf('"items"') ? '1e9999' : number,
      )
      if (spoilt === whole) return good(now)
      return new Response(spoilt, { headers: { 'content-type': 'application/json' } })
    }
    default:
      return send(now, { kind: asked?.trouble } as Fault)
  }
}

const rank = (quality: string) => QUALITIES.indexOf(quality as (typeof QUALITIES)[number])

/** Server time is known to half of a round trip, and no better. */
const clockErrorMs = () => (wasSlow ? timeoutMs(FEEDS.meta.everyMs) / 2 : 0)
let wasSlow = false

/** The best that a feed may be called by what its source truly knew; an interval's second is the judge's own. */
function bestAllowed(feed: FeedId): (typeof QUALITIES)[number] {
  const known = truth.get(feed)
  const { everyMs } = FEEDS[feed]
  if (known === undefined) return 'lost'
  const ageMs = sourceNow() - known - SECOND - clockErrorMs()
  if (ageMs > Math.max(12 * everyMs, 60 * SECOND)) return 'lost'
  if (ageMs > 3 * everyMs) return 'stale'
  return fast.has(feed) || ageMs > everyMs + SECOND ? 'late' : 'live'
}

let panelSeconds = 0
let troubledPanelSeconds = 0

/** One simulated second of every panel: what it says is no fresher than what is true. */
function judge(context: string) {
  const shown = new Map(feedSummaries().map(({ id, quality }) => [id, quality]))
  for (const panel of PANELS) {
    const said = worst(panel.feeds.map((feed) => shown.get(feed)!))
    const allowed = worst(panel.feeds.map(bestAllowed))
    panelSeconds += 1
    if (allowed !== 'live') troubledPanelSeconds += 1
    if (rank(said) < rank(allowed))
      expect.fail(`${context}: the panel ${panel.id} says ${said}, ${allowed} is true`)
  }
}

async function seconds(count: number, context: string) {
  for (let second = 0; second < count; second++) {
    await vi.advanceTimersByTimeAsync(SECOND)
    judge(`${context}, second ${second}`)
  }
}

/** Short feeds until they are lost; those that are asked for every ten minutes until they are stale, with LONG=1. */
const isQuick = (feed: FeedId) => FEEDS[feed].everyMs <= 15 * SECOND
const QUICK = FEED_IDS.filter(isQuick)
const SLOW = FEED_IDS.filter((feed) => !isQuick(feed))
// A clock that was led ahead is believed again after two answers of `meta`: 120 s.
const ROUNDS =
  process.env.LONG === '1'
    ? [
        { feeds: QUICK, failS: 200, againS: 75 },
        { feeds: SLOW, failS: 7_500, againS: 125 },
      ]
    : [
        { feeds: QUICK, failS: 190, againS: 70 },
        { feeds: SLOW, failS: 640, againS: 125 },
      ]

test('no panel calls stale what is stale fresh, whatever fails, in any second', async () => {
  for (const { feeds, failS, againS } of ROUNDS) {
    // A Latin square: in a round every feed fails in a way of its own, and over all rounds each in every way.
    for (const [turn] of TROUBLES.entries()) {
      vi.setSystemTime(NOW)
      wasSlow = false
      truth.clear()
      fast.clear()
      failing = new Map()
      const stop = startFeeds(client, { base: '/api/v1', random: () => 0.5 })
      await seconds(20, 'before')
      const since = sourceNow()
      failing = new Map(
        feeds.map((feed, i) => {
          const trouble = TROUBLES[(turn + i) % TROUBLES.length]!
          return [feed, { trouble, since }]
        }),
      )
      wasSlow = failing.get('meta')?.trouble === 'slow'
      const context = [...failing].map(([feed, { trouble }]) => `${feed} ${trouble}`).join(', ')
      await seconds(failS, context)
      failing = new Map()
      await seconds(againS, `after ${context}`)
      const quick = feedSummaries().filter(({ id }) => isQuick(id))
      expect(new Set(quick.map(({ quality }) => quality)), `after ${context}`).toEqual(
        new Set(['live']),
      )
      stop()
      client.clear()
    }
  }
  console.log(
    `fault matrix: ${TROUBLES.length} faults x ${FEED_IDS.length} feeds, ${panelSeconds} panel-seconds, ` +
      `${troubledPanelSeconds} of them with something to hide`,
  )
  expect(troubledPanelSeconds).toBeGreaterThan(10_000)
}, 300_000)
