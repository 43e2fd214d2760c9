import type { Counted } from './change'
import { isCount, isExposure } from './interval'

export interface Dispersion {
  /** Variance / mean of the counts, after weekday and slow movement are taken out; 1 is chance alone. Not cut off at 1. */
  readonly value: number
  /** Differences that it rests on. */
  readonly samples: number
}

/** Fewer differences say little: 28 put the figure within about a third. */
export const LEAST_DIFFERENCES = 28

/**
 * How much more the counts of days scatter than chance would have them. Each day is held against the same day of the week
 * before: for Poisson counts the Pearson residual of the two has a mean square of one, whatever the day of the week, and a
 * slow movement hardly enters (Bissell 1985's index on differences). A gap takes out the pairs that it is part of. Null:
 * fewer than 28 pairs, or hardly any cases (under 1 in a pair): a handful of cases shows no scatter.
 */
export function dispersionOf(series: readonly Counted[], lag = 7): Dispersion | null {
  let squares = 0
  let samples = 0
  let cases = 0
  let pairs = 0
  for (let i = lag; i < series.length; i++) {
    const now = series[i] as Counted
    const then = series[i - lag] as Counted
    if (!isCount(now.count) || !isCount(then.count)) continue
    if (!isExposure(now.exposure) || !isExposure(then.exposure)) continue
    const sum = now.count + then.count
    pairs++
    if (sum === 0) continue
    const share = now.exposure / (now.exposure + then.exposure)
    // Given the sum, now is binomial: mean sum·share, variance sum·share·(1 − share).
    squares += (now.count - sum * share) ** 2 / (sum * share * (1 - share))
    samples++
    cases += sum
  }
  if (samples < LEAST_DIFFERENCES || cases / pairs < 1) return null
  return { value: squares / samples, samples }
}

/**
 * The same of shares, against the binomial: hits among cases of a day and of the day a week before. Given their sums the
 * difference has a known variance (hypergeometric), so the mean of its squares is one by chance alone. What befalls many
 * cases at once (a source that is silent for an hour) makes it more. Null: fewer than 28 pairs, or hardly a hit or a miss.
 */
export function dispersionOfShares(series: readonly Counted[], lag = 7): Dispersion | null {
  let squares = 0
  let samples = 0
  let rarer = 0
  let pairs = 0
  for (let i = lag; i < series.length; i++) {
    const [now, then] = [series[i] as Counted, series[i - lag] as Counted]
    if (!isCount(now.count) || !isCount(then.count)) continue
    if (!isExposure(now.exposure) || !isExposure(then.exposure)) continue
    const [hits, of] = [now.count + then.count, now.exposure + then.exposure]
    pairs++
    rarer += Math.min(hits, of - hits)
    if (hits <= 0 || hits >= of) continue
    const expected = (hits * now.exposure) / of
    const variance = (((expected * then.exposure) / of) * (of - hits)) / (of - 1)
    squares += (now.count - expected) ** 2 / variance
    samples++
  }
  if (samples < LEAST_DIFFERENCES || rarer / pairs < 1) return null
  return { value: squares / samples, samples }
}
