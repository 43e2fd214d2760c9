/**
 * Finds a Chromium for the browser tests, or gets one. In this order: `CHROME_PATH`, a Chromium or Chrome of the
 * system, the one in playwright's cache; then apt where that is possible, then playwright's own download.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
]

const PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Switches that keep a test browser silent towards the world. `--no-sandbox` because containers run as root. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
]

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Path of a browser that is there already, or null. A `CHROME_PATH` that leads nowhere is an error, not a hint.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string | null}
 */
export function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH)) return env.CHROME_PATH
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, and there is no program there.`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
    chromium.executablePath(),
  ]
  return candidates.find((path) => path && runs(path)) ?? null
}

/**
 * @param {string} words
 * @param {string} command
 * @param {string[]} args
 */
function step(words, command, args) {
  console.log(`${words}: ${command} ${args.join(' ')}`)
  return (
    spawnSync(command, args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  )
}

const canApt = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Without a Chinese face the pictures and text widths of the tests are those of empty boxes. */
function ensureFonts() {
  if (process.platform !== 'linux') return
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (list.status === 0 && list.stdout.trim() !== '') return
  if (canApt()) step('Getting a Chinese font', 'apt-get', ['install', '-y', '-q', 'fonts-noto-cjk'])
  else console.log('No Chinese font here: labels in the browser tests will be empty boxes.')
}

/**
 * Finds a browser or gets one, with progress on the console. Throws one line that says what to do.
 *
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) {
    ensureFonts()
    return found
  }
  console.log('No Chromium or Chrome here; getting one for the browser tests.')
  if (canApt()) {
    step('Reading the package lists', 'apt-get', ['update', '-q'])
    step('Getting Chromium and a Chinese font', 'apt-get', [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk',
    ])
    const installed = findBrowser()
    if (installed) return installed
  }
  const cli = join(
    createRequire(import.meta.url).resolve('playwright-core/package.json'),
    '..',
    'cli.js',
  )
  step("Getting playwright's Chromium", process.execPath, [cli, 'install', 'chromium'])
  const downloaded = findBrowser()
  if (downloaded) {
    ensureFonts()
    return downloaded
  }
  throw new Error(
    'No browser for the tests: install Chromium or Chrome, or set CHROME_PATH to one, and run the command again.',
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureBrowser())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
