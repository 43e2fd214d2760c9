/** What a file may say in a cell. Read by `moments.ts`, `build.ts`; everything else is taken for its text. */
export type Cell = unknown

/** A file seen as a table, whatever its kind. */
export interface Table {
  readonly kind: 'csv' | 'geojson' | 'parquet' | 'arrow'
  readonly names: readonly string[]
  /** The first rows, whole. */
  readonly sample: readonly (readonly Cell[])[]
  /** Null: known when it has been read. */
  readonly rowCount: number | null
  /**
   * Reads the columns named by index, batch after batch: `take` gets one list a column, all of one length. `done` is the
   * share of the file that has been read.
   */
  readonly read: (
    columns: readonly number[],
    take: (cells: readonly ArrayLike<Cell>[], count: number, done: number) => void,
  ) => Promise<void>
}

export const SAMPLE_ROWS = 200
export const MAX_COLUMNS = 1_000
export const MAX_ROWS = 10_000_000
