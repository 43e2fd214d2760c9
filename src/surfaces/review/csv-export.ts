import { wrap } from 'comlink'
import type { Clerk } from './csv.worker'
import type { ExportContext } from './csv-rows'
import type { ReleaseSources } from './releases'
import type { TwinTable } from './twin-table'

/** What may leave of a table. In a worker of its own: two years of counties by parts take seconds. */
export async function exportedRows(
  table: TwinTable,
  context: ExportContext,
  sources: ReleaseSources,
): Promise<readonly (readonly string[])[]> {
  const worker = new Worker(new URL('./csv.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await Promise.race([
      wrap<Clerk>(worker).rows(table, context, sources),
      new Promise<never>((_, refuse) => {
        worker.addEventListener('error', ({ message }) => refuse(new Error(message)))
      }),
    ])
  } finally {
    worker.terminate()
  }
}
