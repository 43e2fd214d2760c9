import * as z from 'zod/mini'
import { type Allocation, ORDER_REFUSALS } from '../domain/allocation'
import type { Answer, EntryCause, OrderEntry } from '../domain/order-entry'
import { allocationOf, allocationWire } from './allocation-wire'
import { apiBase } from './base'
import { refreshFeed } from './readings'

const TIMEOUT_MS = 8_000
const CAUSES: readonly string[] = [...ORDER_REFUSALS, 'changed', 'precondition']

const problemWire = z.object({
  code: z.optional(z.string()),
  current: z.optional(allocationWire),
})

/** Asks the server once. Never throws: what is no clear answer is `unknown`, and may be asked again with the same key. */
export async function askForAllocation({ key, order, seenRev }: OrderEntry): Promise<Answer> {
  const response = await write('POST', 'allocations', key, seenRev, {
    crs: 'WGS84',
    ...order,
    decidedAt: new Date(order.decidedAt).toISOString(),
  })
  return response ? read(response) : { is: 'unknown' }
}

export type Ending = 'done' | 'withdrawn'

/** Says that a job is over. Asked by hand and told at once: nothing of it is queued. */
export async function endAllocation(
  { id, rev }: Allocation,
  state: Ending,
  by: string,
  key: string,
): Promise<Answer> {
  const path = `allocations/${encodeURIComponent(id)}`
  const response = await write('PATCH', path, key, rev, { state, by })
  return response ? read(response) : { is: 'unknown' }
}

async function write(method: string, path: string, key: string, rev: number, body: object) {
  try {
    return await fetch(`${apiBase()}/${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'if-match': `"${rev}"`,
      },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  } finally {
    refreshFeed('allocations')
    refreshFeed('units')
  }
}

async function read(response: Response): Promise<Answer> {
  const { status } = response
  // Whoever redirects is asking for a login.
  if (status === 401 || response.type === 'opaqueredirect') return { is: 'locked' }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const told = z.safeParse(allocationWire, body)
    // A success that cannot be read is no confirmation; the same key gets the same answer when it is asked again.
    return told.success ? { is: 'done', allocation: inside(told.data) } : { is: 'unknown' }
  }
  if (status >= 500 || status === 408 || status === 429 || status < 400) return { is: 'unknown' }
  const problem = z.safeParse(problemWire, body)
  const { code, current } = problem.success ? problem.data : {}
  const known = code && CAUSES.includes(code) ? (code as EntryCause) : null
  const byStatus = status === 403 ? 'forbidden' : status === 412 ? 'changed' : 'refused'
  return { is: 'refused', cause: known ?? byStatus, current: current ? inside(current) : null }
}

/** Writes and their answers are in WGS-84. */
function inside(wire: z.output<typeof allocationWire>): Allocation {
  return allocationOf(wire, (position) => position)
}
