import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { AlarmServer } from '../../mocks/alarms/server'
import { optionsFrom } from '../../mocks/options'
import { isUnacknowledged } from '../../src/domain/alarm'
import { createApi } from './api'
import { closeBrowser, openPage, until, untilReady } from './page'
import { openSite, type Site } from './site'

const SCALE = 10
/** A storm of five hundred takes some seconds each where a machine is busy: what is left by then must still be listed. */
const MINUTES = Number(process.env.LONG_MINUTES ?? 25)
let site: Site | null = null
afterEach(async () => {
  await site?.close()
})
afterAll(closeBrowser)

/** Minutes of work: by flag, `LONG=1 LONG_MINUTES=5 npm test -- alarms-long`. The short form is in `alarms.e2e.ts`. */
test.skipIf(!process.env.LONG).each(['festival', 'fire-storm'] as const)(
  '%s at ten times the size is worked by keyboard until nothing waits, and none is lost',
  async (scenario) => {
    const { startAt } = optionsFrom(`?scenario=${scenario}`, Date.now())
    const api = await createApi(scenario, startAt, SCALE)
    site = await openSite('app', api)
    const { page, complaints, close } = await openPage(`${site.origin}/desk?lang=en`)
    await untilReady(page, 90_000)
    const server = api.world.alarms as AlarmServer
    const onServer = () => server.pictureAt(api.now())
    const waiting = () =>
      onServer()
        .filter((one) => isUnacknowledged({ state: one.state as string }))
        .map(({ id }) => id)
    const seen = new Set(waiting())
    const first = seen.size
    expect(first).toBeGreaterThan(0)
    const answered = new Set<string>()
    const began = performance.now()
    const minutes = () => (performance.now() - began) / 60_000
    // Told without a look at the world, which takes the simulated server a second at this size.
    const waits = (id: string) => {
      const alarm = server.find(id)?.alarm
      // Of this occurrence: a newer one is another question.
      return alarm ? id.endsWith(`~${alarm.occurrence}`) && isUnacknowledged(alarm) : false
    }
    while (minutes() < MINUTES) {
      const now = waiting()
      if (now.length === 0) break
      for (const id of now) seen.add(id)
      const id = await press(
        page,
        'n',
        'a chosen alarm that waits, or none',
        () => chosen(page),
        (found) => found !== null || waiting().length === 0,
      )
      if (id === null) break
      seen.add(id)
      await page.waitForSelector('.alarm-answers button')
      // A write that gets no answer in time says so on the card, and is asked for again by the same key.
      await press(
        page,
        'a',
        `the answer to ${id} on the server`,
        async () => waits(id),
        (isWaiting) => !isWaiting,
      )
      answered.add(id)
      if (answered.size % 10 === 0)
        process.stderr.write(
          `${scenario}: ${answered.size} answered in ${minutes().toFixed(1)} min, ${waiting().length} wait\n`,
        )
    }
    // Each alarm that ever waited was answered by a key, is still asked for, or had come again as another occurrence.
    const left = [...seen].filter((id) => !answered.has(id))
    const open = left.filter(waits)
    console.log(
      `${scenario}: ${first} waited at first, ${seen.size} in all, ${answered.size} answered in ${minutes().toFixed(1)} min; ${open.length} still wait, ${left.length - open.length} went before they were reached`,
    )
    if (minutes() < MINUTES) expect(open).toEqual([])
    // What the desk asks for is what the server waits for: the most urgent one by one, all of them in number.
    await until(
      'the same on desk and server',
      () => asked(page),
      ({ p1, unanswered }) => {
        const now = onServer().filter(({ state }) => isUnacknowledged({ state: state as string }))
        const urgent = now.filter(({ priority }) => priority === 1).map(({ id }) => id)
        return p1.join() === urgent.toSorted().join() && unanswered >= now.length
      },
      120_000,
    )
    await page.keyboard.press('n')
    await until(
      'the word that none waits',
      () => page.textContent('.desk-list'),
      // Or another has come meanwhile.
      (text) => (text?.includes('No alarm waits') ?? false) || waiting().length > 0,
      30_000,
    )
    expect(complaints).toEqual([])
    await close()
  },
  1_800_000,
)

const AGAIN_MS = 12_000

/** As an officer does it: the key, a look, and the key again where nothing has come of it. */
async function press<T>(
  page: Page,
  key: string,
  what: string,
  look: () => Promise<T>,
  isGood: (seen: T) => boolean,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key)
    const seen = await until(what, look, isGood, AGAIN_MS).catch(() => look())
    if (isGood(seen)) return seen
    if (tries < 10) continue
    const told = await page.locator('.alarm-card [role="alert"]').allTextContents()
    throw new Error(`${what}: not after ${tries} times ${key}; the card says “${told.join()}”`)
  }
}

const chosen = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector<HTMLElement>(
        '[data-alarm][aria-selected="true"][data-state*="unacknowledged"]',
      )?.dataset.alarm ?? null,
  )

/** What the desk shows as waiting: P1 by occurrence, and the number of all. Its own alarms, of a slow feed, count as well. */
const asked = (page: Page) =>
  page.evaluate(() => ({
    p1: Array.from(
      document.querySelectorAll<HTMLElement>('[data-alarm][data-state*="unacknowledged"]'),
    )
      .filter((row) => row.querySelector('.urgency-mark text')?.textContent === '1')
      .map((row) => row.dataset.alarm ?? '')
      .sort(),
    unanswered: Array.from(document.querySelectorAll('.alarms-panel li strong')).reduce(
      (sum, { textContent }) => sum + Number(textContent?.replaceAll(',', '')),
      0,
    ),
  }))
