import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { BROWSER_ARGS, findBrowser } from '../browser/find-browser.mjs'

/** A page, and everything that it must not have done. */
export interface Watched {
  readonly page: Page
  /** Console errors, uncaught errors, CSP violations and requests off the origin, in words. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** For what only has to come at all: a machine at rest needs a fraction of it. */
export const PATIENCE_MS = 240_000

const complaintsOf = new WeakMap<Page, readonly string[]>()

let browser: Promise<Browser> | null = null

/** One per file, also for tests that start at the same moment. */
function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: run `npm test`, which gets one.')
  browser ??= chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: PATIENCE_MS })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = null
}

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  /** As people have it who want no motion: the map draws at every poll, not at every frame, where motion is not the point. */
  readonly isStill?: boolean
  /** Console errors that are part of the test, e.g. the browser's own line for a 503. */
  readonly expected?: RegExp
  /** Before the page is there. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
}

/** A fresh context: no storage, no service worker of another test. */
export async function openPage(url: string, options: PageOptions = {}): Promise<Watched> {
  const { width = 1280, height = 720, isStill = false, expected, prepare } = options
  const context: BrowserContext = await (await launch()).newContext({
    viewport: { width, height },
    reducedMotion: isStill ? 'reduce' : 'no-preference',
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // the product shows Asia/Shanghai whatever the host's zone
  })
  await prepare?.(context)
  const complaints: string[] = []
  const complain = (words: string) => {
    if (!expected?.test(words)) complaints.push(words)
  }
  const { origin } = new URL(url)
  // Context-wide, so that requests of workers and of the service worker are seen as well.
  context.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(asked))
      complain(`request off the origin: ${asked}`)
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  complaintsOf.set(page, complaints)
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complain(`uncaught: ${error.stack ?? error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`),
    )
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return { page, complaints, close: () => context.close() }
}

/** The first data layer is on screen. Otherwise says what the page complained of. */
export async function untilReady(page: Page, timeout = PATIENCE_MS): Promise<void> {
  const ready = page.waitForSelector('html[data-ready]', { timeout, state: 'attached' })
  await ready.catch(() => {
    const why = complaintsOf.get(page)?.join('\n') || 'it complained of nothing'
    throw new Error(`${page.url()} was not ready within ${timeout} ms; ${why}`)
  })
}

/** Every topic has something on the map: the history is decoded, the worker has computed. */
export async function untilDrawn(page: Page): Promise<void> {
  await until(
    'something drawn by every topic',
    () =>
      page.evaluate(() => {
        const topics = [...document.querySelectorAll<HTMLElement>('[data-topic][aria-pressed]')]
        const drawn = window.drumtower.layers().filter((layer) => layer.drawn > 0)
        const has = (topic?: string) => drawn.some((layer) => layer.topic === topic)
        return {
          topics: topics.length,
          empty: topics.flatMap(({ dataset }) => (has(dataset.topic) ? [] : [dataset.topic])),
          hasField: drawn.some((layer) => layer.band === 'field'),
        }
      }),
    ({ topics, empty, hasField }) => topics > 0 && empty.length === 0 && hasField,
    20_000,
  )
}

/**
 * Changes the query of a living page as the Back key would, or its path and query: without loading it again. A
 * string replaces all that it names, a record sets its names.
 */
export async function goTo(page: Page, to: Record<string, string> | string): Promise<void> {
  await page.evaluate((change) => {
    let url = new URL(location.href)
    if (typeof change === 'string' && change.startsWith('/')) url = new URL(change, location.origin)
    else if (typeof change === 'string') url.search = change
    else for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value)
    history.pushState(null, '', url)
    dispatchEvent(new PopStateEvent('popstate'))
  }, to)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}

/** What one look at the page takes at most on a machine at rest, with the pause after it. */
const ROUND_MS = 250

/**
 * Polls a value of the page until it satisfies, or says what it was. Time is counted in looks: one that takes longer
 * than `roundMs` counts as that, for what a busy machine takes is not the product's. At rest it is plain time.
 */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  good: (value: T) => boolean,
  timeoutMs: number,
  roundMs = ROUND_MS,
): Promise<T> {
  let counted = 0
  for (;;) {
    const began = performance.now()
    const value = await read()
    if (good(value)) return value
    if (counted > timeoutMs)
      throw new Error(`${what}: not within ${timeoutMs} ms; it is ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    counted += Math.min(roundMs, performance.now() - began)
  }
}

/** Nothing fades or slides any more: a colour half way is neither the old nor the new one. */
export async function untilStill(page: Page): Promise<void> {
  await until(
    'nothing moving',
    () =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              ({ effect, playState }) =>
                playState === 'running' &&
                effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
            ).length,
      ),
    (moving) => moving === 0,
    10_000,
  )
}
