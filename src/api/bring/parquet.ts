import { decompress } from 'fzstd'
import { type Compressors, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import { decompressBrotli } from 'hyparquet-compressors/src/brotli.js'
import { gunzip } from 'hyparquet-compressors/src/gzip.js'
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors/src/lz4.js'
import { FileRefused } from './refusal'
import { type Cell, MAX_COLUMNS, MAX_ROWS, SAMPLE_ROWS, type Table } from './table'

// One by one: the package's index compiles WebAssembly, which the content security policy forbids. Snappy is in hyparquet.
const compressors: Compressors = {
  GZIP: (input, length) => gunzip(input, new Uint8Array(length)),
  ZSTD: (input) => decompress(input),
  BROTLI: decompressBrotli,
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
}

/** Flat columns of a Parquet file, a row group at a time. Throws {@link FileRefused}. */
export async function openParquet(blob: Blob): Promise<Table> {
  const file = {
    byteLength: blob.size,
    slice: (from: number, to?: number) => blob.slice(from, to).arrayBuffer(),
  }
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new FileRefused('damaged', 'parquet')
  })
  const rowCount = Number(metadata.num_rows)
  if (rowCount === 0) throw new FileRefused('empty')
  if (rowCount > MAX_ROWS) throw new FileRefused('too-many-rows', `${rowCount}`)
  // Nested columns hold no position and no time of one incident.
  const names = parquetSchema(metadata)
    .children.filter(({ children }) => children.length === 0)
    .map(({ element }) => element.name)
  if (names.length > MAX_COLUMNS) throw new FileRefused('too-many-columns')

  async function rows(columns: readonly string[], rowStart: number, rowEnd: number) {
    let found: readonly (readonly Cell[])[] = []
    try {
      await parquetRead({
        file,
        metadata,
        columns: [...columns],
        rowStart,
        rowEnd,
        compressors,
        onComplete: (all) => {
          found = all
        },
      })
    } catch {
      throw new FileRefused('damaged', 'parquet')
    }
    return found
  }

  return {
    kind: 'parquet',
    names,
    sample: await rows(names, 0, Math.min(SAMPLE_ROWS, rowCount)),
    rowCount,
    read: async (columns, take) => {
      const asked = columns.map((c) => names[c] as string)
      let at = 0
      for (const group of metadata.row_groups) {
        const count = Number(group.num_rows)
        const batch = await rows(asked, at, at + count)
        at += count
        take(
          asked.map((_, c) => batch.map((row) => row[c])),
          batch.length,
          at / rowCount,
        )
      }
    },
  }
}
