import type { EpochMs } from '../domain/time'
import { type Refusal, refuse } from './decode'

/** More than any feed answers with; a body beyond it is cut off while it streams. */
export const BODY_LIMIT_BYTES = 20 * 1024 * 1024
/** `Retry-After` is honoured up to here: beyond it a wall would never come back by itself. */
const MAX_RETRY_AFTER_MS = 10 * 60_000

export interface Ask {
  readonly url: string
  readonly accept: string
  /** Sent as `If-None-Match`. */
  readonly etag: string | null
  readonly timeoutMs: number
  /** Stops the request from outside; the answer is then of no interest. */
  readonly signal?: AbortSignal
  readonly limitBytes?: number
}

export interface Body {
  readonly ok: true
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly etag: string | null
}

/** The source would give the same answer again. */
export interface Unchanged {
  readonly ok: 'unchanged'
  /** `Generated-At` of the 304: when the source confirmed its content; null where it does not say. */
  readonly generatedAt: EpochMs | null
}

export interface FetchRefusal extends Refusal {
  /** How long the server asks to be left alone, ms. */
  readonly retryAfterMs: number | null
}

/**
 * One GET. Timeout and stop share one abort, which covers the body too, and the body is read with a limit. Every
 * failure is a value; nothing is thrown.
 */
export async function fetchAnswer(ask: Ask): Promise<Body | Unchanged | FetchRefusal> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    abort.abort()
  }, ask.timeoutMs)
  ask.signal?.addEventListener('abort', stop)
  if (ask.signal?.aborted) stop()
  try {
    const response = await fetch(ask.url, {
      signal: abort.signal,
      cache: 'no-store', // the ETag is kept here; the browser's cache would hide the 304
      redirect: 'manual', // an API does not move; whoever redirects is asking for a login
      headers: { accept: ask.accept, ...(ask.etag === null ? {} : { 'if-none-match': ask.etag }) },
    })
    const answer = await readResponse(response, ask)
    if (!answer.ok) abort.abort() // whatever is left of the body is not wanted
    return answer
  } catch (error) {
    if (timedOut) return { ...refuse('timeout', `${ask.timeoutMs} ms`), retryAfterMs: null }
    const detail = error instanceof Error ? error.message : null
    return { ...refuse('network', detail), retryAfterMs: null }
  } finally {
    clearTimeout(timer)
    ask.signal?.removeEventListener('abort', stop)
  }
}

async function readResponse(
  response: Response,
  ask: Ask,
): Promise<Body | Unchanged | FetchRefusal> {
  const refused = (refusal: Refusal): FetchRefusal => ({
    ...refusal,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
  })
  const { status } = response
  if (status === 304 && ask.etag !== null) {
    return { ok: 'unchanged', generatedAt: timeOf(response.headers.get('generated-at')) }
  }
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) {
    return refused(refuse('login-page', 'redirected'))
  }
  if (status === 401 || status === 403) return refused(refuse('auth', String(status)))
  if (status !== 200) return refused(refuse('http', String(status)))
  const limit = ask.limitBytes ?? BODY_LIMIT_BYTES
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    return refused(refuse('too-long', `over ${limit} bytes`))
  }
  const bytes = await readBody(response, limit)
  if (bytes === null) return refused(refuse('too-long', `over ${limit} bytes`))
  const { headers } = response
  return { ok: true, bytes, contentType: headers.get('content-type'), etag: headers.get('etag') }
}

/** Null when the body is longer than `limit`; not a byte more than that chunk is kept. */
async function readBody(response: Response, limit: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Seconds or an HTTP date. */
export function retryAfterMs(header: string | null, now: EpochMs = Date.now()): number | null {
  if (header === null) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : null
}

function timeOf(header: string | null): EpochMs | null {
  const at = header === null ? Number.NaN : Date.parse(header)
  return Number.isFinite(at) ? at : null
}
