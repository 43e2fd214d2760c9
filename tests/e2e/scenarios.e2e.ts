import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCENARIO_IDS } from '../../mocks/scenarios'
import { FEED_IDS } from '../../src/api/feeds'
import { TOPICS } from '../../src/topics'
import { TABLES } from '../../src/topics/tables'
import type { Topic } from '../../src/topics/topic'
import { createApi } from './api'
import { closeBrowser, goTo, openPage, until, untilReady } from './page'
import { openSite, type Site } from './site'

/** 15:00 in Shanghai on a holiday. */
const START = Date.UTC(2026, 9, 3, 7)
const topics = TOPICS as readonly Topic<unknown, unknown>[]

let site: Site
const api = await createApi('calm', START)
beforeAll(async () => {
  site = await openSite('app', api)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const layersOf = (page: Page) => page.evaluate(() => window.drumtower.layers())

/** Every table twin of every topic lists as many placed records as its layer draws. */
async function expectTwins(page: Page) {
  for (const topic of topics)
    for (const { id, layer } of TABLES[topic.id] ?? []) {
      await goTo(page, { table: id })
      const twin = page.locator(`[data-table="${id}"]`)
      await twin.waitFor({ state: 'attached' })
      await until(
        `${id}: rows in the table and records in layer ${layer}`,
        async () => ({
          count: Number(await twin.getAttribute('data-count')),
          drawn: (await layersOf(page)).find((one) => one.id === layer)?.drawn ?? null,
        }),
        ({ count, drawn }) => drawn === null || drawn === count,
        10_000,
      )
    }
}

const LOOKS = [
  ['zh', 'night'],
  ['en', 'day'],
  ['zh', 'day'],
  ['en', 'night'],
  ['en', 'print'],
] as const

test.each(SCENARIO_IDS.map((scenario, i) => [scenario, LOOKS[i % LOOKS.length]] as const))(
  '%s is shown, %j',
  async (scenario, [lang, flavour] = ['zh', 'night']) => {
    const { world } = await createApi(scenario, START)
    api.world = world
    const { page, complaints, close } = await openPage(
      `${site.origin}/desk?lang=${lang}&flavour=${flavour}`,
      { expected: /Failed to load resource|net::ERR/ },
    )
    await untilReady(page)
    const root = page.locator('html')
    expect(await root.getAttribute('data-flavour')).toBe(flavour)
    expect(await root.getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en')
    for (const feed of FEED_IDS)
      expect(await page.locator(`[data-feed="${feed}"][data-quality]`).count(), feed).toBe(1)
    for (const { id } of topics)
      expect(await page.locator(`[data-topic="${id}"][aria-pressed]`).count(), id).toBe(1)
    expect(await page.textContent('body')).not.toMatch(/undefined|NaN|\[object Object\]/)
    if (scenario === 'calm' || scenario === 'columbia') await expectTwins(page)
    expect(complaints).toEqual([])
    await close()
  },
)
