import type { Fault } from './faults'
import { chance, keyOf } from './random'
import type { Envelope } from './world'

/** A body as a faulty source would send it. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** Strings that do harm where data become HTML, a URL or a style. They must only ever be seen as text. */
export const HOSTILE = [
  '<img src=x onerror="window.__xss=1">',
  '<script>window.__xss=1</script>',
  '"><svg onload=window.__xss=1>',
  'javascript:window.__xss=1',
  '\u202e\u0000=HYPERLINK("http://example.invalid")',
] as const

export function bodyOf(envelope: Envelope, fault: Fault | null): Body {
  switch (fault?.kind) {
    case 'login-page':
      return {
        bytes: utf8(
          '<!doctype html><title>统一身份认证</title><form action="/login">请登录</form>',
        ),
        contentType: 'text/html; charset=utf-8',
      }
    case 'gbk':
      return { bytes: inGbk(JSON.stringify(envelope)), contentType: JSON_TYPE }
    case 'cut': {
      const whole = utf8(JSON.stringify(envelope))
      return { bytes: whole.slice(0, Math.floor(whole.length * 0.6)), contentType: JSON_TYPE }
    }
    case 'content-type':
      return { bytes: utf8(JSON.stringify(envelope)), contentType: 'text/plain; charset=utf-8' }
    case 'schema-version':
      return json({ ...envelope, schema: 99 })
    case 'no-crs': {
      const { crs: _, ...rest } = envelope
      return json(rest)
    }
    case 'not-an-envelope':
      return json({ code: 0, msg: 'success', data: [] })
    case 'infinity':
      // Legal JSON that becomes Infinity when parsed: every seventh value.
      return { bytes: utf8(overflowing(JSON.stringify(envelope))), contentType: JSON_TYPE }
    case 'bad-records':
      return json({ ...envelope, items: spoil(envelope.items, fault.share) })
    default:
      return json(envelope)
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function json(value: unknown): Body {
  return { bytes: utf8(JSON.stringify(value)), contentType: JSON_TYPE }
}

/** ASCII as it is, every other character as the two GBK bytes of 贵: not UTF-8, as from an old gateway. */
function inGbk(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(0xb9, 0xf3)
  }
  return Uint8Array.from(bytes)
}

function overflowing(text: string): string {
  let n = 0
  return text.replace(/"value":-?\d[\d.]*/g, (found) => (n++ % 7 === 0 ? '"value":1e9999' : found))
}

type Loose = Record<string, unknown>

/** Ways in which a record goes bad; each fails its schema. */
const SPOILS: readonly ((record: Loose) => unknown)[] = [
  (record) => ({ ...record, id: 42 }),
  (record) => ({ ...record, observedAt: '昨天下午' }),
  ({ id: _, ...record }) => record,
  (record) => ({ ...record, observedAt: 1_700_000_000 }),
  () => null,
  (record) =>
    'position' in record
      ? { ...record, position: [1066.3, 265.7] }
      : { ...record, observedAt: null },
]

/** The share is drawn by id, so that the same records are bad at every poll; some good ones turn hostile. */
function spoil(items: readonly { readonly id: string }[], share: number): unknown[] {
  return items.map((record) => {
    const key = keyOf('spoil', record.id)
    if (chance(key, 0) < share) {
      const how = SPOILS[Math.floor(chance(key, 1) * SPOILS.length)]
      return how ? how(record as unknown as Loose) : null
    }
    if (chance(key, 2) < 0.03) {
      const text = HOSTILE[Math.floor(chance(key, 3) * HOSTILE.length)]
      const loose = record as unknown as Loose
      if ('place' in loose) return { ...loose, place: text, callerPhone: '00000000000' }
      if ('name' in loose) return { ...loose, name: text }
    }
    return record
  })
}
