import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from './api'
import { closeBrowser, openPage, until, type Watched } from './page'
import { openSite, type Site } from './site'

/** In the festival season, two weeks after the cold wave. */
const NOW = Date.parse('2026-03-10T06:00:00+08:00')

/** For machines under load: an idle one takes a few seconds. */
const PATIENT = { timeout: 100_000 }

let site: Site
let watched: Watched
beforeAll(async () => {
  site = await openSite('app', await createApi('calm', NOW))
  watched = await openPage(`${site.origin}/review?lang=zh&flavour=day`, {
    width: 1920,
    height: 1080,
  })
  await watched.page.waitForSelector('.tile-value', PATIENT)
  await watched.page.waitForSelector('.control-signal', PATIENT)
}, 240_000)
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const query = () => new URL(watched.page.url()).searchParams

test('opens with three sentences, six tiles with interval and words, and nine areas', async () => {
  const { page } = watched
  expect(await page.locator('.sentences li').count()).toBe(3)
  expect(await page.locator('.tile').count()).toBe(6)
  for (const text of await page.locator('.tile').allInnerTexts())
    expect(text).toMatch(/95 % 区间[\s\S]*(在正常波动范围内|超出随机波动|无法比较|不可比)/)
  expect(await page.locator('.multiple').count()).toBe(9)
  expect(await page.locator('[data-area]').count()).toBe(9)
})

test('a picked prefecture is followed by every chart and by the URL', async () => {
  const { page } = watched
  await page.locator('[data-area="520600"]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => query().get('area')).toBe('520600')
  await expect.poll(() => page.locator('[data-chart="control"] h2').textContent()).toContain('铜仁')
  expect(await page.locator('.multiple[data-picked="true"]').textContent()).toContain('铜仁')
  // Four days of ice stand beyond the limit.
  await expect.poll(() => page.locator('.control-chart .control-signal').count()).toBeGreaterThan(2)
})

test('the period walks by keys and by hand, and stays in the URL', async () => {
  const { page } = watched
  await page.locator('[data-chart="control"]').focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => query().get('period')).toBe('2026-02-09..2026-03-08')
  const hand = await page.locator('.control-hand').boundingBox()
  if (!hand) throw new Error('no chart to drag on')
  await page.mouse.move(hand.x + hand.width * 0.6, hand.y + 40)
  await page.mouse.down()
  await page.mouse.move(hand.x + hand.width * 0.8, hand.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => query().get('period')).not.toBe('2026-02-09..2026-03-08')
  await page.goBack()
  await expect.poll(() => query().get('period')).toBe('2026-02-09..2026-03-08')
})

test('no line is drawn across a gap', async () => {
  const { page } = watched
  await page.locator('[data-area="520400"]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-chart="control"] h2').textContent()).toContain('安顺')
  await until(
    'a broken line',
    () => page.locator('.control-ewma path').first().getAttribute('d'),
    (d) => (d?.match(/M/g) ?? []).length === 2,
    10_000,
  )
  expect(await page.locator('.control-gap').count()).toBe(2)
})

test('T opens the table of the chart, its export has no small count, Escape goes back', async () => {
  const { page } = watched
  await page.locator('[data-chart="control"]').focus()
  await page.keyboard.press('t')
  await page.waitForSelector('[data-table="review/control"]')
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('h2, button, [data-chart]')?.tagName)
  expect(await focused()).toBe('H2')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.data-table-bar .button').click(),
  ])
  const stream = await download.createReadStream()
  let text = ''
  for await (const part of stream) text += String(part)
  const counts = text
    .split('\r\n')
    .slice(1, 57)
    .map((line) => line.split(',')[1] ?? '')
  expect(counts.some((count) => count === '<5')).toBe(true)
  for (const count of counts)
    if (/^[0-9]+$/.test(count)) expect([1, 2, 3, 4]).not.toContain(Number(count))
  expect(text).toContain('席位 1')
  await expect.poll(() => page.locator('.data-table-bar .button').textContent()).toBe('导出 CSV')
  expect(await focused()).toBe('BUTTON')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.board')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-chart'))).toBe(
    'control',
  )
  expect(new URL(page.url()).pathname).toBe('/review')
})

test.each(['control', 'map'])(
  'the picture of %s is made under the product’s own policy',
  async (chart) => {
    const { page } = watched
    await page.waitForSelector('.control-dot')
    await page.locator(`[data-chart="${chart}"]`).focus()
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('p')])
    let bytes = 0
    for await (const part of await download.createReadStream()) bytes += (part as Buffer).length
    expect(download.suggestedFilename()).toBe(`review-${chart}.png`)
    expect(bytes).toBeGreaterThan(15_000)
  },
)

test('D opens the definition of a tile, and Escape closes it before it leaves', async () => {
  const { page } = watched
  await page.locator('.tile-pick').first().focus()
  await page.keyboard.press('d')
  await expect
    .poll(() => page.locator('.definition dt').allInnerTexts())
    .toEqual(expect.arrayContaining(['定义', '分子', '分母', '来源', '截至', '改动']))
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.definition').count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe('/review')
})

test('a mark is added, kept, and taken back', async () => {
  const { page } = watched
  await page.locator('[data-chart="control"]').focus()
  await page.keyboard.press('m')
  await page.locator('.marks-form input[type="text"]').fill('封路')
  await page.locator('.marks-form button[type="submit"]').click()
  await expect.poll(() => page.locator('.marks-list').textContent()).toContain('封路')
  await page.getByText('撤销').click()
  await expect.poll(() => page.locator('.marks-list').textContent()).not.toContain('封路')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe('/review')
})

test('everything is within 20 tab stops', async () => {
  const { page } = watched
  await page.locator('.review h1').focus()
  const stops = new Set<string>()
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const node = document.activeElement
      return node && node !== document.body
        ? `${[...document.querySelectorAll('*')].indexOf(node)} ${node.tagName} ${node.className}`
        : null
    })
    if (stop === null || stops.has(stop)) break
    stops.add(stop)
  }
  expect(stops.size).toBeGreaterThan(8)
  expect(stops.size, [...stops].join('\n')).toBeLessThanOrEqual(20)
})

test('is one page of A4', async () => {
  const { page } = watched
  await page.evaluate(() => {
    document.documentElement.dataset.flavour = 'print'
  })
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})

test('nothing of this was an error', () => {
  expect(watched.complaints).toEqual([])
})
