import * as z from 'zod/mini'
import { timeoutMs } from '../domain/freshness'
import type { EpochMs } from '../domain/time'
import { HEARTBEAT_MS, type Heartbeat, type Wall } from '../domain/wall'
import { apiBase } from './base'
import { type Refusal, refuse } from './decode'
import { fetchAnswer } from './fetch-answer'
import type { Outcome } from './schedule'
import { wallOf, wallsWire } from './wall-wire'

/** How often the list of walls is asked for, where somebody looks at it. */
export const WALLS_EVERY_MS = 10_000

/** The walls that the server has heard of, and its own time of saying so. */
export interface Walls {
  readonly generatedAt: EpochMs
  readonly items: readonly Wall[]
}

export type WallsAnswer =
  | { readonly ok: true; readonly walls: Walls }
  | { readonly ok: false; readonly refusal: Refusal; readonly retryAfterMs: number | null }

export async function getWalls(signal: AbortSignal): Promise<WallsAnswer> {
  const answer = await fetchAnswer({
    url: `${apiBase()}/walls`,
    accept: 'application/json',
    etag: null,
    timeoutMs: timeoutMs(WALLS_EVERY_MS),
    signal,
  })
  if (answer.ok === false) {
    const { retryAfterMs, ...refusal } = answer
    return { ok: false, refusal, retryAfterMs }
  }
  const bad = (refusal: Refusal): WallsAnswer => ({ ok: false, refusal, retryAfterMs: null })
  if (answer.ok === 'unchanged') return bad(refuse('envelope', 'a 304 that nobody asked for'))
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes))
    const read = z.safeParse(wallsWire, json)
    if (!read.success) return bad(refuse('envelope', z.prettifyError(read.error).slice(0, 200)))
    const { generatedAt, items } = read.data
    return { ok: true, walls: { generatedAt, items: items.map(wallOf) } }
  } catch {
    return bad(refuse('json', null))
  }
}

/** Tells the server of this wall. Never throws; the next heartbeat says the same and more. */
export async function sendHeartbeat(
  id: string,
  beat: Heartbeat,
  signal: AbortSignal,
): Promise<Outcome> {
  const { stoppedAt, ...rest } = beat
  const abort = new AbortController()
  const stop = () => abort.abort()
  const timer = setTimeout(stop, timeoutMs(HEARTBEAT_MS))
  signal.addEventListener('abort', stop)
  try {
    const response = await fetch(`${apiBase()}/walls/${encodeURIComponent(id)}`, {
      method: 'PUT',
      redirect: 'manual',
      signal: abort.signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...rest,
        stoppedAt: stoppedAt === null ? null : new Date(stoppedAt).toISOString(),
      }),
    })
    return response.ok ? { ok: true } : { ok: false, retryAfterMs: null }
  } catch {
    return { ok: false, retryAfterMs: null }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
