import * as z from 'zod/mini'
import { ORDER_REFUSALS } from '../domain/allocation'
import { AREA_LEVELS, SERIES_STEPS } from '../domain/measure'
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

import { allocationWire, endingWire, orderWire } from './allocation-wire'
import { crowdHistoryWire } from './crowd-history'
import {
  firePackEditWire,
  firePacksWire,
  firePackWire,
  inspectionsWire,
  verificationsWire,
} from './fire-records'
import { measureSeriesWire } from './measure-series'
import { heartbeatWire, wallsWire } from './wall-wire'

/** JSON, as far as the document needs it. */
export interface Json {
  [key: string]: unknown
}

export const PROBLEM = { $ref: '#/components/responses/Problem' }
export const json = (schema: z.ZodMiniType, io: 'input' | 'output' = 'input') => {
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
export const WRITE_HEADERS = [
  header(
    'Idempotency-Key',
    'The client’s own key, the same on every retry: a repeated key gets the first answer again.',
  ),
  header('If-Match', 'Revision of the record that was seen, in quotes.'),
]
const seriesParameter = (name: string, schema: Json, description: string): Json => ({
  name,
  in: 'query',
  required: name !== 'part',
  description,
  schema,
})
const OCCURRENCE = {
  name: 'occurrence',
  in: 'path',
  required: true,
  description: 'Id of the occurrence that was seen, from the feed.',
  schema: { type: 'string' },
}
export const REFUSALS: Json = {
  409: {
    ...PROBLEM,
    description:
      'Refused, with a machine `code` and what can be done: `superseded`, `not-possible`, `no-reason`, `too-long`, `already-over`, `invalid-rules`.',
  },
  412: { ...PROBLEM, description: 'Somebody was faster; `current` holds the record as it stands.' },
  428: { ...PROBLEM, description: 'A header is missing.' },
}

const ORDER_REFUSALS_TOLD: Json = {
  ...REFUSALS,
  401: { ...PROBLEM, description: 'Nobody is signed in. Clients lock their writes and keep them.' },
  409: {
    ...PROBLEM,
    description: `Refused, with a machine \`code\` and what can be done: ${ORDER_REFUSALS.map((code) => `\`${code}\``).join(', ')}. \`current\` holds the unit’s allocation as it stands.`,
  },
  422: { ...PROBLEM, description: 'The key was used for another order.' },
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
export function otherPaths(): Json {
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
    '/allocations': {
      post: {
        summary:
          'Sends a unit somewhere, ends its present job with it where `replaces` names it, or takes one back (`undoes`).',
        parameters: WRITE_HEADERS,
        requestBody: { required: true, content: json(orderWire) },
        responses: {
          201: { description: 'The allocation, in WGS-84.', content: json(allocationWire) },
          ...ORDER_REFUSALS_TOLD,
          default: PROBLEM,
        },
      },
    },
    '/allocations/{id}': {
      patch: {
        summary: 'Says that the job is over.',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          ...WRITE_HEADERS,
        ],
        requestBody: { required: true, content: json(endingWire) },
        responses: {
          200: { description: 'The allocation, in WGS-84.', content: json(allocationWire) },
          ...ORDER_REFUSALS_TOLD,
          default: PROBLEM,
        },
      },
    },
    '/crowd/history': {
      get: {
        summary:
          'A scenic area’s day beside the days that it is measured by, and its last half hour.',
        parameters: [{ name: 'area', in: 'query', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'Samples of occupancy.', content: json(crowdHistoryWire) },
          default: PROBLEM,
        },
      },
    },
    '/fire/verifications': {
      get: {
        summary: 'Fire alarms and what was found at the place, since the record began.',
        responses: {
          200: { description: 'The record.', content: json(verificationsWire) },
          default: PROBLEM,
        },
      },
    },
    '/fire/inspections': {
      get: {
        summary: 'Inspections, hazards found and put right, by area and period.',
        responses: {
          200: { description: 'Reports.', content: json(inspectionsWire) },
          default: PROBLEM,
        },
      },
    },
    '/fire/rule-pack': {
      get: {
        summary: 'The fire rule pack in use, as text.',
        responses: {
          200: { description: 'The pack.', content: json(firePackWire) },
          default: PROBLEM,
        },
      },
      put: {
        summary: 'Lets a pack go live. A wrong one is refused and changes nothing.',
        parameters: WRITE_HEADERS,
        requestBody: { required: true, content: json(firePackEditWire) },
        responses: {
          200: { description: 'The pack in use.', content: json(firePackWire) },
          ...REFUSALS,
          default: PROBLEM,
        },
      },
    },
    '/fire/rule-pack/earlier': {
      get: {
        summary: 'The packs that were in use before, the latest first.',
        description:
          'One goes live again as any other does, by a PUT of its text: so it gets a revision and a signature of its own. How many are kept is the server’s affair.',
        responses: {
          200: { description: 'Packs.', content: json(firePacksWire) },
          default: PROBLEM,
        },
      },
    },
    '/measures/series': {
      get: {
        summary: 'A measure as columns: a value for each step, area by area.',
        description:
          'Days and hours are those of the province (UTC+8). Null is a gap: never zero for what the source does not know. `base` holds denominators, null where the measure has none. A value that no count can have is set aside by the client, alone, and shown as a gap.',
        parameters: [
          seriesParameter('measure', { type: 'string' }, 'Id of the measure, from the feed.'),
          seriesParameter('part', { type: 'string' }, 'One of its parts; empty: the whole.'),
          seriesParameter('level', { enum: AREA_LEVELS }, 'Which areas.'),
          seriesParameter('step', { enum: SERIES_STEPS }, 'How long a step is.'),
          seriesParameter('from', { type: 'string', format: 'date-time' }, 'First step.'),
          seriesParameter('to', { type: 'string', format: 'date-time' }, 'Last step, outside.'),
        ],
        responses: {
          200: { description: 'The columns.', content: json(measureSeriesWire) },
          404: { ...PROBLEM, description: 'No such measure, part, level or step.' },
          default: PROBLEM,
        },
      },
    },
    '/walls': {
      get: {
        summary:
          'Every wall as it last told of itself, with the time at which it was heard. Both times are the server’s.',
        responses: {
          200: { description: 'The walls.', content: json(wallsWire) },
          default: PROBLEM,
        },
      },
    },
    '/walls/{id}': {
      put: {
        summary:
          'A wall tells of itself, every 30 s. It replaces what it told before, so it needs no key and no revision; it is the one write that the role of a wall has. The server notes when it heard it, and forgets a wall after seven silent days.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Name of the wall: letters, digits, `_`, `.` and `-`, at most 40.',
            schema: { type: 'string', maxLength: 40 },
          },
        ],
        requestBody: { required: true, content: json(heartbeatWire) },
        responses: { 204: { description: 'Heard.' }, default: PROBLEM },
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
