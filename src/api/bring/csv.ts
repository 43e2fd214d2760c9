import Papa from 'papaparse'
import { FileRefused } from './refusal'
import { MAX_COLUMNS, SAMPLE_ROWS, type Table } from './table'

const HEAD_BYTES = 1024 ** 2

/** Text in UTF-8 or, where it is none, in the Chinese standard encoding. Null: no text at all. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'gb18030' | null {
  if (head.includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      // `stream`: the last character may be cut.
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
      return encoding
    } catch {
      // the next one
    }
  }
  return null
}

interface Parsed {
  readonly data: string[][]
  /** Characters that whole rows took. */
  readonly meta: { readonly cursor: number }
}

/** Rows of separated values by a named head, read in pieces; throws {@link FileRefused}. */
export async function openCsv(file: Blob): Promise<Table> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const encoding = encodingOf(head)
  if (!encoding) throw new FileRefused('no-table')
  const text = new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\ufeff/, '')
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  // Before anything is parsed: a million columns are one long line.
  if (firstLine.length > 64 * MAX_COLUMNS || !/[\r\n]/.test(text))
    throw new FileRefused(firstLine.length > 64 * MAX_COLUMNS ? 'too-many-columns' : 'no-table')
  const guess = Papa.parse<string[]>(text, { preview: 20, skipEmptyLines: 'greedy' })
  const { delimiter } = guess.meta
  const parse = (part: string, isLast: boolean): Parsed =>
    new Papa.Parser({ delimiter }).parse(part, 0, !isLast)
  const isWhole = head.length === file.size
  const [names, ...sample] = fromHead(parse(text, isWhole).data)
  if (!names || names.length > MAX_COLUMNS)
    throw new FileRefused(names ? 'too-many-columns' : 'empty')
  if (names.length < 2) throw new FileRefused('no-table')
  if (sample.length === 0) throw new FileRefused('empty')
  return {
    kind: 'csv',
    names: names.map((name, i) => name.trim() || `#${i + 1}`),
    sample: sample.slice(0, SAMPLE_ROWS),
    rowCount: null,
    read: async (columns, take) => {
      let [rest, read, isHead] = ['', 0, true]
      const hand = (part: string, isLast: boolean) => {
        const { data, meta } = parse(part, isLast)
        rest = isLast ? '' : part.slice(meta.cursor)
        // A quote that never closes: the rest of the file would be one cell.
        if (rest.length > 64 * HEAD_BYTES) throw new FileRefused('damaged', 'quotes')
        const batch = isHead ? fromHead(data).slice(1) : data.filter(isRow)
        isHead &&= !data.some(hasText)
        if (batch.length > 0)
          take(
            columns.map((c) => batch.map((row) => row[c])),
            batch.length,
            read / file.size,
          )
      }
      const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          read += chunk.length
          controller.enqueue(chunk)
        },
      })
      const reader = file
        .stream()
        .pipeThrough(counted)
        .pipeThrough(new TextDecoderStream(encoding))
        .getReader()
      let gathered = ''
      for (;;) {
        const { value, done } = await reader.read()
        gathered += value ?? ''
        // In pieces of a few megabytes: a parser has its price for each.
        if (done || gathered.length > 4 * HEAD_BYTES) {
          hand(rest + gathered, done)
          gathered = ''
        }
        if (done) return
      }
    },
  }
}

/** From the row of names on. */
function fromHead(rows: readonly string[][]): readonly string[][] {
  const head = rows.findIndex(hasText)
  return head < 0 ? [] : rows.slice(head).filter(isRow)
}

/** An empty line is none; empty cells are a row of which somebody must be told. */
const isRow = (row: readonly string[]) => row.length > 1 || hasText(row)

const hasText = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')
