import { apiBase } from './base'
import { sendKeyed } from './keyed-write'
import { refreshFeed } from './readings'

/** What an officer can do with one occurrence. */
export type AlarmVerb = 'acknowledge' | 'shelve' | 'unshelve' | 'verify' | 'reset'

export interface AlarmWrite {
  readonly occurrence: string
  readonly verb: AlarmVerb
  /** Revision of the record that the officer saw. */
  readonly rev: number
  /** Client's own; the same on every retry, so that nothing is done twice. */
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
}

/** `network`: nobody knows whether it arrived; the same write may be sent again. */
export type WriteCause =
  | 'network'
  | 'changed'
  | 'superseded'
  | 'not-possible'
  | 'no-reason'
  | 'too-long'
  | 'already-over'
  | 'gone'
  | 'refused'

export type WriteOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly cause: WriteCause }

const KNOWN: readonly string[] = [
  'changed',
  'superseded',
  'not-possible',
  'no-reason',
  'too-long',
  'already-over',
  'gone',
]

/** One write. Never throws; whatever comes of it, the feed is asked for at once. */
export async function writeAlarm({
  occurrence,
  verb,
  rev,
  key,
  body,
}: AlarmWrite): Promise<WriteOutcome> {
  try {
    const path = `alarms/${encodeURIComponent(occurrence)}/${verb}`
    const response = await sendKeyed({ method: 'POST', path, key, rev, body })
    if (response.ok) return { ok: true }
    const { code } = (await response.json().catch(() => ({}))) as { code?: unknown }
    const isKnown = typeof code === 'string' && KNOWN.includes(code)
    return { ok: false, cause: isKnown ? (code as WriteCause) : 'refused' }
  } catch {
    return { ok: false, cause: 'network' }
  } finally {
    refreshFeed('alarms')
  }
}

/** Where the photograph of a place is; its name on the wire is no URL and becomes none. */
export function photoUrl(photo: string): string {
  return `${apiBase()}/photos/${encodeURIComponent(photo)}`
}

/** A key for one write, 128 random bits. `crypto.randomUUID` is closed on plain http, where many a command centre lives. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
