import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { CRS_NAMES } from '../../src/api/crs'
import { FEEDS, type FeedId } from '../../src/api/feeds'

/** A node of JSON Schema, as far as zod writes it for our records. */
interface Node {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Node[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly prefixItems?: readonly Node[]
  readonly items?: Node | false
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
}

export interface WireRecord {
  readonly id: string
  readonly observedAt: string
  readonly [field: string]: unknown
}

export interface WireAnswer {
  readonly feed: FeedId
  readonly schema: 1
  readonly crs: (typeof CRS_NAMES)[number]
  readonly generatedAt: string
  readonly cursor: string | null
  readonly full: boolean
  readonly items: readonly WireRecord[]
  readonly removed: readonly string[]
}

/** Any time of 2026 up to the moment at which the answers are made. */
const MADE_AT = Date.parse('2026-11-22T08:00:00Z')
const time = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: MADE_AT })
  .map((ms) => new Date(ms).toISOString())

function arbitrary(node: Node): fc.Arbitrary<unknown> {
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.anyOf) return fc.oneof(...node.anyOf.map(arbitrary))
  if (Array.isArray(node.type)) {
    return fc.oneof(...node.type.map((type: string) => arbitrary({ ...node, type })))
  }
  switch (node.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: node.minimum ?? 0, max: Math.min(node.maximum ?? 1e6, 1e6) })
    case 'number':
      return fc.double({
        min: node.minimum ?? node.exclusiveMinimum ?? -1e6,
        max: node.maximum ?? node.exclusiveMaximum ?? 1e6,
        minExcluded: node.exclusiveMinimum !== undefined,
        maxExcluded: node.exclusiveMaximum !== undefined,
        noNaN: true,
      })
    case 'string':
      if (node.format === 'date-time') return time
      return fc.string({
        minLength: node.minLength ?? 0,
        maxLength: Math.min(node.maxLength ?? 12, 12),
        unit: 'grapheme',
      })
    case 'array':
      if (node.prefixItems) return fc.tuple(...node.prefixItems.map(arbitrary))
      return fc.array(arbitrary(node.items as Node), {
        minLength: node.minItems ?? 0,
        maxLength: (node.minItems ?? 0) + 2,
      })
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {}
      for (const [field, of] of Object.entries(node.properties ?? {})) fields[field] = arbitrary(of)
      return fc.record(fields, { requiredKeys: [...(node.required ?? [])] })
    }
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(node)}`)
  }
}

/** A record that the feed's schema accepts, made from that schema alone. */
export function validRecord(feed: FeedId): fc.Arbitrary<WireRecord> {
  const schema = z.toJSONSchema(FEEDS[feed].record, { io: 'input' }) as Node
  const withPositions = JSON.parse(JSON.stringify(schema), (_, node) =>
    node?.prefixItems ? { ...node, prefixItems: bounded(node.prefixItems) } : node,
  )
  return arbitrary(withPositions) as fc.Arbitrary<WireRecord>
}

/** Where every coordinate system converts without leaving the globe. */
function bounded(pair: readonly Node[]): readonly Node[] {
  return pair.map((axis, i) => ({
    ...axis,
    minimum: i === 0 ? -179 : -89,
    maximum: i === 0 ? 179 : 89,
  }))
}

/** `count` records with ids of their own in a full answer. */
export function validAnswer(feed: FeedId, count: number): fc.Arbitrary<WireAnswer> {
  return fc.record({
    feed: fc.constant(feed),
    schema: fc.constant(1 as const),
    crs: fc.constantFrom(...CRS_NAMES),
    generatedAt: fc.constant(new Date(MADE_AT).toISOString()),
    cursor: fc.constantFrom(null, 'c1'),
    full: fc.boolean(),
    items: fc.uniqueArray(validRecord(feed), {
      minLength: count,
      maxLength: count,
      selector: ({ id }) => id,
    }),
    removed: fc.constantFrom<string[][]>([], ['gone']),
  })
}

export function bytesOf(answer: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer))
}
