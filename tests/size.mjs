/**
 * `npm run size`: what a browser must fetch, as brotli, against the budget. Reads the production build in `dist`,
 * prints a table, fails over budget. Chunks are followed from the page by their imports, on a real parser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { parseSync } from 'oxc-parser'

const KB = 1024
const BUDGET = { firstPaint: 90 * KB, firstMapFrame: 540 * KB }

/**
 * Chunks that the first map frame does not wait for: another surface, the banner of alarms and what points to them, what a choice opens, a table, a chart, the search, the history's
 * reader, what the density is drawn with once it has been reckoned, the desk of incidents where there is no worker. Whatever is not named here is counted.
 */
const LATER = new RegExp(
  `^(${[
    'about',
    'advice',
    'advise',
    'alarms',
    'analysis',
    'apache-arrow',
    'area-parts',
    'arrow',
    'banner',
    'beacons',
    'board',
    'brief',
    'bring',
    'chart',
    'column',
    'coverage',
    'data-table',
    'decisions',
    'detail',
    'density-parts',
    'dialog',
    'drop-zone',
    'editor',
    'feeds',
    'fetch-record',
    'file-note',
    'file-worker',
    'find',
    'help',
    'histogram',
    'history',
    'hot-spots',
    'hyparquet',
    'incident-desk',
    'incident-hot-spots',
    'inset-view',
    'insets?',
    'map-panel',
    'local',
    'missing',
    'moving',
    'near-repeat',
    'open-counts',
    'open-file',
    'order-words',
    'outlines',
    'page-head',
    'papaparse',
    'patrol',
    'picture',
    'place-labels',
    'pinyin-pro',
    'recharts',
    'replay-marks',
    'review',
    'search',
    'seek',
    'stages',
    'table',
    'time-bar',
    'toolbar',
    'tooltip',
    'trend',
    'twin',
    'walls?',
  ].join('|')})\\b`,
  'i',
)

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', process.argv[2] ?? 'dist')

/** @param {string} file */
const brotliSize = (file) =>
  brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: Number(process.env.BROTLI ?? 11) },
  }).length

/**
 * What a chunk leads to inside the build.
 *
 * @param {string} file
 */
function edgesOf(file) {
  const source = readFileSync(file, 'utf8')
  const { module } = parseSync(basename(file), source)
  /** @param {string} specifier */
  const at = (specifier) => posix.join(dirname(file), specifier)
  const isLocal = (/** @type {string} */ specifier) => specifier.startsWith('.')
  const fixed = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
  ].filter(isLocal)
  const lazy = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1))
    .filter(isLocal)
  const workers = readdirSync(dirname(file)).filter(
    (name) => /worker/i.test(name) && name.endsWith('js') && source.includes(name),
  )
  return {
    fixed: fixed.map(at),
    lazy: lazy.map(at),
    workers: workers.map((name) => join(dirname(file), name)),
  }
}

/**
 * @param {readonly string[]} starts
 * @param {(file: string) => readonly string[]} next
 */
function reach(starts, next) {
  const seen = new Set(starts)
  for (const file of seen) for (const one of next(file)) seen.add(one)
  return seen
}

/** @param {Iterable<string>} files */
const total = (files) => [...files].reduce((sum, file) => sum + brotliSize(file), 0)

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`.padStart(10)

if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no build: run `npm run build` first.')
  process.exit(1)
}
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const entries = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) =>
  join(dist, path),
)
const isLater = (/** @type {string} */ file) => LATER.test(basename(file))
const paint = reach(entries, (file) => edgesOf(file).fixed)
const frame = reach([...paint], (file) => {
  const { fixed, lazy } = edgesOf(file)
  return [...fixed, ...lazy.filter((one) => !isLater(one))]
})
const workers = new Set([...frame].flatMap((file) => edgesOf(file).workers))
const everything = reach([...paint], (file) => {
  const { fixed, lazy } = edgesOf(file)
  return [...fixed, ...lazy]
})

/**
 * @param {string} title
 * @param {Iterable<string>} files
 */
function list(title, files) {
  console.log(`\n${title}`)
  for (const file of [...files].sort((a, b) => brotliSize(b) - brotliSize(a)))
    console.log(`${kb(brotliSize(file))}  ${relative(dist, file)}`)
}
list('Before first paint', paint)
list(
  'Then, up to the first map frame',
  [...frame].filter((file) => !paint.has(file)),
)
list('Workers of the first map frame (beside it, on threads of their own)', workers)
list(
  'Later',
  [...everything].filter((file) => !frame.has(file)),
)

let over = false
console.log('')
for (const [what, bytes, budget] of /** @type {const} */ ([
  ['JS before first paint', total(paint), BUDGET.firstPaint],
  ['JS to the first map frame, without workers', total(frame), BUDGET.firstMapFrame],
])) {
  const ok = bytes <= budget
  over ||= !ok
  console.log(`${kb(bytes)} of ${kb(budget).trim()}  ${what}${ok ? '' : '  OVER BUDGET'}`)
}
console.log(`${kb(total(frame) + total(workers))}  the same with workers`)
if (paint.size === 0 || frame.size === 0) {
  console.error('No chunk was found behind the page: the measure is broken.')
  over = true
}
process.exitCode = over ? 1 : 0
