/** JSON that remembers where everything stood, so that a fault in it can be pointed at. */
export type JsonNode =
  | { readonly is: 'object'; readonly at: number; readonly entries: ReadonlyMap<string, JsonEntry> }
  | { readonly is: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly is: 'value'; readonly at: number; readonly value: string | number | boolean | null }

export interface JsonEntry {
  /** Where the key stands. */
  readonly at: number
  readonly node: JsonNode
}

export interface JsonFault {
  readonly at: number
  readonly cause: 'syntax' | 'duplicate-key' | 'too-deep'
  /** What stands there: a character, or the key; null at the end of the text. */
  readonly detail: string | null
}

export type Json =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly fault: JsonFault }

/** A rule pack is three deep; a text that is deeper is none. */
const MAX_DEPTH = 8

const BLANK = /[ \t\r\n]*/y
/** Stricter than JSON by the control characters from U+007F on, which nobody types on purpose. */
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const PLAIN = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y

class Stop {
  constructor(readonly fault: JsonFault) {}
}

/** RFC 8259, and no key twice in one object. Positions are indexes into `text`; `placeIn` turns them into lines. */
export function parseJson(text: string): Json {
  let index = text.startsWith('\uFEFF') ? 1 : 0

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = index
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) index += found.length
    return found
  }
  const next = (): string | null => {
    take(BLANK)
    const point = text.codePointAt(index)
    return point === undefined ? null : String.fromCodePoint(point)
  }
  const stopHere = (): never => {
    throw new Stop({ at: index, cause: 'syntax', detail: next() })
  }
  const isNext = (sign: string): boolean => {
    if (next() !== sign) return false
    index++
    return true
  }
  const expect = (sign: string) => {
    if (!isNext(sign)) stopHere()
  }

  function node(depth: number): JsonNode {
    const sign = next()
    const at = index
    if (depth > MAX_DEPTH) throw new Stop({ at, cause: 'too-deep', detail: sign })
    if (sign === '{') return { is: 'object', at, entries: entries(depth) }
    if (sign === '[') return { is: 'array', at, items: items(depth) }
    const word = take(sign === '"' ? STRING : PLAIN) ?? stopHere()
    return { is: 'value', at, value: JSON.parse(word) }
  }

  function entries(depth: number): ReadonlyMap<string, JsonEntry> {
    const found = new Map<string, JsonEntry>()
    expect('{')
    if (isNext('}')) return found
    do {
      next()
      const at = index
      const key: string = JSON.parse(take(STRING) ?? stopHere())
      if (found.has(key)) throw new Stop({ at, cause: 'duplicate-key', detail: key })
      expect(':')
      found.set(key, { at, node: node(depth + 1) })
    } while (isNext(','))
    expect('}')
    return found
  }

  function items(depth: number): readonly JsonNode[] {
    const found: JsonNode[] = []
    expect('[')
    if (isNext(']')) return found
    do found.push(node(depth + 1))
    while (isNext(','))
    expect(']')
    return found
  }

  try {
    const whole = node(0)
    if (next() !== null) stopHere()
    return { ok: true, node: whole }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault }
    throw error
  }
}

/** Both from 1, as editors count them; a column is one UTF-16 unit. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
