import * as z from 'zod/mini'
import { endingWire, orderWire } from '../../src/api/allocation-wire'
import type { Order, OrderRefusal } from '../../src/domain/allocation'
import type { EpochMs } from '../../src/domain/time'
import { type AllocationOffice, type Told, wireOf } from './office'

/** What an officer can do about each refusal. */
const TODO: { readonly [C in OrderRefusal]: string } = {
  'no-such-unit': 'choose a unit of the register',
  'off-duty': 'choose a unit on duty',
  busy: 'look at its present job, and end it with this order if that is meant',
  'position-stale': 'give a reason to send it though nobody knows where it is',
  'target-over': 'choose an incident that is open',
  'no-such-target': 'choose an incident or a place that is known',
  'too-old': 'decide again by the picture as it is now',
  'already-over': 'nothing is left to take back',
  'no-reason': 'give a reason',
}

export interface Write {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

/** Answers a write to `allocations`; null where the path is another one. */
export async function respondToAllocation(
  { method, path, headers, body }: Write,
  office: AllocationOffice | null,
  at: EpochMs,
): Promise<Response | null> {
  const id = /^allocations\/([^/]+)$/.exec(path)?.[1]
  const isOrder = method === 'POST' && path === 'allocations'
  if (!isOrder && !(method === 'PATCH' && id)) return null
  if (!office) return problem(409, 'no-allocations', 'this world has no units to send')
  const key = headers.get('idempotency-key')
  const match = headers.get('if-match')?.replaceAll('"', '')
  if (!key || !match || !/^\d{1,9}$/.test(match))
    return problem(428, 'precondition', 'Idempotency-Key and If-Match (a revision) are required')
  const write = { key, seenRev: Number(match) }
  if (isOrder) {
    const order = z.safeParse(orderWire, body)
    if (!order.success) return problem(400, 'malformed', z.prettifyError(order.error))
    const { crs: _, ...asked } = order.data
    return told(await office.order({ ...write, order: asked as Order }, at))
  }
  const ending = z.safeParse(endingWire, body)
  if (!ending.success) return problem(400, 'malformed', z.prettifyError(ending.error))
  const { state } = ending.data
  return told(await office.end({ ...write, id: decodeURIComponent(id as string), state }, at))
}

function told(answer: Told): Response {
  if (answer.is === 'key-reused')
    return problem(422, 'key-reused', 'this key was used for another order')
  const { status, code, allocation } = answer.verdict
  const wire = allocation && wireOf(allocation)
  if (code === null) return json(status, wire)
  const detail =
    code === 'changed' ? 'somebody was faster' : code === 'gone' ? 'no such allocation' : TODO[code]
  return problem(status, code, detail, wire)
}

function json(status: number, body: unknown, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  })
}

/** RFC 9457, with the machine's code and the record as it stands. */
function problem(status: number, code: string, detail: string, current?: unknown): Response {
  return json(
    status,
    { status, code, detail, ...(current ? { current } : {}) },
    'application/problem+json',
  )
}
