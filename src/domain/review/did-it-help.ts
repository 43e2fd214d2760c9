import type { Counted } from './change'
import type { Shared } from './change-of-shares'
import { normalUpper } from './distributions'
import { isCount, isExposure, LEVEL } from './interval'
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
  /** 95 %. */
  readonly low: number | null
  readonly high: number | null
  readonly z: number | null
  readonly p: number | null
  /** Cases more (negative: fewer) than if the area had moved as the comparison did. */
  readonly cases: number | null
  /** How much more the comparison areas differ among themselves than chance would have them, 1 or more; widens the interval. */
  readonly spread: number
  readonly comparisons: number
  readonly cautions: readonly Caution[]
}

/** Fewer cases in any of the four sums say nothing about an effect of ordinary size. */
export const LEAST_CASES = 10
/** So many comparison areas show how much areas differ by themselves. */
export const LEAST_FOR_SPREAD = 4
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
  spread: 1,
  comparisons: 0,
  cautions: [],
}

/**
 * Difference in differences of log rates: ln(a₁/a₀) − ln(c₁/c₀), variance 1/a₀ + 1/a₁ + 1/c₀ + 1/c₁ (the relative effect size
 * of Farrington & Welsh 2006), times the scatter of the comparison areas among themselves. The house's |z| > 3 makes a
 * verdict. Exposures in days, the same for all areas. Comparison areas without a count on either side are left out.
 */
export function effectOf(target: BeforeAfter, comparisons: readonly BeforeAfter[]): Effect {
  const kept = comparisons.filter(isWhole)
  if (!isWhole(target) || kept.length === 0) return { ...UNKNOWN, comparisons: kept.length }
  const there = {
    before: sumOf(kept.map(({ before }) => before)),
    after: sumOf(kept.map(({ after }) => after)),
  }
  const spread = spreadOf(kept)
  const cautions = cautionsOf(target, kept)
  const effect = { ...UNKNOWN, spread, comparisons: kept.length, cautions }
  const cells = [target.before, target.after, there.before, there.after].map(countOf)
  if (Math.min(...cells) < LEAST_CASES) return { ...effect, verdict: 'too-few' }
  const log = logChange(target) - logChange(there)
  return {
    ...effect,
    ...judged(log, spread * cells.reduce((sum, cell) => sum + 1 / cell, 0), cautions),
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
  const reach = normalUpper((1 - LEVEL) / 2) * error
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

/** Cochran's Q of the comparison areas' log changes over its degrees of freedom, never under 1. */
function spreadOf(areas: readonly BeforeAfter[]): number {
  const changes = areas
    .filter(({ before, after }) => countOf(before) > 0 && countOf(after) > 0)
    .map((area) => ({
      log: logChange(area),
      weight: 1 / (1 / countOf(area.before) + 1 / countOf(area.after)),
    }))
  if (changes.length < LEAST_FOR_SPREAD) return 1
  const weight = changes.reduce((sum, change) => sum + change.weight, 0)
  const mean = changes.reduce((sum, change) => sum + change.weight * change.log, 0) / weight
  const q = changes.reduce((sum, change) => sum + change.weight * (change.log - mean) ** 2, 0)
  return Math.max(1, q / (changes.length - 1))
}

function cautionsOf(target: BeforeAfter, kept: readonly BeforeAfter[]): readonly Caution[] {
  const cautions: Caution[] = []
  if (kept.length === 1) cautions.push('one-comparison')
  const known = kept.filter(({ earlier }) => isCounted(earlier))
  const there = {
    before: sumOf(known.map(({ earlier }) => earlier as Counted)),
    after: sumOf(known.map(({ before }) => before)),
  }
  const here = { before: target.earlier as Counted, after: target.before }
  const cells = isCounted(target.earlier)
    ? [here.before, here.after, there.before, there.after].map(countOf)
    : [0]
  if (Math.min(...cells) < LEAST_CASES) cautions.push('unchecked-before')
  else {
    const log = logChange(here) - logChange(there)
    const error = Math.sqrt(spreadOf(kept) * cells.reduce((sum, cell) => sum + 1 / cell, 0))
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

function sumOf(all: readonly Counted[]): Counted {
  return {
    count: all.reduce((sum, { count }) => sum + (count ?? 0), 0),
    exposure: all[0]?.exposure ?? null,
  }
}

function countOf({ count }: Counted): number {
  return count as number
}

/** ln of rate after / rate before. */
function logChange({ before, after }: Pick<BeforeAfter, 'before' | 'after'>): number {
  const rate = ({ count, exposure }: Counted) => (count as number) / (exposure as number)
  return Math.log(rate(after) / rate(before))
}
