import * as z from 'zod/mini'
import type { Annotation, AnnotationDraft } from '../domain/annotation'
import { timeoutMs } from '../domain/freshness'
import { type EpochMs, MINUTE_MS } from '../domain/time'
import { annotationOf, annotationsWire, annotationWire } from './annotation-wire'
import { apiBase } from './base'
import { type Refusal, refuse } from './decode'
import { fetchAnswer } from './fetch-answer'
import { readWrite, sendKeyed } from './keyed-write'

/** How often marks are asked for, where somebody looks at them. */
export const ANNOTATIONS_EVERY_MS = MINUTE_MS / 2

/** The marks of the days asked for, and the server's own time of saying so. */
export interface Annotations {
  readonly generatedAt: EpochMs
  readonly items: readonly Annotation[]
  /** Records that could not be read. */
  readonly setAside: number
}

export type AnnotationsAnswer =
  | { readonly ok: true; readonly annotations: Annotations }
  | { readonly ok: false; readonly refusal: Refusal; readonly retryAfterMs: number | null }

/** Marks that begin, go on or end within [from, to). */
export async function getAnnotations(
  from: EpochMs,
  to: EpochMs,
  signal: AbortSignal,
): Promise<AnnotationsAnswer> {
  const query = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`
  const answer = await fetchAnswer({
    url: `${apiBase()}/annotations?${query}`,
    accept: 'application/json',
    etag: null,
    timeoutMs: timeoutMs(ANNOTATIONS_EVERY_MS),
    signal,
  })
  if (answer.ok === false) {
    const { retryAfterMs, ...refusal } = answer
    return { ok: false, refusal, retryAfterMs }
  }
  const bad = (refusal: Refusal): AnnotationsAnswer => ({ ok: false, refusal, retryAfterMs: null })
  if (answer.ok === 'unchanged') return bad(refuse('envelope', 'a 304 that nobody asked for'))
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes))
    const read = z.safeParse(annotationsWire, json)
    if (!read.success) return bad(refuse('envelope', z.prettifyError(read.error).slice(0, 200)))
    const { generatedAt, items } = read.data
    const known = items.flatMap((item) => {
      const one = z.safeParse(annotationWire, item)
      return one.success ? [annotationOf(one.data)] : []
    })
    const setAside = items.length - known.length
    return { ok: true, annotations: { generatedAt, items: known, setAside } }
  } catch {
    return bad(refuse('json', null))
  }
}

export interface AnnotationWrite {
  /** The client's own, the same on every try: nothing is written twice. */
  readonly key: string
  /** Null: a new one. */
  readonly id: string | null
  /** Revision that the writer saw; 0 where there was none. */
  readonly seenRev: number
  readonly draft: AnnotationDraft
  readonly by: string
}

/** `changed`: somebody was faster. `full`: the server keeps no more of them. */
export const ANNOTATION_CAUSES = ['changed', 'gone', 'full', 'precondition', 'forbidden'] as const
export type AnnotationCause = (typeof ANNOTATION_CAUSES)[number] | 'refused'

export type Written =
  | { readonly is: 'done'; readonly annotation: Annotation }
  | {
      readonly is: 'refused'
      readonly cause: AnnotationCause
      /** How it stands, where the server has told. */
      readonly current: Annotation | null
    }
  /** 401: nothing was done, and nothing will be until somebody signs in. */
  | { readonly is: 'locked' }
  /** No answer, or none that can be believed: it may have been done. The same key may be asked again. */
  | { readonly is: 'unknown' }

/** One write. Never throws. */
export async function writeAnnotation(write: AnnotationWrite): Promise<Written> {
  const { key, id, seenRev, draft, by } = write
  const iso = (at: EpochMs) => new Date(at).toISOString()
  try {
    const response = await sendKeyed({
      method: id === null ? 'POST' : 'PUT',
      path: `annotations${id === null ? '' : `/${encodeURIComponent(id)}`}`,
      key,
      rev: seenRev,
      body: {
        ...draft,
        from: iso(draft.from),
        to: draft.to === null ? null : iso(draft.to),
        by,
      },
    })
    return await read(response)
  } catch {
    return { is: 'unknown' }
  }
}

async function read(response: Response): Promise<Written> {
  const answer = await readWrite(response, annotationWire)
  if (answer.is === 'done') return { is: 'done', annotation: annotationOf(answer.item) }
  if (answer.is !== 'refused') return answer
  const { status, code, current } = answer
  const known = ANNOTATION_CAUSES.find((one) => one === code)
  const byStatus = BY_STATUS[status] ?? 'refused'
  return {
    is: 'refused',
    cause: known ?? byStatus,
    current: current ? annotationOf(current) : null,
  }
}

const BY_STATUS: { readonly [status: number]: AnnotationCause } = {
  403: 'forbidden',
  404: 'gone',
  412: 'changed',
  428: 'precondition',
}
