import type { ReleasedCell, ReleasedSum } from '../../domain/review/suppression'
import { formatCount } from '../../ui/numbers'

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

/** "12", "<5", "0–30", ">=10"; "×": nothing of it is told; "—": a gap. */
export function sumText(sum: ReleasedSum | null): string {
  if (sum === null) return '—'
  const { low, high } = sum
  if (low === high) return String(low)
  if (isOneSmall(sum)) return '<5'
  const told = toldBounds(sum)
  if (high === null) return told.low > 0 ? `>=${told.low}` : WITHHELD
  return `${told.low}–${told.high}`
}

const isOneSmall = ({ low, high, hidden }: ReleasedSum) => hidden === 1 && low === 1 && high === 4

/**
 * Sums of several hidden counts are told in tens, and never by their own ends: a total that is printed elsewhere may be the
 * sum of those ends, and then each count is one.
 */
function toldBounds(sum: ReleasedSum): { readonly low: number; readonly high: number | null } {
  if (isExact(sum) || isOneSmall(sum)) return sum
  const low = Math.max(0, Math.floor((sum.low - 1) / 10) * 10)
  return { low, high: sum.high === null ? null : Math.ceil((sum.high + 1) / 10) * 10 }
}

/** Whether what is told of parts is their least or their most for a total that is known: then all of them are known. */
export function addUp(sums: readonly ReleasedSum[], total: number): boolean {
  if (sums.every(isExact)) return false
  const told = sums.map(toldBounds)
  const low = told.reduce((sum, one) => sum + one.low, 0)
  const high = told.reduce((sum, one) => sum + (one.high ?? Number.POSITIVE_INFINITY), 0)
  return low >= total || high <= total
}

export const WITHHELD = '×'

/** As people read it, where a file has what every keyboard can search for: what is told as it is stands as on the screen. */
export function readable(released: string, shown: string): string {
  return /^-?[\d.]+( %)?$/.test(released)
    ? shown
    : released.replace('>=', '≥').replace(/\d+/g, (digits) => formatCount(Number(digits)))
}
