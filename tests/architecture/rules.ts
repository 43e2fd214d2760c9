import type { Import, Module } from './modules'

/** The import table of the house: a room, and the rooms that it may see. Stairs go down only. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['domain'],
  api: ['api', 'domain'],
  view: ['view', 'domain'],
  ui: ['ui'],
  map: ['map', 'view', 'ui'],
  topics: ['topics', 'domain', 'api', 'view', 'ui', 'map'],
  surfaces: ['surfaces', 'topics', 'domain', 'api', 'view', 'ui', 'map'],
  mocks: ['mocks', 'api', 'domain'],
  worker: ['api', 'domain'],
  main: [
    'surfaces',
    'topics',
    'domain',
    'api',
    'view',
    'ui',
    'map',
    'mocks',
    'worker',
    'main',
    'trusted-types',
  ],
  'trusted-types': [],
}

/** Packages that are at home in few rooms. A package that is not named here may be used wherever it is needed. */
const PACKAGE_ROOMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^maplibre-gl(\/|$)/, ['map']],
  [/^@deck\.gl\//, ['map', 'topics']],
  [/^zod(\/|$)/, ['api', 'mocks']],
  [/^gcoord$/, ['api', 'mocks']],
  [/^apache-arrow$/, ['api', 'mocks']],
  [/^msw(\/|$)/, ['mocks']],
  [/^node:/, ['mocks']],
]

/** Globals that a room must do without. */
const FORBIDDEN_GLOBALS: Record<string, readonly string[]> = {
  domain: [
    'Date.now',
    'new Date()',
    'performance',
    'performance.now',
    'Math.random',
    'crypto',
    'fetch',
    'document',
    'localStorage',
  ],
  api: ['location', 'history.pushState', 'history.replaceState'],
  view: ['fetch', 'localStorage'],
  ui: ['fetch'],
  topics: ['fetch', 'localStorage', 'Date.now', 'new Date()', 'Math.random'],
  surfaces: ['fetch'],
}

const FORBIDDEN_FOLDERS =
  /^(utils?|helpers?|common|hooks?|types?|services?|stores?|shared|misc|lib)$/

/** Ways to turn words into markup or code. Nothing typed by someone else becomes either. */
const MARKUP_SINKS = [
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
  'srcDoc',
]
const CODE_SINKS = ['eval', 'Function', 'document.write']

/** `map` paints; it does not know what. Whole words of names and strings, singular. */
const BUSINESS_NOUNS = new Set(
  'incident patrol crowd fire hydrant scenic alarm officer police sensor visitor dispatch'.split(
    ' ',
  ),
)
const CJK_NOUNS = /警|巡逻|巡防|客流|景区|消防|火/

const CJK = /[\u3400-\u9fff\uf900-\ufaff]/

export function roomOf(path: string): string {
  if (path.startsWith('mocks/')) return 'mocks'
  const [, room = ''] = /^src\/([^/]+)/.exec(path) ?? []
  return room.replace(/\.(test\.)?tsx?$/, '')
}

/** `src/topics/fire/layer.ts` → `fire`; files directly in the room belong to no flat. */
const flatOf = (path: string) => /^src\/(?:topics|surfaces)\/([^/]+)\//.exec(path)?.[1] ?? null

/** Where an import that names a folder or leaves the extension out leads, as far as the rules care. */
const isEntry = (path: string, entry: string) => path.replace(/\.tsx?$/, '') === entry

function importViolations(module: Module, { specifier, target, kind }: Import): string[] {
  const room = roomOf(module.path)
  const say = (why: string) => [`${module.path} imports ${specifier ?? '(computed)'}: ${why}`]
  if (specifier === null) return say('a computed import hides what it reaches')
  if (target === null) {
    if (room === 'domain') return say('domain uses no package')
    const rule = PACKAGE_ROOMS.find(([name]) => name.test(specifier))
    return rule && !rule[1].includes(room) ? say(`at home in ${rule[1].join(', ')} only`) : []
  }
  if (!/^(src|mocks)\//.test(target)) return []
  const targetRoom = roomOf(target)
  if (!MAY_IMPORT[room]?.includes(targetRoom)) return say(`${room} may not see ${targetRoom}`)
  if (targetRoom === 'mocks' && room !== 'mocks' && kind !== 'dynamic')
    return say('mocks are reached by dynamic import only, so that a build can leave them out')
  if (room !== targetRoom) return []
  const [flat, targetFlat] = [flatOf(module.path), flatOf(target)]
  if (room === 'topics' && flat && flat !== targetFlat && !isEntry(target, 'src/topics/topic'))
    return say('topics do not know one another')
  if (room === 'surfaces' && flat && flat !== targetFlat)
    if (targetFlat !== null || isEntry(target, 'src/surfaces/app'))
      return say('surfaces do not know one another')
  return []
}

/** The words of `hitFireDevice` or `fire-devices`, singular. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.replace(/s$/, ''))

export function violationsOf(module: Module): string[] {
  const room = roomOf(module.path)
  const say = (what: string) => `${module.path} ${what}`
  const found = module.imports.flatMap((one) => importViolations(module, one))
  for (const name of FORBIDDEN_GLOBALS[room] ?? [])
    if (module.globals.has(name)) found.push(say(`uses ${name}`))
  for (const name of MARKUP_SINKS) if (module.names.has(name)) found.push(say(`uses ${name}`))
  for (const name of CODE_SINKS) if (module.globals.has(name)) found.push(say(`uses ${name}`))
  if (room === 'domain')
    for (const text of module.strings)
      if (CJK.test(text)) found.push(say(`has words for people: ${text.slice(0, 20)}`))
  if (room === 'api' && module.path.endsWith('.tsx')) found.push(say('holds JSX'))
  if (room === 'map')
    for (const name of [module.path, ...module.names, ...module.strings]) {
      const noun = wordsOf(name).find((word) => BUSINESS_NOUNS.has(word))
      if (noun || CJK_NOUNS.test(name)) found.push(say(`names the business: ${name.slice(0, 40)}`))
    }
  return found
}

export const forbiddenFolders = (names: readonly string[]) =>
  names.filter((name) => FORBIDDEN_FOLDERS.test(name))

/** Rules over all modules together. */
export function houseViolations(modules: readonly Module[]): string[] {
  // The simulated server keeps its own memory there, as a real one would on its disk.
  const keepers = modules.filter(
    ({ globals, path }) => globals.has('localStorage') && !path.startsWith('mocks/'),
  )
  return keepers.length > 1
    ? [`localStorage has one keeper, not ${keepers.map((module) => module.path).join(', ')}`]
    : []
}
