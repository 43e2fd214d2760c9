import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCENARIOS } from '../../mocks/scenarios'
import { SECURITY_HEADERS } from '../security-headers'
import { createApi } from './api'
import { builtFiles, readBuilt } from './builds'
import { closeBrowser, openPage, untilDrawn, untilReady } from './page'
import { openSite, type Site } from './site'

let app: Site
let demo: Site
beforeAll(async () => {
  app = await openSite('app', await createApi())
  demo = await openSite('demo', null)
})
afterAll(async () => {
  await closeBrowser()
  await Promise.all([app?.close(), demo?.close()])
})

test('every answer of the server carries the security headers', async () => {
  for (const path of ['/', '/desk', '/feeds', '/drumtower.svg']) {
    const answer = await fetch(app.origin + path)
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(answer.headers.get(name), `${path} ${name}`).toBe(value)
  }
})

test('the product runs under its policy and asks nobody else for anything', async () => {
  const { page, complaints, close } = await openPage(`${app.origin}/desk`)
  await untilReady(page)
  await untilDrawn(page)
  for (const path of ['/feeds', '/about']) {
    await page.goto(app.origin + path)
    await page.waitForSelector(`html[data-surface="${path.slice(1)}"]`, { state: 'attached' })
  }
  expect(complaints).toEqual([])
  await close()
})

test('a page that breaks the policy is noticed', async () => {
  const { page, complaints, close } = await openPage(`${app.origin}/about`)
  await page.evaluate(async () => {
    const image = document.createElement('img')
    image.src = 'https://example.invalid/a.png'
    document.body.append(image)
    const box = document.createElement('div')
    box.setAttribute('style', 'color: red')
    document.body.append(box)
    await fetch('https://example.invalid/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  const all = complaints.join('\n')
  expect(all).toMatch(/CSP img-src: https:\/\/example\.invalid/)
  expect(all).toMatch(/CSP style-src-attr/)
  expect(all).toMatch(/CSP connect-src/)
  await close()
})

test('the demo runs under the same policy, says that it is simulated, and asks nobody else', async () => {
  const { page, complaints, close } = await openPage(
    `${demo.origin}/desk?scenario=calm&seed=7&now=2026-10-03T07:00:00Z`,
  )
  await untilReady(page)
  await untilDrawn(page)
  expect(await page.textContent('body')).toContain('模拟数据')
  expect(complaints).toEqual([])
  await close()
})

/** Words that only the simulated world contains. */
const OF_THE_MOCKS = [
  'mockServiceWorker',
  'setupWorker',
  'HYPERLINK',
  '统一身份认证',
  ...Object.values(SCENARIOS).map((scenario) => scenario.expect),
]

const textOf = (build: 'app' | 'demo') =>
  builtFiles(build)
    .filter((path) => /\.(js|mjs|css|html|json|svg|webmanifest)$/.test(path))
    .map((path) => [path, readBuilt(build, path).toString('utf8')] as const)

test('no byte of the mocks is in the production build', () => {
  expect(builtFiles('app').filter((path) => /mock|columbia|scenic/i.test(path))).toEqual([])
  const found = textOf('app').flatMap(([path, text]) =>
    OF_THE_MOCKS.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`),
  )
  expect(found).toEqual([])
})

test('every word that marks the mocks is found in the demo build, so the search can fail', () => {
  const all = textOf('demo')
    .map(([, text]) => text)
    .join('\n')
  expect(OF_THE_MOCKS.filter((word) => !all.includes(word))).toEqual([])
  expect(builtFiles('demo').some((path) => /columbia/.test(path))).toBe(true)
})

/** Hosts that stand in the code as names, licences or documentation, and that nothing asks. */
const NAMED_ONLY = [
  /\.invalid$/,
  /^www\.w3\.org$/, // namespaces of SVG and XML
  /^json-schema\.org$/,
  /^(www\.|wiki\.)?openstreetmap\.org$/,
  /^unpkg\.com$/, // workers of loaders.gl, which are switched off: the CSP and the test above hold it
  /^(www\.)?openmaptiles\.org$/,
  /^(www\.)?naturalearthdata\.com$/,
  /^(www\.)?geonames\.org$/,
  /^maplibre\.org$/,
  /^(www\.)?github\.com$/,
  /^deck\.gl$/,
  /^luma\.gl$/,
  /^react\.dev$/,
  /^reactjs\.org$/,
  /^redux(-toolkit)?\.js\.org$/, // explanations of errors of the charts' library, in the text of the errors
  /^bit\.ly$/,
  /^(www\.)?mapbox\.com$/,
]

test('no address in the bundle leads to a host that nobody has looked at', () => {
  const hosts = new Map<string, string>()
  for (const [path, text] of textOf('app'))
    for (const [, host = ''] of text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi))
      if (!NAMED_ONLY.some((known) => known.test(host))) hosts.set(host, path)
  expect(Object.fromEntries(hosts)).toEqual({})
})
