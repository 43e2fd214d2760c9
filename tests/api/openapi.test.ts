import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FEED_IDS } from '../../src/api/feeds'
import { openApi } from '../../src/api/openapi'

const FILE = new URL('../../public/openapi.json', import.meta.url)

test('public/openapi.json says what the schemas say (npm run openapi rewrites it)', () => {
  const text = `${JSON.stringify(openApi(), null, 2)}\n`
  if (process.env.UPDATE_OPENAPI === '1') writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})

/** Every schema node under `properties`, with its path. */
function fieldsOf(node: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => [
    ...(path.endsWith('/properties')
      ? [[`${path}/${key}`, value] as [string, Record<string, unknown>]]
      : []),
    ...fieldsOf(value, `${path}/${key}`),
  ])
}

test('every field of every record is explained', () => {
  const { Problem: _, ...records } = (openApi().components as { schemas: Record<string, unknown> })
    .schemas
  const fields = fieldsOf(records)
  expect(fields.length).toBeGreaterThan(90)
  expect(fields.filter(([, field]) => !field.description).map(([path]) => path)).toEqual([])
})

test('every feed has a path, and every reference has a target', () => {
  const document = openApi()
  const paths = Object.keys(document.paths as object)
  expect(paths.slice(0, FEED_IDS.length + 1)).toEqual([
    ...FEED_IDS.map((id) => `/${id}`),
    '/incidents/history',
  ])
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((m) => m[1]!)
  expect(refs.length).toBeGreaterThan(50)
  for (const ref of refs) {
    const target = ref
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document)
    expect(target, ref).toBeDefined()
  }
})
