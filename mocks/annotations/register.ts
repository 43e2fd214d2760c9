import * as z from 'zod/mini'
import {
  annotationDraftWire,
  type annotationWire,
  MOST_ANNOTATIONS,
} from '../../src/api/annotation-wire'
import type { EpochMs } from '../../src/domain/time'
import type { Write } from '../allocations/writes'
import { iso } from '../calendar'
import { type Kept, keptInMemory } from '../kept'

export type AnnotationRecord = z.input<typeof annotationWire>

interface Answer {
  readonly asked: string
  readonly status: number
  readonly body: string
}

/** Every mark that was ever written, struck out or not, and the first answer to each key. */
export interface Annotated {
  readonly serial: number
  readonly items: readonly AnnotationRecord[]
  readonly answers: Readonly<Record<string, Answer>>
}
export type AnnotationRegister = Kept<Annotated>

const NOTHING: Annotated = { serial: 0, items: [], answers: {} }
const MOST_ANSWERS = 200

export const memoryAnnotations = (): AnnotationRegister => keptInMemory(NOTHING)
export const EMPTY_ANNOTATED = NOTHING

/** Answers whatever is asked below `annotations`; null where the path is another one. */
export async function respondToAnnotations(
  { method, path, headers, body }: Write,
  query: URLSearchParams,
  register: AnnotationRegister,
  at: EpochMs,
): Promise<Response | null> {
  const [isOurs, name] = /^annotations(?:\/([^/]+))?$/.exec(path) ?? []
  if (!isOurs) return null
  const isNew = method === 'POST' && name === undefined
  if (method === 'GET' && name === undefined) return list(query, register, at)
  if (!isNew && !(method === 'PUT' && name !== undefined)) return null
  const key = headers.get('idempotency-key')
  const match = headers.get('if-match')?.replaceAll('"', '')
  if (!key || !match || !/^\d{1,9}$/.test(match))
    return problem(428, 'precondition', 'Idempotency-Key and If-Match (a revision) are required')
  const draft = annotationDraftWire.safeParse(body)
  if (!draft.success) return problem(400, 'malformed', z.prettifyError(draft.error))
  const wire = body as z.input<typeof annotationDraftWire>
  const id = name === undefined ? null : decodeURIComponent(name)
  const asked = JSON.stringify([method, id, match, wire])
  const answer = await register.change<Answer>((before) => {
    const first = before.answers[key]
    if (first && first.asked !== asked)
      return [before, told(asked, 422, { code: 'key-reused', detail: 'the key of another write' })]
    if (first) return [before, first]
    const [after, verdict] = write(before, id, Number(match), wire, at)
    const now = told(asked, verdict.status, verdict.body)
    const answers = Object.entries(after.answers).slice(-MOST_ANSWERS)
    return [{ ...after, answers: Object.fromEntries([...answers, [key, now]]) }, now]
  })
  return json(answer.status, answer.body)
}

type Verdict = { readonly status: number; readonly body: object }

/** Pure: what is written after it, and what is said to it. */
function write(
  before: Annotated,
  id: string | null,
  seenRev: number,
  draft: z.input<typeof annotationDraftWire>,
  at: EpochMs,
): readonly [Annotated, Verdict] {
  const stands = id === null ? null : before.items.find((one) => one.id === id)
  if (stands === undefined)
    return [before, { status: 404, body: { code: 'gone', detail: 'no such mark' } }]
  if ((stands?.rev ?? 0) !== seenRev) {
    const body = { code: 'changed', detail: 'somebody was faster', current: stands }
    return [before, { status: 412, body }]
  }
  const others = before.items.filter((one) => one !== stands)
  const standing = others.filter(({ isRemoved }) => !isRemoved).length
  if (!draft.isRemoved && standing >= MOST_ANNOTATIONS)
    return [before, { status: 409, body: { code: 'full', detail: 'strike out an old mark first' } }]
  const serial = before.serial + (id === null ? 1 : 0)
  const record: AnnotationRecord = {
    ...draft,
    id: id ?? `an-${serial}`,
    rev: seenRev + 1,
    writtenAt: iso(at),
  }
  const status = id === null ? 201 : 200
  return [
    { ...before, serial, items: [...others, record] },
    { status, body: record },
  ]
}

function list(query: URLSearchParams, register: AnnotationRegister, at: EpochMs): Response {
  const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name) ?? ''))
  if (!from || !to || !(from < to)) return problem(400, 'malformed', 'from and to are required')
  const items = register
    .read()
    .items.filter(
      (one) =>
        !one.isRemoved &&
        Date.parse(one.from) < to &&
        Math.max(Date.parse(one.from), one.to === null ? 0 : Date.parse(one.to)) >= from,
    )
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  return json(200, JSON.stringify({ generatedAt: iso(at), items }))
}

const told = (asked: string, status: number, body: object): Answer => ({
  asked,
  status,
  body: JSON.stringify(status >= 400 ? { status, ...body } : body),
})

const problem = (status: number, code: string, detail: string) =>
  json(status, JSON.stringify({ status, code, detail }))

function json(status: number, body: string): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  return new Response(body, {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  })
}
