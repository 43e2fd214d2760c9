import { betaBelow, betaQuantile, poissonTails } from './distributions'
import { isCount, isExposure, LEVEL } from './interval'
import {
  type Change,
  type ChangeSettings,
  dispersionIn,
  type NoChangeReason,
  pOf,
  unknownChange,
  verdictOf,
  zOf,
} from './verdict'

/** A count and how long, or among how many, it was counted: days, persons · days. Null: not known. */
export interface Counted {
  readonly count: number | null
  readonly exposure: number | null
}

/** From so many on in both, roots; below, the exact test. */
export const EXACT_BELOW = 50

/**
 * Two counts that were both observed. From 50 on z = √2(√now − √then), here for unequal exposures too:
 * z = 2(√(now/t) − √(then/s)) / √(1/t + 1/s). Below 50 the exact conditional test: given their sum, `now` is binomial with
 * chance t / (t + s); p is twice the smaller tail, so it agrees with the interval, which is Clopper & Pearson's (1934).
 */
export function changeOfCounts(now: Counted, then: Counted, settings: ChangeSettings = {}): Change {
  const why = faultOf(now, then)
  if (why) return unknownChange(why)
  const spread = dispersionIn(settings)
  const [t, s] = [now.exposure as number, then.exposure as number]
  const [a, b] = [(now.count as number) / spread, (then.count as number) / spread]
  const chance = t / (t + s)
  const isExact = Math.min(a, b) < EXACT_BELOW
  const exact = isExact ? exactTest(tailsOf(a, b, chance)) : null
  const z = exact?.z ?? (2 * (Math.sqrt(a / t) - Math.sqrt(b / s))) / Math.sqrt(1 / t + 1 / s)
  const ratio = (share: number) => (share / (1 - share)) * (s / t) - 1
  const tail = (1 - LEVEL) / 2
  return {
    verdict: verdictOf(z),
    why: null,
    test: isExact ? 'exact' : 'root',
    z,
    p: exact?.p ?? pOf(z),
    relative: b > 0 ? a / t / (b / s) - 1 : null,
    relativeLow: a > 0 ? ratio(betaQuantile(a, b + 1, tail)) : a + b > 0 ? -1 : null,
    relativeHigh: b > 0 ? ratio(betaQuantile(a + 1, b, 1 - tail)) : null,
    points: null,
  }
}

/**
 * A count against a mean that is known from a long history: z = 2(√now − √mean); below 50, of either, the Poisson tail
 * doubled. Right only where the mean's own error is small: `changeFromHistory` sees to that. `mean` is for as long, and
 * among as many, as the count.
 */
export function changeFromMean(
  count: number | null,
  mean: number | null,
  settings: ChangeSettings = {},
): Change {
  if (count === null) return unknownChange('no-count-now')
  if (mean === null) return unknownChange('no-count-then')
  if (!isCount(count) || !Number.isFinite(mean) || mean < 0) return unknownChange('bad-count')
  const spread = dispersionIn(settings)
  const [a, m] = [count / spread, mean / spread]
  const isExact = Math.min(a, m) < EXACT_BELOW
  const exact = isExact ? exactTest(poissonTails(a, m)) : null
  const z = exact?.z ?? 2 * (Math.sqrt(a) - Math.sqrt(m))
  return {
    verdict: verdictOf(z),
    why: null,
    test: isExact ? 'exact' : 'root',
    z,
    p: exact?.p ?? pOf(z),
    relative: m > 0 ? a / m - 1 : null,
    relativeLow: null,
    relativeHigh: null,
    points: null,
  }
}

/** So many periods make a mean that may pass as known: its own variance is at most a twentieth of the count's. */
export const LONG_HISTORY = 20

/**
 * A count against the periods before it. With 20 known ones and more, against their mean; with fewer, against their sum as
 * one count over their exposure, which is right for any length. Unknown and broken periods are left out.
 */
export function changeFromHistory(
  now: Counted,
  history: readonly Counted[],
  settings: ChangeSettings = {},
): Change {
  const known = history.filter(({ count, exposure }) => isCount(count) && isExposure(exposure))
  if (known.length === 0) return unknownChange('no-count-then')
  const sum = (of: keyof Counted) => known.reduce((total, period) => total + (period[of] ?? 0), 0)
  const then = { count: sum('count'), exposure: sum('exposure') }
  const why = faultOf(now, then)
  if (why) return unknownChange(why)
  return known.length < LONG_HISTORY
    ? changeOfCounts(now, then, settings)
    : changeFromMean(now.count, (then.count / then.exposure) * (now.exposure as number), settings)
}

function faultOf(now: Counted, then: Counted): NoChangeReason | null {
  if (now.count === null) return 'no-count-now'
  if (then.count === null) return 'no-count-then'
  if (!isCount(now.count) || !isCount(then.count)) return 'bad-count'
  return isExposure(now.exposure) && isExposure(then.exposure) ? null : 'no-exposure'
}

interface Tails {
  readonly atMost: number
  readonly atLeast: number
}

/** Twice the smaller tail, and the z with the same p. */
function exactTest({ atMost, atLeast }: Tails) {
  const p = Math.min(1, 2 * Math.min(atMost, atLeast))
  return { p, z: zOf(p, atMost - atLeast) }
}

/** Of `a` among a + b; the beta function takes the parts of a case that dispersion makes. */
function tailsOf(a: number, b: number, chance: number): Tails {
  return {
    atMost: b > 0 ? betaBelow(b, a + 1, 1 - chance) : 1,
    atLeast: a > 0 ? betaBelow(a, b + 1, chance) : 1,
  }
}
