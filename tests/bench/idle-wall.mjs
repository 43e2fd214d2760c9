/**
 * A wall to which nothing happens: every source answers, nothing changes, nothing moves, no incident leaves its window.
 * How many pictures does its map draw, and what does it take of a core? Beside it the same wall with an empty loop of
 * animation frames, which is what a deck left to itself keeps running; and a bare page with a clock that asks as often,
 * which is what the browser itself takes.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, createServer, preview } from 'vite'
import { BROWSER_ARGS, findBrowser } from '../browser/find-browser.mjs'

/** While it settles and is measured nothing leaves the seven days that it shows. */
const QUIET_MS = 15 * 60_000
const WINDOW_MS = 7 * 86_400_000
/** A clock, and as many questions a second as the wall asks. */
const BARE = `<!doctype html><link rel="icon" href="data:,"><p></p><script src="bare.js"></script>`
const BARE_SCRIPT = `
  setInterval(() => { document.querySelector('p').textContent = new Date().toISOString() }, 1000)
  setInterval(() => fetch('/api/v1/bare'), 625)`

const EMPTY = ['units', 'visits', 'crowd', 'fire-readings', 'alarms', 'allocations']

/**
 * @param {string} root
 * @param {string} cache
 * @param {string} date
 * @param {boolean} smoke
 * @returns {Promise<import('./bench').Row[]>}
 */
export async function idleWall(root, cache, date, smoke) {
  const outDir = join(cache, 'idle-wall')
  const config = { root, mode: 'production', logLevel: /** @type {const} */ ('error') }
  await build({ ...config, build: { outDir, emptyOutDir: true } })
  const { sources, script } = await stillSources(root)
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
    plugins: [
      {
        name: 'still-sources',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use('/api/v1', sources)
          middlewares.use('/still.json', (_, response) => response.end(script))
          middlewares.use('/bare.js', (_, response) => response.end(BARE_SCRIPT))
          middlewares.use('/bare', (_, response) => response.end(BARE))
        },
      },
    ],
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: set CHROME_PATH.')
  const origin = `http://127.0.0.1:${address.port}`
  // A wall stands for months: what is compiled in its first minutes is no part of it.
  const settleMs = smoke ? 8_000 : 180_000
  const spanMs = smoke ? 5_000 : 60_000
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${origin}/wall?wall=idle&script=still.json`)
    await page.waitForSelector('html[data-ready]', { timeout: 120_000, state: 'attached' })
    await page.waitForTimeout(settleMs)
    const measure = await measuring(page)
    const still = await measure(spanMs)
    await page.evaluate(() => {
      const again = () => requestAnimationFrame(again)
      again()
    })
    const looping = await measure(spanMs)
    const renderer = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2')
      const info = gl?.getExtension('WEBGL_debug_renderer_info')
      return String(info && gl?.getParameter(info.UNMASKED_RENDERER_WEBGL))
    })
    await page.close()
    const other = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await other.goto(`${origin}/bare`)
    await other.waitForTimeout(settleMs / 6)
    const bare = await (await measuring(other))(spanMs)
    // CPU time of the whole renderer; what the main thread's tasks took by the clock is the machine's load as well.
    const ratio = looping.rendererPercent / still.rendererPercent
    return [
      {
        id: 'idle-wall',
        peer: 'a loop of empty animation frames',
        unit: '% of a core, renderer',
        ours: still.rendererPercent,
        theirs: looping.rendererPercent,
        ratio,
        low: ratio,
        high: ratio,
        counters: {
          framesDrawn: still.frames,
          mainThreadByClockPercent: still.mainPercent,
          gpuPercent: still.gpuPercent,
          loopingFramesDrawn: looping.frames,
          loopingGpuPercent: looping.gpuPercent,
          barePageRendererPercent: bare.rendererPercent,
          barePageGpuPercent: bare.gpuPercent,
        },
        goal: '0 frames, < 1 % of a core',
        met: still.frames === 0 && still.rendererPercent < 1,
        renderer,
        date,
      },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

/**
 * What a page takes of a core, and how many pictures its map draws, over a stretch of time.
 *
 * @param {import('playwright-core').Page} page
 */
async function measuring(page) {
  const cdp = await /** @type {import('playwright-core').Browser} */ (
    page.context().browser()
  ).newBrowserCDPSession()
  const target = await page.context().newCDPSession(page)
  await target.send('Performance.enable')
  const ownId = await rendererOf(page, cdp)
  const read = async () => ({
    at: performance.now(),
    cpu: (await cdp.send('SystemInfo.getProcessInfo')).processInfo,
    frames: await page.evaluate('window.drumtower?.frames() ?? 0'),
    main: (await target.send('Performance.getMetrics')).metrics.find(
      ({ name }) => name === 'TaskDuration',
    )?.value,
  })
  return async (/** @type {number} */ spanMs) => {
    const before = await read()
    await page.waitForTimeout(spanMs)
    const after = await read()
    const seconds = (after.at - before.at) / 1000
    const share = (/** @type {(one: Process) => boolean} */ isIt) =>
      (100 * (cpuOf(after.cpu, isIt) - cpuOf(before.cpu, isIt))) / seconds
    return {
      frames: Number(after.frames) - Number(before.frames),
      mainPercent: (100 * (Number(after.main) - Number(before.main))) / seconds,
      rendererPercent: share(({ id }) => id === ownId),
      gpuPercent: share(({ type }) => type === 'GPU'),
    }
  }
}

/** @typedef {{ id: number, type: string, cpuTime: number }} Process */

/**
 * @param {readonly Process[]} processes
 * @param {(one: Process) => boolean} isIt
 */
const cpuOf = (processes, isIt) =>
  processes.filter(isIt).reduce((sum, { cpuTime }) => sum + cpuTime, 0)

/**
 * The page's own renderer: a browser has others (a spare one, its own pages), and theirs is not the wall's doing. It is
 * the one that works when the page is told to.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} cdp
 */
async function rendererOf(page, cdp) {
  const told = async () => (await cdp.send('SystemInfo.getProcessInfo')).processInfo
  const before = new Map((await told()).map(({ id, cpuTime }) => [id, cpuTime]))
  await page.evaluate(() => {
    for (const end = performance.now() + 1500; performance.now() < end; );
  })
  const grown = (await told())
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ id, by: cpuTime - (before.get(id) ?? 0) }))
  return grown.sort((a, b) => b.by - a.by)[0]?.id
}

/**
 * The simulated world at one moment, told again and again: what can move or age is empty.
 *
 * @param {string} root
 */
async function stillSources(root) {
  const vite = await createServer({
    root,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
  })
  const { openWorld } = await vite.ssrLoadModule('/mocks/node.ts')
  const { decodeHistory } = await vite.ssrLoadModule('/src/api/history-decode.ts')
  const startAt = Date.now()
  const quiet = { from: startAt - WINDOW_MS, to: startAt - WINDOW_MS + QUIET_MS }
  const opened = (/** @type {number} */ seed) =>
    openWorld({ scenario: 'calm', seed, scale: 1, startAt })
  let seed = 20_261
  let world = await opened(seed)
  // Half of the seeds have a call in any nine minutes.
  while (decodeHistory(world.history(quiet.from, quiet.to)).columns.count > 0)
    world = await opened(++seed)
  const envelopes = new Map()
  for (const feed of [
    'meta',
    'incidents',
    'watch-places',
    'scenic-areas',
    'fire-devices',
    ...EMPTY,
  ]) {
    const whole = world.answer(feed, startAt, null)
    envelopes.set(feed, EMPTY.includes(feed) ? { ...whole, items: [] } : whole)
  }
  const history = Buffer.from(world.history(startAt - 28 * 86_400_000, startAt))
  const { DEFAULT_SCRIPT } = await vite.ssrLoadModule('/src/surfaces/wall/default-script.ts')
  const scenes = DEFAULT_SCRIPT.scenes.slice(0, 1)
  await vite.close()
  return {
    sources: answerWith(envelopes, history),
    script: JSON.stringify({ ...DEFAULT_SCRIPT, scenes }),
  }
}

/**
 * @param {ReadonlyMap<string, any>} envelopes
 * @param {Buffer} history
 */
function answerWith(envelopes, history) {
  return (
    /** @type {import('node:http').IncomingMessage} */ request,
    /** @type {import('node:http').ServerResponse} */ response,
  ) => {
    const [path = ''] = (request.url ?? '/').slice(1).split('?')
    const now = new Date().toISOString()
    const envelope = envelopes.get(path)
    response.setHeader('generated-at', now)
    response.setHeader('etag', '"still"')
    if (path === 'incidents/history') {
      response.setHeader('content-type', 'application/vnd.apache.arrow.stream')
      return response.end(history)
    }
    if (!envelope) {
      response.statusCode = request.method === 'PUT' ? 204 : 404
      return response.end()
    }
    if (path !== 'meta' && request.headers['if-none-match']) {
      response.statusCode = 304
      return response.end()
    }
    const [record] = envelope.items
    const items =
      path === 'meta' ? [{ ...record, serverTime: now, observedAt: now }] : envelope.items
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ...envelope, generatedAt: now, items }))
  }
}
