import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SCENARIO_IDS } from '../mocks/scenarios'
import { FEED_IDS } from '../src/api/feeds'
import { SECURITY_HEADERS } from './security-headers'

const root = new URL('..', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const readme = read('README.md')

describe('the README', () => {
  test('tells a server the very headers that the tests run under', () => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(readme).toContain(`add_header ${name} "${value}" always;`)
    expect(readme.match(/add_header \S+ "/g)).toHaveLength(Object.keys(SECURITY_HEADERS).length)
  })

  test('names scripts that exist, and all of them', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = new Set([...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name))
    for (const name of named) expect(Object.keys(scripts)).toContain(name)
    const untold = Object.keys(scripts).filter((name) => !named.has(name) && name !== 'test')
    expect(untold).toEqual(['lint', 'types'])
  })

  test('names every scenario', () => {
    for (const id of SCENARIO_IDS) expect(readme).toContain(`| \`${id}\` |`)
  })

  test.each(['README.md', 'CONTRIBUTING.md'])('%s links to what is there', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      ([, path = '']) => path,
    )
    for (const path of links) expect(existsSync(new URL(path, root)), path).toBe(true)
  })
})

test('the contract names every feed', () => {
  const { paths } = JSON.parse(read('public/openapi.json')) as { paths: Record<string, unknown> }
  for (const id of FEED_IDS)
    expect(
      Object.keys(paths).some((path) => path.endsWith(`/${id}`)),
      id,
    ).toBe(true)
})

test('CI runs the command of the README and the rest of check', () => {
  const ci = read('.ci/run')
  expect(ci).toMatch(/^npm ci\nnpm test$/m)
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const [, step = ''] of (scripts.check ?? '').matchAll(/npm (?:run )?([a-z]+)/g))
    expect(ci).toMatch(new RegExp(`^npm (run )?${step}$`, 'm'))
})
