import type { Cell } from './table'

export interface ToldWord {
  readonly text: string
  readonly code: number
  readonly count: number
}

/** Free text in the wrong column: what is taken for it is still right, only not listed. */
const MOST_WORDS = 5_000
const LONGEST = 80

/** Codes for the words of a column, and how often each word came. `none` is the code of an empty cell. */
export function toldWords(codeFor: (text: string) => number, none: number) {
  const seen = new Map<string, { code: number; count: number }>()
  return {
    codeOf(cell: Cell): number {
      if (isEmpty(cell)) return none
      const text = String(cell).slice(0, LONGEST)
      const known = seen.get(text)
      if (known) {
        known.count++
        return known.code
      }
      const code = codeFor(text)
      if (seen.size < MOST_WORDS) seen.set(text, { code, count: 1 })
      return code
    },
    commonest: (most: number): ToldWord[] =>
      [...seen]
        .sort((a, b) => b[1].count - a[1].count)
        .slice(0, most)
        .map(([text, { code, count }]) => ({ text, code, count })),
  }
}

export const isEmpty = (cell: Cell) => cell === null || cell === undefined || cell === ''
