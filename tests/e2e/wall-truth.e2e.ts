import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { respondToWalls } from '../../mocks/walls/register'
import type { Heartbeat } from '../../src/domain/wall'
import { type Api, createApi } from './api'
import { closeBrowser, openPage, until, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

let api: Api
let site: Site
let wall: Watched
beforeAll(async () => {
  api = await createApi('calm', undefined, 0.3)
  site = await openSite('app', api)
  wall = await openPage(`${site.origin}/wall?wall=hall-1`, {
    width: 960,
    height: 540,
    expected: /planted/,
  })
  await untilReady(wall.page)
  await until(
    'beats',
    () => lit(wall.page),
    (value) => value === 'false',
    5_000,
  )
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const LAMP = '.freeze-lamp'
const lit = (page: Page) => page.getAttribute(LAMP, 'data-lit')

/** When the lamp lit up and went dark, ms since this was called; the page's own clock. */
const watchLamp = (page: Page) =>
  page.evaluate((selector) => {
    const lamp = document.querySelector<HTMLElement>(selector)
    const began = performance.now()
    const seen: [number, string | undefined][] = []
    Object.assign(window, { seen })
    if (lamp)
      new MutationObserver(() => seen.push([performance.now() - began, lamp.dataset.lit])).observe(
        lamp,
        { attributes: true },
      )
  }, LAMP)
const seen = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: [number, string][] }).seen)

test('while the page hangs, a worker paints within 2 s that the picture has stopped', async () => {
  const { page } = wall
  const cdp = await page.context().newCDPSession(page)
  const pictures: { readonly at: number; readonly data: string }[] = []
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push({ at: performance.now(), data })
    void cdp.send('Page.screencastFrameAck', { sessionId })
  })
  await cdp.send('Page.startScreencast', { format: 'png' })
  await page.waitForTimeout(500)
  const began = performance.now()
  await page.evaluate(() => {
    const end = performance.now() + 4_000
    while (performance.now() < end);
  })
  const over = performance.now()
  await cdp.send('Page.stopScreencast')
  // What reached the screen while no line of the page could run.
  const during = pictures.filter(({ at }) => at > began + 1_000 && at < over - 100)
  const lights = await Promise.all(during.map(({ data }) => lightOf(page, data)))
  const dark = await lightOf(page, pictures[0]!.data)
  const first = during.find((_, i) => lights[i]! > dark + 0.05)
  expect(first, `${during.length} pictures, ${lights} against ${dark}`).toBeDefined()
  expect(first!.at - began).toBeLessThan(2_200)
  await until(
    'dark again',
    () => lit(page),
    (value) => value === 'false',
    5_000,
  )
}, 60_000)

test('a lost context lights it, and the picture that comes back puts it out', async () => {
  const { page } = wall
  await watchLamp(page)
  await page.evaluate(() =>
    document
      .querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!
      .getContext('webgl2')!
      .getExtension('WEBGL_lose_context')!
      .loseContext(),
  )
  const told = await until(
    'lit and dark',
    () => seen(page),
    (all) => all.at(-1)?.[1] === 'false',
    25_000,
  )
  expect(told[0]![1]).toBe('true')
  expect(told[0]![0]).toBeLessThan(2_000)
  expect(told.at(-1)![1]).toBe('false')
}, 60_000)

test('a wall is listed with what it tells, a silent one first and since when', async () => {
  const beat = (api.walls.read()['hall-1'] ?? {}) as Partial<Heartbeat>
  expect(beat).toMatchObject({ version: '0.1.0', picture: 'full', scene: expect.any(String) })
  expect(beat.build).toMatch(/^[0-9a-f]{12}$/)
  expect(beat.frames).toBeGreaterThan(0)
  expect(beat.feeds?.length).toBeGreaterThan(10)
  const { id: _, heardAt: __, ...body } = api.walls.read()['hall-1']!
  const gone = { method: 'PUT', path: 'walls/hall-2', body }
  await respondToWalls(gone, api.walls, api.now() - 300_000)

  const list = await openPage(`${site.origin}/walls?lang=en`)
  await list.page.waitForSelector('[data-wall]')
  const rows = await list.page.$$eval('[data-wall]', (all) =>
    all.map((row) => [row.getAttribute('data-wall'), row.getAttribute('data-silent')]),
  )
  expect(rows).toEqual([
    ['hall-2', 'true'],
    ['hall-1', 'false'],
  ])
  expect(await list.page.textContent('[data-wall="hall-2"]')).toMatch(/silent since \d\d-\d\d/)
  await list.page.keyboard.press('Escape')
  await list.page.waitForSelector('html[data-surface="desk"]', { state: 'attached' })
  expect(list.complaints).toEqual([])
  await list.close()
}, 60_000)

// Last: the map of this page does not come back.
test('a map that draws no more lights it within 2 s of the first picture that does not come', async () => {
  const { page, complaints } = wall
  expect(complaints).toEqual([])
  await watchLamp(page)
  await page.evaluate(() => {
    WebGL2RenderingContext.prototype.useProgram = () => {
      throw new Error('planted')
    }
    // Something to be drawn: another size, as when a display is added.
    dispatchEvent(new Event('resize'))
  })
  await page.setViewportSize({ width: 1_000, height: 540 })
  const told = await until(
    'lit',
    () => seen(page),
    (all) => all.at(-1)?.[1] === 'true',
    8_000,
  )
  expect(told.length).toBeGreaterThan(0)
  await page.waitForTimeout(1_500)
  expect(await lit(page)).toBe('true')
}, 60_000)

/** Share of the pixels where the lamp stands that are as light as its ink. */
async function lightOf(page: Page, png: string): Promise<number> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')!
    context.drawImage(image, 0, 0)
    const [top, high] = [Math.round(height * 0.14), Math.round(height * 0.08)]
    const pixels = context.getImageData(width * 0.35, top, width * 0.3, high).data
    let light = 0
    for (let i = 0; i < pixels.length; i += 4) if (pixels[i]! > 180) light++
    return light / (pixels.length / 4)
  }, png)
}
