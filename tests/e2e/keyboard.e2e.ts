import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOPICS } from '../../src/topics'
import { createApi } from './api'
import { closeBrowser, openPage, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

let site: Site
let watched: Watched
let page: Page
beforeAll(async () => {
  site = await openSite('app', await createApi())
  watched = await openPage(`${site.origin}/desk?lang=en`, { isStill: true })
  page = watched.page
  await untilReady(page)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

/** Something that tells the focused element from the next. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const node = document.activeElement
    if (!node || node === document.body) return null
    const all = [...document.querySelectorAll('*')]
    const name = node.getAttribute('aria-label') ?? node.textContent?.trim().slice(0, 24) ?? ''
    return `${all.indexOf(node)} ${node.tagName} ${name}`
  })

/** Everything that Tab reaches, each seen to show that it is focused. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = []
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop === null || stops.includes(stop)) break
    stops.push(stop)
    // On the element itself, or drawn round it by something that holds it (a canvas cannot show its own).
    const ringed = await page.evaluate(() => {
      for (let node = document.activeElement; node; node = node.parentElement) {
        const { outlineStyle, boxShadow } = getComputedStyle(node)
        const { content, borderTopStyle } = getComputedStyle(node, '::after')
        const own = node === document.activeElement
        if (own && (outlineStyle !== 'none' || boxShadow !== 'none')) return true
        if (content !== 'none' && borderTopStyle !== 'none') return true
      }
      return false
    })
    expect(ringed, `focus ring of ${stop}`).toBe(true)
  }
  expect(stops.length).toBeGreaterThan(5)
  return stops
}

test('everything is within 20 tab stops', async () => {
  const stops = await tabStops(page)
  expect(stops.length, stops.join('\n')).toBeLessThanOrEqual(20)
})

test('so it is while alarms wait for an answer', async () => {
  const storm = await openSite('app', await createApi('fire-storm'))
  const { page, complaints, close } = await openPage(`${storm.origin}/desk?lang=en`, {
    isStill: true,
  })
  await untilReady(page)
  await page.waitForSelector('.alarm-banner-urgent')
  const stops = await tabStops(page)
  expect(stops.length, stops.join('\n')).toBeLessThanOrEqual(20)
  // The buttons of a card are two stops, whatever can be done with it; its text scrolls.
  await page.locator('body').press('n')
  await page.waitForSelector('.alarm-answers button')
  expect((await tabStops(page)).length - stops.length).toBeLessThanOrEqual(3)
  expect(complaints).toEqual([])
  await close()
  await storm.close()
})

test('a digit switches its topic', async () => {
  for (const { id, shortcut } of TOPICS) {
    const pressed = () => page.locator(`[data-topic="${id}"]`).getAttribute('aria-pressed')
    const before = await pressed()
    await page.locator('body').press(shortcut)
    await expect.poll(pressed).toBe(before === 'true' ? 'false' : 'true')
    await page.locator('body').press(shortcut)
    await expect.poll(pressed).toBe(before)
  }
})

test('T opens the table, Escape closes it', async () => {
  const tables = () => page.locator('[data-table]:visible').count()
  expect(await tables()).toBe(0)
  await page.locator('body').press('t')
  await expect.poll(tables).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(tables).toBe(0)
})

test('W goes through the windows', async () => {
  const spans = new Set<string | null>()
  for (let i = 0; i < 3; i++) {
    await page.locator('body').press('w')
    await page.waitForTimeout(200)
    spans.add(new URL(page.url()).searchParams.get('span'))
  }
  expect(spans.size).toBe(3)
})

test('/ goes to the search, and a letter typed there is a letter', async () => {
  const before = await page.locator('[data-topic="incidents"]').getAttribute('aria-pressed')
  await page.locator('body').press('/')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('1t')
  expect(await page.locator('[data-topic="incidents"]').getAttribute('aria-pressed')).toBe(before)
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('1t')
  await page.keyboard.press('Escape')
})

test('nothing of this was an error', () => {
  expect(watched.complaints).toEqual([])
})
