import * as z from 'zod/mini'
import { apiBase } from './base'

const TIMEOUT_MS = 8_000

interface KeyedWrite {
  readonly method: 'POST' | 'PUT' | 'PATCH'
  /** Below the API's base. */
  readonly path: string
  /** The client's own, the same on every try: nothing is written twice. */
  readonly key: string
  /** Revision that the writer saw; 0 where there was none. */
  readonly rev: number
  readonly body: object
}

/** One write by the contract's rules for writes. Rejects where no answer comes: it may have been done. */
export function sendKeyed({ method, path, key, rev, body }: KeyedWrite): Promise<Response> {
  return fetch(`${apiBase()}/${path}`, {
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
}

export type WriteAnswer<Item> =
  | { readonly is: 'done'; readonly item: Item }
  | {
      readonly is: 'refused'
      readonly status: number
      readonly code: string | null
      /** How it stands, where the server has told. */
      readonly current: Item | null
    }
  /** 401: nothing was done, and nothing will be until somebody signs in. */
  | { readonly is: 'locked' }
  /** No answer, or none that can be believed: it may have been done. The same key may be asked again. */
  | { readonly is: 'unknown' }

/** What an answer to a write says. */
export async function readWrite<Schema extends z.ZodMiniType>(
  response: Response,
  schema: Schema,
): Promise<WriteAnswer<z.output<Schema>>> {
  const { status } = response
  // Whoever redirects is asking for a login.
  if (status === 401 || response.type === 'opaqueredirect') return { is: 'locked' }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const told = z.safeParse(schema, body)
    // A success that cannot be read is no confirmation; the same key gets the same answer when it is asked again.
    return told.success ? { is: 'done', item: told.data } : { is: 'unknown' }
  }
  if (status >= 500 || status === 408 || status === 429 || status < 400) return { is: 'unknown' }
  const problem = z.safeParse(
    z.object({ code: z.optional(z.string()), current: z.optional(schema) }),
    body,
  )
  const { code = null, current = null } = problem.success ? problem.data : {}
  return { is: 'refused', status, code, current: current as z.output<Schema> | null }
}
