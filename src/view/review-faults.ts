import {
  DEFAULT_REVIEW,
  formatReview,
  isTooLong,
  parseReview,
  REVIEW_KEYS,
  type ReviewKey,
} from './review'

export interface AddressFault {
  readonly key: ReviewKey
  /** What stands in the address. */
  readonly asked: string
  /** A period in order, but longer than the page shows. */
  readonly isTooLong: boolean
}

const MOST_LETTERS = 40

/** What an address asks for and does not get: each key falls to its default alone, and that has to be said. */
export function reviewFaults(search: string): readonly AddressFault[] {
  const params = new URLSearchParams(search)
  return REVIEW_KEYS.flatMap((key) => {
    const asked = params.get(key)
    if (!asked || isTaken(key, asked)) return []
    return [
      {
        key,
        asked: [...asked].slice(0, MOST_LETTERS).join(''),
        isTooLong: key === 'period' && isTooLong(asked),
      },
    ]
  })
}

function isTaken(key: ReviewKey, asked: string): boolean {
  const written = new URLSearchParams()
  formatReview(parseReview(new URLSearchParams({ [key]: asked })), written)
  return written.has(key) || DEFAULT_REVIEW[key] === asked
}
