import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../mocks/faults'
import { FEED_IDS, FEEDS, type FeedId } from '../../src/api/feeds'
import type { FeedSummary } from '../../src/api/readings'
import { timeoutMs } from '../../src/domain/freshness'
import { SECOND_MS } from '../../src/domain/time'
import { type Api, createApi } from './api'
import { closeBrowser, openPage, until, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

/** What a source can do wrong, and what the feed must say: a flag, or for an answer out of date its age. */
const FAULTS: readonly (readonly [name: string, fault: Fault, flag: string | null])[] = [
  ['503', { kind: 'status', status: 503 }, 'unreachable'],
  ['hang', { kind: 'hang' }, 'unreachable'],
  ['refused', { kind: 'refused' }, 'unreachable'],
  ['login page', { kind: 'login-page' }, 'auth'],
  ['GBK', { kind: 'gbk' }, 'malformed'],
  ['truncated', { kind: 'cut' }, 'malformed'],
  ['wrong type', { kind: 'content-type' }, 'malformed'],
  ['wrong schema', { kind: 'schema-version' }, 'schema'],
  ['no crs', { kind: 'no-crs' }, 'malformed'],
  ['35 % bad', { kind: 'bad-records', share: 0.35 }, 'malformed'],
  ['old answer', { kind: 'frozen', at: 0 }, null],
]

/** Polled often enough to be watched while they fail and recover. */
const FAST = FEED_IDS.filter((id) => FEEDS[id].everyMs <= 15 * SECOND_MS)
const SLOW = FEED_IDS.filter((id) => !FAST.includes(id) && id !== 'meta')

/** `E2E_FAULTS=all`: every fault on every feed. Otherwise each fault once, dealt out over the feeds. */
const ALL = process.env.E2E_FAULTS === 'all'

/** Of measuring: the reading of the page every 100 ms, on a machine that does other things too. */
const SLACK_MS = 700

const calm = await createApi()
const storm = await createApi('fire-storm')

/** A source of one test's own: all of them wait most of their time, so they do it side by side. */
interface Source extends Watched {
  readonly api: Api
}

let inTurn: Promise<unknown> = Promise.resolve()

/** One page comes up after another: what loads takes all that a small machine has. */
function open(
  path: string,
  { world, now, walls, annotations }: Api,
  faults: readonly (readonly [FeedId, Fault])[] = [],
) {
  const source = inTurn.then(async (): Promise<Source> => {
    const api: Api = { world, now, walls, annotations, faults: new Map(faults), line: 'up' }
    const site = await openSite('app', api)
    sites.push(site)
    const watched = await openPage(site.origin + path, EXPECTED)
    await watched.page.waitForSelector('[data-feed]:visible')
    return { ...watched, api }
  })
  inTurn = source.catch(() => undefined)
  return source
}

const sites: Site[] = []
afterAll(async () => {
  await closeBrowser()
  await Promise.all(sites.map((site) => site.close()))
})

const EXPECTED = { isStill: true, expected: /Failed to load resource|net::ERR/ }

interface Mark {
  readonly quality: string
  readonly flags: string
  /** On the board: what it names as cause and remedy. */
  readonly words: string
}

const markOf = (page: Page, feed: FeedId): Promise<Mark> =>
  page
    .locator(`[data-feed="${feed}"]:visible`)
    .first()
    .evaluate((node) => ({
      quality: (node as HTMLElement).dataset.quality ?? '',
      flags: (node as HTMLElement).dataset.flags ?? '',
      words: node.closest('tr')?.lastElementChild?.textContent ?? '',
    }))

const isClean = ({ quality, flags }: Mark) => quality === 'live' && flags === ''

const isMarked = (flag: string | null) => (mark: Mark) =>
  flag === null ? mark.quality !== 'live' : mark.flags.split(' ').includes(flag)

/** Puts one fault on one feed; the feeds of `untouched` must stay as they are meanwhile. */
async function suffer(
  page: Page,
  api: Api,
  feed: FeedId,
  [name, fault, flag]: (typeof FAULTS)[number],
  untouched: Set<FeedId>,
) {
  const { everyMs } = FEEDS[feed]
  const hangs = fault.kind === 'hang' ? timeoutMs(everyMs) : 0
  // The first wait of a random phase is over, the feed is in its rhythm.
  await until(`${feed} clean before ${name}`, () => markOf(page, feed), isClean, 70_000)
  untouched.delete(feed)
  const clean = (await markOf(page, feed)).words
  // An answer of two minutes ago.
  api.faults.set(feed, fault.kind === 'frozen' ? { ...fault, at: api.now() - 120_000 } : fault)
  const limit = everyMs + hangs + SECOND_MS + SLACK_MS
  const mark = await until(
    `${feed} marked for ${name}`,
    () => markOf(page, feed),
    isMarked(flag),
    limit,
  )
  // An old answer has no cause but its age, which stands in a column of its own.
  if (flag) expect(mark.words.length, `${feed} names ${name}`).toBeGreaterThan(clean.length + 10)
  for (const other of untouched) {
    const seen = await markOf(page, other)
    expect(isClean(seen), `${other} while ${feed} has ${name}: ${JSON.stringify(seen)}`).toBe(true)
  }
  api.faults.delete(feed)
  // The second failure in a row may have drawn a wait of up to 2 p.
  await until(
    `${feed} clean after ${name}`,
    () => markOf(page, feed),
    isClean,
    2 * everyMs + hangs + 3 * SECOND_MS,
  )
  untouched.add(feed)
}

// The longest waits come first.
describe.concurrent('a fault is marked within p + 1 s, names its cause, harms no other feed, and clears', () => {
  test('without the alarm service the desk says so, and lists what the readings tell', async () => {
    const { api, page, complaints, close } = await open('/desk?lang=en', storm)
    await page.waitForSelector('[data-alarm]')
    // It has answered: what is lost here was there before.
    await until('alarms live', () => markOf(page, 'alarms'), isClean, 20_000)
    api.faults.set('alarms', { kind: 'refused' })
    // Hatched: a browser that blocks sound has its own fault in the banner.
    const banners = () => page.locator('.alarm-banner-fault.hatched').count()
    await until('the banner', banners, (n) => n > 0, 90_000)
    expect(await page.textContent('.desk-list')).toContain('does not answer')
    api.faults.clear()
    await until('the banner gone', banners, (n) => n === 0, 70_000)
    expect(complaints).toEqual([])
    await close()
  })

  test('without the time of the server nothing is called live, and everything goes on', async () => {
    const { api, page, complaints, close } = await open('/feeds', calm, [
      ['meta', { kind: 'status', status: 503 }],
    ])
    const flagged = ({ quality, flags }: Mark) => quality !== 'live' && flags.includes('clock')
    await until('units marked', () => markOf(page, 'units'), flagged, 12_000)
    const feeds = (await page.evaluate(() => window.drumtower.feeds())) as FeedSummary[]
    expect(feeds.find(({ id }) => id === 'units')?.items).toBeGreaterThan(0)
    api.faults.clear()
    await until('units clean', () => markOf(page, 'units'), isClean, 65_000)
    expect(complaints).toEqual([])
    await close()
  })

  // These poll every one to ten minutes: they meet their fault at the first poll and recover by their back-off.
  const rounds = ALL ? FAULTS.filter(([name]) => name !== 'old answer') : FAULTS.slice(3, 4)
  test.each(rounds)('on the slow feeds at their first poll: %s', async (name, fault, flag) => {
    const { api, page, complaints, close } = await open(
      '/feeds',
      calm,
      SLOW.map((feed) => [feed, fault] as const),
    )
    for (const feed of SLOW)
      await until(
        `${feed} marked for ${name}`,
        () => markOf(page, feed),
        (mark) => mark.quality === 'lost' && isMarked(flag)(mark),
        12_000,
      )
    await until(
      'units live',
      () => markOf(page, 'units'),
      ({ quality }) => quality === 'live',
      8_000,
    )
    api.faults.clear()
    for (const feed of SLOW)
      await until(`${feed} clean`, () => markOf(page, feed), isClean, 62_000 + timeoutMs(60_000))
    expect(complaints).toEqual([])
    await close()
  })

  test(
    'on the feeds that are polled often',
    async () => {
      const { api, page, complaints, close } = await open('/feeds', calm)
      await page.waitForSelector('[data-feed="units"][data-quality="live"]:visible')
      // The quickest feeds take the most.
      const hands = ALL
        ? new Map(FAST.map((feed) => [feed, [...FAULTS]]))
        : new Map<FeedId, (typeof FAULTS)[number][]>([
            ['units', FAULTS.slice(0, 4)],
            ['incidents', FAULTS.slice(4, 8)],
            ['crowd', FAULTS.slice(8, 9)],
            ['fire-readings', FAULTS.slice(9, 10)],
            ['visits', FAULTS.slice(10)],
          ])
      expect(new Set([...hands.values()].flat())).toEqual(new Set(FAULTS))
      const untouched = new Set<FeedId>(FEED_IDS)
      await Promise.all(
        [...hands].map(async ([feed, faults]) => {
          for (const fault of faults) await suffer(page, api, feed, fault, untouched)
        }),
      )
      expect(complaints).toEqual([])
      await close()
    },
    ALL ? 1_800_000 : undefined,
  )

  test('on the desk a lost feed takes its own picture along and nothing else', async () => {
    const { api, page, complaints, close } = await open('/desk', calm)
    await untilReady(page)
    await until('units live', () => markOf(page, 'units'), isClean, 20_000)
    api.faults.set('units', { kind: 'status', status: 503 })
    await until(
      'units marked',
      () => markOf(page, 'units'),
      isMarked('unreachable'),
      6_000 + SLACK_MS * 3,
    )
    const layers = await page.evaluate(() => window.drumtower.layers())
    for (const topic of ['incidents', 'crowds', 'fire'])
      expect(
        layers.some((layer) => layer.topic === topic && layer.drawn > 0),
        topic,
      ).toBe(true)
    expect(isClean(await markOf(page, 'crowd'))).toBe(true)
    api.faults.clear()
    // What was looked at meanwhile may have taken one failure more, after which a wait of up to 4 p is drawn.
    await until('units clean', () => markOf(page, 'units'), isClean, 23_000)
    expect(complaints).toEqual([])
    await close()
  })
})
