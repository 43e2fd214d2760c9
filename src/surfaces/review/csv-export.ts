import { type Remote, wrap } from 'comlink'
import type { Clerk } from './csv.worker'
import type { ExportContext, ReleasedRow } from './csv-rows'
import type { ReleaseSources } from './releases'
import type { TwinTable } from './twin-table'

/** What may leave of a table. In a worker of its own: two years of 88 counties by parts take seconds. */
export function exportedRows(
  table: TwinTable,
  context: ExportContext,
  sources: ReleaseSources,
): Promise<readonly (readonly string[])[]> {
  return asked((clerk) => clerk.rows(table, context, sources))
}

/** The same, for a picture. */
export function releasedFor(
  table: TwinTable,
  of: Pick<ExportContext, 'measure' | 'part'>,
  sources: ReleaseSources,
): Promise<readonly ReleasedRow[]> {
  return asked((clerk) => clerk.released(table, of, sources))
}

async function asked<T>(ask: (clerk: Remote<Clerk>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('./csv.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await Promise.race([
      ask(wrap<Clerk>(worker)),
      new Promise<never>((_, refuse) => {
        worker.addEventListener('error', ({ message }) => refuse(new Error(message)))
      }),
    ])
  } finally {
    worker.terminate()
  }
}
