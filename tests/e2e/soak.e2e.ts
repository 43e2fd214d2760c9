import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Fault } from '../../mocks/faults'
import { FEED_IDS } from '../../src/api/feeds'
import { type Api, createApi } from './api'
import { ROOT } from './builds'
import { closeBrowser, openPage, untilReady } from './page'
import { openSite } from './site'
import { installSoakClock, median, type SoakClock, theilSen } from './soak-clock'

/**
 * A wall that runs for days. `npm run soak` lets 72 hours pass; without `SOAK_HOURS` it is three minutes, which
 * shows that the soak works and nothing grows by the minute.
 */
const HOURS = Number(process.env.SOAK_HOURS ?? 0.05)
const IS_ASKED = process.env.SOAK_HOURS !== undefined
const IS_LONG = HOURS >= 12
/** Written anew with every sample: a run that is broken off leaves its figures. */
const REPORT = join(ROOT, 'tests/bench/out/soak.json')
const SAMPLES = IS_LONG ? Math.round(HOURS) : 10
const EVERY_H = HOURS / SAMPLES
/** The first hours fill caches, and the code is compiled. */
const WARM = Math.ceil(SAMPLES / (IS_LONG ? 12 : 3))

const START = Date.parse('2026-11-22T02:00:00+08:00')
const HOUR_MS = 3_600_000
const FAULTS: readonly (Fault | null)[] = [
  { kind: 'login-page' },
  { kind: 'gbk' },
  { kind: 'hang' },
  { kind: 'cut' },
  { kind: 'bad-records', share: 0.3 },
  null,
  { kind: 'refused' },
  { kind: 'schema-version' },
  { kind: 'status', status: 503 },
]

interface Sample {
  readonly hours: number
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
  readonly contexts: number
  readonly entries: number
  readonly frameMs: number
  readonly frames: number
}

let close = async () => {}
afterAll(async () => {
  await closeBrowser()
  await close()
})

const soak = <T>(page: Page, run: (clock: SoakClock) => T) =>
  page.evaluate(`(${run})(window.soak)`) as Promise<T>

async function sample(page: Page, cdp: CDPSession, hours: number): Promise<Sample> {
  const frameTimes = await soak(page, (clock) => clock.frameTimes())
  // Twice: the first frees what the second can then reach.
  for (let turn = 0; turn < 2; turn++) await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  return {
    hours,
    heapMb: of('JSHeapUsedSize') / 2 ** 20,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    contexts: await soak(page, (clock) => clock.contexts()),
    entries: await page.evaluate(() => performance.getEntries().length),
    frameMs: median(frameTimes),
    frames: frameTimes.length,
  }
}

/** Each time other sources fail in another way, on top of those that go down in turn. */
function trouble(api: Api, turn: number): void {
  api.faults.clear()
  for (let i = 0; i < 3; i++) {
    const fault = FAULTS[(turn + 3 * i) % FAULTS.length]
    const feed = FEED_IDS[1 + ((turn * 2 + 3 * i) % (FEED_IDS.length - 1))]
    if (fault && feed) api.faults.set(feed, fault)
  }
}

const loseContext = (page: Page, selector: string) =>
  page.evaluate((which) => {
    const canvas = document.querySelector<HTMLCanvasElement>(which)
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  }, selector)

test(
  `${HOURS} simulated hours of a wall leave nothing behind`,
  async () => {
    let at = START
    const api: Api = { ...(await createApi('outage', START, 0.2)), now: () => at }
    const site = await openSite('app', api, (request) => {
      at = Math.max(at, Number(request.headers['x-virtual-now']) || 0)
    })
    close = site.close
    const { page } = await openPage(`${site.origin}/wall?wall=soak&dim=22:00-06:00,30`, {
      width: 640,
      height: 360,
      prepare: (context) => context.addInitScript(installSoakClock, START),
    })
    await untilReady(page)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const samples: Sample[] = []
    const beganAt = performance.now()
    for (let turn = 1; turn <= SAMPLES; turn++) {
      trouble(api, turn)
      // Now the basemap, now the overlay; far enough apart for the wall to keep its resolution.
      if (IS_LONG ? turn % 4 === 0 : turn === 2 || turn === 4)
        await loseContext(page, turn % 8 === 0 ? '.maplibregl-canvas' : 'canvas[tabindex="-1"]')
      await page.evaluate(`window.soak.run(${EVERY_H * HOUR_MS})`)
      samples.push(await sample(page, cdp, turn * EVERY_H))
      if (!IS_ASKED) continue
      const tookMin = (performance.now() - beganAt) / 60_000
      const losses = await page.evaluate(() => window.drumtower.losses())
      keep({ asked: HOURS, ...figuresOf(samples), losses, tookMin, samples })
      const leftMin = (tookMin / turn) * (SAMPLES - turn)
      const { hours, ...rest } = samples.at(-1)!
      console.log(
        `${hours.toFixed(2)} of ${HOURS} h`,
        JSON.stringify(rest),
        `${tookMin.toFixed(1)} min, ${leftMin.toFixed(0)} to go`,
      )
    }
    const { slope, frameRatio, first, last } = figuresOf(samples)
    const steady = samples.slice(WARM)
    const third = thirdOf(steady)
    console.log(`soak: ${JSON.stringify({ hours: HOURS, slope, frameRatio, first, last })}`)

    const told = api.walls.read().soak
    expect(told?.picture).toBe('full')
    expect(Date.parse(told!.heardAt)).toBeGreaterThan(START + HOURS * HOUR_MS - 60_000)
    for (const what of ['nodes', 'listeners', 'contexts'] as const) {
      const early = Math.max(...steady.slice(0, third).map((one) => one[what]))
      const late = median(steady.slice(-third).map((one) => one[what]))
      expect(late, `${what} early ${early}`).toBeLessThanOrEqual(early * 1.05 + 2)
    }
    expect(last.contexts).toBe(2)
    // A browser keeps 250 requests; nothing else may add to them.
    expect(last.entries).toBeLessThan(600)
    if (!IS_LONG) return
    expect(slope, 'MB of heap per hour').toBeLessThanOrEqual(0.05)
    expect(frameRatio, 'time of a frame, last against first').toBeLessThanOrEqual(1.1)
  },
  // A busy machine takes ten minutes for an hour.
  Math.max(150_000, (HOURS * HOUR_MS) / 3),
)

const thirdOf = (samples: readonly Sample[]) => Math.max(1, Math.floor(samples.length / 3))

/** Of all that was seen after the warm-up; of everything while that is all there is. */
function figuresOf(samples: readonly Sample[]) {
  const steady = samples.length > WARM ? samples.slice(WARM) : samples
  const third = thirdOf(steady)
  const frameMs = (some: readonly Sample[]) => median(some.map((one) => one.frameMs))
  return {
    /** MB of heap per hour; null until there are two samples. */
    slope: steady.length > 1 ? theilSen(steady.map(({ hours, heapMb }) => [hours, heapMb])) : null,
    frameRatio: frameMs(steady.slice(-third)) / frameMs(steady.slice(0, third)),
    first: steady[0]!,
    last: steady.at(-1)!,
  }
}

function keep(report: object): void {
  mkdirSync(dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`)
}
