import type { IncidentColumns } from '../domain/incident'
import { SECOND_MS } from '../domain/time'
import type { Refusal } from './decode'
import { fetchAnswer } from './fetch-answer'
import { ARROW_STREAM } from './history-wire'

/** Five million rows are 110 MB; a slow line may take its time over them. */
const LIMIT_BYTES = 192 * 1024 * 1024
const TIMEOUT_MS = 60 * SECOND_MS

export interface FetchedHistory {
  readonly ok: true
  readonly columns: IncidentColumns
  readonly rejectedCount: number
  readonly etag: string | null
}

/** Bytes to columns; in the worker, so that the page has no part in it. */
export async function fetchHistory(
  url: string,
  etag: string | null,
  signal: AbortSignal,
): Promise<FetchedHistory | { readonly ok: 'unchanged' } | Refusal> {
  const answer = await fetchAnswer({
    url,
    accept: ARROW_STREAM,
    etag,
    timeoutMs: TIMEOUT_MS,
    signal,
    limitBytes: LIMIT_BYTES,
  })
  if (answer.ok === false) return { ok: false, cause: answer.cause, detail: answer.detail }
  if (answer.ok === 'unchanged') return { ok: 'unchanged' }
  const type = (answer.contentType ?? '').toLowerCase()
  if (!type.startsWith(ARROW_STREAM)) {
    const cause = type.startsWith('text/html') ? 'login-page' : 'content-type'
    return { ok: false, cause, detail: answer.contentType }
  }
  // Arrow is 45 KB that nothing else needs.
  const { decodeHistory } = await import('./history-decode')
  const decoded = decodeHistory(answer.bytes)
  return decoded.ok ? { ...decoded, etag: answer.etag } : decoded
}
