import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from './api'
import { closeBrowser, goTo, openPage, untilReady, untilStill, type Watched } from './page'
import { openSite, type Site } from './site'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: Site
let watched: Watched
const api = await createApi()
beforeAll(async () => {
  site = await openSite('app', api)
  // The first look sees one feed lost, the others see all of them well.
  api.faults.set('scenic-areas', { kind: 'status', status: 503 })
  watched = await openPage(`${site.origin}/desk`, { isStill: true })
  await untilReady(watched.page)
  await watched.page.waitForSelector('.desk-feeds-fault')
  await watched.page.evaluate(AXE)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

interface Axe {
  run: (options: RunOptions) => Promise<AxeResults>
}

/** Rule and place of everything that axe finds. */
async function findings(page: Page): Promise<string[]> {
  const { violations, passes } = await page.evaluate(() =>
    // Every rule is run; only of what is broken all places are told.
    (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  )
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

/** The pages come lazily: an empty one has nothing for axe to find. */
const ON_A_PAGE = 'main.page tbody tr, main.page h2, main.page [data-table]'

/** Where to look, and what must be there before it is worth looking. */
const PLACES = [
  ['/desk', '.desk-list-head:has(.attention-how)'],
  ['/desk?table=incidents', '[data-table="incidents"]'],
  ['/desk?task=incidents', '[data-incident]'],
  ['/desk?task=moves', '[data-what-if]'],
  ['/desk?task=orders', '.dispatch-seat'],
  ['/alarms', ON_A_PAGE],
  ['/alarms?list=fire', '.page-table'],
  ['/alarms?list=pack', '.page-table'],
  ['/coverage', ON_A_PAGE],
  ['/brief', ON_A_PAGE],
  ['/review?card=incidents', ON_A_PAGE],
  ['/review?twin=map', ON_A_PAGE],
  ['/feeds', ON_A_PAGE],
  ['/walls', '.page-tally'],
  ['/about', ON_A_PAGE],
] as const

const LOOKS = (['zh', 'en'] as const).flatMap((lang) =>
  (['night', 'day'] as const).map((flavour) => [lang, flavour] as const),
)

// One page for all: what axe reads does not depend on how one came there, and loading the map is what takes long.
test.each(LOOKS)('axe finds nothing in %s, %s', async (lang, flavour) => {
  const { page } = watched
  for (const [place, content] of PLACES) {
    const url = new URL(place, site.origin)
    url.searchParams.set('lang', lang)
    url.searchParams.set('flavour', flavour)
    await goTo(page, url.pathname + url.search)
    await page.waitForSelector(
      `html[data-surface="${url.pathname.slice(1)}"][data-flavour="${flavour}"]:lang(${lang})`,
      { state: 'attached' },
    )
    await page.waitForSelector(content)
    await page.waitForTimeout(200)
    await untilStill(page)
    expect(await findings(page), `${place} ${lang} ${flavour}`).toEqual([])
  }
  api.faults.clear()
})

test('axe finds what is planted', async () => {
  const { page } = watched
  await goTo(page, '/about')
  await page.waitForSelector('main.page h2')
  await page.evaluate(() => document.body.append(document.createElement('button')))
  expect((await findings(page)).join()).toContain('button-name')
})
