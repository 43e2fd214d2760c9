import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, createApi } from './api'
import { builtFiles, readBuilt } from './builds'
import { closeBrowser, openPage, until, untilReady } from './page'
import { openSite, type Site } from './site'

let api: Api
let site: Site
beforeAll(async () => {
  // A storm: alarms of the first priority wait for an answer.
  api = await createApi('fire-storm', Date.parse('2026-11-22T02:00:00Z'), 0.3)
  site = await openSite('app', api)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

test('the build lists itself: every file that it names is there', () => {
  const { build, files, version } = JSON.parse(readBuilt('app', 'version.json').toString()) as {
    build: string
    files: string[]
    version: string
  }
  expect(readBuilt('app', 'index.html').toString()).toContain(
    `<meta name="drumtower-build" content="${build}" />`,
  )
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  const built = builtFiles('app').filter((file) => file.startsWith('assets/'))
  expect(files.toSorted()).toEqual(built.toSorted())
})

interface Served {
  readonly build: string
  readonly files: readonly string[]
}

/** A wall that is told of another build, and the number of times that its page was loaded. */
async function wallBeside(served: Served, isCalm = true) {
  const watched = await openPage('about:blank', {
    width: 640,
    height: 360,
    prepare: async (context) => {
      await context.route('**/version.json', (route) => route.fulfill({ json: served }))
      if (isCalm)
        await context.route('**/api/v1/alarms*', (route) => route.fulfill({ json: noAlarms() }))
      // The draw of the ten minutes: a second. Never twice the same: answers of workers are told apart by such draws.
      await context.addInitScript(() => {
        let draws = 0
        Math.random = () => 0.002 + ++draws * 1e-9
      })
    },
  })
  const { page } = watched
  let loads = 0
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) loads++
  })
  await page.goto(`${site.origin}/wall?wall=renewed`)
  return { ...watched, loads: () => loads }
}

/** Nothing waits for an answer. */
const noAlarms = () => ({
  feed: 'alarms',
  schema: 1,
  crs: 'CGCS2000',
  generatedAt: new Date(api.now()).toISOString(),
  cursor: null,
  full: true,
  items: [],
  removed: [],
})

const asBuilt = JSON.parse(readBuilt('app', 'version.json').toString()) as Served

test('a wall goes to a newer build once, though the old page comes back, and asks for its files first', async () => {
  const { page, loads, close } = await wallBeside({ ...asBuilt, build: 'bbbbbbbbbbbb' })
  await until(
    'a reload',
    async () => loads(),
    (count) => count === 2,
    30_000,
  )
  await untilReady(page)
  await page.waitForTimeout(4_000)
  expect(loads()).toBe(2)
  await close()
}, 90_000)

test('nobody goes to a build that is still being copied, or while an alarm waits', async () => {
  const copied = await wallBeside({
    build: 'aaaaaaaaaaaa',
    files: [...asBuilt.files, 'assets/not-there.js'],
  })
  await untilReady(copied.page)
  await copied.page.waitForTimeout(3_000)
  expect(copied.loads()).toBe(1)
  await copied.close()

  const held = await wallBeside({ ...asBuilt, build: 'cccccccccccc' }, false)
  await untilReady(held.page)
  await held.page.waitForSelector('[data-take-over]:not([data-take-over="0"])')
  await held.page.waitForTimeout(3_000)
  expect(held.loads()).toBe(1)
  await held.close()
}, 90_000)
