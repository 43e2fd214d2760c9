import type { Counted } from './change'
import {
  baselineOf,
  CHART,
  type ChartPoint,
  type ChartSettings,
  type ControlChart,
  isKnown,
  type NoChart,
} from './control-chart'

export interface EwmaSettings {
  /** Weight of the newest point, over 0 up to 1. */
  readonly weight: number
  /** Limits in sigmas. */
  readonly sigmas: number
}

/** λ 0.2 and L 2.962 ring falsely once in 500 points (Lucas & Saccucci 1990). */
export const EWMA: EwmaSettings = { weight: 0.2, sigmas: 2.962 }

/** Values with a known mean and standard deviation. Null: a gap. */
export interface Smoothing {
  readonly value: number | null
  /** Variance of the value itself. */
  readonly variance: number
}

/**
 * EWMA z = λ x + (1 − λ) z with limits that are exact at every step: the variance is carried along,
 * v = λ² var(x) + (1 − λ)² v, which for equal variances is σ² λ/(2 − λ) (1 − (1 − λ)^2i). After a gap it begins anew at the
 * centre: what went on meanwhile is not known, and is not bridged.
 */
export function ewmaOf(
  series: readonly Smoothing[],
  centre: number,
  { weight, sigmas }: EwmaSettings = EWMA,
): readonly Omit<ChartPoint, 'isBaseline'>[] {
  let z = centre
  let variance = 0
  return series.map(({ value, variance: own }) => {
    if (value === null || !Number.isFinite(value) || !(own >= 0)) {
      z = centre
      variance = 0
      return { value: null, low: null, high: null, signal: null }
    }
    z = weight * value + (1 - weight) * z
    variance = weight ** 2 * own + (1 - weight) ** 2 * variance
    const reach = sigmas * Math.sqrt(variance)
    const signal = z > centre + reach ? 'above' : z < centre - reach ? 'below' : null
    return { value: z, low: centre - reach, high: centre + reach, signal }
  })
}

/**
 * EWMA of rates, on centre and spread of the same baseline as the u-chart; the rate's variance is σz² ū / exposure. Where
 * neighbours of the baseline go together (ρ), their mean scatters more and their moving ranges less: the variance grows by
 * (1 + ρ(1 − λ)) / (1 − ρ(1 − λ)) / (1 − ρ) (Schmid 1997), without which calm days that take after one another ring all the time.
 */
export function ewmaChart(
  series: readonly Counted[],
  settings: Pick<ChartSettings, 'baseline'> & Partial<ChartSettings & EwmaSettings>,
): ControlChart | NoChart {
  const { weight, sigmas, ...rest } = { ...CHART, ...EWMA, ...settings }
  if (!(weight > 0 && weight <= 1) || !(sigmas > 0)) return { refused: 'bad-settings' }
  const base = baselineOf(series, rest)
  if ('refused' in base) return base
  const { centre, variance, spread, carry } = base
  const kept = carry * (1 - weight)
  const perExposure = (variance * spread ** 2 * (1 + kept)) / (1 - kept) / (1 - carry)
  const points = ewmaOf(
    series.map((point) =>
      isKnown(point, rest.isShare)
        ? { value: point.count / point.exposure, variance: perExposure / point.exposure }
        : { value: null, variance: 0 },
    ),
    centre,
    { weight, sigmas },
  ).map((point, i) => ({
    ...point,
    low: point.low === null ? null : Math.max(0, point.low),
    high: point.high !== null && rest.isShare ? Math.min(1, point.high) : point.high,
    isBaseline: i < settings.baseline,
  }))
  return {
    centre,
    points,
    spread,
    baselineKnown: base.known,
    baselineSignals: points.filter(({ signal, isBaseline }) => signal && isBaseline).length,
  }
}
