import * as z from 'zod/mini'
import { timeoutMs } from '../domain/freshness'
import { CRS_NAMES } from './crs'
import { SCHEMA_VERSION } from './envelope'
import { FEED_IDS, FEEDS, type FeedId } from './feeds'
import { ARROW_STREAM } from './history-wire'
import { annotationPaths } from './openapi-annotations'
import { FEED_WORDS, wordsFor } from './openapi-words'
import { type Json, otherPaths } from './openapi-writes'

const ref = (path: string): Json => ({ $ref: `#/components/${path}` })
const PROBLEM = ref('responses/Problem')
const ETAG = ref('headers/ETag')

/** The contract as an OpenAPI 3.1 document. Pure: the same schemas give the same document. */
export function openApi(): Json {
  const paths: Json = {}
  const schemas: Json = { Envelope: envelope(), Problem: problem() }
  for (const id of FEED_IDS) {
    schemas[nameOf(id)] = recordSchema(id)
    paths[`/${id}`] = { get: feedOperation(id) }
  }
  paths['/incidents/history'] = { get: historyOperation() }
  Object.assign(paths, otherPaths(), annotationPaths())
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Drumtower API',
      version: String(SCHEMA_VERSION),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: INTRODUCTION,
    },
    servers: [{ url: '/api/v1', description: 'Set by `VITE_API_BASE` when the client is built.' }],
    paths,
    components: { schemas, parameters, headers, responses },
  }
}

const INTRODUCTION = `What a source answers so that Drumtower can draw it. Generated from the schemas that the client decodes with; never edited.

Every live feed answers the same way: an envelope, and in it records of one kind. Identifiers are strings, numbers are finite, times are ISO 8601 with an offset, text is UTF-8. Fields that are not in this document are dropped by the client; a word that a vocabulary does not have is shown as "unknown". There is no field for anything that identifies a member of the public, and a record that carries one loses it and is counted.

A record that does not fit is set aside, counted and shown as such; above 20 % of an answer the answer is refused and the last good picture stays, marked.`

const parameters: Json = {
  since: {
    name: 'since',
    in: 'query',
    required: false,
    description:
      'The `cursor` of the last answer that the client could take whole. Without it, or when it is too old to serve, the answer is `full`.',
    schema: { type: 'string', maxLength: 1024 },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of the last answer.',
    schema: { type: 'string' },
  },
}

const headers: Json = {
  ETag: {
    description:
      'A hash of the content (items, removed and everything they say), not of the time at which the answer was made.',
    schema: { type: 'string' },
  },
  'Generated-At': {
    description:
      'When the source made, or last confirmed, the content: what `generatedAt` would say in a 200. Without it a 304 cannot be told from a cache in front of a source that has died, so a client asks once more without `If-None-Match` and asks unconditionally from then on.',
    schema: { type: 'string', format: 'date-time' },
  },
  'Retry-After': {
    description:
      'Seconds, or an HTTP date, to be left alone. Honoured up to ten minutes; a client otherwise backs off with full jitter, at most 60 s.',
    schema: { type: 'string' },
  },
}

const responses: Json = {
  Unchanged: {
    description: 'The content has not changed since the `ETag` in `If-None-Match`. No body.',
    headers: { ETag: ETAG, 'Generated-At': ref('headers/Generated-At') },
  },
  Problem: {
    description: 'An RFC 9457 problem document.',
    headers: { 'Retry-After': ref('headers/Retry-After') },
    content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
  },
  Unauthenticated: {
    description:
      'The session has ended or may not read this. Never a redirect and never a login page: an HTML answer is shown to the officer as a lost login.',
    content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
  },
}

function feedOperation(id: FeedId): Json {
  const { everyMs, heartbeatMs } = FEEDS[id]
  const beat =
    heartbeatMs === null
      ? 'Records stand until they change.'
      : `A record is expected to be observed again every ${heartbeatMs / 1000} s.`
  return {
    operationId: `read${nameOf(id)}`,
    summary: FEED_WORDS[id].split(/[.:]/)[0],
    description: `${FEED_WORDS[id]} Polled every ${everyMs / 1000} s; an answer that takes longer than ${timeoutMs(everyMs) / 1000} s is given up. ${beat}`,
    parameters: [ref('parameters/since'), ref('parameters/ifNoneMatch')],
    responses: {
      200: {
        description: 'Everything (`full`), or what changed since the cursor. At most 20 MB.',
        headers: { ETag: ETAG },
        content: {
          'application/json': {
            schema: {
              allOf: [
                ref('schemas/Envelope'),
                {
                  type: 'object',
                  properties: {
                    feed: { const: id },
                    items: { type: 'array', items: ref(`schemas/${nameOf(id)}`) },
                  },
                },
              ],
            },
          },
        },
      },
      304: ref('responses/Unchanged'),
      401: ref('responses/Unauthenticated'),
      403: ref('responses/Unauthenticated'),
      default: PROBLEM,
    },
  }
}

function historyOperation(): Json {
  const time = { type: 'string', format: 'date-time' }
  return {
    operationId: 'readIncidentHistory',
    summary: 'Past incidents of a window, as columns',
    description: `An Apache Arrow IPC stream with the columns \`lng\` and \`lat\` (float64; NaN or null: no position), \`occurredAt\` (float64 epoch milliseconds, or a timestamp), \`category\`, \`severity\`, \`source\` and \`areaCode\` (utf8, or a dictionary of utf8), ordered by \`occurredAt\`. The schema's metadata carries \`crs\`, one of ${CRS_NAMES.join(', ')}. Other columns are ignored.`,
    parameters: [
      {
        name: 'from',
        in: 'query',
        required: true,
        description: 'First moment, inside. Clients ask for whole hours.',
        schema: time,
      },
      {
        name: 'to',
        in: 'query',
        required: true,
        description: 'Last moment, outside.',
        schema: time,
      },
      ref('parameters/ifNoneMatch'),
    ],
    responses: {
      200: {
        description: 'The columns. At most 64 MB.',
        headers: { ETag: ETAG },
        content: { [ARROW_STREAM]: { schema: { type: 'string', format: 'binary' } } },
      },
      304: ref('responses/Unchanged'),
      401: ref('responses/Unauthenticated'),
      403: ref('responses/Unauthenticated'),
      default: PROBLEM,
    },
  }
}

function envelope(): Json {
  const time = { type: 'string', format: 'date-time' }
  return {
    type: 'object',
    description: 'What every live feed answers with, around its records.',
    required: ['feed', 'schema', 'crs', 'generatedAt', 'cursor', 'full', 'items', 'removed'],
    properties: {
      feed: { type: 'string', description: 'Id of the feed: the last part of the path.' },
      schema: { const: SCHEMA_VERSION, description: 'Version of the contract.' },
      crs: {
        enum: CRS_NAMES,
        description:
          'Coordinate system of every position in the answer. An answer without it is refused.',
      },
      generatedAt: {
        ...time,
        description:
          'When the source made the answer, by the same clock as `serverTime` of `meta`. Freshness is judged by it; five seconds or more in the future is suspect.',
      },
      cursor: {
        type: ['string', 'null'],
        maxLength: 1024,
        description: 'Opaque; to be sent as `since`. Null where the feed always answers in full.',
      },
      full: {
        type: 'boolean',
        description:
          'True: `items` is everything there is and replaces what the client holds. False: `items` are upserted by `id` and `removed` are dropped.',
      },
      items: { type: 'array', maxItems: 200_000, description: 'Records of the feed.' },
      removed: {
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 128 },
        description: 'Ids that no longer exist. A record that is merely absent is not resolved.',
      },
    },
  }
}

function problem(): Json {
  return {
    type: 'object',
    description: 'RFC 9457.',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string' },
      instance: { type: 'string', format: 'uri-reference' },
      code: { type: 'string', description: 'Machine code of a refusal.' },
    },
  }
}

/** `fire-devices` → `FireDevices`. */
function nameOf(id: FeedId): string {
  return id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}

function recordSchema(id: FeedId): Json {
  const schema = z.toJSONSchema(FEEDS[id].record, {
    io: 'input',
    target: 'draft-2020-12',
    // The pattern of a date-time repeats its format in 300 characters.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    },
  }) as Json
  delete schema.$schema
  describeFields(id, schema, [])
  return { description: FEED_WORDS[id], ...schema }
}

function describeFields(feed: FeedId, schema: Json, path: readonly string[]): void {
  for (const [field, value] of Object.entries((schema.properties ?? {}) as Json)) {
    const inner = value as Json
    const words = wordsFor(feed, [...path, field])
    if (words !== undefined) inner.description = words
    describeFields(feed, inner, [...path, field])
    for (const part of [inner.items, ...((inner.anyOf as Json[] | undefined) ?? [])])
      if (part) describeFields(feed, part as Json, [...path, field])
  }
}
