import { type Loess, smooth, smoothBeyond } from './loess'

export interface Decomposition {
  /** Of each point; null at a gap and nowhere else. value = trend + season + rest. */
  readonly trend: readonly (number | null)[]
  readonly season: readonly (number | null)[]
  readonly rest: readonly (number | null)[]
  /** How far each point was believed: 1 wholly, 0 an outlier; null at a gap. */
  readonly weight: readonly (number | null)[]
  /** Max(0, 1 − var(rest) / var(season + rest)): 0 no season, 1 nothing but it (Hyndman & Athanasopoulos 2021, 4.3). */
  readonly seasonStrength: number
  readonly trendStrength: number
}

export const NO_SEASON_REASONS = ['bad-settings', 'too-short', 'too-many-gaps'] as const
export interface NoSeason {
  readonly refused: (typeof NO_SEASON_REASONS)[number]
}

export interface SeasonSettings {
  /** Points in a cycle: 7 for days of a week. */
  readonly cycle: number
  /** Cycles over which the season may change, odd, from 7 on; 'periodic': it is the same in every cycle. */
  readonly seasonSpan: number | 'periodic'
  /** Points over which the trend is taken; null: the least that leaves the season alone (Cleveland et al. 1990, 3.6). */
  readonly trendSpan: number | null
  /** Rounds in which outliers lose their weight; 0: none. */
  readonly robustRounds: number
  /** Passes in each round. */
  readonly passes: number
}

export const SEASON: SeasonSettings = {
  cycle: 7,
  seasonSpan: 'periodic',
  trendSpan: null,
  robustRounds: 15,
  passes: 1,
}

/** Fewer cycles tell no season from chance. */
const LEAST_CYCLES = 4
/** Each place in the cycle must be known so often, and half of all points. */
const LEAST_KNOWN = 3

/**
 * Trend, season and rest by robust STL (Cleveland et al. 1990). Additive: for counts whose swing grows with them hand in
 * logarithms or square roots. A gap (null, not finite) has weight 0 throughout, and stays a gap in what comes out: nothing is
 * drawn for it, though the trend on its two sides knows of both. Limits: festivals that move by the lunar calendar are no
 * season of the week; they are outliers, or trend where they last.
 */
export function decompose(
  values: readonly (number | null)[],
  over: Partial<SeasonSettings> = {},
): Decomposition | NoSeason {
  const settings = { ...SEASON, ...over }
  const refused = faultOf(values, settings)
  if (refused) return { refused }
  const { cycle, robustRounds, passes } = settings
  const isKnown = values.map((value) => value !== null && Number.isFinite(value))
  const y = Float64Array.from(values, (value, i) => (isKnown[i] ? (value as number) : 0))
  const own = Float64Array.from(isKnown, (known) => (known ? 1 : 0))
  const loess = loessOf(settings)
  let weights: Float64Array = own
  let trend: Float64Array = new Float64Array(y.length)
  let season: Float64Array = new Float64Array(y.length)
  for (let round = 0; round <= robustRounds; round++) {
    if (round > 0) weights = believed(y, trend, season, own)
    for (let pass = 0; pass < passes; pass++)
      ({ trend, season } = step(y, trend, weights, cycle, loess))
  }
  if (settings.seasonSpan === 'periodic') season = evened(season, cycle)
  const rest = y.map((value, i) => value - (trend[i] as number) - (season[i] as number))
  const shown = (of: Float64Array) => Array.from(of, (value, i) => (isKnown[i] ? value : null))
  const spread = (of: (i: number) => number) =>
    varianceOf(isKnown.flatMap((known, i) => (known ? [of(i)] : [])))
  const alone = spread((i) => rest[i] as number)
  const strength = (part: Float64Array) => {
    const both = spread((i) => (rest[i] as number) + (part[i] as number))
    return both > 0 ? Math.max(0, 1 - alone / both) : 0
  }
  return {
    trend: shown(trend),
    season: shown(season),
    rest: shown(rest),
    weight: shown(weights),
    seasonStrength: strength(season),
    trendStrength: strength(trend),
  }
}

function faultOf(
  values: readonly (number | null)[],
  { cycle, seasonSpan, trendSpan, robustRounds, passes }: SeasonSettings,
): NoSeason['refused'] | null {
  const isOdd = (span: number, least: number) => span >= least && span % 2 === 1
  if (!Number.isSafeInteger(cycle) || cycle < 2) return 'bad-settings'
  if (seasonSpan !== 'periodic' && !isOdd(seasonSpan, 7)) return 'bad-settings'
  if (trendSpan !== null && !isOdd(trendSpan, 3)) return 'bad-settings'
  if (!Number.isSafeInteger(robustRounds) || robustRounds < 0) return 'bad-settings'
  if (!Number.isSafeInteger(passes) || passes < 1) return 'bad-settings'
  if (values.length < LEAST_CYCLES * cycle) return 'too-short'
  const known = new Array<number>(cycle).fill(0)
  values.forEach((value, i) => {
    if (value !== null && Number.isFinite(value)) known[i % cycle]!++
  })
  const all = known.reduce((sum, count) => sum + count, 0)
  return Math.min(...known) < LEAST_KNOWN || all < values.length / 2 ? 'too-many-gaps' : null
}

interface Spans {
  readonly season: Loess
  readonly trend: Loess
  readonly low: Loess
}

function loessOf({ cycle, seasonSpan, trendSpan }: SeasonSettings): Spans {
  const oddFrom = (span: number) => Math.ceil(span) + (Math.ceil(span) % 2 === 0 ? 1 : 0)
  const span = seasonSpan === 'periodic' ? Number.POSITIVE_INFINITY : seasonSpan
  return {
    season: { span, degree: seasonSpan === 'periodic' ? 0 : 1 },
    trend: { span: trendSpan ?? oddFrom((1.5 * cycle) / (1 - 1.5 / span)), degree: 1 },
    low: { span: oddFrom(cycle), degree: 1 },
  }
}

/** One pass of the inner loop. */
function step(
  y: Float64Array,
  trend: Float64Array,
  weights: Float64Array,
  cycle: number,
  loess: Spans,
) {
  const n = y.length
  const cycles = new Float64Array(n + 2 * cycle)
  for (let phase = 0; phase < cycle; phase++) {
    const length = Math.floor((n - 1 - phase) / cycle) + 1
    const of = (from: (i: number) => number) =>
      Float64Array.from({ length }, (_, k) => from(phase + k * cycle))
    const smoothed = smoothBeyond(
      of((i) => (y[i] as number) - (trend[i] as number)),
      of((i) => weights[i] as number),
      loess.season,
    )
    smoothed.forEach((value, k) => {
      cycles[phase + k * cycle] = value
    })
  }
  const even = new Float64Array(n).fill(1)
  const low = smooth(meansOf(meansOf(meansOf(cycles, cycle), cycle), 3), even, loess.low)
  const season = Float64Array.from(low, (value, i) => (cycles[cycle + i] as number) - value)
  const level = y.map((value, i) => value - (season[i] as number))
  return { season, trend: smooth(level, weights, loess.trend) }
}

/** Moving means, each of so many; as many fewer as they need. */
function meansOf(values: Float64Array, of: number): Float64Array {
  let sum = 0
  for (let i = 0; i < of; i++) sum += values[i] as number
  const means = new Float64Array(values.length - of + 1)
  means[0] = sum / of
  for (let i = 1; i < means.length; i++) {
    sum += (values[i + of - 1] as number) - (values[i - 1] as number)
    means[i] = sum / of
  }
  return means
}

/** Tukey's bisquare over six median absolute rests. */
function believed(
  y: Float64Array,
  trend: Float64Array,
  season: Float64Array,
  own: Float64Array,
): Float64Array {
  const miss = y.map((value, i) => Math.abs(value - (trend[i] as number) - (season[i] as number)))
  const sorted = miss.filter((_, i) => own[i] === 1).sort()
  const middle = sorted.length >> 1
  const median = ((sorted[middle] as number) + (sorted[sorted.length - 1 - middle] as number)) / 2
  const limit = 6 * median
  return own.map((weight, i) => {
    const r = miss[i] as number
    if (r <= 0.001 * limit) return weight
    return r <= 0.999 * limit ? weight * (1 - (r / limit) ** 2) ** 2 : 0
  })
}

/** The mean of each place in the cycle. */
function evened(season: Float64Array, cycle: number): Float64Array {
  const sums = new Float64Array(cycle)
  const counts = new Float64Array(cycle)
  season.forEach((value, i) => {
    sums[i % cycle]! += value
    counts[i % cycle]!++
  })
  return season.map((_, i) => (sums[i % cycle] as number) / (counts[i % cycle] as number))
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
