/**
 * A wall to which nothing happens: every source answers, nothing changes, nothing moves. How many pictures does its map
 * draw, and what does it take of a core? Beside it the same wall with an empty loop of animation frames, which is what
 * a deck left to itself keeps running.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, createServer, preview } from 'vite'
import { BROWSER_ARGS, findBrowser } from '../browser/find-browser.mjs'

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
  const sources = await stillSources(root)
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
    plugins: [
      {
        name: 'still-sources',
        configurePreviewServer: ({ middlewares }) => void middlewares.use('/api/v1', sources),
      },
    ],
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: set CHROME_PATH.')
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`http://127.0.0.1:${address.port}/wall?wall=idle`)
    await page.waitForSelector('html[data-ready]', { timeout: 120_000, state: 'attached' })
    await page.waitForTimeout(smoke ? 8_000 : 40_000)
    const cdp = await browser.newBrowserCDPSession()
    const target = await page.context().newCDPSession(page)
    await target.send('Performance.enable')
    const ownId = await rendererOf(page, cdp)

    const measure = async () => {
      const read = async () => ({
        at: performance.now(),
        cpu: (await cdp.send('SystemInfo.getProcessInfo')).processInfo,
        frames: await page.evaluate('window.drumtower.frames()'),
        main: (await target.send('Performance.getMetrics')).metrics.find(
          ({ name }) => name === 'TaskDuration',
        )?.value,
      })
      const before = await read()
      await page.waitForTimeout(smoke ? 5_000 : 60_000)
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
    const still = await measure()
    await page.evaluate(() => {
      const again = () => requestAnimationFrame(again)
      again()
    })
    const looping = await measure()
    const renderer = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2')
      const info = gl?.getExtension('WEBGL_debug_renderer_info')
      return String(info && gl?.getParameter(info.UNMASKED_RENDERER_WEBGL))
    })
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
  const startAt = Date.now()
  const world = await openWorld({ scenario: 'calm', seed: 20_261, scale: 1, startAt })
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
  await vite.close()
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
