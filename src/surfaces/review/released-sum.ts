import type { ReleasedCell, ReleasedSum } from '../../domain/review/suppression'

export const UNTOLD: ReleasedCell = { state: 'untold' }
export const UNTOLD_SUM: ReleasedSum = { low: 0, high: null, hidden: 1 }

export function addSums(sums: readonly ReleasedSum[]): ReleasedSum {
  return sums.reduce((a, b) => ({
    low: a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
    hidden: a.hidden + b.hidden,
  }))
}

export function isExact({ low, high }: ReleasedSum): boolean {
  return low === high
}

/** "12", "<5", "9–24", ">=9"; "×": nothing of it is told; "—": a gap. */
export function sumText(sum: ReleasedSum | null): string {
  if (sum === null) return '—'
  const { low, high, hidden } = sum
  if (low === high) return String(low)
  if (high === null) return low > 1 ? `>=${low}` : WITHHELD
  return hidden === 1 && low === 1 ? '<5' : `${low}–${high}`
}

export const WITHHELD = '×'
