/**
 * `node tests/far-seat.mjs --scenario fire-storm --size 3840x2160 --wall 6x10 --displays 5x5`: takes pictures of the
 * demo build's wall (`npm run build:demo` first): as it hangs, and as its farthest seat sees it.
 *
 * A sharp eye tells one minute of arc from the next: scaled to one px for each minute, the picture holds what reaches
 * that seat and nothing more; to one px for two, what an eye of half that sharpness gets.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { BROWSER_ARGS, findBrowser } from './browser/find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: asked } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'calm' },
    size: { type: 'string', default: '3840x2160' },
    /** Its width and the way to its farthest seat, m. */
    wall: { type: 'string', default: '6x10' },
    displays: { type: 'string', default: '1x1' },
    /** What else the address says, `lang=en&flavour=day`. */
    query: { type: 'string', default: '' },
    /** Seconds after the first picture; the simulated world goes on meanwhile. */
    wait: { type: 'string', default: '20' },
    /** Waits until so many alarms hold the wall. */
    held: { type: 'string' },
    build: { type: 'string', default: 'dist-demo' },
    out: { type: 'string', default: 'tests/bench/out/far-seat' },
  },
})
const [width = 3840, height = 2160] = asked.size.split('x').map(Number)
const [widthM = 6, seatM = 10] = asked.wall.split('x').map(Number)
/** Minutes of arc that the wall fills, each px of it as if it hung straight before the eye. */
const minutes = (widthM / seatM) * (180 / Math.PI) * 60

const server = await preview({
  root,
  mode: 'production',
  logLevel: 'error',
  build: { outDir: asked.build },
  preview: { host: '127.0.0.1', port: 0, open: false },
})
const address = server.httpServer.address()
if (address === null || typeof address === 'string') throw new Error('no port')
const executablePath = findBrowser()
if (!executablePath) throw new Error('No browser: set CHROME_PATH.')
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: 0 })
try {
  const page = await browser.newPage({ viewport: { width, height } })
  page.setDefaultTimeout(0)
  const query = new URLSearchParams(asked.query)
  for (const [name, value] of Object.entries({ width: widthM, seat: seatM }))
    query.set(name, String(value))
  for (const name of /** @type {const} */ (['scenario', 'displays'])) query.set(name, asked[name])
  await page.goto(`http://127.0.0.1:${address.port}/wall?${query}`)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  const { held } = asked
  if (held) await page.waitForSelector(`.wall-face[data-take-over="${held}"]`)
  await page.waitForTimeout(Number(asked.wait) * 1000)
  const whole = await page.screenshot({ timeout: 0 })
  const folder = join(root, asked.out)
  mkdirSync(folder, { recursive: true })
  const name = [asked.scenario, asked.size, asked.wall, asked.displays, asked.query].join('_')
  const file = join(folder, name.replaceAll(/[^\w.-]+/g, '-').replace(/-?_?$/, ''))
  writeFileSync(`${file}.png`, whole)
  for (const perPx of [1, 2])
    writeFileSync(`${file}_${perPx}-arcmin.png`, await scaled(whole, Math.round(minutes / perPx)))
  console.log(file, Math.round(minutes), 'minutes of arc')
} finally {
  await browser.close()
  await server.close()
}

/**
 * By areas, as light mixes on the way to an eye.
 *
 * @param {Buffer} png
 * @param {number} to
 */
async function scaled(png, to) {
  const page = await browser.newPage()
  const url = await page.evaluate(
    async ([data, across]) => {
      const blob = await (await fetch(`data:image/png;base64,${data}`)).blob()
      const { width: from, height: high } = await createImageBitmap(blob)
      const size = { resizeWidth: across, resizeHeight: Math.round((high / from) * across) }
      const bitmap = await createImageBitmap(blob, { ...size, resizeQuality: 'high' })
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height })
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
      return canvas.toDataURL('image/png')
    },
    /** @type {const} */ ([png.toString('base64'), to]),
  )
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
