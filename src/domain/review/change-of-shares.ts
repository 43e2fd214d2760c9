import { hypergeometricTails } from './distributions'
import { LEVEL, shareOf } from './interval'
import {
  type Change,
  type ChangeSettings,
  dispersionIn,
  pOf,
  unknownChange,
  verdictOf,
  zOf,
} from './verdict'

/** Hits among cases; null: not known. */
export interface Shared {
  readonly hits: number | null
  readonly of: number | null
}

/** Where a cell of the table of four is expected to hold fewer, Fisher's exact test. */
export const FISHER_BELOW = 10

/**
 * Two shares: pooled z, or Fisher's exact test (twice the smaller tail). The interval of the difference is Newcombe's
 * (1998, method 10), which never leaves −1 to 1. A share of nothing, more hits than cases: unknown, with the reason.
 */
export function changeOfShares(now: Shared, then: Shared, settings: ChangeSettings = {}): Change {
  if (now.hits === null || now.of === null) return unknownChange('no-count-now')
  if (then.hits === null || then.of === null) return unknownChange('no-count-then')
  if (now.of === 0 || then.of === 0) return unknownChange('no-exposure')
  const spread = dispersionIn(settings)
  const a = shareOf(now.hits, now.of, LEVEL, spread)
  const b = shareOf(then.hits, then.of, LEVEL, spread)
  if (!a || !b) return unknownChange('bad-count')
  const value = a.value - b.value
  const pooled = (a.count + b.count) / (a.of + b.of)
  const isExact = Math.min(a.of, b.of) * Math.min(pooled, 1 - pooled) < FISHER_BELOW
  const z =
    (isExact
      ? fisherZ(a.count, a.of, b.count, b.of)
      : value / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of))) / Math.sqrt(spread)
  return {
    verdict: verdictOf(z),
    why: null,
    test: isExact ? 'fisher' : 'two-shares',
    z,
    p: pOf(z),
    relative: null,
    relativeLow: null,
    relativeHigh: null,
    points: {
      value,
      low: value - Math.hypot(a.value - a.low, b.high - b.value),
      high: value + Math.hypot(a.high - a.value, b.value - b.low),
    },
  }
}

function fisherZ(hits: number, of: number, thenHits: number, thenOf: number): number {
  const { atMost, atLeast } = hypergeometricTails(hits, of, hits + thenHits, of + thenOf)
  return zOf(Math.min(1, 2 * Math.min(atMost, atLeast)), atMost - atLeast)
}
