import type { Counted } from './change'
import type { Shared } from './change-of-shares'
import { isCount, isExposure } from './interval'
import { pOf, SIGNAL_Z } from './verdict'

/** What became of an area where something was done, held against areas where it was not. Never more than this is known. */
export const EFFECT_VERDICTS = [
  'less-than-comparison',
  'more-than-comparison',
  'no-clear-difference',
  'not-comparable',
  'too-few',
  'unknown',
] as const
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number]

export const CAUTIONS = [
  'one-comparison',
  'rose-before',
  'fell-before',
  'unchecked-before',
  'short',
  'unequal-seasons',
] as const
/**
 * `one-comparison`: chance that befell one other area cannot be told from the effect. `rose-before`,
 * `fell-before`: it moved otherwise than the comparison before anything was done, so that what followed may be the way back
 * (regression to the mean) or the way on. `unchecked-before`: nobody knows whether it did. `short`: under 28 days on a side.
 * `unequal-seasons`: before and after are not as long as one another.
 */
export type Caution = (typeof CAUTIONS)[number]

/** An area before and after; `earlier` is as far back again, to see whether it moved with the others then. */
export interface BeforeAfter {
  readonly before: Counted
  readonly after: Counted
  readonly earlier?: Counted | null
}

export interface Effect {
  readonly verdict: EffectVerdict
  /** (after / before) here ÷ (after / before) there: 0.8 is a fifth less than the comparison would have it. Null: unknown. */
  readonly ratio: number | null
  /** Of the level at which the verdict is made (|z| > 3, 99.7 %): one is outside of 1 exactly where a difference is told. */
  readonly low: number | null
  readonly high: number | null
  readonly z: number | null
  readonly p: number | null
  /** Cases more (negative: fewer) than if the area had moved as the comparison did. */
  readonly cases: number | null
  /**
   * How far areas go apart by themselves: standard deviation of the comparison areas' log changes beyond chance, 0.1 for about
   * 10 %; 0 none, or fewer than four areas to tell. Widens the interval.
   */
  readonly between: number
  readonly comparisons: number
  readonly cautions: readonly Caution[]
}

/** Fewer cases in any of the four sums say nothing about an effect of ordinary size. */
export const LEAST_CASES = 10
/** So many comparison areas show how much areas differ by themselves. */
export const LEAST_FOR_BETWEEN = 4
/** Days on a side under which weather and week-ends are most of it. */
export const LEAST_DAYS = 28

const UNKNOWN: Effect = {
  verdict: 'unknown',
  ratio: null,
  low: null,
  high: null,
  z: null,
  p: null,
  cases: null,
  between: 0,
  comparisons: 0,
  cautions: [],
}

/**
 * Difference in differences of log rates: ln(a₁/a₀) − ln(c₁/c₀), variance 1/a₀ + 1/a₁ + 1/c₀ + 1/c₁ (the relative effect size
 * of Farrington & Welsh 2006), and on top of it τ² (1 + 1/k), by which areas go apart with nothing done to any of them
 * (DerSimonian & Laird 1986). Without it a large area is always "different". The house's |z| > 3 makes a verdict. Exposures in days known; comparison areas are pooled by their rates. Comparison areas without a count on either side are left out.
 */
export function effectOf(target: BeforeAfter, comparisons: readonly BeforeAfter[]): Effect {
  const kept = comparisons.filter(isWhole)
  if (!isWhole(target) || kept.length === 0) return { ...UNKNOWN, comparisons: kept.length }
  const there = {
    before: pooled(kept.map(({ before }) => before)),
    after: pooled(kept.map(({ after }) => after)),
  }
  const between = betweenOf(kept)
  const cautions = cautionsOf(target, kept)
  const effect = { ...UNKNOWN, between, comparisons: kept.length, cautions }
  const cells = [target.before, target.after, there.before, there.after].map(countOf)
  if (Math.min(...cells) < LEAST_CASES) return { ...effect, verdict: 'too-few' }
  const log = logChange(target) - logChange(there)
  const variance = varianceOf(cells, between, kept.length)
  return {
    ...effect,
    ...judged(log, variance, cautions),
    cases: countOf(target.after) * (1 - Math.exp(-log)),
  }
}

export interface SharedBeforeAfter {
  readonly before: Shared
  readonly after: Shared
}

/**
 * The same for shares (on time, delivered): the ratio of odds ratios, with the variance of Woolf (1955), 1/hits + 1/misses of
 * all four. `cases` is null: odds are not cases. No check of the time before: `unchecked-before`.
 */
export function effectOnShare(
  target: SharedBeforeAfter,
  comparisons: readonly SharedBeforeAfter[],
): Effect {
  const kept = comparisons.filter((pair) => isShared(pair.before) && isShared(pair.after))
  if (!isShared(target.before) || !isShared(target.after) || kept.length === 0)
    return { ...UNKNOWN, comparisons: kept.length }
  const total = (side: 'before' | 'after'): Shared => ({
    hits: kept.reduce((sum, pair) => sum + (pair[side].hits as number), 0),
    of: kept.reduce((sum, pair) => sum + (pair[side].of as number), 0),
  })
  const cautions: Caution[] = ['unchecked-before']
  if (kept.length === 1) cautions.unshift('one-comparison')
  const effect = { ...UNKNOWN, comparisons: kept.length, cautions }
  const [a, b, c, d] = [target.before, target.after, total('before'), total('after')].map(cellsOf)
  const cells = [a, b, c, d].flatMap((pair) => pair as readonly [number, number])
  if (Math.min(...cells) < LEAST_CASES) return { ...effect, verdict: 'too-few' }
  const odds = ([hits, misses]: readonly [number, number]) => Math.log(hits / misses)
  const [before, after, thereBefore, thereAfter] = [a, b, c, d].map((pair) =>
    odds(pair as readonly [number, number]),
  ) as [number, number, number, number]
  return {
    ...effect,
    ...judged(
      after - before - (thereAfter - thereBefore),
      cells.reduce((sum, cell) => sum + 1 / cell, 0),
      cautions,
    ),
  }
}

function judged(log: number, variance: number, cautions: readonly Caution[]) {
  const error = Math.sqrt(variance)
  const z = log / error
  const reach = SIGNAL_Z * error
  const verdict: EffectVerdict = cautions.some(
    (caution) => caution.endsWith('-before') && caution !== 'unchecked-before',
  )
    ? 'not-comparable'
    : z < -SIGNAL_Z
      ? 'less-than-comparison'
      : z > SIGNAL_Z
        ? 'more-than-comparison'
        : 'no-clear-difference'
  return {
    verdict,
    ratio: Math.exp(log),
    low: Math.exp(log - reach),
    high: Math.exp(log + reach),
    z,
    p: pOf(z),
  }
}

function varianceOf(cells: readonly number[], between: number, areas: number): number {
  return cells.reduce((sum, cell) => sum + 1 / cell, 0) + between ** 2 * (1 + 1 / areas)
}

/** τ of DerSimonian & Laird from Cochran's Q of the areas' log changes. */
function betweenOf(areas: readonly Pick<BeforeAfter, 'before' | 'after'>[]): number {
  const changes = areas
    .filter(({ before, after }) => countOf(before) > 0 && countOf(after) > 0)
    .map((area) => ({
      log: logChange(area),
      weight: 1 / (1 / countOf(area.before) + 1 / countOf(area.after)),
    }))
  if (changes.length < LEAST_FOR_BETWEEN) return 0
  const sum = (of: (change: (typeof changes)[number]) => number) =>
    changes.reduce((total, change) => total + of(change), 0)
  const weights = sum(({ weight }) => weight)
  const mean = sum(({ weight, log }) => weight * log) / weights
  const q = sum(({ weight, log }) => weight * (log - mean) ** 2)
  const scale = weights - sum(({ weight }) => weight ** 2) / weights
  return Math.sqrt(Math.max(0, (q - (changes.length - 1)) / scale))
}

function cautionsOf(target: BeforeAfter, kept: readonly BeforeAfter[]): readonly Caution[] {
  const cautions: Caution[] = []
  if (kept.length === 1) cautions.push('one-comparison')
  const known = kept.filter(({ earlier }) => isCounted(earlier))
  const there = {
    before: pooled(known.map(({ earlier }) => earlier as Counted)),
    after: pooled(known.map(({ before }) => before)),
  }
  const here = { before: target.earlier as Counted, after: target.before }
  const cells = isCounted(target.earlier)
    ? [here.before, here.after, there.before, there.after].map(countOf)
    : [0]
  if (Math.min(...cells) < LEAST_CASES) cautions.push('unchecked-before')
  else {
    const log = logChange(here) - logChange(there)
    const asBefore = known.map((area) => ({ before: area.earlier as Counted, after: area.before }))
    const error = Math.sqrt(varianceOf(cells, betweenOf(asBefore), known.length))
    // Two sigmas: a caution may come too early, a verdict may not.
    if (log > 2 * error) cautions.push('rose-before')
    else if (log < -2 * error) cautions.push('fell-before')
  }
  const [before, after] = [target.before.exposure as number, target.after.exposure as number]
  if (Math.min(before, after) < LEAST_DAYS) cautions.push('short')
  if (Math.abs(before - after) > 0.1 * Math.max(before, after)) cautions.push('unequal-seasons')
  return cautions
}

function isWhole({ before, after }: BeforeAfter): boolean {
  return isCounted(before) && isCounted(after)
}

function isCounted(counted: Counted | null | undefined): boolean {
  return !!counted && isCount(counted.count) && isExposure(counted.exposure)
}

function isShared({ hits, of }: Shared): boolean {
  return isCount(hits) && isCount(of) && hits <= of
}

function cellsOf({ hits, of }: Shared): readonly [number, number] {
  return [hits as number, (of as number) - (hits as number)]
}

/**
 * Areas as one, at the sum of their rates: each is held against its own known days. Counts over added days would make a fall
 * of a large area's gap. The exposure is what that sum makes of the counted cases.
 */
export function pooled(all: readonly Counted[]): Counted {
  const known = all.filter(isCounted)
  if (known.length === 0) return { count: null, exposure: null }
  const count = known.reduce((sum, one) => sum + countOf(one), 0)
  const rate = known.reduce((sum, one) => sum + countOf(one) / (one.exposure as number), 0)
  const days = known.reduce((sum, { exposure }) => sum + (exposure as number), 0) / known.length
  return { count, exposure: rate > 0 ? count / rate : days }
}

function countOf({ count }: Counted): number {
  return count as number
}

/** ln of rate after / rate before. */
function logChange({ before, after }: Pick<BeforeAfter, 'before' | 'after'>): number {
  const rate = ({ count, exposure }: Counted) => (count as number) / (exposure as number)
  return Math.log(rate(after) / rate(before))
}
