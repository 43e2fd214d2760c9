import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allocationsAt, type Job } from '../../mocks/allocations/ledger'
import type { AllocationOffice } from '../../mocks/allocations/office'
import type { FeedId } from '../../src/api/feeds'
import { isOver, type Order } from '../../src/domain/allocation'
import { type Api, createApi } from './api'
import { closeBrowser, openPage, until, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

let api: Api
let site: Site
let watched: Watched
let page: Page
/** The browser's own lines for a line that is down, and for answers that refuse. */
const EXPECTED = /Failed to load resource|net::ERR/
beforeAll(async () => {
  api = await createApi('festival', Date.parse('2026-10-03T16:30:00+08:00'))
  site = await openSite('app', api)
  watched = await openPage(`${site.origin}/desk?lang=en&task=incidents`, {
    isStill: true,
    expected: EXPECTED,
  })
  page = watched.page
  await untilReady(page)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})
beforeEach(() => {
  api.line = 'up'
})

const office = () => api.world.allocations as AllocationOffice
const jobs = (): readonly Job[] => office().ledger().jobs
/** So many jobs on the server, or more. */
const untilJobs = (count: number, withinMs = 20_000) =>
  until(
    'jobs on the server',
    async () => jobs().length,
    (n) => n >= count,
    withinMs,
  )
const standing = () => allocationsAt(office().ledger(), api.now()).filter((one) => !isOver(one))
const entries = (on = page) =>
  on.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-order]')].map((one) => one.dataset.order),
  )

const untilSettled = () =>
  until(
    'no order under way',
    () => entries(),
    (all) => all.length === 0,
    20_000,
  )

/** On a busy machine the feed may be behind for a while, and Enter then asks for a reason. */
const untilCurrent = (on: Page) =>
  until(
    'positions of now',
    () => on.locator('[data-positions="stale"], [data-positions="lost"]').count(),
    (count) => count === 0,
    20_000,
  )

/** Walks the queue to an incident that somebody can be sent to; where somebody has been, E asks for one more. */
async function choose(on = page, isCurrent = true) {
  const canSend = async () => {
    if ((await on.locator(sendButton).count()) === 0) return false
    if (isCurrent) await untilCurrent(on)
    return true
  }
  for (let i = 0; i < 24; i++) {
    await on.keyboard.press(i < 12 ? 'j' : 'k')
    await on.waitForTimeout(250)
    if (await canSend()) return
    if (i % 4 < 3) continue
    await on.keyboard.press('e')
    await on.waitForTimeout(150)
    if (await canSend()) return
  }
  throw new Error('no incident of the queue has anybody to send')
}
interface Kept {
  readonly what: string
  readonly unit: string
  readonly at: number
  readonly callSign: string
  readonly order: { readonly decidedAt: number }
}
/** What lies on the disk of the machine. */
const recordsOf = (on: Page, table: 'orders' | 'decisions') =>
  on.evaluate(
    (table) =>
      new Promise<Kept[]>((resolve, reject) => {
        const request = indexedDB.open('drumtower')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const all = request.result.transaction(table).objectStore(table).getAll()
          all.onsuccess = () => {
            request.result.close()
            resolve(all.result)
          }
        }
      }),
    table,
  )
const decisionsOf = async (on: Page) =>
  (await recordsOf(on, 'decisions')).toSorted((a, b) => a.at - b.at)
const sendButton = '.detail-buttons .primary:not(:disabled)'

/** Seat 2 sends a unit to a point of the map. */
async function otherSeatSends(unitId: string) {
  const own = jobs().filter((one) => one.unitId === unitId)
  const target = { kind: 'point', id: 'p', place: 'elsewhere', placeEn: null } as const
  const order: Order = {
    unitId,
    target: { ...target, position: [106.7, 26.6] },
    origin: 'map',
    override: null,
    undoes: null,
    replaces: null,
    by: 'seat 2',
    decidedAt: api.now(),
  }
  const seenRev = Math.max(0, ...own.map(({ rev }) => rev))
  return office().order({ key: `seat 2 ${unitId}`, seenRev, order }, api.now())
}

test('an incident gets its unit in three strokes, and the unit follows', async () => {
  await page.goto(`${site.origin}/desk?lang=en`)
  await untilReady(page)
  await page.keyboard.press('q')
  await page.waitForSelector('[data-incident]')
  await choose()
  await page.waitForSelector(sendButton)
  await page.keyboard.press('Enter')
  await untilJobs(1)
  const [job] = jobs()
  const { items } = api.world.answer('incidents', api.now(), null)
  expect(items.find(({ id }) => id === job?.target.id)?.dispatchedAt).not.toBeNull()
  await until(
    'its call sign in the queue',
    async () => (await page.textContent(`[data-incident="${job?.target.id}"]`)) ?? '',
    (text) => text.includes(job?.callSign ?? '?'),
    20_000,
  )
  expect(watched.complaints).toEqual([])
})

test('Enter and a click at once are one order', async () => {
  const before = jobs().length
  await choose()
  await page.waitForSelector(sendButton)
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('.detail-buttons .primary')
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    button?.click()
    button?.click()
  })
  await untilJobs(before + 1)
  await page.waitForTimeout(2_500)
  expect(jobs().length).toBe(before + 1)
})

test.each([150, 400])(
  'Enter twice within %i ms is one order, and the card shows it',
  async (ms) => {
    const before = jobs().length
    await choose()
    await page.waitForSelector(sendButton)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(ms)
    await page.keyboard.press('Enter')
    await untilJobs(before + 1)
    await page.waitForTimeout(1_500)
    expect(jobs().length).toBe(before + 1)
    expect(await page.textContent('.dispatch-sent')).toContain(jobs().at(-1)?.callSign)
    expect(await page.locator('.dispatch-unit.is-chosen').count()).toBe(0)
    // A second unit is a choice of its own.
    await page.keyboard.press('e')
    await page.waitForSelector(sendButton)
  },
  60_000,
)

test('after a refusal, whose reason ends with Enter, Enter sends nobody; E offers another unit', async () => {
  const before = jobs().length
  await choose()
  await page.waitForSelector(sendButton)
  await page.keyboard.press('e')
  const refused = await page.textContent('.dispatch-unit.is-chosen strong')
  await page.keyboard.press('r')
  await page.keyboard.type('the crew is at work')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1_500)
  expect(jobs().length).toBe(before)
  const log = await decisionsOf(page)
  expect(log.at(-1)).toMatchObject({ what: 'refused', unit: refused })
  await page.keyboard.press('e')
  const next = await page.textContent('.dispatch-unit.is-chosen strong')
  expect(next).not.toBe(refused)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await untilJobs(before + 1)
  await page.waitForTimeout(1_500)
  expect(jobs().length).toBe(before + 1)
  expect(jobs().at(-1)?.callSign).toBe(next)
  const sent = (await decisionsOf(page)).filter(({ unit }) => unit === next)
  expect(sent).toHaveLength(1)
  // What the log says is what the order says; the server's own time is that of its deed.
  const orders = await recordsOf(page, 'orders')
  const order = orders.find(({ callSign }) => callSign === next)?.order
  expect(sent[0]?.at).toBe(order?.decidedAt)
}, 120_000)

test('an incident that nobody could place is sent to from a list by area', async () => {
  const before = jobs().length
  await page.keyboard.press('j')
  const id = await page.getAttribute('[data-incident][aria-selected="true"]', 'data-incident')
  const whole = api.world
  const answer = (feed: FeedId, at: number, since: string | null) => {
    const told = whole.answer(feed, at, since)
    const items = told.items.map((one) => (one.id === id ? { ...one, position: null } : one))
    return { ...told, items }
  }
  api.world = Object.create(whole, { answer: { value: answer } })
  await page.reload()
  await untilReady(page)
  await page.waitForSelector('.dispatch-pick select', { timeout: 40_000 })
  const value = await page.evaluate(
    () => document.querySelectorAll<HTMLOptionElement>('.dispatch-pick option')[6]?.value,
  )
  await page.selectOption('.dispatch-pick select', value ?? '')
  await page.locator(sendButton).click()
  await untilJobs(before + 1)
  expect(jobs().at(-1)).toMatchObject({ unitId: value, target: { id, position: null } })
  api.world = whole
  await page.reload()
  await untilReady(page)
}, 120_000)

test('an answer that is lost after the deed is asked for again, and nothing is done twice', async () => {
  const before = jobs().length
  await choose()
  await page.waitForSelector(sendButton)
  api.line = 'loses-answers'
  await page.keyboard.press('Enter')
  await until(
    'an order without an answer',
    () => entries(),
    (all) => all.includes('sent'),
    20_000,
  )
  await untilJobs(before + 1)
  api.line = 'up'
  await untilSettled()
  expect(jobs().length).toBe(before + 1)
})

test('a killed tab takes no order with it', async () => {
  const before = jobs().length
  await choose()
  await page.waitForSelector(sendButton)
  api.line = 'down'
  await page.keyboard.press('Enter')
  await until(
    'an order under way',
    () => entries(),
    (all) => all.length === 1,
    20_000,
  )
  await page.reload()
  api.line = 'up'
  await untilJobs(before + 1, 30_000)
  await untilReady(page)
  await untilSettled()
})

test('signed out: writes are locked, the picture stays, and the draft goes out after signing in', async () => {
  const before = jobs().length
  await choose()
  await page.waitForSelector(sendButton)
  api.line = 'signed-out'
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Signed out')
  expect(await page.locator('[data-incident]').count()).toBeGreaterThan(0)
  expect(jobs().length).toBe(before)
  api.line = 'up'
  await page.click('text=Try again after signing in')
  await untilJobs(before + 1)
})

test('a way that drops headers: the refusal says that nothing was done, and what can be', async () => {
  await choose()
  await page.waitForSelector(sendButton)
  const before = jobs().length
  api.line = 'drops-headers'
  await page.keyboard.press('Enter')
  await until(
    'the refusal',
    () => entries(),
    (all) => all.includes('failed'),
    20_000,
  )
  const told = await page.textContent('[data-order="failed"]')
  expect(told).toMatch(/without its revision: nothing was done.*proxy.*Send again as it stands Y/)
  expect(jobs().length).toBe(before)
  // The way is mended.
  api.line = 'up'
  await page.keyboard.press('y')
  await untilJobs(before + 1)
  await untilSettled()
  expect(jobs().length).toBe(before + 1)
})

test('a unit whose position is old goes with a reason only, and the reason is on record', async () => {
  const whole = api.world
  const answer = (feed: FeedId, at: number, since: string | null) => {
    const told = whole.answer(feed, at, since)
    if (feed !== 'units') return told
    const observedAt = new Date(at - 200_000).toISOString()
    return { ...told, items: told.items.map((one) => ({ ...one, observedAt })) }
  }
  api.world = Object.create(whole, { answer: { value: answer } })
  await page.reload()
  await untilReady(page)
  await choose(page, false)
  const before = jobs().length
  const sign = await page.textContent('.dispatch-unit.is-chosen strong')
  expect(await page.textContent('.dispatch-unit.is-chosen')).toContain('position old')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.dispatch-form input')
  // Enter without a reason sends nobody.
  await page.keyboard.press('Enter')
  await page.keyboard.type('met by radio')
  expect(jobs().length).toBe(before)
  await page.keyboard.press('Enter')
  await untilJobs(before + 1)
  expect(jobs().at(-1)).toMatchObject({ callSign: sign, override: 'met by radio' })
  expect((await decisionsOf(page)).at(-1)).toMatchObject({ unit: sign, reason: 'met by radio' })
  api.world = whole
  await page.reload()
  await untilReady(page)
}, 120_000)

test('two seats and one unit: the loser is told who, and sends again with one key', async () => {
  await choose()
  await page.waitForSelector(sendButton)
  const sign = await page.textContent('.dispatch-unit.is-chosen strong')
  const { items } = api.world.answer('units', api.now(), null)
  const unit = items.find(({ callSign }) => callSign === sign)
  const before = jobs().length
  // Another seat sends the same unit elsewhere; this one has not heard of it.
  await otherSeatSends(unit?.id ?? '')
  await page.keyboard.press('Enter')
  await until(
    'the refusal',
    () => entries(),
    (all) => all.includes('failed'),
    20_000,
  )
  expect(await page.textContent('[data-order="failed"]')).toContain('seat 2')
  expect(jobs().length).toBe(before + 1)
  await page.keyboard.press('y')
  await untilJobs(before + 2)
  const last = standing().filter((one) => one.unitId === unit?.id)
  expect(last).toHaveLength(1)
  expect(last[0]?.by).not.toBe('seat 2')
})

test('an order is taken back by another one, and finished, without a mouse', async () => {
  // Two that stand, whatever has become of the others meanwhile.
  const free = api.world
    .answer('units', api.now(), null)
    .items.filter(
      ({ id, status }) => status === 'available' && !jobs().some((one) => one.unitId === id),
    )
  const sent = jobs().length
  for (const { id } of free.slice(0, 2)) await otherSeatSends(id)
  expect(jobs().length).toBe(sent + 2)
  await page.keyboard.press('q')
  await page.keyboard.press('q')
  await page.waitForSelector('[data-allocation]')
  const rows = () => page.locator('[data-allocation]').count()
  await until('their rows', rows, (n) => n >= sent + 2, 20_000)
  // A unit on its way says when it is expected.
  expect(await page.textContent('.dispatch-orders')).toMatch(/Expected there about [\d.]+ min/)
  const chosen = page.url()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  // Neither key has chosen an alarm of a list that is not on show.
  expect(page.url()).toBe(chosen)
  const done = await page.getAttribute('.dispatch-order.is-chosen', 'data-allocation')
  await page.keyboard.press('d')
  await until(
    'the job done',
    async () => allocationsAt(office().ledger(), api.now()).find(({ id }) => id === done)?.state,
    (state) => state === 'done',
    20_000,
  )
  const canUndo = async () =>
    (await page.locator('.dispatch-order.is-chosen button:not(:disabled)').count()) > 2
  // Twice through the list: rows move up and down while what was finished is told.
  for (let i = 2 * (await rows()); i > 0 && !(await canUndo()); i--) {
    await page.keyboard.press('j')
    await page.waitForTimeout(500)
  }
  const before = jobs().length
  // Refused while what is shown is older than what stands: the officer presses again.
  await until(
    'the undo',
    async () => {
      await page.keyboard.press('u')
      await page.waitForTimeout(3_000)
      if (jobs().length === before) await page.keyboard.press('j')
      return jobs().length
    },
    (count) => count > before,
    60_000,
    4_000,
  )
  expect(jobs().at(-1)).toMatchObject({ origin: 'undo' })
})

test('advice is computed, says its price, and is refused with a reason that the hand-over keeps', async () => {
  await page.goto(`${site.origin}/desk?lang=en&task=moves`)
  await untilReady(page)
  await page.waitForSelector('[data-what-if]')
  await page.keyboard.press('c')
  await page.waitForSelector('.dispatch-unit.is-chosen', { timeout: 20_000 })
  expect(await page.textContent('.dispatch-price')).toMatch(/Gain: cover \+\d/)
  await page.keyboard.press('r')
  await page.keyboard.type('the road is closed')
  await page.keyboard.press('Enter')
  // What is left is reckoned without it, and still there after a look at the other tabs.
  await page.waitForSelector('.dispatch-summary :text("reckoned anew")')
  for (let i = 0; i < 4; i++) await page.keyboard.press('q')
  await page.waitForSelector('.dispatch-summary :text("reckoned anew")')
  await page.keyboard.press('b')
  await until(
    'the reason in the hand-over',
    async () => (await page.textContent('.brief').catch(() => '')) ?? '',
    (text) => text.includes('the road is closed'),
    15_000,
  )
  await page.keyboard.press('Escape')
})

test('a lost feed of units keeps them, makes advice void, and no figure of theirs is shown', async () => {
  await page.goto(`${site.origin}/desk?lang=en&task=moves`)
  await untilReady(page)
  await page.waitForSelector('[data-what-if]:not([data-what-if=""])')
  await page.keyboard.press('c')
  await page.waitForSelector('.dispatch-unit.is-chosen', { timeout: 20_000 })
  const sent = jobs().length
  api.faults.set('units', { kind: 'status', status: 503 })
  await page.waitForSelector('[data-lost~="units"]', { timeout: 90_000 })
  expect(await page.textContent('.dispatch-moves')).toContain('void')
  expect(await page.locator('.dispatch-unit').count()).toBe(0)
  await page.keyboard.press('Enter')
  expect(await page.textContent('.dispatch-target')).toBe('Covered—')
  const layers = await page.evaluate(() => window.drumtower.layers())
  expect(layers.find(({ id }) => id === 'patrols-units')?.drawn).toBeGreaterThan(100)
  expect(await page.textContent('[data-topic="patrols"] ~ span')).toContain('—')
  // Whom the officer reaches by radio can still be sent: with a reason, and without minutes.
  await page.goto(`${site.origin}/desk?lang=en&task=incidents`)
  api.faults.clear()
  await untilReady(page)
  expect(jobs().length).toBe(sent)
}, 180_000)

test('what a hand drags is seen before it is sent', async () => {
  await page.goto(`${site.origin}/desk?lang=en&task=moves`)
  await page.waitForSelector('[data-what-if]:not([data-what-if=""])')
  const covered = () => page.getAttribute('[data-what-if]', 'data-what-if')
  const before = await covered()
  const selects = page.locator('.desk-detail select')
  const unit = await selects.nth(0).locator('option').nth(1).getAttribute('value')
  await selects.nth(0).selectOption(unit as string)
  // Those near the unit come first: the last one offered is the farthest of them.
  const place = await selects.nth(1).locator('option').last().getAttribute('value')
  await selects.nth(1).selectOption(place as string)
  const sent = jobs().length
  await page.click('.desk-detail form button')
  await page.waitForSelector('text=Put back')
  expect(before).not.toBeNull()
  await until(
    'the unit put elsewhere',
    async () => page.textContent('.desk-detail'),
    (text) => /→ .*\d+\.\d+, \d/.test(text ?? ''),
    20_000,
  )
  expect(jobs().length).toBe(sent)
})
