import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from './api'
import { closeBrowser, openPage, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: Site
let watched: Watched
beforeAll(async () => {
  site = await openSite('app', await createApi())
  watched = await openPage(`${site.origin}/about`)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

/** Rule and place of everything that axe finds. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations, passes } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

const LOOKS = (['zh', 'en'] as const).flatMap((lang) =>
  (['night', 'day'] as const).map((flavour) => [lang, flavour] as const),
)

test.each(LOOKS)(
  'axe finds nothing in %s, %s',
  async (lang, flavour) => {
    const { page } = watched
    for (const path of [
      '/desk',
      '/desk?table=incidents',
      '/desk?task=incidents',
      '/desk?task=moves',
      '/desk?task=orders',
      '/alarms',
      '/coverage',
      '/brief',
      '/feeds',
      '/walls',
      '/about',
    ]) {
      const url = new URL(path, site.origin)
      url.searchParams.set('lang', lang)
      url.searchParams.set('flavour', flavour)
      await page.goto(url.href)
      if (path.startsWith('/desk')) await untilReady(page)
      // The pages come lazily: an empty one has nothing for axe to find.
      else await page.waitForSelector('main.page tbody tr, main.page h2, main.page [data-table]')
      await page.waitForTimeout(500)
      expect(await findings(page), `${path} ${lang} ${flavour}`).toEqual([])
    }
  },
  120_000,
)

test('axe finds what is planted', async () => {
  const { page } = watched
  await page.goto(`${site.origin}/about`)
  await page.waitForSelector('main.page h2')
  await page.evaluate(() => document.body.append(document.createElement('button')))
  expect((await findings(page)).join()).toContain('button-name')
})
