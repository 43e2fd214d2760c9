import type { IncomingMessage, ServerResponse } from 'node:http'
import { respondToAlarmRead, respondToWrite } from '../../mocks/alarms/writes'
import { respondToAllocation } from '../../mocks/allocations/writes'
import { respondToAnnotations } from '../../mocks/annotations/register'
import type { Fault } from '../../mocks/faults'
import { bodyOf } from '../../mocks/garble'
import { openWorld } from '../../mocks/node'
import { memoryRegisters, type Registers } from '../../mocks/registers'
import { respond } from '../../mocks/respond'
import type { ScenarioId } from '../../mocks/scenarios'
import { respondToWalls } from '../../mocks/walls/register'
import type { World } from '../../mocks/world'
import { FEED_IDS, type FeedId } from '../../src/api/feeds'

/** A source for the production build, over real HTTP: the mocks' world, and faults that a test puts on. */
export interface Api extends Registers {
  world: World
  readonly faults: Map<FeedId, Fault>
  /** What happens to orders and marks on their way; an answer is lost after the server has done what was asked. */
  line: 'up' | 'down' | 'loses-answers' | 'signed-out' | 'drops-headers'
  readonly now: () => number
}

export const SEED = 20261

/** Whatever the hour at which a test runs: on some mornings no incident waits and no alarm is drawn from afar. */
const EVENING = '2026-11-22T20:00:00+08:00'

/** Built once per process and scenario: a world takes a second or two. */
export async function createApi(
  scenario: ScenarioId = 'calm',
  startAt = Date.parse(EVENING),
  scale = 1,
): Promise<Api> {
  const world = await openWorld({ scenario, seed: SEED, scale, startAt })
  const began = performance.now()
  const now = () => Math.floor(startAt + performance.now() - began)
  return { world, faults: new Map(), ...memoryRegisters(), line: 'up', now }
}

type Next = () => void

/** Answers GET below the API's base, with `request.url` already cut to what stands below it. */
export function apiMiddleware(api: Api) {
  return async (request: IncomingMessage, response: ServerResponse, _next: Next) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.slice(1)
    const feed = FEED_IDS.find((id) => id === path)
    const fault = feed && api.faults.get(feed)
    if (feed && fault) return answerWithFault(response, api, feed, fault)
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value)
    if (path.startsWith('walls')) return answerWalls(request, response, api, path)
    if (path.startsWith('annotations'))
      return answerAnnotations(request, response, api, url, headers)
    if (path.startsWith('allocations') && request.method !== 'GET')
      return answerOrder(request, response, api, path, headers)
    const alarming =
      request.method === 'GET'
        ? await respondToAlarmRead(path, url.searchParams, api.world, api.now())
        : ((await respondToWrite(
            { method: request.method ?? '', path, headers, body: await bodyOfRequest(request) },
            api.world,
            api.now(),
          )) ?? new Response(null, { status: 405 }))
    if (alarming) return send(response, alarming)
    const reply = respond(path, url.searchParams, headers, api.world, api.now())
    if (reply.delayMs === Number.POSITIVE_INFINITY) return
    if (reply.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, reply.delayMs))
    if (!reply.response) return response.destroy()
    await send(response, reply.response)
  }
}

async function answerWalls(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  path: string,
) {
  const method = request.method ?? ''
  const body = method === 'GET' ? null : await bodyOfRequest(request)
  const answer = await respondToWalls({ method, path, body }, api.walls, api.now())
  return send(response, answer ?? new Response(null, { status: 405 }))
}

async function answerAnnotations(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  { pathname, searchParams }: URL,
  headers: Headers,
) {
  const method = request.method ?? ''
  const isWrite = method !== 'GET'
  if (isWrite && api.line === 'down') return response.destroy()
  if (isWrite && api.line === 'signed-out')
    return send(response, new Response(null, { status: 401 }))
  const body = isWrite ? await bodyOfRequest(request) : null
  const answer = await respondToAnnotations(
    { method, path: pathname.slice(1), headers, body },
    searchParams,
    api.annotations,
    api.now(),
  )
  if (isWrite && api.line === 'loses-answers') return response.destroy()
  return send(response, answer ?? new Response(null, { status: 405 }))
}

async function answerOrder(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  path: string,
  headers: Headers,
) {
  const body = await bodyOfRequest(request)
  if (api.line === 'down') return response.destroy()
  if (api.line === 'signed-out') return send(response, new Response(null, { status: 401 }))
  if (api.line === 'drops-headers') headers.delete('if-match')
  const write = { method: request.method ?? '', path, headers, body }
  const answer = await respondToAllocation(write, api.world.allocations, api.now())
  if (api.line === 'loses-answers') return response.destroy()
  return send(response, answer ?? new Response(null, { status: 405 }))
}

async function send(response: ServerResponse, answer: Response) {
  answer.headers.forEach((value, name) => {
    response.setHeader(name, value)
  })
  response.statusCode = answer.status
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function bodyOfRequest(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return null
  }
}

function answerWithFault(response: ServerResponse, api: Api, feed: FeedId, fault: Fault) {
  switch (fault.kind) {
    case 'refused':
      return response.destroy()
    case 'hang':
      return
    case 'status':
      response.statusCode = fault.status
      return response.end()
    default: {
      const at = fault.kind === 'frozen' ? fault.at : api.now()
      const envelope = api.world.answer(feed, at, null)
      const { bytes, contentType } = bodyOf(envelope, fault)
      response.setHeader('content-type', contentType)
      return response.end(Buffer.from(bytes))
    }
  }
}
