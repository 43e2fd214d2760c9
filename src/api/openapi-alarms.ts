import * as z from 'zod/mini'
import {
  acknowledgeWire,
  historyAnswerWire,
  ruleSetWire,
  rulesWire,
  shelveWire,
  trialAnswerWire,
  trialWire,
  verifyWire,
} from './alarm-wire'

interface Json {
  [key: string]: unknown
}

const PROBLEM = { $ref: '#/components/responses/Problem' }
const json = (schema: z.ZodMiniType, io: 'input' | 'output' = 'input') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return { 'application/json': { schema: plain } }
}
const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})
const WRITE_HEADERS = [
  header(
    'Idempotency-Key',
    'The client’s own key, the same on every retry: a repeated key gets the first answer again.',
  ),
  header('If-Match', 'Revision of the record that was seen, in quotes.'),
]
const OCCURRENCE = {
  name: 'occurrence',
  in: 'path',
  required: true,
  description: 'Id of the occurrence that was seen, from the feed.',
  schema: { type: 'string' },
}
const REFUSALS: Json = {
  409: {
    ...PROBLEM,
    description:
      'Refused, with a machine `code` and what can be done: `superseded`, `not-possible`, `no-reason`, `too-long`, `already-over`, `invalid-rules`.',
  },
  412: { ...PROBLEM, description: 'Somebody was faster; `current` holds the record as it stands.' },
  428: { ...PROBLEM, description: 'A header is missing.' },
}

const VERBS: readonly (readonly [string, string, z.ZodMiniType])[] = [
  [
    'acknowledge',
    'Answers one occurrence. A newer one is never answered with it.',
    acknowledgeWire,
  ],
  ['reset', 'Lets a latched alarm go.', acknowledgeWire],
  ['shelve', 'Keeps an alarm quiet for a reason and a time, at most eight hours.', shelveWire],
  ['unshelve', 'Ends a shelving before its time.', acknowledgeWire],
  ['verify', 'Says what was found: true, false alarm, or test.', verifyWire],
]

/** What is read and written of alarms beside their feed. */
export function alarmPaths(): Json {
  const writes = VERBS.map(([verb, summary, body]) => [
    `/alarms/{occurrence}/${verb}`,
    {
      post: {
        summary,
        parameters: [OCCURRENCE, ...WRITE_HEADERS],
        requestBody: { required: true, content: json(body) },
        responses: { 200: { description: 'The record after it.' }, ...REFUSALS, default: PROBLEM },
      },
    },
  ])
  return {
    ...Object.fromEntries(writes),
    '/alarms/history': {
      get: {
        summary: 'What happened to alarms in [from, to), oldest first.',
        parameters: ['from', 'to'].map((name) => ({
          name,
          in: 'query',
          required: true,
          schema: { type: 'string', format: 'date-time' },
        })),
        responses: {
          200: { description: 'Lines of the history.', content: json(historyAnswerWire) },
          default: PROBLEM,
        },
      },
    },
    '/alarm-rules': {
      get: {
        summary: 'The rules that raise alarms.',
        responses: {
          200: { description: 'The set.', content: json(ruleSetWire) },
          default: PROBLEM,
        },
      },
      put: {
        summary: 'Lets an edited set go live for every seat.',
        parameters: WRITE_HEADERS,
        requestBody: { required: true, content: json(rulesWire) },
        responses: {
          200: { description: 'The new set.', content: json(ruleSetWire) },
          ...REFUSALS,
          default: PROBLEM,
        },
      },
    },
    '/alarm-rules/trial': {
      post: {
        summary: 'How often a rule would have rung in the last days. Changes nothing.',
        requestBody: { required: true, content: json(trialWire) },
        responses: {
          200: { description: 'Counts by day and place.', content: json(trialAnswerWire) },
          default: PROBLEM,
        },
      },
    },
    '/photos/{place}': {
      get: {
        summary: 'A photograph of a place. Of the place, never of a person.',
        parameters: [{ name: 'place', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'An image.', content: { 'image/*': {} } },
          default: PROBLEM,
        },
      },
    },
  }
}
