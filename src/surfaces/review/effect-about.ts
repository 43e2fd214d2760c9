import type { Day } from '../../domain/review/calendar'
import type { EffectVerdict } from '../../domain/review/did-it-help'
import type { Lang, Phrase } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import { type Effects, percent } from './effects'
import { periodText } from './told'
import { WORDS } from './words'

/** What was found, without how much of it. */
export const EFFECT_SHORT: Readonly<Record<EffectVerdict, Phrase>> = {
  'less-than-comparison': {
    zh: '低于参照地区的走势，超出随机波动',
    en: 'Below the comparison, beyond chance',
  },
  'more-than-comparison': {
    zh: '高于参照地区的走势，超出随机波动',
    en: 'Above the comparison, beyond chance',
  },
  'no-clear-difference': {
    zh: '与参照地区没有分明的差别',
    en: 'No clear difference from the comparison',
  },
  'not-comparable': {
    zh: '措施之前走势已不同，无法相比',
    en: 'Moved apart before: not comparable',
  },
  'too-few': { zh: '起数太少', en: 'Too few cases' },
  unknown: { zh: '缺数', en: 'Data missing' },
}

/** What, where, since when and how long: its days are its own, and not those of the page. */
export function aboutEffect(
  { lines, from, days, leftOut }: Effects,
  nameOf: (code: string) => string,
  lang: Lang,
): readonly string[] {
  const named = (codes: readonly string[]) => codes.map(nameOf).join(lang === 'zh' ? '、' : ', ')
  const areasOf = (id: string) => lines.find((line) => line.id === id)?.areas ?? []
  const span = (start: Day) => periodText({ from: start, to: start + days }, WORDS.to[lang])
  const [before, after] = [span(from - days), span(from)]
  const since = formatDayNumber(from)
  return lang === 'zh'
    ? [
        `措施 ${since} 起，${named(areasOf('target'))}；前后各 ${days} 天：${before}，${after}`,
        `参照 ${named(areasOf('comparison'))}${leftOut.length > 0 ? `；未计入 ${named(leftOut)}` : ''}`,
      ]
    : [
        `Measure since ${since} in ${named(areasOf('target'))}; ${days} days each side: ${before}, ${after}`,
        `Comparison ${named(areasOf('comparison'))}${leftOut.length > 0 ? `; left out ${named(leftOut)}` : ''}`,
      ]
}

/** How far from the comparison, and between which ends. */
export const differenceOf = ({ effect: { ratio, low, high } }: Effects) =>
  [ratio, low, high].map((value) => (value === null ? null : percent(value - 1)))
