import { RINGS_BY_CHANCE } from '../../domain/review/sentence'
import type { Lang, Phrase } from '../../ui/words'
import type { Figure } from './figure'
import type { Measure } from './measures/measure'
import { type Naming, type Sentence, seasonWords } from './sentence-words'
import { changeText, heldIn, intervalText, nowText, titleWith } from './told'
import { WORDS } from './words'

/** A page opens with three sentences; where the rules leave room, the areas and then the data themselves are told of. */
export const SENTENCES_WANTED = 3

interface AreaFigure {
  readonly code: string
  readonly figure: Figure
}

/** Which areas moved beyond chance; where none did, that. Null: none can be compared. */
export function areaSentence(
  all: readonly AreaFigure[],
  part: string,
  naming: Naming,
): Sentence | null {
  const first = all[0]
  if (!first) return null
  const moved = all.filter(
    ({ figure: { change } }) => change?.verdict === 'up' || change?.verdict === 'down',
  )
  const unknown = all.filter(({ figure: { change } }) => !change || change.verdict === 'unknown')
  if (unknown.length === all.length) return null
  const told = (lang: Lang) =>
    moved
      .map(
        ({ code, figure }) => `${naming.areaName(code, lang)} ${changeText(heldIn(figure), lang)}`,
      )
      .join(lang === 'zh' ? '、' : ', ')
  const title = (lang: Lang) => titleWith(first.figure.measure, part, lang)
  const rest = all.length - moved.length - unknown.length
  const known = all.length - unknown.length
  const few = (known * RINGS_BY_CHANCE).toFixed(2)
  const by = first.figure.same?.by ?? 'date'
  return {
    id: 'areas',
    says:
      moved.length > 0
        ? {
            zh: `${title('zh')}超出随机波动的地区：${told('zh')}。`,
            en: `${title('en')}, beyond chance in ${told('en')}.`,
          }
        : {
            zh: `${title('zh')}：没有地区超出随机波动。`,
            en: `${title('en')}: beyond chance nowhere.`,
          },
    counts: {
      zh: `${rest} 个在正常波动范围内${unknown.length > 0 ? `，${unknown.length} 个无法比较` : ''}；仅凭随机约有 ${few} 个成信号${seasonWords(by, 'zh')}。`,
      en: `${rest} within usual variation${unknown.length > 0 ? `, ${unknown.length} not comparable` : ''}; of ${known} comparisons chance alone makes ${few} a signal${seasonWords(by, 'en')}.`,
    },
  }
}

/** A measure of the page that nobody looked at, and why. */
export interface NotLookedAt {
  readonly measure: Measure
  readonly is: 'absent' | 'failed' | 'waiting'
}

const WHY_NOT: Readonly<Record<NotLookedAt['is'], Phrase>> = {
  absent: WORDS.absent,
  failed: WORDS.failed,
  waiting: { zh: '尚未取得', en: 'still awaited' },
}

/** How whole the figures are, of each period by itself; what was not looked at is no figure without gaps. */
export function wholenessSentence(
  figures: readonly Figure[],
  others: readonly NotLookedAt[],
): Sentence {
  const lackingNow = figures.filter(({ now }) => now.gaps + now.partly > 0)
  const lackingThen = figures.filter(({ past }) => past && past.gaps + past.partly > 0)
  const setAside = figures.filter(({ setAside: values }) => values > 0)
  const broken = figures.filter(({ broken: version }) => version !== null)
  const isWhole = [lackingNow, lackingThen, setAside, broken].every(({ length }) => length === 0)
  const names = (all: readonly { readonly measure: Measure }[], lang: Lang) =>
    all.map(({ measure }) => measure.title[lang]).join(lang === 'zh' ? '、' : ', ')
  const groups: readonly (readonly [Phrase, typeof figures | typeof others])[] = [
    [{ zh: '本期缺数', en: 'days missing now' }, lackingNow],
    [{ zh: '对照期缺数', en: 'days missing in the period compared with' }, lackingThen],
    [{ zh: '有搁置的值', en: 'values set aside' }, setAside],
    [{ zh: '口径已变', en: 'definition changed' }, broken],
    ...(['absent', 'failed', 'waiting'] as const).map(
      (is) => [WHY_NOT[is], others.filter((other) => other.is === is)] as const,
    ),
  ]
  const told = (lang: Lang) =>
    groups
      .filter(([, all]) => all.length > 0)
      .map(([what, all]) => `${what[lang]}${lang === 'zh' ? '：' : ': '}${names(all, lang)}`)
      .join(lang === 'zh' ? '；' : '; ')
  const n = figures.length
  const whole = {
    zh: `${n} 项均无缺数、无搁置`,
    en: `${n} ${n === 1 ? 'measure' : 'measures'}, no gaps, nothing set aside`,
  }
  const counts = (lang: Lang) =>
    [isWhole ? whole[lang] : '', told(lang)].filter(Boolean).join(lang === 'zh' ? '；' : '; ')
  return {
    id: 'whole',
    says: isWhole ? wholeWords(others.length) : lackWords(lackingNow, lackingThen, broken),
    counts: { zh: `${counts('zh')}。`, en: `${capital(counts('en'))}.` },
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function wholeWords(others: number): Phrase {
  return others === 0
    ? { zh: '各项数据齐全。', en: 'The figures are whole.' }
    : { zh: '所看各项数据齐全。', en: 'The figures that were looked at are whole.' }
}

function lackWords(
  now: readonly Figure[],
  then: readonly Figure[],
  broken: readonly Figure[],
): Phrase {
  const lack = (n: number) => `${n} ${n === 1 ? 'measure lacks' : 'measures lack'}`
  if (now.length > 0)
    return {
      zh: `本期 ${now.length} 项缺数，计数为下限。`,
      en: `${lack(now.length)} days of this period: at least so many.`,
    }
  if (then.length > 0)
    return {
      zh: `本期无缺数；对照期 ${then.length} 项缺数。`,
      en: `This period lacks no day; ${lack(then.length)} days of the period compared with.`,
    }
  return broken.length > 0
    ? { zh: '无缺数，但有口径已变者。', en: 'No day is missing, but a definition changed.' }
    : { zh: '无缺数，但有值搁置。', en: 'No day is missing, but values were set aside.' }
}

/** The figure itself, for a page on which little can be compared. */
export function figureSentence(figure: Figure, part: string): Sentence | null {
  const { measure, value, now } = figure
  if (value === null) return null
  const unit = (lang: Lang) => (measure.kind === 'share' ? '' : ` ${measure.unit[lang]}`)
  return {
    id: 'figure',
    says: {
      zh: `${titleWith(measure, part, 'zh')}本期 ${nowText(figure)}${unit('zh')}。`,
      en: `${titleWith(measure, part, 'en')}: ${nowText(figure)}${unit('en')} in this period.`,
    },
    counts: {
      zh: `95 % 区间 ${intervalText(figure)}，${now.days - now.gaps} 天。`,
      en: `95 % interval ${intervalText(figure)}, ${now.days - now.gaps} ${now.days - now.gaps === 1 ? 'day' : 'days'}.`,
    },
  }
}
