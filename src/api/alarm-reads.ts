import * as z from 'zod/mini'
import type { AlarmRule, RuleSet } from '../domain/alarm-rules'
import {
  type HappeningWire,
  historyAnswerWire,
  ruleSetWire,
  type TrialAnswer,
  trialAnswerWire,
} from './alarm-wire'
import { newKey } from './alarm-writes'
import { apiBase } from './base'
import { fetchAnswer } from './fetch-answer'

/** What an answer that was asked for once says, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly cause: string; readonly detail: string | null }

const TIMEOUT_MS = 30_000

export type Happening = HappeningWire

export function getHistory(
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<Answer<readonly Happening[]>> {
  const query = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`
  return getJson(`alarms/history?${query}`, historyAnswerWire, signal, ({ items }) => items)
}

export function getRules(signal: AbortSignal): Promise<Answer<RuleSet>> {
  return getJson('alarm-rules', ruleSetWire, signal, (rules) => rules as RuleSet)
}

export function putRules(
  before: RuleSet,
  rules: readonly AlarmRule[],
  by: string,
): Promise<Answer<RuleSet>> {
  return sendJson('PUT', 'alarm-rules', { by, rules }, ruleSetWire, {
    'if-match': `"${before.rev}"`,
    'idempotency-key': newKey(),
  }) as Promise<Answer<RuleSet>>
}

/** How often a rule would have rung in the last days. */
export function tryRule(rule: AlarmRule, days: number): Promise<Answer<TrialAnswer>> {
  return sendJson('POST', 'alarm-rules/trial', { rule, days }, trialAnswerWire)
}

export async function getJson<Schema extends z.ZodMiniType, T>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
  pick: (value: z.output<Schema>) => T,
): Promise<Answer<T>> {
  const answer = await fetchAnswer({
    url: `${apiBase()}/${path}`,
    accept: 'application/json',
    etag: null,
    timeoutMs: TIMEOUT_MS,
    signal,
  })
  if (answer.ok === false) return { ok: false, cause: answer.cause, detail: answer.detail ?? null }
  if (answer.ok === 'unchanged') return { ok: false, cause: 'malformed', detail: null }
  const text = new TextDecoder().decode(answer.bytes)
  const read = parsed(text, schema)
  return read.ok ? { ok: true, value: pick(read.value) } : read
}

export async function sendJson<Schema extends z.ZodMiniType>(
  method: string,
  path: string,
  body: unknown,
  schema: Schema,
  headers: Record<string, string> = {},
): Promise<Answer<z.output<Schema>>> {
  try {
    const response = await fetch(`${apiBase()}/${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (response.ok) return parsed(text, schema)
    const problem = JSON.parse(text) as { code?: unknown; detail?: unknown }
    return { ok: false, cause: String(problem.code), detail: String(problem.detail) }
  } catch {
    return { ok: false, cause: 'network', detail: null }
  }
}

function parsed<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
): Answer<z.output<Schema>> {
  try {
    const read = z.safeParse(schema, JSON.parse(text))
    if (read.success) return { ok: true, value: read.data }
    return { ok: false, cause: 'malformed', detail: z.prettifyError(read.error).slice(0, 300) }
  } catch {
    return { ok: false, cause: 'malformed', detail: null }
  }
}
