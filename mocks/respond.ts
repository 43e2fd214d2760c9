import { FEED_IDS, type FeedId } from '../src/api/feeds'
import { AREA_LEVELS, SERIES_STEPS } from '../src/domain/measure'
import type { EpochMs } from '../src/domain/time'
import { iso } from './calendar'
import type { Fault } from './faults'
import { bodyOf } from './garble'
import { keyOf } from './random'
import { SCENARIOS } from './scenarios'
import type { World } from './world'

/** What goes back, and when. */
export interface Reply {
  /** Infinity: never. */
  readonly delayMs: number
  /** Null: the connection fails. */
  readonly response: Response | null
}

const LONGEST_SPAN_MS = 3 * 366 * 86_400_000

/** Answers one GET below the API's base (`path` without it, such as `units` or `incidents/history`). Pure. */
export function respond(
  path: string,
  query: URLSearchParams,
  headers: Headers,
  world: World,
  at: EpochMs,
): Reply {
  if (path === 'incidents/history') return now(history(query, headers, world, at))
  if (path === 'crowd/history') {
    const past = world.crowdPast(query.get('area') ?? '', at)
    return now(past ? Response.json(past) : problem(404, 'no such area'))
  }
  if (path === 'measures/series') return now(series(query, world, at))
  const { fire } = world
  if (path === 'fire/verifications')
    return now(Response.json(fire?.verifications(at) ?? { since: iso(at), items: [] }))
  if (path === 'fire/inspections') return now(Response.json(fire?.inspections(at) ?? { items: [] }))
  if (path === 'fire/rule-pack')
    return now(fire ? Response.json(fire.pack()) : problem(404, 'no fire sensors here'))
  if (path === 'fire/rule-pack/earlier')
    return now(Response.json({ items: fire?.earlierPacks() ?? [] }))
  const feed = FEED_IDS.find((id) => id === path)
  if (!feed) return now(problem(404, 'no such feed'))
  const { scenario, startAt } = world.options
  const fault = SCENARIOS[scenario].faultAt(feed, at, startAt)
  if (fault?.kind === 'refused') return { delayMs: 0, response: null }
  if (fault?.kind === 'hang') return { delayMs: Number.POSITIVE_INFINITY, response: null }
  if (fault?.kind === 'status') return now(statusOf(fault))
  const response = answer(feed, query, headers, world, at, fault)
  return { delayMs: fault?.kind === 'delay' ? fault.ms : 0, response }
}

const now = (response: Response): Reply => ({ delayMs: 0, response })

function answer(
  feed: FeedId,
  query: URLSearchParams,
  headers: Headers,
  world: World,
  at: EpochMs,
  fault: Fault | null,
): Response {
  const sourceTime =
    fault?.kind === 'frozen' ? fault.at : fault?.kind === 'ahead' ? at + fault.byMs : at
  const spoilt = fault?.kind === 'bad-records' || fault?.kind === 'infinity'
  const plain = world.etag(feed, sourceTime)
  const etag = fault && fault.kind !== 'delay' ? plain.replace(/"$/, `-${fault.kind}"`) : plain
  const stamp = { etag, 'generated-at': iso(sourceTime), 'cache-control': 'no-store' }
  if (headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: stamp })
  // Bad records come in whole pictures: in a delta of one, one bad record would be all of it.
  const envelope = world.answer(feed, sourceTime, spoilt ? null : query.get('since'))
  const { bytes, contentType } = bodyOf(envelope, fault)
  return new Response(bytes, { status: 200, headers: { ...stamp, 'content-type': contentType } })
}

function series(query: URLSearchParams, world: World, at: EpochMs): Response {
  const from = Date.parse(query.get('from') ?? '')
  const to = Date.parse(query.get('to') ?? '')
  const level = AREA_LEVELS.find((one) => one === query.get('level'))
  const step = SERIES_STEPS.find((one) => one === query.get('step'))
  if (!(from <= to) || !level || !step) return problem(400, 'from, to, level and step are needed')
  const measure = query.get('measure') ?? ''
  const asked = { measure, part: query.get('part') ?? '', level, step, from, to }
  const answered = world.measures?.(asked, at)
  return answered ? Response.json(answered) : problem(404, 'no such measure, part, level or step')
}

function history(query: URLSearchParams, headers: Headers, world: World, at: EpochMs): Response {
  const from = Date.parse(query.get('from') ?? '')
  const to = Date.parse(query.get('to') ?? '')
  if (!(from <= to)) return problem(400, 'from and to are ISO 8601 times, from not after to')
  if (to - from > LONGEST_SPAN_MS) return problem(400, 'at most three years at once')
  const bytes = world.history(from, to, at)
  let key = bytes.length
  for (let i = 0; i < bytes.length; i += 61) key = (Math.imul(key, 31) + (bytes[i] ?? 0)) | 0
  const etag = `"h-${keyOf(from, to, key).toString(36)}"`
  if (headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag, 'generated-at': iso(at) } })
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    status: 200,
    headers: {
      'content-type': 'application/vnd.apache.arrow.stream',
      'cache-control': 'no-store',
      'generated-at': iso(at),
      etag,
    },
  })
}

function statusOf({ status, retryAfterS }: Extract<Fault, { kind: 'status' }>): Response {
  return problem(
    status,
    'the source is down (mock)',
    retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) },
  )
}

/** RFC 9457. */
function problem(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}
