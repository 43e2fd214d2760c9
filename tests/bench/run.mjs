/**
 * `npm run bench [-- --only <id>] [--json] [--smoke] [--passes <n>]`: builds the benches as a production page without mocks, serves
 * it on loopback, drives a browser, prints a table and writes JSON to tests/bench/out.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { BROWSER_ARGS, findBrowser } from '../browser/find-browser.mjs'
import { firstFrame } from './first-frame.mjs'
import { idleWall } from './idle-wall.mjs'

const PAGE_BENCHES = [
  'density-rebuild',
  'density-brush',
  'density-insert',
  'history-decode',
  'hover',
  'poll-parse',
  'coverage',
  'allocation',
  'gi-star',
  'units-glide',
  'chart-update',
]
const BENCHES = [...PAGE_BENCHES, 'first-frame', 'idle-wall']

/** A page alone in its process has a clock of 5 µs; any other has one of 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const cache = join(root, 'node_modules/.cache/drumtower/bench')

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    passes: { type: 'string' },
  },
})
const asked = flags.only ?? BENCHES
const unknown = asked.filter((id) => !BENCHES.includes(id))
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}.`)
  process.exit(1)
}
const date = new Date().toISOString()
/** @type {import('./bench').Row[]} */
const rows = []
const inPage = asked.filter((id) => PAGE_BENCHES.includes(id))
if (inPage.length > 0) rows.push(...(await runInPage(inPage)))
if (asked.includes('first-frame')) rows.push(...(await firstFrame(root, cache, date)))
if (asked.includes('idle-wall')) rows.push(...(await idleWall(root, cache, date, flags.smoke)))

const out = join(here, 'out')
mkdirSync(out, { recursive: true })
const name = `${date.replaceAll(/[:.]/g, '-')}${flags.smoke ? '-smoke' : ''}.json`
writeFileSync(join(out, name), `${JSON.stringify(rows, null, 2)}\n`)
printTable()
if (flags.json) console.log(JSON.stringify(rows))

/** @param {readonly string[]} ids */
async function runInPage(ids) {
  const outDir = join(cache, 'page')
  const executablePath = findBrowser()
  if (!executablePath)
    throw new Error('No browser: set CHROME_PATH, or run `npm test`, which gets one.')
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: here,
    mode: 'production',
    logLevel: 'error',
    publicDir: false,
    build: { outDir, emptyOutDir: true },
  })
  const server = await preview({
    configFile: false,
    root: here,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false, headers: ISOLATED },
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  /** @type {import('./bench').Row[]} */
  const found = []
  try {
    for (const id of ids) {
      // A page each: what one leaves behind is not the next one's burden.
      const page = await browser.newPage({ viewport: { width: 1280, height: 960 } })
      page.on('pageerror', (error) => console.error(id, error.message))
      page.setDefaultTimeout(0)
      await page.goto(`http://127.0.0.1:${address.port}/`)
      await page.waitForFunction(() => 'bench' in window)
      const result = await page.evaluate(
        ([bench, smoke, passes]) =>
          /** @type {any} */ (window).bench(/** @type {string} */ (bench), smoke, passes),
        /** @type {const} */ ([id, flags.smoke, flags.passes ? Number(flags.passes) : null]),
      )
      for (const row of result) found.push({ ...row, date })
      await page.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return found
}

function printTable() {
  const number = (/** @type {number} */ n) => (n >= 100 ? n.toFixed(0) : n.toPrecision(3))
  console.log('\n| bench | peer | ours | theirs | ratio (95 %) | goal | met |')
  console.log('|---|---|---|---|---|---|---|')
  for (const row of rows) {
    const interval = row.low === row.high ? '' : ` (${number(row.low)} to ${number(row.high)})`
    const cells = [
      row.id,
      row.peer,
      `${number(row.ours)} ${row.unit}`,
      `${number(row.theirs)} ${row.unit}`,
      `${number(row.ratio)}x${interval}`,
      row.goal,
      row.goal === 'none set' ? '–' : row.met ? 'yes' : 'NO',
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  for (const row of rows) console.log(row.id, row.peer, JSON.stringify(row.counters))
  console.log([...new Set(rows.map(({ renderer }) => renderer))].join('; '))
}
