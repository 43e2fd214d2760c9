import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseModule, readFolders, readModules } from './modules'
import { forbiddenFolders, houseViolations, roomOf, violationsOf } from './rules'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = readModules(root, ['src', 'mocks'])

describe('the house', () => {
  test('was seen', () => {
    expect(modules.length).toBeGreaterThan(100)
    const paths = new Set(modules.map((module) => module.path))
    for (const path of [
      'src/main.tsx',
      'src/worker.ts',
      'src/domain/density.ts',
      'src/api/decode.ts',
      'src/view/view.ts',
      'src/ui/tokens.ts',
      'src/map/stage.tsx',
      'src/topics/index.ts',
      'src/surfaces/app.tsx',
      'mocks/world.ts',
    ])
      expect(paths, path).toContain(path)
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(300)
    expect(new Set(modules.map((module) => roomOf(module.path)))).toEqual(
      new Set('domain api view ui map topics surfaces mocks main worker trusted-types'.split(' ')),
    )
  })

  test('keeps its rules', () => {
    expect(modules.flatMap(violationsOf)).toEqual([])
    expect(houseViolations(modules)).toEqual([])
  })

  test('has no folder named after nothing', () => {
    const folders = readFolders(root, ['src', 'mocks', 'tests'])
    expect(folders).toContain('domain')
    expect(forbiddenFolders(folders)).toEqual([])
  })

  test('has a page without inline script or style', () => {
    const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
    expect(html).toContain('/src/main.tsx')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/i)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//i)
  })

  test('has a page that no browser offers to translate: on a wall the offer covers the clock', () => {
    const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
    expect(html).toMatch(/<html[^>]* translate="no"/)
    expect(html).toContain('<meta name="google" content="notranslate" />')
  })
})

/** One violation for every rule, and beside it the neighbour that is allowed. */
const PLANTED: readonly (readonly [rule: string, path: string, bad: string, good: string])[] = [
  ['static import', 'src/domain/a.ts', "import '../api/feed'", "import './geo'"],
  [
    'type import',
    'src/map/a.ts',
    "import type { A } from '../domain/geo'",
    "import type { V } from '../view/view'",
  ],
  [
    'inline type import',
    'src/view/a.ts',
    "type A = import('../api/feed').Feed",
    "type A = import('../domain/geo').LngLat",
  ],
  ['re-export', 'src/ui/a.ts', "export { x } from '../view/view'", "export { x } from './words'"],
  [
    're-export of all',
    'src/api/a.ts',
    "export * from '../view/view'",
    "export * from '../domain/geo'",
  ],
  [
    'dynamic import',
    'src/topics/fire/a.ts',
    "await import('../../surfaces/app')",
    "await import('../../map/paint')",
  ],
  ['computed import', 'src/api/a.ts', 'await import(name)', "await import('./feed')"],
  ['glob import', 'src/topics/index.ts', "import.meta.glob('./*/index.ts')", "import './fire'"],
  [
    'worker by URL',
    'src/domain/a.ts',
    "new URL('../worker.ts', import.meta.url)",
    "new URL('./a.json', import.meta.url)",
  ],
  ['topic to topic', 'src/topics/fire/a.ts', "import '../crowds/layer'", "import './layer'"],
  ['topic to registry', 'src/topics/fire/a.ts', "import '..'", "import '../topic'"],
  [
    'surface to surface',
    'src/surfaces/desk/a.tsx',
    "import '../feeds/board'",
    "import '../../topics'",
  ],
  ['surface to app', 'src/surfaces/desk/a.tsx', "import '../app'", "import './rail'"],
  ['mocks from a room', 'src/api/a.ts', "await import('../../mocks/browser')", "import './feed'"],
  [
    'mocks held statically',
    'src/main.tsx',
    "import '../mocks/browser'",
    "await import('../mocks/browser')",
  ],
  ['mocks to a topic', 'mocks/a.ts', "import '../src/topics'", "import '../src/api/feeds'"],
  ['package in domain', 'src/domain/a.ts', "import * as z from 'zod/mini'", "import './time'"],
  [
    'map library outside the map',
    'src/surfaces/desk/a.tsx',
    "import 'maplibre-gl'",
    "import 'react'",
  ],
  [
    'deck outside map and topics',
    'src/surfaces/desk/a.tsx',
    "import '@deck.gl/core'",
    "import 'react'",
  ],
  ['schemas outside the api', 'src/view/a.ts', "import 'zod/mini'", "import '../domain/time'"],
  ['clock in domain', 'src/domain/a.ts', 'const t = Date.now()', 'const t = Date.UTC(2026, 0)'],
  ['clock in domain, by new', 'src/domain/a.ts', 'const t = new Date()', 'const t = new Date(0)'],
  [
    'clock in domain, by value',
    'src/domain/a.ts',
    'const { now } = { now: Date.now }',
    'const now = { now: 1 }.now',
  ],
  ['chance in domain', 'src/domain/a.ts', 'Math.random()', 'Math.round(1.5)'],
  ['network in domain', 'src/domain/a.ts', "fetch('/x')", 'const a = { fetch: 1 }.fetch'],
  ['network in domain, cast', 'src/domain/a.ts', 'const a = fetch as unknown', 'let a: fetch'],
  [
    'network in domain, by globalThis',
    'src/domain/a.ts',
    "globalThis.fetch('/x')",
    'const a = b.fetch',
  ],
  ['words in domain', 'src/domain/a.ts', "const name = '火警'", "const name = 'alarm' // 火警"],
  ['words in a template', 'src/domain/a.ts', 'const name = `起`', 'const name = `ab`'],
  ['URL in api', 'src/api/a.ts', 'const s = window.location', 'const s = response.location'],
  ['JSX in api', 'src/api/a.tsx', 'export {}', ''],
  ['business in map, name', 'src/map/a.ts', 'const fireDevices = 1', 'const firefox = 1'],
  [
    'business in map, string',
    'src/map/a.ts',
    "const id = 'open-incidents'",
    "const id = 'open-circles'",
  ],
  ['business in map, Chinese', 'src/map/a.ts', "const id = '景区'", "const id = '省界'"],
  [
    'markup from data',
    'src/ui/a.tsx',
    'const a = <p dangerouslySetInnerHTML={x} />',
    'const a = <p>{x}</p>',
  ],
  ['markup by property', 'src/ui/a.ts', 'node.innerHTML = x', 'node.textContent = x'],
  ['markup in popup', 'src/map/a.ts', 'popup.setHTML(x)', 'popup.setText(x)'],
  ['code from data', 'src/api/a.ts', 'eval(x)', 'const a = b.evaluate(x)'],
]

describe('a planted violation is caught', () => {
  test.each(PLANTED)('%s', (_rule, path, bad, good) => {
    expect(violationsOf(parseModule(path, bad)), bad).toHaveLength(1)
    if (good) expect(violationsOf(parseModule(path, good)), good).toEqual([])
  })

  test('two keepers of localStorage', () => {
    const keeper = (path: string) => parseModule(path, 'localStorage.getItem("a")')
    expect(houseViolations([keeper('src/ui/a.ts')])).toEqual([])
    expect(houseViolations([keeper('src/ui/a.ts'), keeper('src/view/b.ts')])).toHaveLength(1)
  })

  test('a folder named utils', () => {
    expect(forbiddenFolders(['src', 'utils', 'hooks', 'crowds'])).toEqual(['utils', 'hooks'])
  })

  test('a module that does not parse', () => {
    expect(() => parseModule('src/a.ts', 'const = 1')).toThrow('src/a.ts')
  })
})
