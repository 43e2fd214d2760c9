import type { Finding, SentenceFact } from '../../domain/review/sentence'
import { LANGS, type Lang, type Phrase } from '../../ui/words'
import { measureOf, titleOf } from './findings'
import { run, runCounts } from './run-words'
import {
  amountText,
  changeText,
  type Held,
  heldAmount,
  isByRate,
  pairedText,
  verdictWords,
  zText,
} from './told'

export interface Sentence {
  readonly id: string
  readonly says: Phrase
  /** The counts behind it: nothing is said without them. */
  readonly counts: Phrase
  /** The area whose chart it is read off, where it is not that of the page. */
  readonly chartOf?: string
}

export interface Naming {
  readonly areaName: (code: string, lang: Lang) => string
  /** The area that the page is about. */
  readonly area: string
}

/** A fact in both languages. Never "rose" for what chance explains, never "because". */
export function sentenceOf(fact: SentenceFact, naming: Naming): Sentence {
  const both = (tell: (lang: Lang) => string): Phrase =>
    Object.fromEntries(LANGS.map((lang) => [lang, tell(lang)])) as unknown as Phrase
  const id = idOf(fact)
  switch (fact.kind) {
    case 'headline':
      return {
        id,
        says: both((lang) => withBroken(headline(fact.finding, naming, lang), fact.finding, lang)),
        counts: both((lang) => {
          const { from } = fact
          const where = from
            ? `${naming.areaName(from.areaCode, lang)} ${changeText(heldBy(from), lang)}`
            : ''
          const most = from ? (lang === 'zh' ? `；主要在${where}` : `; most of it in ${where}`) : ''
          return `${countsOf(fact.finding, naming, lang)}${most}${lang === 'zh' ? '。' : '.'}`
        }),
      }
    case 'looks-large':
      return {
        id,
        says: both((lang) => {
          const { measureId, now, past } = fact.finding
          const title = titleOf(measureId, lang)
          const sides = sidesOf(fact.finding, lang)
          const text =
            lang === 'zh'
              ? `${title} ${sides ?? `${amount(fact.finding, now)}，对照期 ${amount(fact.finding, past)}`}，在正常波动范围内。`
              : `${title}: ${sides ?? `${amount(fact.finding, now)} against ${amount(fact.finding, past)}`}, within usual variation.`
          return withBroken(text, fact.finding, lang)
        }),
        counts: both((lang) => {
          const text = changeText(heldBy(fact.finding), lang)
          const z = zText(fact.finding.change)
          return lang === 'zh'
            ? `${text} 看似很大，仍可由随机解释（z = ${z}）${seasonWords(fact.finding.by, lang)}。`
            : `${text} looks large; chance explains it (z = ${z})${seasonWords(fact.finding.by, lang)}.`
        }),
      }
    case 'signal':
      return {
        id,
        says: both((lang) => withBroken(headline(fact.finding, naming, lang), fact.finding, lang)),
        counts: both((lang) => {
          const looked = lookedWords(fact.lookedAt, fact.byChance)[lang]
          return `${countsOf(fact.finding, naming, lang)}${lang === 'zh' ? '；' : '; '}${looked}${lang === 'zh' ? '。' : '.'}`
        }),
      }
    case 'run':
      return {
        id,
        says: both((lang) => run(fact.run, naming, lang)),
        counts: both((lang) => runCounts(fact.run, fact.others, lang)),
        chartOf: fact.run.areaCode,
      }
    case 'all-usual':
      return {
        id,
        says: {
          zh: `所看的 ${fact.looked.length} 项都在正常波动范围内。`,
          en: `The ${fact.looked.length} figures looked at are within usual variation.`,
        },
        counts: both((lang) => lookedAt(fact.looked, lang)),
      }
    case 'unknown': {
      const names = (lang: Lang) =>
        fact.findings
          .map(({ measureId }) => titleOf(measureId, lang))
          .join(lang === 'zh' ? '、' : ', ')
      return {
        id,
        says: {
          zh: `${names('zh')}：没有可比的数字。`,
          en: `${names('en')}: nothing to compare with.`,
        },
        counts: both((lang) => {
          const whys = new Set(fact.findings.map(({ change }) => verdictWords(change)[lang]))
          return `${[...whys].join(lang === 'zh' ? '；' : '; ')}${lang === 'zh' ? '。' : '.'}`
        }),
      }
    }
  }
}

function idOf(fact: SentenceFact): string {
  if ('finding' in fact) return `${fact.kind}-${fact.finding.measureId}-${fact.finding.areaCode}`
  return 'run' in fact ? `run-${fact.run.measureId}-${fact.run.days.from}` : fact.kind
}

const heldBy = ({ measureId, now, past, change }: Finding): Held => ({
  isShare: measureOf(measureId)?.kind === 'share',
  now,
  past,
  change,
})

/** Both sides, where only some days are compared. */
const sidesOf = (finding: Finding, lang: Lang) =>
  finding.pairedDays === null ? null : pairedText(finding.pairedDays, heldBy(finding), lang)

function amount(finding: Finding, value: number | null): string {
  const held = heldBy(finding)
  return `${heldAmount(held, value)}${held.isShare && value !== null ? ' %' : ''}`
}

/** A sum over areas one of which counted otherwise then is compared, but not without saying so. */
function withBroken(text: string, { brokenParts }: Finding, lang: Lang): string {
  if (brokenParts === 0) return text
  return lang === 'zh'
    ? text.replace(/。$/, `；其中 ${brokenParts} 个地区口径有变，不全可比。`)
    : text.replace(
        /[.]$/,
        `; not wholly comparable: ${brokenParts} ${brokenParts === 1 ? 'area' : 'areas'} counted otherwise.`,
      )
}

const AGAINST: Record<Finding['by'], Phrase> = {
  date: { zh: '上年同期', en: 'the same days of last year' },
  festival: { zh: '农历同期', en: 'the same lunar days of last year' },
  mixed: { zh: '上年同期', en: 'the same days of last year' },
  before: { zh: '上期', en: 'the period before' },
}

function headline(finding: Finding, naming: Naming, lang: Lang): string {
  const { measureId, change, by, areaCode } = finding
  // Of the area that the page is about the name stands above it; any other is named.
  const where = areaCode === naming.area ? '' : naming.areaName(areaCode, lang)
  const title = `${where}${where && lang === 'en' ? ', ' : ''}${titleOf(measureId, lang)}`
  const than = AGAINST[by][lang]
  const text = amountText(heldBy(finding), lang).replace(/^[+−±]/, '')
  const { verdict } = change
  if (verdict === 'unknown')
    return lang === 'zh'
      ? `${title}：${verdictWords(change).zh}，无法比较。`
      : `${title}: ${verdictWords(change).en}, nothing is compared.`
  if (verdict === 'usual')
    return lang === 'zh'
      ? `${title}与${than}相比，在正常波动范围内。`
      : `${title}: against ${than}, within usual variation.`
  if (lang === 'zh') {
    const word = change.points ? (verdict === 'up' ? '高' : '低') : verdict === 'up' ? '多' : '少'
    return `${title}比${than}${word} ${text}，超出随机波动。`
  }
  const word = change.points
    ? verdict === 'up'
      ? 'higher'
      : 'lower'
    : verdict === 'up'
      ? 'more'
      : 'fewer'
  return `${title}: ${text} ${word} than ${than}, beyond chance.`
}

function countsOf(finding: Finding, naming: Naming, lang: Lang): string {
  const { now, past, change, areaCode, by } = finding
  const where = naming.areaName(areaCode, lang)
  const then =
    lang === 'zh' ? (by === 'before' ? '上期' : '上年') : by === 'before' ? 'before' : 'last year'
  const z =
    change.z === null ? '' : lang === 'zh' ? `（z = ${zText(change)}）` : ` (z = ${zText(change)})`
  const rate = isByRate(heldBy(finding))
    ? {
        zh: '，百分比按率（有缺数或分母有变）',
        en: ', per cent of rates (days or denominators differ)',
      }[lang]
    : ''
  const sides =
    sidesOf(finding, lang) ??
    `${amount(finding, now)}${lang === 'zh' ? '，' : ', '}${then} ${amount(finding, past)}`
  const gap = finding.pairedDays === null ? ' ' : lang === 'zh' ? '，' : ', '
  return `${where}${gap}${sides}${z}${rate}${seasonWords(by, lang)}`
}

/** The period before is another time of year: whatever differs, season may explain it. */
export function seasonWords(by: Finding['by'], lang: Lang): string {
  if (by !== 'before') return ''
  return lang === 'zh' ? '；环比未扣除季节，差别可能来自季节' : '; season may explain it'
}

/** What "all" is: the measures of the page, and of each area the one that its charts show. */
function lookedAt(looked: readonly Finding[], lang: Lang): string {
  const namesOf = (findings: readonly Finding[]) =>
    [...new Set(findings.map(({ measureId }) => titleOf(measureId, lang)))].join(
      lang === 'zh' ? '、' : ', ',
    )
  const whole = looked.filter(({ isWhole }) => isWhole)
  const areas = looked.filter(({ isWhole }) => !isWhole)
  const groups =
    lang === 'zh'
      ? [
          whole.length > 0 && `指标 ${whole.length} 项（${namesOf(whole)}）`,
          areas.length > 0 && `各地区${namesOf(areas)} ${areas.length} 项`,
        ]
      : [
          whole.length > 0 && `${whole.length} measures (${namesOf(whole)})`,
          areas.length > 0 && `${namesOf(areas)} of ${areas.length} areas`,
        ]
  const told = groups.filter(Boolean)
  return lang === 'zh'
    ? `看了${told.join('、')}；别的未看。|z| 均未超过 3。`
    : `Looked at: ${told.join('; ')}; nothing else. None beyond |z| = 3.`
}

/** How many comparisons were made, and how many of so many ring though nothing happened. */
export function lookedWords(lookedAt: number, byChance: number): Phrase {
  const few = byChance.toFixed(byChance < 0.1 ? 2 : 1)
  return {
    zh: `共比较 ${lookedAt} 项，仅凭随机约有 ${few} 项成信号`,
    en: `one of ${lookedAt} comparisons, of which chance alone makes ${few} a signal`,
  }
}
