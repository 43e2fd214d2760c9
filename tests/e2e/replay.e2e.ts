import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from './api'
import { closeBrowser, openPage, until, untilReady, type Watched } from './page'
import { openSite, type Site } from './site'

let site: Site
let watched: Watched

beforeAll(async () => {
  site = await openSite('app', await createApi())
  watched = await openPage(`${site.origin}/desk?lang=en`, { isStill: true })
  await untilReady(watched.page)
})
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const address = () => new URL(watched.page.url()).searchParams
const inRail = (topic: string) => `.rail-section:has([data-topic="${topic}"])`

test('the past is played and left by key; what nobody recorded is said to be unknown, and nothing can be sent', async () => {
  const { page } = watched
  await page.keyboard.press('Space')
  await page.waitForSelector('[data-replay="playing"]')
  await page.keyboard.press('Space')
  await page.waitForSelector('[data-replay="standing"]')
  expect(address().get('until')).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  expect(await page.textContent(inRail('patrols'))).toContain('not recorded at this time')
  expect(await page.textContent('.desk-right')).toContain('commands are off')
  expect(await page.getByRole('tab', { name: 'Posting' }).isDisabled()).toBe(true)
  await page.keyboard.press('l')
  await page.waitForSelector('[data-replay]', { state: 'detached' })
  expect(address().get('until')).toBeNull()
})

test('a hand on the time bar makes the window, and everything counted follows it', async () => {
  const { page } = watched
  const count = () => page.textContent(`${inRail('incidents')} header`)
  const before = await count()
  const box = await page.locator('.histogram-brush').boundingBox()
  if (!box) throw new Error('no time bar')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 0.2 * box.width, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 0.3 * box.width, y, { steps: 4 })
  await page.mouse.move(box.x + 0.4 * box.width, y, { steps: 4 })
  await page.mouse.up()
  await page.waitForSelector('[data-replay="standing"]')
  const hours = Number.parseInt(address().get('span') ?? '', 10)
  expect(Math.abs(hours - 0.2 * 28 * 24)).toBeLessThanOrEqual(3)
  await until('another count', count, (now) => now !== before, 10_000)
  await page.keyboard.press('l')
})

test('sources are let into the surface one by one; the address keeps them, and a brush then sends nothing', async () => {
  const { page } = watched
  const option = (source: string) => page.locator(`[data-option="from-${source}"]`)
  const drawn = () =>
    page.evaluate(
      () => window.drumtower.layers().find(({ id }) => id === 'incidents-density')?.drawn ?? null,
    )
  const countOf = async (source: string) =>
    Number(await option(source).locator('span').textContent())
  await option('patrol').waitFor()
  const [before, patrols] = [await drawn(), await countOf('patrol')]
  expect(patrols).toBeGreaterThan(0)
  // The only one that is in stays in.
  await option('public-report').click({ force: true })
  expect(address().get('with')).toBeNull()
  await option('patrol').click()
  expect(address().get('with')).toBe('from-public-report,from-patrol')
  await until('patrols drawn as well', drawn, (now) => (now ?? 0) > (before ?? 0), 10_000)
  expect((await drawn()) ?? 0).toBeLessThanOrEqual((before ?? 0) + patrols)
  await until(
    'the effect told',
    () => page.textContent('.incidents-panel'),
    (text) => text?.includes('against public reports alone') === true,
    20_000,
  )
  const box = await page.locator('.histogram-brush').boundingBox()
  if (!box) throw new Error('no time bar')
  const uploads = () => page.evaluate(() => window.drumtower.uploads())
  const still = await uploads()
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 0.4 * box.width, box.y + 20, { steps: 6 })
  expect((await uploads()) - still).toBe(0)
  await page.mouse.up()
  await page.keyboard.press('l')
  await option('patrol').click()
  expect(address().get('with')).toBeNull()
})

const rows = Array.from(
  { length: 60 },
  (_, i) => `2026-03-0${1 + (i % 7)} 1${i % 10}:00,${106.6 + i / 500},26.6,theft`,
)
const FILE = Buffer.from(`time,lng,lat,category\n${rows.join('\n')}\nyesterday,106.6,26.6,theft\n`)

test('a file is dropped in, corrected, read and shown in place of the source, and put away', async () => {
  const { page } = watched
  await page.keyboard.press('o')
  await page.setInputFiles('.bring-chooser input', {
    name: 'calls.csv',
    mimeType: 'text/csv',
    buffer: FILE,
  })
  await page.waitForSelector('[data-bring="found"]')
  const read = page.getByRole('button', { name: 'Read it' })
  // Its times tell no zone: nobody guesses one.
  expect(await read.isDisabled()).toBe(true)
  await page.getByLabel('Times without a zone are of').selectOption({ label: 'UTC+8 · Beijing' })
  expect(await read.isDisabled()).toBe(true)
  await page.getByLabel('Coordinate system').selectOption('WGS84')
  await read.click()
  await page.waitForSelector('[data-bring="loaded"]')
  expect(await page.textContent('.bring-report')).toContain('time cannot be read')
  await page.getByRole('button', { name: 'Show them' }).click()
  await page.waitForSelector('.incidents-file')
  // The file is what is shown: that its time was not recorded is said of the others alone.
  expect(await page.textContent(inRail('incidents'))).not.toContain('not recorded')
  expect(await page.textContent(inRail('patrols'))).toContain('not recorded')
  expect(address().get('until')).toMatch(/^2026-03-0[78]T/)
  await until(
    'its incidents counted',
    () => page.textContent(`${inRail('incidents')} header`),
    (text) => text?.includes('60') === true,
    20_000,
  )
  await page.getByRole('button', { name: 'Put away' }).click()
  await page.waitForSelector('[data-replay]', { state: 'detached' })
})

test('a file that is none is refused in words, another may be dropped on the refusal, and the desk goes on', async () => {
  const { page } = watched
  await page.keyboard.press('o')
  const noise = Buffer.from(Uint8Array.from({ length: 1 << 16 }, (_, i) => (i * 7919) & 255))
  await page.setInputFiles('.bring-chooser input', {
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: noise,
  })
  await page.waitForSelector('[data-bring="refused"]')
  expect(await page.textContent('.bring')).toContain('not a table')
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'second.csv'))
    document
      .querySelector('dialog')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, FILE.toString())
  await page.waitForSelector('[data-bring="found"]')
  expect(await page.textContent('dialog h2')).toContain('second.csv')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.keyboard.press('t')
  await page.waitForSelector('[data-table="incidents"]')
  await page.keyboard.press('t')
})
