import type { CrsName } from '../crs'
import { openArrow } from './arrow'
import { type Built, incidentBuilder, type Settled } from './build'
import { openCsv } from './csv'
import { openJson } from './geojson'
import { openParquet } from './parquet'
import { crsTold, type Roles, recognise, untold } from './recognise'
import { type BringCause, FileRefused } from './refusal'
import type { Cell, Table } from './table'
import { unpack } from './unpack'

export type Refused = {
  readonly ok: false
  readonly cause: BringCause
  readonly detail: string | null
}

/** What a file turned out to be, for a person to look at and correct. */
export interface Found {
  readonly ok: true
  readonly kind: Table['kind']
  readonly names: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly rowCount: number | null
  readonly roles: Roles
  /** Null: it does not tell. */
  readonly crs: CrsName | null
  /** By column: what its times would not say. */
  readonly untold: readonly { readonly zone: boolean; readonly order: boolean }[]
}

export type Loaded = ({ readonly ok: true } & Built) | Refused
export type OnProgress = (share: number, rows: number) => void

const SHOWN_ROWS = 8

/** One file after the other, on whichever thread; it never leaves the browser. */
export function fileDesk() {
  let table: Table | null = null
  return {
    async open(file: Blob, onProgress: OnProgress): Promise<Found | Refused> {
      table = null
      return refusing(async () => {
        const plain = await unpack(file, (bytes) => onProgress(bytes / file.size, 0))
        table = await openTable(plain)
        const { kind, names, sample, rowCount } = table
        const column = (c: number) => sample.map((row) => row[c])
        const roles = recognise(table)
        return {
          ok: true,
          kind,
          names,
          sample: sample.slice(0, SHOWN_ROWS).map((row) => names.map((_, c) => text(row[c]))),
          rowCount,
          roles,
          crs: crsTold(table, roles),
          untold: names.map((_, c) => untold(column(c))),
        }
      })
    },

    async load(roles: Roles, settled: Settled, onProgress: OnProgress): Promise<Loaded> {
      return refusing(async () => {
        if (!table) throw new FileRefused('no-table')
        const builder = incidentBuilder(settled)
        const wanted = [roles.time, roles.lng, roles.lat, roles.category, roles.source]
        const asked = [...new Set(wanted.filter((one) => one !== null))]
        let rows = 0
        await table.read(asked, (cells, count, done) => {
          const of = (role: number | null) =>
            role === null ? null : (cells[asked.indexOf(role)] as ArrayLike<Cell>)
          builder.take(
            {
              time: of(roles.time),
              lng: of(roles.lng),
              lat: of(roles.lat),
              category: of(roles.category),
              source: of(roles.source),
            },
            count,
          )
          rows += count
          onProgress(done, rows)
        })
        table = null
        return { ok: true, ...builder.finish() }
      })
    },
  }
}

export type FileDesk = ReturnType<typeof fileDesk>

async function openTable(file: Blob): Promise<Table> {
  if (file.size === 0) throw new FileRefused('empty')
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  const begins = (magic: string) =>
    [...magic].every((letter, i) => head[i] === letter.charCodeAt(0))
  if (begins('PAR1')) return openParquet(file)
  if (begins('ARROW1')) return openArrow(file, true)
  // An Arrow stream begins with a message: −1 and its length.
  if (head[0] === 0xff && head[1] === 0xff && head[2] === 0xff && head[3] === 0xff)
    return openArrow(file, false)
  if (begins('PK')) throw new FileRefused('unknown-kind', 'zip')
  const first = new TextDecoder().decode(head).trimStart()[0]
  return first === '{' || first === '[' ? openJson(file) : openCsv(file)
}

async function refusing<T>(run: () => Promise<T>): Promise<T | Refused> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof FileRefused)
      return { ok: false, cause: error.reason, detail: error.detail }
    // Whatever a reader stumbled over: the file is at fault, the page goes on.
    const detail = error instanceof Error ? error.message.slice(0, 120) : null
    return { ok: false, cause: 'damaged', detail }
  }
}

function text(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return String(typeof cell === 'object' ? JSON.stringify(cell) : cell).slice(0, 80)
}
