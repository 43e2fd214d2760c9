import type { Counted } from './change'
import {
  baselineOf,
  CHART,
  type ChartPoint,
  type ChartSettings,
  type ControlChart,
  isKnown,
  type NoChart,
  SIGMAS,
} from './control-chart'
import { binomialTails, poissonTails } from './distributions'

/** One side of three sigmas. */
export const TAIL = 0.00135

/**
 * Rates against limits that vary with their denominator: ū ± 3 σz √(ū / exposure), cut off at 0. With σz (Laney 2002, u′)
 * because counts of days scatter more than chance alone: u-chart limits would call every tenth calm day a signal.
 * For shares the same with √(p̄ (1 − p̄) / cases): a p-chart, p′.
 * A signal lies beyond the limit and is rarer than 0.00135 by the exact tail too: at two cases a day the upper limit
 * alone rings three times too often. Not asked for: runs of eight, two of three beyond 2 σ and their like, which cut the
 * time between false signals from 370 to 92 points (Champ & Woodall 1987); slow change is the EWMA's.
 */
export function uChart(
  series: readonly Counted[],
  settings: Pick<ChartSettings, 'baseline'> & Partial<ChartSettings>,
): ControlChart | NoChart {
  const { isShare, ...rest } = { ...CHART, ...settings }
  const base = baselineOf(series, { isShare, ...rest })
  if ('refused' in base) return base
  const { centre, variance, spread } = base
  const points = series.map((point, i): ChartPoint => {
    const isBaseline = i < settings.baseline
    if (!isKnown(point, isShare))
      return { value: null, low: null, high: null, signal: null, isBaseline }
    const { count, exposure } = point
    const value = count / exposure
    const reach = SIGMAS * spread * Math.sqrt(variance / exposure)
    const low = Math.max(0, centre - reach)
    const high = isShare ? Math.min(1, centre + reach) : centre + reach
    // Tails of large counts take their time: only of those that are beyond a limit.
    const tails = () =>
      isShare ? binomialTails(count, exposure, centre) : poissonTails(count, centre * exposure)
    const isAbove = value > high && tails().atLeast < TAIL
    const isBelow = value < low && tails().atMost < TAIL
    const signal = isAbove ? 'above' : isBelow ? 'below' : null
    return { value, low, high, signal, isBaseline }
  })
  return {
    centre,
    points,
    spread,
    baselineKnown: base.known,
    baselineSignals: points.filter(({ signal, isBaseline }) => signal && isBaseline).length,
  }
}

/**
 * The limits as a signal sees them: where the exact tail asks for more than three sigmas, the last rate that is none. What is
 * drawn has to be these, or points stand beyond a line that judges nothing.
 */
export function signalLimits(
  { low, high }: { readonly low: number; readonly high: number },
  { centre, exposure, isShare }: { centre: number; exposure: number; isShare: boolean },
): { readonly low: number; readonly high: number } {
  const tails = (count: number) =>
    isShare ? binomialTails(count, exposure, centre) : poissonTails(count, centre * exposure)
  const most = isShare ? exposure : Number.POSITIVE_INFINITY
  const first = Math.floor(high * exposure) + 1
  let above = first
  while (above <= most && tails(above).atLeast >= TAIL) above++
  const last = Math.ceil(low * exposure) - 1
  let below = last
  while (below >= 0 && tails(below).atMost >= TAIL) below--
  return {
    low: below === last ? low : (below + 1) / exposure,
    high: above === first ? high : (above - 1) / exposure,
  }
}
