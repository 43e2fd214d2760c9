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
import { poissonTails } from './distributions'

const SIGMAS = 3
/** One side of three sigmas. */
const TAIL = 0.00135

/**
 * Rates against limits that vary with their denominator: ū ± 3 σz √(ū / exposure), cut off at 0. With σz (Laney 2002, u′)
 * because counts of days scatter more than chance alone: u-chart limits would call every tenth calm day a signal.
 * A signal lies beyond the limit and is rarer than 0.00135 by the exact Poisson tail too: at two cases a day the upper limit
 * alone rings three times too often. Not asked for: runs of eight, two of three beyond 2 σ and their like, which cut the
 * time between false signals from 370 to 92 points (Champ & Woodall 1987); slow change is the EWMA's.
 */
export function uChart(
  series: readonly Counted[],
  settings: Pick<ChartSettings, 'baseline'> & Partial<ChartSettings>,
): ControlChart | NoChart {
  const base = baselineOf(series, { ...CHART, ...settings })
  if ('refused' in base) return base
  const { centre, spread } = base
  const points = series.map((point, i): ChartPoint => {
    const isBaseline = i < settings.baseline
    if (!isKnown(point)) return { value: null, low: null, high: null, signal: null, isBaseline }
    const { count, exposure } = point
    const value = count / exposure
    const reach = SIGMAS * spread * Math.sqrt(centre / exposure)
    const [low, high] = [Math.max(0, centre - reach), centre + reach]
    const { atMost, atLeast } = poissonTails(count, centre * exposure)
    const signal =
      value > high && atLeast < TAIL ? 'above' : value < low && atMost < TAIL ? 'below' : null
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
