import type { MeasureCard } from '../../domain/measure'
import type { Day } from '../../domain/review/calendar'
import type { Counted } from '../../domain/review/change'
import {
  type BeforeAfter,
  type Effect,
  effectOf,
  effectOnShare,
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
  /** Areas left out: their definition changed, or something else is told of them in those days. */
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
  const target = all.filter(({ areaCode }) => areas.includes(areaCode))
  const ring = all.filter(({ areaCode }) => !areas.includes(areaCode) && inPrefecture(areaCode))
  const others = all.filter(({ areaCode }) => !areas.includes(areaCode) && !inPrefecture(areaCode))
  const comparisons = others.filter((one) => !isDisturbed(one))
  if (target.length === 0 || comparisons.length === 0) return null
  const whole = together('target', target)
  const around = ring.length > 0 ? together('ring', ring) : null
  const there = together('comparison', comparisons)
  const sum = (own: Days, start: Day) => totalOf(own, daysIn({ from: start, to: start + days }))
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
  const sharedOf = (own: Days): SharedBeforeAfter => {
    const [before, after] = [sum(own, from - days), sum(own, from)]
    return {
      before: { hits: before.count, of: before.base },
      after: { hits: after.count, of: after.base },
    }
  }
  const isShare = measure.kind === 'share'
  const lineOf = (
    id: EffectLine['id'],
    title: Phrase,
    all: readonly Days[],
    own: Days,
  ): EffectLine => {
    const [before, after] = [sum(own, from - days), sum(own, from)]
    const value = (total: typeof before) =>
      isShare
        ? total.base
          ? Number((((total.count ?? 0) / total.base) * 100).toFixed(1))
          : null
        : total.count
    const [a, b] = [value(before), value(after)]
    const relative = a !== null && b !== null && a > 0 ? b / a - 1 : null
    const areasIn = all.map(({ areaCode }) => areaCode)
    return {
      id,
      title,
      areas: areasIn,
      before: a,
      after: b,
      change: isShare ? pointsIn(a, b) : both(percent(relative)),
    }
  }
  return {
    effect: isShare
      ? effectOnShare(sharedOf(whole), comparisons.map(sharedOf))
      : effectOf(pairOf(whole), comparisons.map(pairOf)),
    displacement:
      isShare || !around
        ? null
        : displacementOf(pairOf(whole), pairOf(around), comparisons.map(pairOf)),
    lines: [
      lineOf('target', { zh: '措施地区', en: 'Where it was done' }, target, whole),
      ...(around ? [lineOf('ring', { zh: '周边', en: 'Round about' }, ring, around)] : []),
      lineOf('comparison', { zh: '参照地区', en: 'Comparison' }, comparisons, there),
    ],
    days,
    from,
    leftOut: others.filter(isDisturbed).map(({ areaCode }) => areaCode),
  }
}

export function percent(value: number | null): string {
  if (value === null) return '—'
  const text = Math.abs(value * 100).toFixed(1)
  return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${text} %`
}

const both = (text: string): Phrase => ({ zh: text, en: text })

function pointsIn(before: number | null, after: number | null): Phrase {
  if (before === null || after === null) return both('—')
  const value = after - before
  const sign = Math.abs(value) < 0.05 ? '±' : value > 0 ? '+' : '−'
  const text = `${sign}${Math.abs(value).toFixed(1)}`
  return { zh: `${text} 点`, en: `${text} pts` }
}
