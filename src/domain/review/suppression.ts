/** What may leave the building: counts of areas (rows) by kinds (columns), with all margins. */
export interface CountTable {
  /** Row by row; every count a whole number from 0 on. */
  readonly cells: readonly (readonly number[])[]
}

/**
 * `shown`: the count. `small`: 1 to 4, written "<5". `withheld`: 5 or more, hidden because it would tell a small one.
 */
export type ReleasedCell =
  | { readonly state: 'shown'; readonly count: number }
  | { readonly state: 'small' }
  | { readonly state: 'withheld' }

export interface ReleasedTable {
  readonly cells: readonly (readonly ReleasedCell[])[]
  readonly rowTotals: readonly ReleasedCell[]
  readonly columnTotals: readonly ReleasedCell[]
  readonly total: ReleasedCell
}

/** Counts from 1 up to this one are small. */
export const SMALL_MOST = 4

/** Null: a table with a count that is none, or rows of unequal length. */
export declare function releaseTable(table: CountTable): ReleasedTable | null
