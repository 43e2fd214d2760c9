import { type Table as ArrowTable, tableFromIPC } from 'apache-arrow'
import { checkArrowClaims } from '../arrow-claims'
import { FileRefused } from './refusal'
import { MAX_COLUMNS, MAX_ROWS, SAMPLE_ROWS, type Table } from './table'

/** `ARROW1` and two bytes of nothing, before what is otherwise a stream. */
const FILE_MAGIC_BYTES = 8
const MAX_ARROW_BYTES = 1024 ** 3

/** An Arrow IPC stream or file. Throws {@link FileRefused}. */
export async function openArrow(blob: Blob, isFile: boolean): Promise<Table> {
  if (blob.size > MAX_ARROW_BYTES) throw new FileRefused('too-large', `${blob.size}`)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let table: ArrowTable
  try {
    checkArrowClaims(isFile ? bytes.subarray(FILE_MAGIC_BYTES) : bytes)
    table = tableFromIPC(bytes)
  } catch {
    throw new FileRefused('damaged', 'arrow')
  }
  const { numRows } = table
  if (numRows === 0) throw new FileRefused('empty')
  if (numRows > MAX_ROWS) throw new FileRefused('too-many-rows', `${numRows}`)
  const names = table.schema.fields.map(({ name }) => name)
  if (names.length > MAX_COLUMNS) throw new FileRefused('too-many-columns')
  const sample = [...Array(Math.min(SAMPLE_ROWS, numRows)).keys()]
  return {
    kind: 'arrow',
    names,
    sample: sample.map((row) => names.map((_, c) => table.getChildAt(c)?.get(row))),
    rowCount: numRows,
    read: async (columns, take) => {
      let at = 0
      for (const batch of table.batches) {
        at += batch.numRows
        take(
          columns.map((c) => Array.from(batch.getChildAt(c) ?? [])),
          batch.numRows,
          at / numRows,
        )
        await Promise.resolve()
      }
    },
  }
}
