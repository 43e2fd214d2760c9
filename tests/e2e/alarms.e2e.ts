import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlarmServer } from '../../mocks/alarms/server'
import type { Envelope } from '../../mocks/world'
import { isUnacknowledged } from '../../src/domain/alarm'
import { type Api, createApi } from './api'
import { closeBrowser, openPage, until, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

let api: Api
let site: Site
let watched: Watched
let page: Page
beforeAll(async () => {
  api = await createApi('fire-storm')
  site = await openSite('app', api)
  watched = await openPage(`${site.origin}/desk?lang=en`, { isStill: true })
  page = watched.page
  await untilReady(page)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const server = () => api.world.alarms as AlarmServer
const onServer = () => server().pictureAt(api.now())
const waitingOnServer = () =>
  onServer().filter((one) => one.priority === 1 && isUnacknowledged({ state: one.state as string }))
    .length
const waitingOnDesk = () =>
  page.evaluate(
    () =>
      // Lesser ones may be folded in a flood; these never are.
      document.querySelectorAll(
        '[data-alarm^="fire."][data-state="unacknowledged"], [data-alarm^="fire."][data-state="returned-unacknowledged"]',
      ).length,
  )
const chosen = () =>
  page.evaluate(
    () => document.querySelector<HTMLElement>('[data-alarm][aria-selected="true"]')?.dataset.alarm,
  )

test('a storm is worked by keyboard: N finds the next, A answers it, and none is lost', async () => {
  await until('fires in the list', waitingOnDesk, (n) => n > 10, 20_000)
  const before = waitingOnServer()
  const answered = new Set<string>()
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('n')
    const occurrence = await until('a chosen alarm', chosen, (id) => id !== undefined, 5_000)
    answered.add(occurrence as string)
    await page.waitForSelector('.alarm-answers button')
    await page.keyboard.press('a')
    await until(
      'the answer on the server',
      async () => onServer().find(({ id }) => id === occurrence)?.state ?? 'gone',
      (state) => state !== 'unacknowledged' && state !== 'returned-unacknowledged',
      8_000,
    )
  }
  expect(answered.size).toBe(3)
  expect(waitingOnServer()).toBe(before - 3)
  await until('the same on the desk', waitingOnDesk, (n) => n === before - 3, 8_000)
  expect(watched.complaints).toEqual([])
})

test('who was slower is told so, and the other answer stands', async () => {
  await page.keyboard.press('n')
  const occurrence = await until('a chosen alarm', chosen, (id) => id !== undefined, 5_000)
  await page.waitForSelector('.alarm-answers button')
  const found = server().find(occurrence as string)
  if (!found) throw new Error('gone')
  // Somebody at another seat answers; before the next poll this seat presses A as well.
  server().apply(found.alarm.id, {
    name: 'acknowledge',
    occurrence: found.alarm.occurrence,
    by: '席位 2',
    at: api.now(),
  })
  await page.keyboard.press('a')
  await page.waitForSelector('.alarm-card [role="alert"]')
  expect(server().find(occurrence as string)?.alarm.acknowledged?.by).toBe('席位 2')
})

test('a thousand alarms at once are counted exactly, and none of the first priority is folded', async () => {
  const plain = api.world.answer
  const [one] = onServer()
  if (!one) throw new Error('no alarm to copy')
  const many = Array.from({ length: 1_000 }, (_, i) => ({
    ...one,
    id: `storm.${i}~1`,
    alarm: `storm.${i}`,
    occurrence: 1,
    priority: i % 20 === 0 ? 1 : 4,
    state: 'unacknowledged' as const,
    raisedAt: new Date(api.now() - 1_000 * (i % 60)).toISOString(),
    clearedAt: null,
    acknowledged: null,
    shelved: null,
    suppressedBy: null,
    observedAt: new Date(api.now()).toISOString(),
  }))
  api.world = {
    ...api.world,
    etag: () => `"storm-${api.now()}"`,
    answer: ((feed, at, since) =>
      feed === 'alarms'
        ? { ...plain('alarms', at, null), items: many }
        : plain(feed, at, since)) as typeof plain & (() => Envelope),
  }
  const counts = () =>
    page.evaluate(() => ({
      panel: document.querySelector('.alarms-panel ul')?.textContent?.replaceAll(/\s+/g, ' ') ?? '',
      p1: document.querySelectorAll('[data-alarm^="storm"]').length,
    }))
  const seen = await until('the storm', counts, ({ p1 }) => p1 >= 50, 20_000)
  expect(seen.panel).toContain('50/ 50')
  expect(seen.panel).toContain('950/ 950')
  // Fifty that are never folded, and the others of one rule and prefecture as one line.
  expect(seen.p1).toBe(51)
})
