/**
 * Checks the lengths that an Arrow IPC stream claims for its own metadata, before a reader believes them.
 * A FlatBuffers vector states its length in four bytes; apache-arrow builds an object for each element it is told of,
 * so that one struck byte takes all the memory of the page. Layouts: `Message.fbs` and `Schema.fbs` of Apache Arrow.
 */

/** Fields of a schema, nested ones included, that make sense in columns of incidents. */
const MAX_FIELDS = 1_000
const MAX_DEPTH = 8

const SCHEMA = 1
const DICTIONARY_BATCH = 2
const RECORD_BATCH = 3

/** Throws where a claim cannot be true. */
export function checkArrowClaims(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 4 <= bytes.length) {
    let length = view.getInt32(at, true)
    at += 4
    if (length === -1) {
      if (at + 4 > bytes.length) return
      length = view.getInt32(at, true)
      at += 4
    }
    if (length === 0) return // end of stream
    if (length < 0 || at + length > bytes.length) throw new RangeError('a message is cut short')
    at += length + checkMessage(new DataView(view.buffer, view.byteOffset + at, length))
    if (at > bytes.length) throw new RangeError('a body is cut short')
  }
}

/** Length of the body that follows the message. */
function checkMessage(view: DataView): number {
  const message = indirect(view, 0)
  const type = field(view, message, 1)
  const header = field(view, message, 2)
  const body = field(view, message, 3)
  vector(view, field(view, message, 4), 4)
  if (type !== null && header !== null) {
    const kind = view.getUint8(type)
    const table = indirect(view, header)
    if (kind === SCHEMA) checkSchema(view, table)
    if (kind === RECORD_BATCH) checkBatch(view, table)
    if (kind === DICTIONARY_BATCH) {
      const data = field(view, table, 1)
      if (data !== null) checkBatch(view, indirect(view, data))
    }
  }
  const length = body === null ? 0 : Number(view.getBigInt64(body, true))
  if (length < 0 || !Number.isSafeInteger(length)) throw new RangeError('a body of no length')
  return length
}

function checkSchema(view: DataView, schema: number): void {
  const seen = { fields: 0 }
  checkFields(view, field(view, schema, 1), seen, 0)
  vector(view, field(view, schema, 2), 4)
  vector(view, field(view, schema, 3), 8)
}

function checkFields(
  view: DataView,
  of: number | null,
  seen: { fields: number },
  depth: number,
): void {
  const fields = vector(view, of, 4)
  seen.fields += fields.length
  if (seen.fields > MAX_FIELDS || depth > MAX_DEPTH) throw new RangeError('too many fields')
  for (let i = 0; i < fields.length; i++) {
    const table = indirect(view, fields.at + 4 * i)
    vector(view, field(view, table, 6), 4)
    checkFields(view, field(view, table, 5), seen, depth + 1)
  }
}

function checkBatch(view: DataView, batch: number): void {
  vector(view, field(view, batch, 1), 16)
  vector(view, field(view, batch, 2), 16)
  vector(view, field(view, batch, 4), 8)
}

/** Where a table's `index`-th field stands; null where it is left out. */
function field(view: DataView, table: number, index: number): number | null {
  const vtable = table - view.getInt32(table, true)
  const slot = 4 + 2 * index
  if (slot >= view.getUint16(vtable, true)) return null
  const offset = view.getUint16(vtable + slot, true)
  return offset === 0 ? null : table + offset
}

function indirect(view: DataView, at: number): number {
  return at + view.getInt32(at, true)
}

/** A vector whose elements, of `size` bytes each, lie inside the message. */
function vector(view: DataView, of: number | null, size: number): { at: number; length: number } {
  if (of === null) return { at: 0, length: 0 }
  const start = indirect(view, of)
  const length = view.getInt32(start, true)
  const at = start + 4
  if (length < 0 || at + length * size > view.byteLength) {
    throw new RangeError('a list longer than its message')
  }
  return { at, length }
}
