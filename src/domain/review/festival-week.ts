import type { Day, Period } from './calendar'
import type { Counted } from './change'
import {
  baselineOf,
  CHART,
  type ChartPoint,
  type ControlChart,
  isKnown,
  SIGMAS,
} from './control-chart'
import { binomialTails } from './distributions'
import { festivalOffset, springFestivalOf } from './spring-festival'
import { TAIL } from './u-chart'

/** The week that is unlike any other: the eve, and the first six days of the lunar year after the first. */
export const FESTIVAL_WEEK = { before: 1, after: 6 } as const

export function isFestivalWeek(day: Day): boolean {
  const offset = festivalOffset(day)
  return offset !== null && offset >= -FESTIVAL_WEEK.before && offset <= FESTIVAL_WEEK.after
}

/** The week of a year; null outside the table. */
export function festivalWeekOf(year: number): Period | null {
  const festival = springFestivalOf(year)
  if (festival === null) return null
  return { from: festival - FESTIVAL_WEEK.before, to: festival + FESTIVAL_WEEK.after + 1 }
}

/** What earlier festival weeks were like, against the weeks before each. */
export interface FestivalLevel {
  /** Cases of those weeks. */
  readonly cases: number
  /** Cases that the weeks before them would have led one to expect; of shares, their denominators. */
  readonly expected: number
  /** Of shares: by how much the share was another than in the weeks before. */
  readonly shift: number
  /** How many weeks it rests on. */
  readonly weeks: number
  /** Scatter of their days round their own level, 1 or more. */
  readonly spread: number
}

/** Fewer known days tell nothing of a week. */
const LEAST_DAYS = 5

/**
 * Each series is an earlier year's: `baseline` days before the festival week, then the week. Those that are no basis (gaps,
 * no baseline) are left out; null where none is left.
 */
export function festivalLevelOf(
  years: readonly (readonly Counted[])[],
  baseline: number,
  isShare: boolean,
): FestivalLevel | null {
  let [cases, expected, shifted, weeks, squares, days] = [0, 0, 0, 0, 0, 0]
  for (const series of years) {
    const base = baselineOf(series, { ...CHART, baseline, isShare })
    const known = series.slice(baseline).filter((point) => isKnown(point, isShare))
    if ('refused' in base || known.length < LEAST_DAYS) continue
    const sum = known.reduce((total, { count }) => total + (count ?? 0), 0)
    const exposure = known.reduce((total, point) => total + (point.exposure ?? 0), 0)
    const own = sum / exposure
    const variance = isShare ? own * (1 - own) : own
    for (const { count, exposure: of } of known)
      if (variance > 0) squares += ((count ?? 0) - own * (of ?? 0)) ** 2 / (variance * (of ?? 1))
    days += known.length - 1
    cases += sum
    expected += isShare ? exposure : exposure * base.centre
    shifted += isShare ? sum - exposure * base.centre : 0
    weeks++
  }
  if (weeks === 0 || !(expected > 0)) return null
  const spread = Math.max(1, Math.sqrt(squares / days))
  return { cases, expected, shift: shifted / expected, weeks, spread }
}

/**
 * A day of the festival week, judged by what earlier ones were like: ū · (cases / expected), with the scatter that comes
 * from knowing those weeks by their counts alone. A signal is rarer than 0.00135 by the exact conditional test too.
 * Without earlier weeks the day is drawn and not judged: neither limit nor signal.
 */
export function festivalPoint(
  point: Counted,
  level: FestivalLevel | null,
  { centre, spread }: Pick<ControlChart, 'centre' | 'spread'>,
  { isShare, isBaseline }: { readonly isShare: boolean; readonly isBaseline: boolean },
): ChartPoint {
  const nothing = { low: null, high: null, signal: null, isBaseline }
  if (!isKnown(point, isShare)) return { value: null, ...nothing }
  const { count, exposure } = point
  const value = count / exposure
  if (!level) return { value, ...nothing }
  const widened = Math.max(spread, level.spread)
  const judge = isShare
    ? shareJudge(exposure, centre, level, widened)
    : rateJudge(exposure, centre, level, widened)
  const most = isShare ? exposure : Number.POSITIVE_INFINITY
  const low = lastUsual(Math.ceil(judge.low * exposure) - 1, -1, judge, exposure, most)
  const high = lastUsual(Math.floor(judge.high * exposure) + 1, 1, judge, exposure, most)
  const signal = value > high ? 'above' : value < low ? 'below' : null
  return { value, low, high, signal, isBaseline }
}

interface Judge {
  readonly low: number
  readonly high: number
  readonly isRare: (count: number, side: 1 | -1) => boolean
}

function rateJudge(
  exposure: number,
  centre: number,
  { cases, expected }: FestivalLevel,
  spread: number,
): Judge {
  const usual = exposure * centre
  const level = centre * (cases / expected)
  const reach = SIGMAS * spread * Math.sqrt((level / exposure) * (1 + usual / expected))
  const share = usual / (usual + expected)
  return {
    low: Math.max(0, level - reach),
    high: level + reach,
    isRare: (count, side) => {
      const tails = binomialTails(count, count + cases, share)
      return (side > 0 ? tails.atLeast : tails.atMost) < TAIL
    },
  }
}

function shareJudge(
  exposure: number,
  centre: number,
  { expected, shift }: FestivalLevel,
  spread: number,
): Judge {
  const level = Math.min(1, Math.max(0, centre + shift))
  const reach = SIGMAS * spread * Math.sqrt(level * (1 - level) * (1 / exposure + 1 / expected))
  return {
    low: Math.max(0, level - reach),
    high: Math.min(1, level + reach),
    isRare: (count, side) => {
      const tails = binomialTails(count, exposure, level)
      return (side > 0 ? tails.atLeast : tails.atMost) < TAIL
    },
  }
}

/** The limit as the exact test sees it: from the first count beyond three sigmas on, the last that is no signal. */
function lastUsual(
  first: number,
  side: 1 | -1,
  judge: Judge,
  exposure: number,
  most: number,
): number {
  const bound = side > 0 ? judge.high : judge.low
  let count = first
  while (count >= 0 && count <= most && !judge.isRare(count, side)) count += side
  return count === first ? bound : (count - side) / exposure
}
