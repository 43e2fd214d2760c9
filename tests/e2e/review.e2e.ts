import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { respondToAnnotations } from '../../mocks/annotations/register'
import { type Api, createApi } from './api'
import { closeBrowser, goTo, openPage, until, type Watched } from './page'
import { openSite, type Site } from './site'

/** In the festival season, two weeks after the cold wave. */
const NOW = Date.parse('2026-03-10T06:00:00+08:00')

/** For machines under load: an idle one takes a few seconds. */
const PATIENT = { timeout: 100_000 }

let api: Api
let site: Site
let watched: Watched
beforeAll(async () => {
  api = await createApi('calm', NOW)
  site = await openSite('app', api)
  watched = await openPage(`${site.origin}/review?lang=zh&flavour=day`, {
    width: 1920,
    height: 1080,
    // Of the answers that one test loses, and the other refuses.
    expected: /annotations/,
  })
  await watched.page.waitForSelector('.tile-value', PATIENT)
  await watched.page.waitForSelector('.control-signal', PATIENT)
}, 240_000)
afterAll(async () => {
  await closeBrowser()
  await site?.close()
})

const listed = async () =>
  (await watched.page.locator('.marks-list li:not([data-struck])').allTextContents()).join('\n')
const marksKept = () =>
  api.annotations.read().items.flatMap(({ label, isRemoved }) => (isRemoved ? [] : [label]))

async function writeMark(text: string) {
  await watched.page.locator('.marks-form input[type="text"]').fill(text)
  await watched.page.locator('.marks-form button[type="submit"]').click()
}

/** The file of the table that is open. */
async function exportOf(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.data-table-bar .button').click(),
  ])
  let text = ''
  for await (const part of await download.createReadStream()) text += String(part)
  return text
}

interface Drawn {
  readonly words: readonly string[]
  readonly svgs: readonly string[]
}

/** What is written and drawn into the picture of a chart. */
async function pictureOf(page: Page, chart: string, press?: () => Promise<void>): Promise<Drawn> {
  await page.evaluate(() => {
    const seen: { words: string[]; svgs: string[] } = { words: [], svgs: [] }
    const write = CanvasRenderingContext2D.prototype.fillText
    const draw = CanvasRenderingContext2D.prototype.drawImage
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
      seen.words.push(text.replaceAll(',', ''))
      return write.call(this, text, ...at)
    }
    CanvasRenderingContext2D.prototype.drawImage = function (
      this: CanvasRenderingContext2D,
      image: HTMLImageElement,
      ...at: []
    ) {
      seen.svgs.push(decodeURIComponent(image.src))
      return (draw as (...all: unknown[]) => void).call(this, image, ...at)
    } as typeof draw
    Object.assign(window, { seen })
  })
  await page.locator(`[data-chart="${chart}"]`).focus()
  await Promise.all([page.waitForEvent('download'), press ? press() : page.keyboard.press('p')])
  return page.evaluate(() => (window as unknown as { seen: Drawn }).seen)
}

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
  const text = await exportOf(page)
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
  expect(await page.evaluate(() => document.activeElement?.closest('.definition') !== null)).toBe(
    true,
  )
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.definition').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('tile-pick')
  expect(new URL(page.url()).pathname).toBe('/review')
})

test('F6 leads on out of a field too', async () => {
  const { page } = watched
  await page.locator('.effect-form input[type="date"]').focus()
  await page.keyboard.press('F6')
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
})

test('a mark is kept with the data with seat and time, drawn, and taken back', async () => {
  const { page } = watched
  const drawn = await page.locator('.control-mark').count()
  await page.locator('[data-chart="control"]').focus()
  await page.keyboard.press('m')
  await writeMark('封路')
  await expect.poll(() => listed()).toMatch(/封路.*席位 1 · 03-10 06:/)
  expect(marksKept()).toEqual(['封路'])
  await expect.poll(() => page.locator('.control-mark').count()).toBe(drawn + 1)
  await page.getByText('撤销').click()
  await expect.poll(() => listed()).not.toContain('封路')
  expect(marksKept()).toEqual([])
  // Struck out, with who and when, and the keyboard has not left the list.
  await expect
    .poll(() => page.locator('.marks-list li[data-struck]').textContent())
    .toMatch(/封路.*已删除 · .*席位 1 · 03-10 06:/)
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('marks-list')
})

test('a mark that gets no answer stays as a draft, and is written once', async () => {
  api.line = 'loses-answers'
  await writeMark('停电')
  await expect.poll(() => listed()).toMatch(/停电.*仅在本机 · 无应答，不知是否已存/)
  api.line = 'up'
  await watched.page.getByRole('button', { name: '再试' }).click()
  await expect.poll(() => listed()).toMatch(/停电.*席位 1/)
  await expect.poll(() => listed()).not.toContain('仅在本机')
  expect(marksKept()).toEqual(['停电'])
})

test('who was slower sees both versions and whose the other is, and decides', async () => {
  const { page } = watched
  const mark = api.annotations.read().items.find(({ isRemoved }) => !isRemoved)
  if (!mark) throw new Error('no mark to fight over')
  await page.locator('.marks-list').getByRole('button', { name: '改批注' }).first().click()
  const { id: _, rev, writtenAt: __, ...content } = mark
  await respondToAnnotations(
    {
      method: 'PUT',
      path: `annotations/${mark.id}`,
      headers: new Headers({ 'idempotency-key': 'seat-2', 'if-match': `"${rev}"` }),
      body: { ...content, label: '来水', by: 'duty-officer · 席位 2' },
    },
    new URLSearchParams(),
    api.annotations,
    api.now(),
  )
  await writeMark('停电半日')
  const conflict = page.locator('.mark-conflict')
  await expect.poll(() => conflict.textContent()).toMatch(/他人先改.*停电半日.*来水.*席位 2/)
  expect(marksKept()).toEqual(['来水'])
  await page.getByRole('button', { name: '仍按我的改' }).click()
  await expect.poll(() => conflict.count()).toBe(0)
  expect(marksKept()).toEqual(['停电半日'])
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

test('what an address asks for in vain is said, and all else is as it says', async () => {
  const { page } = watched
  await goTo(
    page,
    '/review?lang=zh&flavour=day&area=520600&period=2026-02-30&measure=thefts&twin=map',
  )
  await expect
    .poll(() => page.locator('.review > .note').textContent())
    .toBe('地址中的时期“2026-02-30”、指标“thefts”无效，已用默认；其余照地址。')
  await page.waitForSelector('[data-table="review/map"]')
  expect(query().get('area')).toBe('520600')
  await goTo(page, '/review?lang=zh&flavour=day&period=2030-01-01..2030-01-28')
  await expect
    .poll(() => page.locator('.review > .note').textContent())
    .toContain('超出完整记录，现为 2026-02-10 至 03-09')
  // A choice writes the address anew, and nothing is left to say.
  await page.waitForSelector('.control-dot')
  await page.locator('[data-chart="control"]').focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.locator('.review > .note').count()).toBe(0)
})

test('is one page of A4 in both languages', async () => {
  const { page } = watched
  const pages = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length
  }
  // The longest words; every set of measures in both with LONG=1.
  const sets = process.env.LONG ? ['overview', 'prevention', 'system'] : ['overview']
  for (const lang of ['zh', 'en'])
    for (const tiles of sets) {
      await goTo(page, `/review?lang=${lang}&flavour=day&tiles=${tiles}`)
      await page.waitForSelector('.tile-value')
      expect(await pages(), `${lang} ${tiles}`).toBe(1)
    }
})

test('on paper no more is told than in the export, whatever the flavour of the screen', async () => {
  const { page } = watched
  await goTo(page, '/review?lang=zh&flavour=day')
  const area = page.locator('.multiple', { hasText: '安顺' })
  const [stays, leaves] = [area.locator('span.stays'), area.locator('.multiple-head .leaves')]
  // With one and two a day its days stay here, and its sums leave in tens.
  await expect.poll(() => leaves.textContent()).toMatch(/^(≥\d+0|\d+0–\d+0|×)，/)
  expect([await stays.isVisible(), await leaves.isVisible()]).toEqual([true, false])
  await page.emulateMedia({ media: 'print' })
  expect([await stays.isVisible(), await leaves.isVisible()]).toEqual([false, true])
  expect(await area.locator('svg').evaluate((svg) => getComputedStyle(svg).visibility)).toBe(
    'hidden',
  )
  await page.emulateMedia({ media: 'screen' })
})

test('a picture that is asked for at once has every drawing that may leave, in the colours of paper', async () => {
  const { page } = watched
  await goTo(page, '/review?lang=zh&flavour=night&area=520600')
  await page.waitForSelector('.multiple svg', PATIENT)
  // While nothing is known yet of what may leave of another period.
  const press = () =>
    page.evaluate(async () => {
      const send = (chart: string, key: string) =>
        document
          .querySelector(`[data-chart="${chart}"]`)
          ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      send('control', 'ArrowLeft')
      while (document.querySelector('.multiple:not(.withheld)'))
        await new Promise(requestAnimationFrame)
      send('multiples', 'p')
    })
  await page.waitForSelector('.multiple:not(.withheld)', PATIENT)
  const { svgs, words } = await pictureOf(page, 'multiples', press)
  const days = svgs.filter((svg) => (svg.match(/L/g) ?? []).length > 20)
  const told = await page.locator('.multiple:not(.withheld)').count()
  expect(told).toBeGreaterThan(1)
  expect(days).toHaveLength(told)
  expect(words.filter((word) => word.startsWith('≥')).length).toBeGreaterThan(1)
  for (const svg of svgs) {
    expect(svg).not.toContain('visibility="hidden"')
    // The night's ink.
    expect(svg).not.toContain('rgb(236, 239, 242)')
  }
  const usual = page.locator('.area[data-state="usual"] path').first()
  const fill = () => usual.evaluate((path) => getComputedStyle(path).fill)
  const [screen, map] = [await fill(), await pictureOf(page, 'map')]
  await page.emulateMedia({ media: 'print' })
  const paper = await fill()
  await page.emulateMedia({ media: 'screen' })
  expect([screen, paper]).toEqual(['rgb(43, 49, 56)', 'rgb(207, 209, 210)'])
  expect(map.svgs[0]).toContain(paper)
  expect(map.svgs.join()).not.toContain(screen)
})

test('pictures of league and effect tell what their exports tell, and of which days', async () => {
  const { page } = watched
  const url = '/review?lang=zh&flavour=night'
  await goTo(page, url)
  await page.waitForSelector('.league li', PATIENT)
  await page.waitForSelector('.effect-told', PATIENT)
  const [league, effect] = [await pictureOf(page, 'league'), await pictureOf(page, 'effect')]
  // A line of its own width in whatever width it is drawn.
  expect(league.svgs.every((svg) => svg.includes('vector-effect="non-scaling-stroke"'))).toBe(true)
  const tableOf = async (chart: string) => {
    await goTo(page, `${url}&twin=${chart}`)
    await page.waitForSelector(`[data-table="review/${chart}"]`, PATIENT)
    await expect.poll(() => page.locator('.data-table-bar .button').isEnabled(), PATIENT).toBe(true)
    return (await exportOf(page)).split('\r\n').map((line) => line.split(','))
  }
  const asRead = (cell = '') => cell.replace('>=', '≥')
  const places = await tableOf('league')
  const rows = places.slice(
    1,
    places.findIndex(([first]) => first === ''),
  )
  expect(rows).toHaveLength(9)
  expect(rows.some(([, , , , value]) => value === '×')).toBe(true)
  for (const [, , , name = '', value, , count] of rows) {
    const at = league.words.indexOf(name)
    expect(league.words[at + 2], name).toBe(asRead(count))
    expect(league.words[at + 1] === '×', name).toBe(value === '×')
  }
  const table = await tableOf('effect')
  const other = table.find(([name]) => name === '参照地区') ?? []
  expect(other.slice(2, 4).every((sum) => sum.startsWith('>='))).toBe(true)
  const at = effect.words.indexOf('参照地区')
  expect(effect.words.slice(at + 1, at + 5)).toEqual(other.slice(1, 5).map(asRead))
  expect(effect.words.join()).not.toContain('95 %')
  const since = table.flat().find((line) => line.startsWith('措施 2026-01-13 起'))
  expect(since).toBeTruthy()
  expect(effect.words).toContain(since)
})

test('nothing of this was an error', () => {
  expect(watched.complaints).toEqual([])
})
