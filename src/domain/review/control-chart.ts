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

export const NO_CHART_REASONS = ['few-baseline', 'no-cases', 'bad-settings'] as const
export interface NoChart {
  readonly refused: (typeof NO_CHART_REASONS)[number]
}

export interface ChartSettings {
  /** Points before this index are the baseline, those from it on are monitored. */
  readonly baseline: number
  /** Points of the baseline that a known and told cause takes out. They are charted, and judged. */
  readonly except?: ReadonlySet<number>
  /** Whether the scatter of the baseline widens the limits (Laney 2002). */
  readonly isWidened: boolean
  /** Fewer known points in the baseline make no chart. */
  readonly leastBaseline: number
}

/** Twenty points are the custom of the hand-books (Montgomery 2013, 6.2). */
export const CHART = { isWidened: true, leastBaseline: 20 } as const

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
  readonly spread: number
  readonly known: number
}

export function isKnown(point: Counted | undefined): point is { count: number; exposure: number } {
  return point !== undefined && isCount(point.count) && isExposure(point.exposure)
}

/**
 * Centre ū = Σ counts / Σ exposures, and Laney's σz: mean moving range of the standardised points / 1.128, never under 1. A
 * moving range is taken between neighbours only, never across a gap or a point left out.
 */
export function baselineOf(
  series: readonly Counted[],
  settings: ChartSettings,
): Baseline | NoChart {
  const { baseline, except, isWidened, leastBaseline } = settings
  if (!Number.isSafeInteger(baseline) || baseline < 0 || !(leastBaseline >= 2))
    return { refused: 'bad-settings' }
  const first = series.slice(0, baseline).map((point, i) => (except?.has(i) ? undefined : point))
  const known = first.filter(isKnown)
  if (known.length < leastBaseline) return { refused: 'few-baseline' }
  const cases = known.reduce((sum, { count }) => sum + count, 0)
  if (cases === 0) return { refused: 'no-cases' }
  const centre = cases / known.reduce((sum, { exposure }) => sum + exposure, 0)
  if (!isWidened) return { centre, spread: 1, known: known.length }
  let ranges = 0
  let pairs = 0
  for (let i = 1; i < first.length; i++) {
    const [a, b] = [first[i - 1], first[i]]
    if (!isKnown(a) || !isKnown(b)) continue
    ranges += Math.abs(standardised(a, centre) - standardised(b, centre))
    pairs++
  }
  const spread = pairs < leastBaseline / 2 ? 1 : Math.max(1, ranges / pairs / RANGE_TO_SIGMA)
  return { centre, spread, known: known.length }
}

/** d₂ for ranges of two. */
const RANGE_TO_SIGMA = 1.128

function standardised({ count, exposure }: { count: number; exposure: number }, centre: number) {
  return (count / exposure - centre) / Math.sqrt(centre / exposure)
}
