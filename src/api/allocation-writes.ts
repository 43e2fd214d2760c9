import type * as z from 'zod/mini'
import { type Allocation, ORDER_REFUSALS } from '../domain/allocation'
import type { Answer, EntryCause, OrderEntry } from '../domain/order-entry'
import { allocationOf, allocationWire } from './allocation-wire'
import { readWrite, sendKeyed } from './keyed-write'
import { refreshFeed } from './readings'

const CAUSES: readonly string[] = [...ORDER_REFUSALS, 'changed', 'precondition']

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

async function write(
  method: 'POST' | 'PATCH',
  path: string,
  key: string,
  rev: number,
  body: object,
) {
  try {
    return await sendKeyed({ method, path, key, rev, body })
  } catch {
    return null
  } finally {
    refreshFeed('allocations')
    refreshFeed('units')
  }
}

async function read(response: Response): Promise<Answer> {
  const answer = await readWrite(response, allocationWire)
  if (answer.is === 'done') return { is: 'done', allocation: inside(answer.item) }
  if (answer.is !== 'refused') return answer
  const { status, code, current } = answer
  const known = code && CAUSES.includes(code) ? (code as EntryCause) : null
  const byStatus = status === 403 ? 'forbidden' : status === 412 ? 'changed' : 'refused'
  return { is: 'refused', cause: known ?? byStatus, current: current ? inside(current) : null }
}

/** Writes and their answers are in WGS-84. */
function inside(wire: z.output<typeof allocationWire>): Allocation {
  return allocationOf(wire, (position) => position)
}
