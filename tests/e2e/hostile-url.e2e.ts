import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE } from '../../mocks/garble'
import { FEED_IDS } from '../../src/api/feeds'
import { createApi } from './api'
import { closeBrowser, goTo, openPage, untilReady } from './page'
import { openSite, type Site } from './site'

let site: Site
beforeAll(async () => {
  site = await openSite('app', await createApi())
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

/** The keys of the view's codec, those of the mocks, and two that are traps of the language. */
const NAMES =
  'at span show sel table q lang flavour cover turn by within place scenario scale seed now __proto__ constructor'.split(
    ' ',
  )

const hostileValue = fc.oneof(
  fc.constantFrom(
    ...HOSTILE,
    'NaN',
    'Infinity',
    '-1e999',
    '1e308',
    '999,999,99',
    '106.7,26.6,NaN',
    '0',
    '',
  ),
  fc.constantFrom(
    '../../../etc/passwd',
    '%00',
    '%',
    '%E0%A4%A',
    'null',
    'undefined',
    '[]',
    '{}',
    'incidents:%2e%2e',
  ),
  fc.constantFrom(
    'incidents',
    'fire',
    'patrols,patrols,patrols',
    'incidents:no-such-id',
    '7d',
    'en',
    'day',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double().map(String),
)

const hostileSearch = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), hostileValue), { minLength: 1, maxLength: 6 })
  .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${safely(value)}`).join('&')}`)

/** Half of the values go in as they are, broken escapes included. */
const safely = (value: string) => {
  if (/^[\x21-\x7e]*$/.test(value)) return value.replaceAll('#', '%23')
  return [...new TextEncoder().encode(value)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')
}

const SEED = 7
const searches = fc.sample(hostileSearch, { numRuns: 200, seed: SEED })

const verdict = () => ({
  surface: document.documentElement.dataset.surface,
  flavour: ['night', 'day', 'print'].includes(document.documentElement.dataset.flavour ?? ''),
  lang: ['zh-CN', 'en'].includes(document.documentElement.lang),
  switches: document.querySelectorAll('[data-topic][aria-pressed]').length >= 4,
  feeds: (window.drumtower.feeds() as unknown[]).length,
  harmed: '__xss' in window,
  words: /\bNaN\b|undefined|\[object/.exec(document.body.textContent ?? '')?.[0] ?? null,
})

const SOUND = {
  surface: 'desk',
  flavour: true,
  lang: true,
  switches: true,
  feeds: FEED_IDS.length,
  harmed: false,
  words: null,
}

/** What is asked is in words and attributes: a small map that stands still is drawn faster. */
const SMALL = { width: 800, height: 500, isStill: true }

test('200 hostile queries, one after another on a living page', async () => {
  const { page, complaints, close } = await openPage(`${site.origin}/desk`, SMALL)
  await untilReady(page)
  for (const search of searches) {
    await goTo(page, search)
    expect(await page.evaluate(verdict), search).toEqual(SOUND)
    expect(complaints, search).toEqual([])
  }
  await close()
})

test('a few of them from a cold start', async () => {
  for (const search of searches.slice(0, 5)) {
    const { page, complaints, close } = await openPage(`${site.origin}/desk${search}`, SMALL)
    await page.waitForSelector('html[data-surface]', { state: 'attached' })
    await page.waitForSelector('[data-topic]')
    expect(await page.evaluate(verdict), search).toEqual(SOUND)
    expect(complaints, search).toEqual([])
    await close()
  }
})
