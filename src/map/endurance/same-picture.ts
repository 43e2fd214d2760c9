import type { Layer } from '@deck.gl/core'

/**
 * Whether a layer that was made anew would draw what its predecessor draws. Its data are compared by what they say:
 * whoever derives them every few seconds makes them anew, and the same again is no reason for a picture. Accessors are
 * not compared, as deck.gl does not; what they depend on stands in `updateTriggers`.
 */
export function drawsTheSame(one: Layer, other: Layer): boolean {
  if (one === other) return true
  if (one.constructor !== other.constructor || one.id !== other.id) return false
  const [a, b] = [one.props, other.props] as unknown as Record<string, unknown>[]
  if (!a || !b || !sameValue(a.data, b.data)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isAccessor(name, a[name]) || sameValue(a[name], b[name]))
  )
}

const isAccessor = (name: string, value: unknown) =>
  name.startsWith('get') && typeof value === 'function'

/** Deep, for plain values: lists, records and columns. Anything else is the same only as itself. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b)
  if (ArrayBuffer.isView(a))
    return (
      ArrayBuffer.isView(b) && a.constructor === b.constructor && sameList(a as never, b as never)
    )
  if (a instanceof Map)
    return (
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, one]) => sameValue(one, b.get(key)))
    )
  if (a instanceof Set)
    return b instanceof Set && a.size === b.size && [...a].every((one) => b.has(one))
  const prototype = Object.getPrototypeOf(a)
  if (prototype !== Object.prototype || Object.getPrototypeOf(b) !== prototype) return false
  return sameRecord(a as Record<string, unknown>, b as Record<string, unknown>)
}

/** Asked of thousands of records every few seconds: nothing is made for it. */
function sameRecord(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  let names = 0
  for (const name in a) {
    if (!(name in b) || !sameValue(a[name], b[name])) return false
    names++
  }
  for (const _ in b) names--
  return names === 0
}

function sameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false
  return true
}
