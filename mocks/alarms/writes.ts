import * as z from 'zod/mini'
import {
  acknowledgeWire,
  rulesWire,
  shelveWire,
  trialWire,
  verifyWire,
} from '../../src/api/alarm-wire'
import { firePackEditWire } from '../../src/api/fire-records'
import type { AlarmRefusal } from '../../src/domain/alarm-machine'
import { ruleFaults } from '../../src/domain/alarm-rule-faults'
import type { AlarmRule } from '../../src/domain/alarm-rules'
import { type EpochMs, MINUTE_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import type { FireOffice } from '../fire-records'
import type { World } from '../world'
import { tryRule } from './past'
import { photograph } from './photograph'
import type { AlarmServer } from './server'

/** What an officer can do about each refusal. */
const TODO: { readonly [C in AlarmRefusal]: string } = {
  superseded: 'a newer occurrence stands; look at it and answer that one',
  'not-possible': 'the alarm has changed; look at its state',
  'no-reason': 'give a reason',
  'too-long': 'shelve for at most eight hours',
  'already-over': 'choose a time that lies ahead',
}

interface Write {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

/** First answers by `Idempotency-Key`: a repeated key gets the first answer again. */
const answered = new WeakMap<World, Map<string, { status: number; body: string }>>()

/** Answers one write below the API's base; null where the path takes none. */
export async function respondToWrite(
  write: Write,
  world: World,
  at: EpochMs,
): Promise<Response | null> {
  const handle = handlerOf(write)
  if (!handle) return null
  if (!world.alarms || !world.fire) return problem(409, 'no-alarms', 'this world has no alarms')
  if (handle.isTrial) return handle.run(world.alarms, at)
  const key = write.headers.get('idempotency-key')
  const match = write.headers.get('if-match')
  if (!key || !match)
    return problem(428, 'precondition', 'Idempotency-Key and If-Match are required')
  const known = answered.get(world) ?? new Map<string, { status: number; body: string }>()
  answered.set(world, known)
  const first = known.get(key)
  if (first) return json(first.status, first.body)
  const response = await handle.run(world.alarms, at, match.replaceAll('"', ''), world.fire)
  known.set(key, { status: response.status, body: await response.clone().text() })
  return response
}

interface Handler {
  readonly isTrial?: boolean
  readonly run: (
    server: AlarmServer,
    at: EpochMs,
    match?: string,
    fire?: FireOffice,
  ) => Response | Promise<Response>
}

function handlerOf({ method, path, body }: Write): Handler | null {
  if (method === 'PUT' && path === 'alarm-rules')
    return { run: (server, at, match) => putRules(server, at, match, body) }
  if (method === 'PUT' && path === 'fire/rule-pack')
    return { run: (_server, at, match, fire) => putPack(fire as FireOffice, at, match, body) }
  if (method === 'POST' && path === 'alarm-rules/trial')
    return { isTrial: true, run: (server, at) => trial(server, at, body) }
  const [, occurrence, verb] =
    /^alarms\/([^/]+)\/(acknowledge|shelve|unshelve|verify|reset)$/.exec(path) ?? []
  if (method !== 'POST' || !occurrence || !verb) return null
  const id = decodeURIComponent(occurrence)
  return { run: (server, at, match) => act(server, at, id, verb, match, body) }
}

function act(
  server: AlarmServer,
  at: EpochMs,
  id: string,
  verb: string,
  match: string | undefined,
  body: unknown,
) {
  server.pictureAt(at)
  const found = server.find(id)
  if (!found) return problem(404, 'gone', 'no such alarm')
  const { alarm, rev, wire } = found
  if (wire.id !== id) return problem(409, 'superseded', TODO.superseded, wire)
  if (String(rev) !== match) return problem(412, 'changed', 'somebody was faster', wire)
  const { occurrence } = alarm
  if (verb === 'verify') {
    const verdict = z.safeParse(verifyWire, body)
    if (!verdict.success || alarm.kind !== 'fire')
      return problem(400, 'malformed', 'a verdict on a fire alarm')
    const { verdict: found, by, finding } = verdict.data
    server.verify(alarm.id, found, by, at, finding?.trim() || null)
    return json(200, JSON.stringify(server.find(id)?.wire))
  }
  const isUnanswered = alarm.state === 'unacknowledged' || alarm.state === 'returned-unacknowledged'
  if (verb === 'shelve' && alarm.priority === 1 && isUnanswered)
    return problem(409, 'not-possible', 'answer it before you shelve it', wire)
  const asked = z.safeParse(verb === 'shelve' ? shelveWire : acknowledgeWire, body)
  if (!asked.success) return problem(400, 'malformed', 'who, and for shelving why and how long')
  const { by } = asked.data
  const { reason, minutes } = asked.data as Partial<z.output<typeof shelveWire>>
  const result = server.apply(
    alarm.id,
    verb === 'shelve'
      ? {
          name: 'shelve',
          occurrence,
          by,
          at,
          reason: reason ?? '',
          until: at + (minutes ?? 0) * MINUTE_MS,
        }
      : verb === 'unshelve'
        ? { name: 'unshelve', at }
        : { name: verb as 'acknowledge' | 'reset', occurrence, by, at },
  )
  if (!result.ok) return problem(409, result.cause, TODO[result.cause], server.find(id)?.wire)
  return json(200, JSON.stringify(server.find(id)?.wire))
}

function putRules(server: AlarmServer, at: EpochMs, match: string | undefined, body: unknown) {
  const now = server.rules()
  if (String(now.rev) !== match) return problem(412, 'changed', 'somebody was faster', now)
  const asked = z.safeParse(rulesWire, body)
  if (!asked.success) return problem(400, 'malformed', z.prettifyError(asked.error))
  const rules = asked.data.rules as readonly AlarmRule[]
  const faults = ruleFaults(rules)
  if (faults.length > 0) return problem(409, 'invalid-rules', JSON.stringify(faults))
  return json(200, JSON.stringify(server.setRules(rules, asked.data.by, at)))
}

function putPack(fire: FireOffice, at: EpochMs, match: string | undefined, body: unknown) {
  const now = fire.pack()
  if (String(now.rev) !== match) return problem(412, 'changed', 'somebody was faster', now)
  const asked = z.safeParse(firePackEditWire, body)
  if (!asked.success) return problem(400, 'malformed', 'who, and the text of the pack')
  const adopted = fire.adopt(asked.data.text, asked.data.by, at)
  return adopted
    ? json(200, JSON.stringify(adopted))
    : problem(409, 'invalid-rules', 'a wrong pack')
}

async function trial(server: AlarmServer, at: EpochMs, body: unknown) {
  const asked = z.safeParse(trialWire, body)
  if (!asked.success) return problem(400, 'malformed', 'a rule and a number of days')
  const rule = asked.data.rule as AlarmRule
  const faults = ruleFaults([rule])
  if (faults.length > 0) return problem(409, 'invalid-rules', JSON.stringify(faults))
  return json(200, JSON.stringify(await tryRule(server.past, rule, at, asked.data.days)))
}

/** GET below the API's base that concern alarms; null where it is none of them. */
export async function respondToAlarmRead(
  path: string,
  query: URLSearchParams,
  world: World,
  at: EpochMs,
) {
  const { alarms } = world
  if (path === 'alarm-rules') return json(200, JSON.stringify(alarms?.rules() ?? EMPTY_RULES))
  if (path === 'alarms/history') {
    const from = Date.parse(query.get('from') ?? '')
    const to = Date.parse(query.get('to') ?? '')
    if (!(from <= to)) return problem(400, 'malformed', 'from and to are ISO 8601 times')
    alarms?.pictureAt(at)
    const happenings = (await alarms?.history(from, Math.min(to, at))) ?? []
    return json(
      200,
      JSON.stringify({
        generatedAt: iso(at),
        items: happenings.map((one) => ({ ...one, at: iso(one.at) })),
      }),
    )
  }
  const photo = /^photos\/([^/]+)$/.exec(path)?.[1]
  return photo ? drawnPhoto(decodeURIComponent(photo), world, at) : null
}

function drawnPhoto(place: string, world: World, at: EpochMs): Response {
  const { items } = world.answer('fire-devices', at, null)
  const name = items.find(({ placeId }) => placeId === place)?.place ?? ''
  return new Response(photograph(place, name), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' },
  })
}

const EMPTY_RULES = { rev: 0, changedAt: 0, changedBy: '', rules: [] }

function json(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

/** RFC 9457, with the machine's code and the record as it stands. */
function problem(status: number, code: string, detail: string, current?: unknown): Response {
  return new Response(JSON.stringify({ status, code, detail, ...(current ? { current } : {}) }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
