import { RINGS_BY_CHANCE } from '../../domain/review/sentence'
import type { Lang } from '../../ui/words'
import type { Figure } from './figure'
import { type Naming, type Sentence, seasonWords } from './sentence-words'
import { changeText, heldIn, titleWith } from './told'

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

/** How whole the figures are. */
export function wholenessSentence(figures: readonly Figure[]): Sentence {
  const lacking = figures.filter(
    ({ now, setAside, broken }) => now.gaps + now.partly + setAside > 0 || broken !== null,
  )
  const names = (lang: Lang) =>
    lacking.map(({ measure }) => measure.title[lang]).join(lang === 'zh' ? '、' : ', ')
  return lacking.length === 0
    ? {
        id: 'whole',
        says: { zh: '各项数据齐全。', en: 'The figures are whole.' },
        counts: {
          zh: `${figures.length} 项均无缺数、无搁置。`,
          en: `${figures.length} measures, no gaps, nothing set aside.`,
        },
      }
    : {
        id: 'whole',
        says: {
          zh: `${lacking.length} 项数据不齐，计数为下限。`,
          en: `${lacking.length} measures lack days: at least so many.`,
        },
        counts: { zh: `${names('zh')}。`, en: `${names('en')}.` },
      }
}
