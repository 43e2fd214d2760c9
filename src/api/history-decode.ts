import { DataType, Precision, type Table, TimeUnit, tableFromIPC, type Vector } from 'apache-arrow'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentColumns,
  SEVERITIES,
  takeRows,
} from '../domain/incident'
import { checkArrowClaims } from './arrow-claims'
import { isCrsName, PositionOutOfRange, toWgs84From } from './crs'
import { type Refusal, refuse } from './decode'

/** What a browser tab can hold beside everything else, with room: two years of a province are 120,000. */
const MAX_ROWS = 5_000_000
const REJECTED_SHARE = 0.2
const MAX_AREA_CODE = 128

export interface DecodedHistory {
  readonly ok: true
  readonly columns: IncidentColumns
  /** Rows set aside; a row without a position is not one of them. */
  readonly rejectedCount: number
}

/** A column that is not there, or is not what the contract says. Caught at the door of this module. */
class BadColumn extends Error {}

/** Arrow IPC stream → columns ordered by time, or the reason why not. Never throws. */
export function decodeHistory(bytes: Uint8Array): DecodedHistory | Refusal {
  let table: Table
  try {
    checkArrowClaims(bytes)
    table = tableFromIPC(bytes)
  } catch (error) {
    return refuse('encoding', error instanceof Error ? error.message : null)
  }
  try {
    return readTable(table)
  } catch (error) {
    if (error instanceof BadColumn) return refuse('schema', error.message)
    return refuse('encoding', error instanceof Error ? error.message : null)
  }
}

function readTable(table: Table): DecodedHistory | Refusal {
  const crs = table.schema.metadata.get('crs')
  if (!isCrsName(crs)) return refuse('crs', `crs ${crs ?? 'missing'}`)
  const rows = table.numRows
  if (rows > MAX_ROWS) return refuse('too-long', `${rows} rows`)

  const lng = numbers(table, 'lng')
  const lat = numbers(table, 'lat')
  const occurredAt = numbers(table, 'occurredAt')
  const category = codes(table, 'category', INCIDENT_CATEGORIES)
  const severity = codes(table, 'severity', SEVERITIES)
  const { source, foreignSources } = sourceCodes(table)
  const { area, areas } = areaCodes(table)

  const toWgs84 = toWgs84From(crs)
  const keep = new Uint32Array(rows)
  let count = 0
  let isOrdered = true
  let newest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < rows; i++) {
    const x = lng[i] as number
    const y = lat[i] as number
    const at = occurredAt[i] as number
    if (!Number.isFinite(at) || area[i] === NO_AREA) continue
    if (category[i] === MISSING || severity[i] === MISSING || source[i] === MISSING) continue
    if (!(Number.isNaN(x) && Number.isNaN(y))) {
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) continue
      if (crs !== 'WGS84' && crs !== 'CGCS2000') {
        try {
          const [wgsLng, wgsLat] = toWgs84([x, y])
          lng[i] = wgsLng
          lat[i] = wgsLat
        } catch (error) {
          if (!(error instanceof PositionOutOfRange)) throw error
          continue
        }
      }
    }
    if (at < newest) isOrdered = false
    newest = Math.max(newest, at)
    keep[count++] = i
  }
  const rejectedCount = rows - count
  if (rejectedCount > REJECTED_SHARE * rows) {
    return refuse('too-many-rejected', `${rejectedCount} of ${rows}`)
  }
  const order = keep.subarray(0, count)
  if (!isOrdered) order.sort((a, b) => occurredAt[a]! - occurredAt[b]! || a - b)
  const columns = {
    count,
    lng,
    lat,
    occurredAt,
    category,
    severity,
    source,
    ...(foreignSources.length > 0 && { foreignSources }),
    area,
    areas,
  }
  return {
    ok: true,
    rejectedCount,
    columns: isOrdered && count === rows ? columns : takeRows(columns, order),
  }
}

function column(table: Table, name: string): Vector {
  const vector = table.getChild(name)
  if (!vector) throw new BadColumn(`${name} missing`)
  if (vector.length !== table.numRows) throw new BadColumn(`${name} has ${vector.length} rows`)
  return vector
}

/** A length is only a claim: it is believed when the buffers are there, before anything walks or allocates by it. */
function mustHoldItsRows(vector: Vector, name: string): void {
  for (const { type, length, valueOffsets, values } of vector.data) {
    const isText = DataType.isUtf8(type) || DataType.isLargeUtf8(type)
    const held = isText ? (valueOffsets?.length ?? 0) - 1 : (values?.length ?? 0)
    if (length > Math.max(held, 0)) throw new BadColumn(`${name} is cut short`)
  }
}

const MS_PER = {
  [TimeUnit.SECOND]: 1000,
  [TimeUnit.MILLISECOND]: 1,
  [TimeUnit.MICROSECOND]: 1e-3,
  [TimeUnit.NANOSECOND]: 1e-6,
}

/** A float64 or timestamp column as numbers of its own memory; null is NaN, timestamps are epoch ms. */
function numbers(table: Table, name: string): Float64Array {
  const vector = column(table, name)
  const { type } = vector
  const isDouble = DataType.isFloat(type) && type.precision === Precision.DOUBLE
  const isTime = name === 'occurredAt' && DataType.isTimestamp(type)
  if (!isDouble && !isTime) throw new BadColumn(`${name} is ${type}`)
  const scale = isTime ? MS_PER[type.unit as TimeUnit] : 1
  mustHoldItsRows(vector, name)
  const out = new Float64Array(vector.length)
  let at = 0
  for (const chunk of vector.data) {
    const values = chunk.values as Float64Array | BigInt64Array
    for (let i = 0; i < chunk.length; i++, at++) {
      out[at] = isValid(chunk, i) ? Number(values[i]) * scale : Number.NaN
    }
  }
  return out
}

/** A cell that is null where it must not be. */
const MISSING = 255

/** A column of words as indices into a vocabulary; a word this build does not know is `unknown`. */
function codes(table: Table, name: string, vocabulary: readonly string[]): Uint8Array {
  const unknown = vocabulary.indexOf('unknown')
  const codeOf = new Map(vocabulary.map((word, code) => [word, code]))
  const out = new Uint8Array(table.numRows)
  eachWord(
    table,
    name,
    (word) => (word === null ? MISSING : (codeOf.get(word) ?? unknown)),
    (i, code) => {
      out[i] = code
    },
  )
  return out
}

/** As {@link codes}; a word that this build does not know keeps a code of its own, as long as there are any. */
function sourceCodes(table: Table): { source: Uint8Array; foreignSources: string[] } {
  const source = new Uint8Array(table.numRows)
  const words: string[] = [...INCIDENT_SOURCES]
  const codeOf = new Map(words.map((word, code) => [word, code]))
  eachWord(
    table,
    'source',
    (word) => {
      if (word === null) return MISSING
      const known = codeOf.get(word)
      if (known !== undefined) return known
      if (words.length === MISSING) return words.indexOf('unknown')
      codeOf.set(word, words.length)
      return words.push(word) - 1
    },
    (i, code) => {
      source[i] = code
    },
  )
  return { source, foreignSources: words.slice(INCIDENT_SOURCES.length) }
}

/** A cell without an area, or in more areas than there can be. */
const NO_AREA = 0xffff

function areaCodes(table: Table): { area: Uint16Array; areas: string[] } {
  const area = new Uint16Array(table.numRows)
  const areas: string[] = []
  const codeOf = new Map<string, number>()
  eachWord(
    table,
    'areaCode',
    (word) => {
      if (word === null) return NO_AREA
      const known = codeOf.get(word)
      if (known !== undefined) return known
      if (areas.length === NO_AREA) return NO_AREA
      codeOf.set(word, areas.length)
      return areas.push(word) - 1
    },
    (i, code) => {
      area[i] = code
    },
  )
  return { area, areas }
}

/**
 * Walks a utf8 or dictionary column: `codeOf` is asked once for each word of a dictionary, else once a row. Null is a
 * cell that is empty, out of its dictionary or beyond all measure.
 */
function eachWord(
  table: Table,
  name: string,
  codeOf: (word: string | null) => number,
  take: (row: number, code: number) => void,
): void {
  const vector = column(table, name)
  const { type } = vector
  const isText = DataType.isUtf8(type) || DataType.isLargeUtf8(type)
  const isDictionary =
    DataType.isDictionary(type) &&
    (DataType.isUtf8(type.dictionary) || DataType.isLargeUtf8(type.dictionary))
  if (!isText && !isDictionary) throw new BadColumn(`${name} is ${type}`)
  mustHoldItsRows(vector, name)
  let at = 0
  if (isText) {
    for (const word of vector) take(at++, codeOf(bounded(word)))
    return
  }
  const none = codeOf(null)
  for (const chunk of vector.data) {
    const dictionary = chunk.dictionary as Vector | undefined
    if (dictionary) mustHoldItsRows(dictionary, name)
    const known = dictionary
      ? Array.from(dictionary as Iterable<unknown>, (word) => codeOf(bounded(word)))
      : []
    for (let i = 0; i < chunk.length; i++, at++)
      take(at, isValid(chunk, i) ? (known[Number(chunk.values[i])] ?? none) : none)
  }
}

function bounded(word: unknown): string | null {
  return typeof word === 'string' && word.length <= MAX_AREA_CODE ? word : null
}

function isValid(chunk: Vector['data'][number], i: number): boolean {
  return chunk.nullCount === 0 || chunk.getValid(i)
}
