import { FileRefused } from './refusal'
import { MAX_COLUMNS, SAMPLE_ROWS, type Table } from './table'

/** Longer texts cannot be one string in a browser. */
const MAX_TEXT_BYTES = 500 * 1024 ** 2
/** As they come, so that progress is told and other work has its turn. */
const BATCH = 50_000

interface Feature {
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null
  readonly properties?: Record<string, unknown> | null
}

/** Points of a feature collection (RFC 7946, WGS-84), or a list of plain objects. Throws {@link FileRefused}. */
export async function openJson(file: Blob): Promise<Table> {
  if (file.size > MAX_TEXT_BYTES) throw new FileRefused('too-large', `${file.size}`)
  let root: unknown
  try {
    root = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    throw new FileRefused('damaged', 'json')
  }
  const isCollection = typeof root === 'object' && root !== null && 'features' in root
  const list = isCollection ? (root as { features: unknown }).features : root
  if (!Array.isArray(list)) throw new FileRefused('no-table')
  if (list.length === 0) throw new FileRefused('empty')
  const records: readonly Record<string, unknown>[] = isCollection ? list.map(flat) : list
  const names = [...new Set(records.slice(0, SAMPLE_ROWS).flatMap((one) => Object.keys(one ?? {})))]
  if (names.length > MAX_COLUMNS) throw new FileRefused('too-many-columns')
  if (names.length === 0) throw new FileRefused('no-table')
  const cells = (record: Record<string, unknown> | null, columns: readonly number[]) =>
    columns.map((c) => record?.[names[c] as string])
  return {
    kind: 'geojson',
    names,
    sample: records.slice(0, SAMPLE_ROWS).map((one) => cells(one, [...names.keys()])),
    rowCount: records.length,
    read: async (columns, take) => {
      for (let at = 0; at < records.length; at += BATCH) {
        const part = records.slice(at, at + BATCH)
        take(
          columns.map((c) => part.map((one) => one?.[names[c] as string])),
          part.length,
          (at + part.length) / records.length,
        )
        await Promise.resolve()
      }
    },
  }
}

/** A feature as a record: its properties, and the position of a point under names of their own. */
function flat({ geometry, properties }: Feature): Record<string, unknown> {
  const [lng, lat] =
    geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : []
  return { longitude: lng, latitude: lat, ...properties }
}
