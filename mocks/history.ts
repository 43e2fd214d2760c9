import {
  Dictionary,
  Field,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint16,
  Utf8,
  Vector,
} from 'apache-arrow'
import type { LngLat } from '../src/domain/geo'
import type { EpochMs } from '../src/domain/time'

/** One row of the history: what it needs of an incident. */
export interface HistoryRow {
  readonly position: LngLat | null
  readonly occurredAt: EpochMs
  readonly category: string
  readonly severity: string
  readonly source: string
  readonly areaCode: string
}

/** Arrow IPC stream with the contract's columns; a row without a position has NaN in both. */
export function historyStream(rows: readonly HistoryRow[], crs: string): Uint8Array {
  const numbers = {
    lng: Float64Array.from(rows, ({ position }) => position?.[0] ?? Number.NaN),
    lat: Float64Array.from(rows, ({ position }) => position?.[1] ?? Number.NaN),
    occurredAt: Float64Array.from(rows, ({ occurredAt }) => occurredAt),
  }
  const fields: Field[] = []
  const children = []
  for (const [name, data] of Object.entries(numbers)) {
    fields.push(new Field(name, new Float64(), false))
    children.push(makeData({ type: new Float64(), data, length: rows.length, nullCount: 0 }))
  }
  const words = ['category', 'severity', 'source', 'areaCode'] as const
  words.forEach((name, id) => {
    const vocabulary = [...new Set(rows.map((row) => row[name]))].sort()
    // An empty dictionary trips readers; one word that no row uses does not.
    if (vocabulary.length === 0) vocabulary.push('unknown')
    const codeOf = new Map(vocabulary.map((word, code) => [word, code]))
    // The id is given because Arrow would otherwise count up across calls, and equal worlds would differ.
    const type = new Dictionary(new Utf8(), new Uint16(), id)
    fields.push(new Field(name, type, false))
    children.push(
      makeData({
        type,
        data: Uint16Array.from(rows, (row) => codeOf.get(row[name]) ?? 0),
        dictionary: utf8Column(vocabulary),
        length: rows.length,
        nullCount: 0,
      }),
    )
  })
  const schema = new Schema(fields, new Map([['crs', crs]]))
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(fields), children, length: rows.length, nullCount: 0 }),
  )
  return tableToIPC(new Table(schema, [batch]), 'stream')
}

/** A column of words. Put together by hand: Arrow's builders compile code, which the product's CSP forbids. */
function utf8Column(words: readonly string[]): Vector<Utf8> {
  const encoded = words.map((word) => new TextEncoder().encode(word))
  const valueOffsets = new Int32Array(words.length + 1)
  encoded.forEach((bytes, i) => {
    valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + bytes.length
  })
  const data = new Uint8Array(valueOffsets[words.length] ?? 0)
  encoded.forEach((bytes, i) => {
    data.set(bytes, valueOffsets[i])
  })
  return new Vector([
    makeData({ type: new Utf8(), length: words.length, nullCount: 0, valueOffsets, data }),
  ])
}
