import type { Counted } from './change'
import { isCount, isExposure } from './interval'

export const CHART_SIGNALS = ['above', 'below'] as const
export type ChartSignal = (typeof CHART_SIGNALS)[number]

export interface ChartPoint {
  /** Null: a gap. Nothing may be drawn across it, and a gap has no limits. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly signal: ChartSignal | null
  /** In the phase that centre and limits were taken from. */
  readonly isBaseline: boolean
}

export interface ControlChart {
  readonly centre: number
  /** One for each point handed in, in order. */
  readonly points: readonly ChartPoint[]
  /** How much wider than chance the limits are, 1 or more (Laney's σz). */
  readonly spread: number
  /** Known points that centre and spread rest on. */
  readonly baselineKnown: number
  /** Signals in the baseline itself: it was not calm, and its limits are the less to be trusted. */
  readonly baselineSignals: number
}

/**
 * `no-cases`: none in the whole baseline, or, of shares, nothing else. `unsteady-baseline`: more than one of its points in ten is itself beyond the limits. It holds two levels (a source that
 * changed its definition, an outage), and limits from it would judge nothing.
 */
export const NO_CHART_REASONS = [
  'few-baseline',
  'no-cases',
  'unsteady-baseline',
  'bad-settings',
] as const
export interface NoChart {
  readonly refused: (typeof NO_CHART_REASONS)[number]
}

export interface ChartSettings {
  /** Points before this index are the baseline, those from it on are monitored. */
  readonly baseline: number
  /** Points of the baseline that a known and told cause takes out. They are charted, and judged. */
  readonly except?: ReadonlySet<number>
  /** Counts are hits among cases, exposures the cases: binomial, as in a p-chart. Else counts are Poisson. */
  readonly isShare: boolean
  /** Whether the scatter of the baseline widens the limits (Laney 2002). */
  readonly isWidened: boolean
  /** Fewer known points in the baseline make no chart. */
  readonly leastBaseline: number
}

/** Twenty points are the custom of the hand-books (Montgomery 2013, 6.2). */
export const CHART = { isShare: false, isWidened: true, leastBaseline: 20 } as const

/** Neighbouring signals on one side: a point alone is one too. Half-open. */
export interface SignalRun {
  readonly from: number
  readonly to: number
  readonly signal: ChartSignal
}

/** Runs of monitored signals, in order of time; a gap ends one. */
export function runsOf({ points }: Pick<ControlChart, 'points'>): readonly SignalRun[] {
  const runs: SignalRun[] = []
  points.forEach(({ signal, isBaseline }, i) => {
    const last = runs.at(-1)
    if (!signal || isBaseline) return
    if (last?.to === i && last.signal === signal) runs[runs.length - 1] = { ...last, to: i + 1 }
    else runs.push({ from: i, to: i + 1, signal })
  })
  return runs
}

/** What a chart of rates stands on; also of use to charts that look at the same baseline another way. */
export interface Baseline {
  readonly centre: number
  /** Variance of the rate over one unit of exposure, if chance alone were at work. */
  readonly variance: number
  readonly spread: number
  /** How much of one point's deviation is left in the next: the correlation of neighbours, 0 where it may be chance. */
  readonly carry: number
  readonly known: number
}

interface Known {
  readonly count: number
  readonly exposure: number
}

/** Of shares, more hits than cases are not known. */
export function isKnown(point: Counted | undefined, isShare = false): point is Known {
  if (point === undefined || !isCount(point.count) || !isExposure(point.exposure)) return false
  return !isShare || (isCount(point.exposure) && point.count <= point.exposure)
}

/**
 * Centre ū = Σ counts / Σ exposures, and Laney's σz: mean moving range of the standardised points / 1.128, never under 1. A
 * moving range is taken between neighbours only, never across a gap or a point left out.
 */
export function baselineOf(
  series: readonly Counted[],
  settings: ChartSettings,
): Baseline | NoChart {
  const { baseline, except, isShare, isWidened, leastBaseline } = settings
  if (!Number.isSafeInteger(baseline) || baseline < 0 || !(leastBaseline >= 2))
    return { refused: 'bad-settings' }
  const first = series.slice(0, baseline).map((point, i) => (except?.has(i) ? undefined : point))
  const known = first.filter((point) => isKnown(point, isShare)) as Known[]
  if (known.length < leastBaseline) return { refused: 'few-baseline' }
  const cases = known.reduce((sum, { count }) => sum + count, 0)
  if (cases === 0) return { refused: 'no-cases' }
  const centre = cases / known.reduce((sum, { exposure }) => sum + exposure, 0)
  if (isShare && centre === 1) return { refused: 'no-cases' }
  const variance = isShare ? centre * (1 - centre) : centre
  const deviations = first.map((point) =>
    isKnown(point, isShare)
      ? (point.count / point.exposure - centre) / Math.sqrt(variance / point.exposure)
      : null,
  )
  const { spread, carry } = isWidened ? scatterOf(deviations) : { spread: 1, carry: 0 }
  const beyond = deviations.filter((z) => z !== null && Math.abs(z) > SIGMAS * spread).length
  if (beyond > UNSTEADY * known.length) return { refused: 'unsteady-baseline' }
  return { centre, variance, spread, carry, known: known.length }
}

export const SIGMAS = 3
const UNSTEADY = 0.1
/** d₂ for ranges of two. */
const RANGE_TO_SIGMA = 1.128
/** Fewer neighbours tell neither scatter nor correlation. */
const LEAST_PAIRS = 10

function scatterOf(deviations: readonly (number | null)[]) {
  let [ranges, products, pairs] = [0, 0, 0]
  deviations.forEach((z, i) => {
    const before = deviations[i - 1]
    if (z === null || before === null || before === undefined) return
    ranges += Math.abs(z - before)
    products += z * before
    pairs++
  })
  if (pairs < LEAST_PAIRS) return { spread: 1, carry: 0 }
  const squares = deviations.map((z) => (z ?? 0) ** 2)
  const known = deviations.filter((z) => z !== null).length
  const meanSquare = squares.reduce((sum, square) => sum + square, 0) / known
  const correlation = meanSquare > 0 ? products / pairs / meanSquare : 0
  return {
    spread: Math.max(1, ranges / pairs / RANGE_TO_SIGMA),
    // Two standard errors of a correlation that is none (Bartlett 1946).
    carry: correlation > 2 / Math.sqrt(pairs) ? Math.min(correlation, MOST_CARRY) : 0,
  }
}

/** A series that carries more over has no level to chart. */
const MOST_CARRY = 0.9
