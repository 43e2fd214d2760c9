import { transfer, wrap } from 'comlink'
import type { EpochMs } from '../../src/domain/time'
import type { Ask } from '../answer'
import type { Elsewhere } from '../handlers'
import type { Reply } from '../respond'
import type { WorldOptions } from '../world'

/** A request and its answer as they cross to a worker and back. */
export interface PlainAsk extends Omit<Ask, 'query' | 'headers'> {
  readonly query: string
  readonly headers: readonly (readonly [string, string])[]
}
export interface PlainReply {
  readonly delayMs: number
  readonly response: {
    readonly status: number
    readonly headers: readonly (readonly [string, string])[]
    readonly bytes: ArrayBuffer
  } | null
}

/** The worker's side: `shared.worker.ts`. */
export interface AlarmHost {
  readonly answer: (options: WorldOptions, ask: PlainAsk, at: EpochMs) => Promise<PlainReply>
}

const IS_ALARMING = /^(alarms|alarm-rules|fire)(\/|$)/
/** Answers that have no body of their own. */
const BARE = new Set([204, 205, 304])

/**
 * One alarm server for all tabs of a run, in a shared worker, so that what is acknowledged at a desk is so on the wall.
 * Where there are no shared workers each page answers for itself.
 *
 * @param run names the run: a world that begins again has no memory of the one before
 */
export function sharedAlarms(options: WorldOptions, run: string): Elsewhere {
  if (!('SharedWorker' in globalThis) || options.scenario === 'columbia') return () => null
  const { scenario, seed, scale, startAt } = options
  const plain = { scenario, seed, scale, startAt }
  const worker = new SharedWorker(new URL('./shared.worker.ts', import.meta.url), {
    type: 'module',
    name: run,
  })
  let isBroken = false
  worker.addEventListener('error', () => {
    isBroken = true
  })
  const host = wrap<AlarmHost>(worker.port)
  return (ask, at) => {
    if (isBroken || !IS_ALARMING.test(ask.path)) return null
    return host.answer(plain, plainAsk(ask), at).then(replyOf)
  }
}

const plainAsk = ({ query, headers, ...ask }: Ask): PlainAsk => ({
  ...ask,
  query: query.toString(),
  headers: [...headers],
})

export const askOf = ({ query, headers, ...ask }: PlainAsk): Ask => ({
  ...ask,
  query: new URLSearchParams(query),
  headers: new Headers(headers.map(([name, value]) => [name, value])),
})

function replyOf({ delayMs, response }: PlainReply): Reply {
  if (!response) return { delayMs, response }
  const { status, headers, bytes } = response
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) }
  return { delayMs, response: new Response(BARE.has(status) ? null : bytes, init) }
}

export async function plainReply({ delayMs, response }: Reply): Promise<PlainReply> {
  if (!response) return { delayMs, response }
  const bytes = await response.arrayBuffer()
  const { status, headers } = response
  return transfer({ delayMs, response: { status, headers: [...headers], bytes } }, [bytes])
}
