import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, createApi } from './api'
import { closeBrowser, openPage, until } from './page'
import { openSite, type Site } from './site'

let api: Api
let site: Site
beforeAll(async () => {
  api = await createApi()
  site = await openSite('app', api)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const LAMP = '.freeze-lamp'

test('the lamp is painted within 2 s while the page hangs, and goes when it answers again', async () => {
  const { page, complaints, close } = await openPage(`${site.origin}/wall?wall=hall-1`, {
    width: 1280,
    height: 720,
  })
  await page.waitForSelector(`${LAMP}[data-lit="false"] canvas`)
  await page.waitForTimeout(1_500)
  expect(await page.getAttribute(LAMP, 'data-lit')).toBe('false')

  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  const frames: { at: number; data: string }[] = []
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push({ at: performance.now(), data })
    void cdp.send('Page.screencastFrameAck', { sessionId })
  })
  await page.waitForTimeout(300)
  const began = performance.now()
  await page.evaluate(() => {
    const until = performance.now() + 5_000
    while (performance.now() < until);
  })
  const ended = performance.now()
  const during = frames.filter(({ at }) => at > began + 100 && at < ended - 200)
  console.log(during.map(({ at }) => Math.round(at - began)))
  const { writeFileSync } = await import('node:fs')
  for (const [i, { data }] of during.entries())
    writeFileSync(`/tmp/lamp-${i}.png`, Buffer.from(data, 'base64'))
  await until(
    'dark again',
    () => page.getAttribute(LAMP, 'data-lit'),
    (lit) => lit === 'false',
    3_000,
  )
  expect(complaints).toEqual([])
  await close()
})
