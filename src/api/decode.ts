import type * as z from 'zod/mini'
import type { EpochMs } from '../domain/time'
import { isCrsName, PositionOutOfRange, toWgs84From } from './crs'
import { envelopeWire, SCHEMA_VERSION } from './envelope'
import type { Feed, FeedRecord } from './feed'
import { FEEDS, type FeedId, type ItemOf } from './feeds'
import { countDropped, sampleOf } from './personal'
import type { Cause, Rejected } from './reading'
import type { ToWgs84 } from './wire'

/** Above this share of records set aside, the answer is refused (contract, "What bad input gets"). */
const REJECTED_SHARE = 0.2
/** More records than the largest feed of a province by an order of magnitude; beyond it the page would stall. */
const MAX_RECORDS = 200_000

/** Why an answer was not taken. A value, never an exception. */
export interface Refusal {
  readonly ok: false
  readonly cause: Cause
  readonly detail: string | null
}

/** A record set aside, with its id where it has a readable one. */
export interface RejectedRecord extends Rejected {
  readonly id: string | null
}

/** An answer that can be trusted as far as it goes: ids are unique, numbers finite, positions WGS-84. */
export interface DecodedAnswer<Id extends FeedId = FeedId> {
  readonly ok: true
  readonly feed: Id
  readonly generatedAt: EpochMs
  readonly cursor: string | null
  readonly full: boolean
  readonly items: readonly ItemOf<Id>[]
  readonly removed: readonly string[]
  readonly rejected: readonly RejectedRecord[]
  /** Fields that identify a person, dropped at the door. */
  readonly droppedPersonal: number
}

export function refuse(cause: Cause, detail: string | null = null): Refusal {
  return { ok: false, cause, detail: detail === null ? null : detail.slice(0, 200) }
}

/** Bytes of an answer → records of the domain, or the reason why not. Never throws. */
export function decodeAnswer<Id extends FeedId>(
  feed: Id,
  bytes: Uint8Array,
  contentType: string | null,
): DecodedAnswer<Id> | Refusal {
  const json = decodeJson(bytes, contentType)
  if (!json.ok) return json
  return decodeEnvelope(feed, json.value)
}

function decodeJson(
  bytes: Uint8Array,
  contentType: string | null,
): { readonly ok: true; readonly value: unknown } | Refusal {
  const type = (contentType ?? '').toLowerCase()
  if (/^\s*(text\/html|application\/xhtml)/.test(type)) return refuse('login-page', contentType)
  if (!/^\s*application\/([\w.+-]+\+)?json\s*(;|$)/.test(type)) {
    return refuse('content-type', contentType)
  }
  const charset = /charset\s*=\s*"?([\w-]+)/.exec(type)?.[1]
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    return refuse('encoding', charset)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('encoding', 'not UTF-8')
  }
  if (/^\s*<(!doctype|html)/i.test(text.slice(0, 256))) return refuse('login-page')
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return refuse('json', error instanceof Error ? error.message : null)
  }
}

function decodeEnvelope<Id extends FeedId>(feed: Id, value: unknown): DecodedAnswer<Id> | Refusal {
  if (typeof value !== 'object' || value === null) return refuse('envelope', 'not an object')
  // These two get causes of their own: an officer acts on them differently than on a broken envelope.
  const { schema, crs } = value as { schema?: unknown; crs?: unknown }
  if (schema !== SCHEMA_VERSION) return refuse('schema', `schema ${sampleOf(schema)}`)
  if (!isCrsName(crs)) return refuse('crs', `crs ${sampleOf(crs)}`)
  const parsed = envelopeWire.safeParse(value)
  if (!parsed.success) return refuse('envelope', reasonOf(parsed.error))
  const envelope = parsed.data
  if (envelope.feed !== feed) return refuse('envelope', `feed ${sampleOf(envelope.feed)}`)
  if (envelope.items.length > MAX_RECORDS) {
    return refuse('too-long', `${envelope.items.length} records`)
  }
  const records = decodeRecords(feed, envelope.items, toWgs84From(crs))
  if (records === null) return refuse('too-many-rejected', `of ${envelope.items.length}`)
  const { generatedAt, cursor, full, removed } = envelope
  return { ok: true, feed, generatedAt, cursor, full, removed, ...records }
}

/** Null as soon as too many have been set aside: the rest need not be looked at. */
function decodeRecords<Id extends FeedId>(
  id: Id,
  raws: readonly unknown[],
  toWgs84: ToWgs84,
): Pick<DecodedAnswer<Id>, 'items' | 'rejected' | 'droppedPersonal'> | null {
  const feed = FEEDS[id] as unknown as Feed<FeedRecord, z.ZodMiniType>
  const byId = new Map<string, FeedRecord>()
  const rejected: RejectedRecord[] = []
  let droppedPersonal = 0
  const setAside = (raw: unknown, reason: string) => {
    rejected.push({ id: idOf(raw), reason: reason.slice(0, 200), sample: sampleOf(raw) })
  }
  for (const raw of raws) {
    const parsed = feed.record.safeParse(raw)
    if (parsed.success) {
      try {
        const item = feed.toDomain(parsed.data, toWgs84)
        droppedPersonal += countDropped(raw, parsed.data)
        const twin = byId.get(item.id)
        if (twin) setAside(raw, 'duplicate id')
        if (!twin || twin.observedAt < item.observedAt) byId.set(item.id, item)
      } catch (error) {
        if (!(error instanceof PositionOutOfRange)) throw error
        setAside(raw, 'position out of range')
      }
    } else setAside(raw, reasonOf(parsed.error))
    if (rejected.length > REJECTED_SHARE * raws.length) return null
  }
  return { items: [...byId.values()] as unknown as ItemOf<Id>[], rejected, droppedPersonal }
}

function idOf(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null)?.id
  return typeof id === 'string' && id.length <= 128 ? id : null
}

/** The first issue, as path and code: `position.0 too_small`. */
function reasonOf(error: z.core.$ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'invalid'
  const path = issue.path.join('.')
  return path ? `${path} ${issue.code}` : issue.code
}
