import { afterAll, afterEach, expect, test } from 'vitest'
import type { AlarmServer } from '../../mocks/alarms/server'
import { optionsFrom } from '../../mocks/options'
import { isUnacknowledged } from '../../src/domain/alarm'
import { createApi } from './api'
import { closeBrowser, openPage, until, untilReady } from './page'
import { openSite, type Site } from './site'

const SCALE = 10
let site: Site | null = null
afterEach(async () => {
  await site?.close()
})
afterAll(closeBrowser)

/** Minutes of work: by flag, `LONG=1 npm test -- alarms-long`. The short form is in `alarms.e2e.ts`. */
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
    let presses = 0
    while (waiting().length > 0) {
      for (const id of waiting()) seen.add(id)
      await page.keyboard.press('n')
      presses++
      const id = await until(
        'a chosen alarm that waits, or none',
        () =>
          page.evaluate(
            () =>
              document.querySelector<HTMLElement>(
                '[data-alarm][aria-selected="true"][data-state*="unacknowledged"]',
              )?.dataset.alarm ?? null,
          ),
        (found) => found !== null || waiting().length === 0,
        60_000,
      )
      if (id === null) break
      await page.waitForSelector('.alarm-answers button')
      await page.keyboard.press('a')
      presses++
      await until(
        `the answer to ${id} on the server`,
        async () => waiting().includes(id),
        (waits) => !waits,
        60_000,
      )
      answered.add(id)
    }
    // Each alarm that ever waited was answered by a key, or had gone and come again as another occurrence.
    const left = [...seen].filter((id) => !answered.has(id))
    const stillKnown = left.filter((id) =>
      onServer().some((one) => one.id === id && isUnacknowledged({ state: one.state as string })),
    )
    console.log(
      `${scenario}: ${first} waited at first, ${seen.size} in all, ${answered.size} answered with ${presses} keys in ${Math.round((performance.now() - began) / 1000)} s; ${left.length} went before they were reached`,
    )
    expect(stillKnown).toEqual([])
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
