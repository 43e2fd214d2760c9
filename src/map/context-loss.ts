/** Counts since the start of the page. */
export interface Losses {
  readonly lost: number
  readonly recovered: number
}
