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

test("a verdict by key is the form's alone: no layer is switched, and Escape leaves the choice", async () => {
  const patrols = () => page.locator('[data-topic="patrols"]').getAttribute('aria-pressed')
  const before = await patrols()
  await page.keyboard.press('n')
  const occurrence = await until('a chosen alarm', chosen, (id) => id !== undefined, 5_000)
  await page.waitForSelector('.alarm-answers button')
  await page.keyboard.press('v')
  await page.waitForSelector('form.alarm-form')
  await page.keyboard.press('Escape')
  await page.waitForSelector('form.alarm-form', { state: 'detached' })
  expect(await chosen()).toBe(occurrence)
  await page.keyboard.press('v')
  await page.waitForSelector('form.alarm-form')
  await page.keyboard.press('2')
  // Not filed before it is said what it was, and a digit in the words is no other verdict.
  await page.waitForSelector('.alarm-form input')
  await page.keyboard.type('1 kitchen')
  await page.keyboard.press('Enter')
  await until(
    'the verdict on the server',
    async () => onServer().find(({ id }) => id === occurrence)?.verification ?? null,
    (found) => found?.verdict === 'false' && found.finding === '1 kitchen',
    8_000,
  )
  expect(await patrols()).toBe(before)
}, 60_000)

test('a link opens the part of the alarm page that it names, and Back undoes a choice', async () => {
  await page.evaluate(() => {
    history.pushState(null, '', '/alarms?lang=en&list=pack')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await page.waitForSelector('.alarms-pack textarea')
  await page.locator('[role="radio"]', { hasText: 'Hushed' }).click()
  await page.waitForSelector('[data-table="alarms/hushed"]')
  const told = (key: string, value: string | null) =>
    until(
      `${key} in the address`,
      async () => new URL(page.url()).searchParams.get(key),
      (now) => now === value,
      5_000,
    )
  await told('list', 'hushed')
  await page.fill('[data-table="alarms/hushed"] input[type="search"]', 'power')
  await told('q', 'power')
  await page.goBack()
  await page.waitForSelector('.alarms-pack textarea')
  await told('q', null)
})

test('a rule pack from a Chinese keyboard is read, and a fault is one press away', async () => {
  const area = page.locator('.alarms-pack textarea')
  const text = await area.inputValue()
  await area.fill(text.replace('"version": "2014.1",', '“version”：“2026.1”，'))
  await page.waitForSelector('.alarms-pack-lines')
  expect(await page.textContent('.alarms-rules-bar')).toMatch(/6 full-width characters/)
  await area.fill(text.replace('"limit":36', '"limit":"36"'))
  const fault = page.locator('.alarms-pack-faults button').last()
  expect(await fault.textContent()).toMatch(/Line 19, column \d+/)
  await fault.click()
  const at = await area.evaluate((field: HTMLTextAreaElement) => ({
    marked: field.value.slice(field.selectionStart, field.selectionStart + 4),
    isFocused: document.activeElement === field,
  }))
  expect(at).toEqual({ marked: '"36"', isFocused: true })
  await area.fill(text.replace('2014.1', '2026.1'))
  await page.locator('.alarms-rules-bar button').first().click()
  const earlier = page.locator('.alarms-rules-bar select')
  expect(await earlier.locator('option').last().textContent()).toBe('revision 1 · as delivered')
  await earlier.selectOption('1')
  expect(await area.inputValue()).toBe(text)
  await page.goBack()
  await page.waitForSelector('html[data-surface="desk"]', { state: 'attached' })
})

test('a thousand alarms in a minute are counted exactly at every poll, and none of the first priority is folded', async () => {
  const plain = api.world.answer
  const [one] = onServer()
  if (!one) throw new Error('no alarm to copy')
  const steps = 6
  const beganAt = api.now()
  const all = Array.from({ length: 1_000 }, (_, i) => ({
    ...one,
    id: `storm.${i}~1`,
    alarm: `storm.${i}`,
    occurrence: 1,
    priority: i % 20 === 0 ? 1 : 4,
    state: 'unacknowledged' as const,
    raisedAt: new Date(beganAt + 60 * i).toISOString(),
    clearedAt: null,
    acknowledged: null,
    shelved: null,
    suppressedBy: null,
    observedAt: new Date(beganAt + 60 * i).toISOString(),
  }))
  const upTo = (step: number) => all.slice(0, Math.ceil((1_000 * step) / steps))
  let step = 0
  const answeredAt = new Map<number, number>()
  api.world = {
    ...api.world,
    etag: () => `"storm-${api.now()}"`,
    answer: ((feed, at, since) => {
      if (feed !== 'alarms') return plain(feed, at, since)
      if (!answeredAt.has(step)) answeredAt.set(step, Date.now())
      return { ...plain('alarms', at, null), items: upTo(step) }
    }) as typeof plain & (() => Envelope),
  }
  await page.evaluate(() => {
    const seen: Record<string, number> = {}
    const delays: number[] = []
    Object.assign(window, { seen, delays })
    new MutationObserver(() => {
      for (const row of document.querySelectorAll<HTMLElement>('[data-alarm^="storm."]'))
        seen[row.dataset.alarm ?? ''] ??= Date.now()
    }).observe(document.body, { childList: true, subtree: true })
    // From the key to the first frame after it.
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - timeStamp))),
      { capture: true },
    )
  })
  const counts = () =>
    page.evaluate(() => ({
      panel: document.querySelector('.alarms-panel ul')?.textContent?.replaceAll(/\s+/g, ' ') ?? '',
      rows: document.querySelectorAll('[data-alarm^="storm"]').length,
    }))
  const waits: number[] = []
  for (step = 1; step <= steps; step++) {
    const there = upTo(step)
    const p1 = there.filter(({ priority }) => priority === 1)
    const low = there.length - p1.length
    await page.keyboard.press('j')
    // Those that are never folded, and the others of one rule and prefecture as one line.
    await until(
      `the storm at step ${step}`,
      counts,
      ({ panel, rows }) =>
        panel.includes(`${p1.length}/ ${p1.length}`) &&
        panel.includes(`${low}/ ${low}`) &&
        rows === p1.length + 1,
      20_000,
    )
    const last = p1.at(-1)?.id ?? ''
    const shownAt = await page.evaluate(
      (id) => (window as unknown as { seen: Record<string, number> }).seen[id] ?? 0,
      last,
    )
    waits.push(shownAt - (answeredAt.get(step) ?? 0))
  }
  const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays)
  const worst = (values: readonly number[]) => Math.round(Math.max(...values))
  console.log(
    `storm of 1,000: P1 in the list ${worst(waits)} ms after its answer (goal 1,000), a key ${worst(delays)} ms to its frame (goal 100)`,
  )
  expect(waits).toHaveLength(steps)
  expect(delays).toHaveLength(steps)
  // Ten times the goals: what a busy machine adds is no fault of the page. The figure is in the line above.
  expect(worst(waits)).toBeLessThan(10_000)
  expect(worst(delays)).toBeLessThan(1_000)
}, 180_000)
