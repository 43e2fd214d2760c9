import type { MeasureCard } from '../../domain/measure'
import type { Day } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'
import {
  type BeforeAfter,
  type Effect,
  effectOf,
  effectOnShare,
  pooled,
  type SharedBeforeAfter,
} from '../../domain/review/did-it-help'
import { type Displacement, displacementOf } from '../../domain/review/displacement'
import type { Phrase } from '../../ui/words'
import type { Action } from '../../view/review'
import { type Days, daysIn, together, totalOf } from './counts'
import { breakBetween } from './figure'
import type { Measure } from './measures/measure'

export interface EffectLine {
  readonly id: 'target' | 'ring' | 'comparison'
  readonly title: Phrase
  readonly areas: readonly string[]
  readonly before: number | null
  readonly after: number | null
  /** Cases a day, each area's over its own known days: what the change is of. Null for shares. */
  readonly rates: { readonly before: number; readonly after: number } | null
  /** In per cent; of shares in points. */
  readonly change: Phrase
}

export interface Effects {
  readonly effect: Effect
  /** Null: nobody is round about, or the measure is a share. */
  readonly displacement: Displacement | null
  readonly lines: readonly EffectLine[]
  /** Days on either side. */
  readonly days: number
  readonly from: Day
  /** Areas left out: their definition changed, or nothing is known of them on a side. */
  readonly leftOut: readonly string[]
}

/** Not longer than a season, or the year's own course is most of it. */
export const MOST_EFFECT_DAYS = 91

/**
 * Areas where something was done, held against areas of the same level where nothing was. The ring: the other counties of
 * the same prefectures (no boundaries of counties may ship, so nobody can tell which touch). They are no comparison.
 */
export function effectsOf(
  measure: Measure,
  card: MeasureCard,
  all: readonly Days[],
  action: Action,
  cutOff: Day,
): Effects | null {
  const days = Math.min(MOST_EFFECT_DAYS, cutOff - action.day)
  if (days < 1) return null
  const { areas } = action
  const from = action.day
  const isCounty = areas.every((area) => !area.endsWith('00'))
  const inPrefecture = (code: string) =>
    isCounty && areas.some((area) => area.slice(0, 4) === code.slice(0, 4))
  const span = { from: from - 2 * days, to: from + days }
  const isDisturbed = ({ areaCode }: Days) =>
    breakBetween(card, `${areaCode.slice(0, 4)}00`, span.from, span.to) !== null ||
    breakBetween(card, areaCode, span.from, span.to) !== null
  const others = all.filter(({ areaCode }) => !areas.includes(areaCode) && !inPrefecture(areaCode))
  const sum = (own: Days, start: Day) => totalOf(own, daysIn({ from: start, to: start + days }))
  // What has nothing on a side tells no change.
  const isKnown = (own: Days) =>
    [from - days, from].every((start) => sum(own, start).count !== null)
  const target = all.filter((one) => areas.includes(one.areaCode) && isKnown(one))
  const ring = all.filter(
    (one) => !areas.includes(one.areaCode) && inPrefecture(one.areaCode) && isKnown(one),
  )
  const comparisons = others.filter((one) => !isDisturbed(one) && isKnown(one))
  if (target.length === 0 || comparisons.length === 0) return null
  // A day that is a gap is a day less, not a day without cases.
  const counted = (own: Days, start: Day): Counted => {
    const total = sum(own, start)
    return { count: total.count, exposure: total.days - total.gaps || null }
  }
  const pairOf = (own: Days): BeforeAfter => ({
    before: counted(own, from - days),
    after: counted(own, from),
    earlier: own.first <= from - 2 * days ? counted(own, from - 2 * days) : null,
  })
  const pooledOf = (all: readonly Days[]): BeforeAfter => {
    const pairs = all.map(pairOf)
    const earlier = pairs.flatMap((pair) => (pair.earlier ? [pair.earlier] : []))
    return {
      before: pooled(pairs.map(({ before }) => before)),
      after: pooled(pairs.map(({ after }) => after)),
      earlier: earlier.length === pairs.length ? pooled(earlier) : null,
    }
  }
  const sharedOf = (own: Days): SharedBeforeAfter => {
    const [before, after] = [sum(own, from - days), sum(own, from)]
    return {
      before: { hits: before.count, of: before.base },
      after: { hits: after.count, of: after.base },
    }
  }
  const isShare = measure.kind === 'share'
  const lineOf = (id: EffectLine['id'], title: Phrase, all: readonly Days[]): EffectLine => {
    const own = together(id, all)
    const [before, after] = [sum(own, from - days), sum(own, from)]
    const value = (total: typeof before) =>
      isShare
        ? total.base
          ? Number((((total.count ?? 0) / total.base) * 100).toFixed(1))
          : null
        : total.count
    const [a, b] = [value(before), value(after)]
    const rates = isShare ? null : ratesIn(pooledOf(all))
    const relative = rates && rates.before > 0 ? rates.after / rates.before - 1 : null
    const areasIn = all.map(({ areaCode }) => areaCode)
    return {
      id,
      title,
      areas: areasIn,
      before: a,
      after: b,
      rates,
      change: isShare ? pointsIn(a, b) : both(percent(relative)),
    }
  }
  return {
    effect: isShare
      ? effectOnShare(sharedOf(together('target', target)), comparisons.map(sharedOf))
      : effectOf(pooledOf(target), comparisons.map(pairOf)),
    displacement:
      isShare || ring.length === 0
        ? null
        : displacementOf(pooledOf(target), pooledOf(ring), comparisons.map(pairOf)),
    lines: [
      lineOf('target', { zh: '措施地区', en: 'Where it was done' }, target),
      ...(ring.length > 0 ? [lineOf('ring', { zh: '周边', en: 'Round about' }, ring)] : []),
      lineOf('comparison', { zh: '参照地区', en: 'Comparison' }, comparisons),
    ],
    days,
    from,
    leftOut: others
      .filter((one) => isDisturbed(one) || !isKnown(one))
      .map(({ areaCode }) => areaCode),
  }
}

function ratesIn({ before, after }: BeforeAfter): EffectLine['rates'] {
  const rate = ({ count, exposure }: Counted) =>
    count === null || exposure === null ? null : count / exposure
  const [a, b] = [rate(before), rate(after)]
  return a === null || b === null ? null : { before: a, after: b }
}

export function percent(value: number | null): string {
  if (value === null) return '—'
  const text = Math.abs(value * 100).toFixed(1)
  return `${Number(text) === 0 ? '±' : value > 0 ? '+' : '−'}${text} %`
}

const both = (text: string): Phrase => ({ zh: text, en: text })

function pointsIn(before: number | null, after: number | null): Phrase {
  if (before === null || after === null) return both('—')
  const value = after - before
  const sign = Math.abs(value) < 0.05 ? '±' : value > 0 ? '+' : '−'
  const text = `${sign}${Math.abs(value).toFixed(1)}`
  return { zh: `${text} 点`, en: `${text} pts` }
}
