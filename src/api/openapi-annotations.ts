import * as z from 'zod/mini'
import {
  annotationDraftWire,
  annotationsWire,
  annotationWire,
  MOST_ANNOTATIONS,
} from './annotation-wire'
import { type Json, json, PROBLEM, REFUSALS, WRITE_HEADERS } from './openapi-writes'

const TIME = { type: 'string', format: 'date-time' }

const TOLD: Json = {
  ...REFUSALS,
  401: {
    ...PROBLEM,
    description: 'Nobody is signed in. Clients lock their writes and keep the draft.',
  },
  403: { ...PROBLEM, description: 'This role writes no marks: a wall, a viewer.' },
  409: { ...PROBLEM, description: `\`full\`: no more than ${MOST_ANNOTATIONS} stand at a time.` },
  422: { ...PROBLEM, description: 'The key was used for another write.' },
}

/** What a client holds of each record, in the list that it gets. */
const listWire = z.extend(annotationsWire, { items: z.array(annotationWire) })

/** Marks beside the charts of review, kept with the data. */
export function annotationPaths(): Json {
  return {
    '/annotations': {
      get: {
        summary:
          'What happened, in somebody’s words: all that touch [from, to) and are not struck out.',
        description:
          'Each says who wrote it last (role and seat, never a name) and when. `to` is null for a moment and for what goes on; `areaCode` is null for everywhere. A bad record is set aside by the client, alone, and counted.',
        parameters: ['from', 'to'].map((name) => ({
          name,
          in: 'query',
          required: true,
          schema: TIME,
        })),
        responses: {
          200: { description: 'The marks, oldest day first.', content: json(listWire) },
          default: PROBLEM,
        },
      },
      post: {
        summary: 'Writes a new one. `If-Match` is "0": there was none.',
        parameters: WRITE_HEADERS,
        requestBody: { required: true, content: json(annotationDraftWire) },
        responses: {
          201: { description: 'The mark.', content: json(annotationWire) },
          ...TOLD,
          default: PROBLEM,
        },
      },
    },
    '/annotations/{id}': {
      put: {
        summary:
          'Changes it, strikes it out (`isRemoved`), or puts it back. The whole of it is sent.',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          ...WRITE_HEADERS,
        ],
        requestBody: { required: true, content: json(annotationDraftWire) },
        responses: {
          200: { description: 'The mark after it.', content: json(annotationWire) },
          404: { ...PROBLEM, description: '`gone`: no such mark.' },
          ...TOLD,
          default: PROBLEM,
        },
      },
    },
  }
}
