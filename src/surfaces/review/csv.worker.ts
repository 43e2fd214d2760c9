import { expose } from 'comlink'
import { csvRows, type ExportContext, releasedRows } from './csv-rows'
import { type ReleaseSources, releasesOf } from './releases'
import type { TwinTable } from './twin-table'

const clerk = {
  rows: (table: TwinTable, context: ExportContext, sources: ReleaseSources) =>
    csvRows(table, { ...context, releases: releasesOf(sources) }),
  released: (
    table: TwinTable,
    of: Pick<ExportContext, 'measure' | 'part'>,
    sources: ReleaseSources,
  ) => releasedRows(table, { ...of, releases: releasesOf(sources) }),
}
export type Clerk = typeof clerk

expose(clerk)
