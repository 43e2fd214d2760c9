import { expose } from 'comlink'
import { csvRows, type ExportContext } from './csv-rows'
import { type ReleaseSources, releasesOf } from './releases'
import type { TwinTable } from './twin-table'

const clerk = {
  rows: (table: TwinTable, context: ExportContext, sources: ReleaseSources) =>
    csvRows(table, { ...context, releases: releasesOf(sources) }),
}
export type Clerk = typeof clerk

expose(clerk)
