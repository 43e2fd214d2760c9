import { describe, expect, test } from 'vitest'
import { openApi } from './openapi'
import { isPersonalField } from './personal'

/** Numbers of people and the room they have, of nobody in particular; and the photograph of a place. */
const COUNTS = ['persons', 'm2PerPerson', 'placePhoto']

/** What the product must never be told, as words of a field's name. */
const FORBIDDEN =
  /face|plate|person|citizen|resident|passenger|driver|caller|victim|suspect|officer|opinion|comment|post|weibo|wechat|account|phone|score|rating|photo/i

type Node = { readonly [key: string]: unknown }

function fieldsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const own = (node as Node).properties
  const names = typeof own === 'object' && own !== null ? Object.keys(own) : []
  return [...names, ...Object.values(node).flatMap(fieldsIn)]
}

const document = openApi() as { paths: Record<string, Node>; components: { schemas: Node } }

describe('the contract', () => {
  const fields = [...new Set(fieldsIn(document.components.schemas))]

  test('has no field for a member of the public, for an opinion or for a score', () => {
    expect(fields.length).toBeGreaterThan(60)
    expect(fields.filter((field) => FORBIDDEN.test(field)).sort()).toEqual(COUNTS.sort())
    // The one `name` that it has is that of a region, a place, a zone or a gate.
    expect(fields.filter((field) => field !== 'name' && isPersonalField(field))).toEqual([])
    const named = Object.entries(document.components.schemas)
      .filter(([, schema]) => fieldsIn(schema).includes('name'))
      .map(([schema]) => schema)
    expect(named.sort()).toEqual(['Meta', 'ScenicAreas', 'WatchPlaces'])
  })

  test('knows a unit by its call sign and nobody in it', () => {
    expect([...new Set(fieldsIn(document.components.schemas.Units))].sort()).toEqual([
      'areaCode',
      'callSign',
      'headingDeg',
      'id',
      'kind',
      'observedAt',
      'position',
      'speedKmh',
      'status',
    ])
  })

  test('sends only what an officer answers to alarms and rules and decides about units, marks beside the charts, and how a wall is', () => {
    const writes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).flatMap((method) => (method === 'get' ? [] : `${method} ${path}`)),
    )
    expect(writes.length).toBeGreaterThan(5)
    for (const write of writes)
      expect(write).toMatch(
        /^post \/alarms\/|^(put|post) \/alarm-rules|^put \/fire\/rule-pack$|^post \/allocations$|^patch \/allocations\/|^put \/walls\/\{id\}$|^post \/annotations$|^put \/annotations\/\{id\}$/,
      )
  })
})

test.each(['facePhoto', 'plateNo', 'callerPhone', 'officerScore', 'personId', 'opinion'])(
  'a contract with %s would be noticed',
  (field) => {
    expect(FORBIDDEN.test(field)).toBe(true)
  },
)
