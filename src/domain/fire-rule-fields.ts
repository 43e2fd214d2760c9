import type { JsonNode } from './fire-rule-text'

/** Why a pack is refused. Words for it are in the topic. */
export type PackCause =
  | 'syntax'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-long'
  | 'missing'
  | 'unknown-key'
  | 'type'
  /** A word that is not of the list for its key. */
  | 'word'
  | 'empty'
  | 'no-lines'
  | 'range'
  /** A unit that such a device does not measure in. */
  | 'unit'
  /** Pressure without static or flowing, or a level with it. */
  | 'condition'
  /** The same question is answered twice. */
  | 'duplicate-line'
  /** No value could be both at least the one and at most the other limit. */
  | 'contradiction'
  /** The pack in use bears this version already. */
  | 'same-version'

/** Keeps a fault and returns null, so that a reader can end with it. */
export type Fail = (at: number, cause: PackCause, detail?: string | null) => null

export type Fields = Readonly<Record<string, JsonNode | undefined>>

export function fieldsOf(
  node: JsonNode,
  required: readonly string[],
  optional: readonly string[],
  fail: Fail,
): Fields | null {
  if (node.is !== 'object') return fail(node.at, 'type')
  for (const key of required) if (!node.entries.has(key)) fail(node.at, 'missing', key)
  for (const [key, { at }] of node.entries) {
    if (!required.includes(key) && !optional.includes(key)) fail(at, 'unknown-key', key)
  }
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, entry.node]))
}

// What is missing was told by `fieldsOf`; the readers below say nothing of it a second time.

export function textOf(node: JsonNode | undefined, most: number, fail: Fail): string | null {
  if (!node) return null
  if (node.is !== 'value' || typeof node.value !== 'string') return fail(node.at, 'type')
  const text = node.value.trim()
  if (text === '') return fail(node.at, 'empty')
  return text.length > most ? fail(node.at, 'too-long', text) : text
}

export function wordOf<T extends string>(
  node: JsonNode | undefined,
  words: readonly T[],
  fail: Fail,
): T | null {
  if (!node) return null
  if (node.is !== 'value' || typeof node.value !== 'string') return fail(node.at, 'type')
  return words.find((word) => word === node.value) ?? fail(node.at, 'word', node.value)
}

export function numberOf(node: JsonNode | undefined, most: number, fail: Fail): number | null {
  if (!node) return null
  if (node.is !== 'value' || typeof node.value !== 'number') return fail(node.at, 'type')
  const { value } = node
  return value >= 0 && value <= most ? value : fail(node.at, 'range', String(value))
}

export function flagOf(node: JsonNode, fail: Fail): boolean | null {
  if (node.is === 'value' && typeof node.value === 'boolean') return node.value
  return fail(node.at, 'type')
}
