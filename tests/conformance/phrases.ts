import type { Phrase } from '../../src/ui/words'

/** A phrase, and where it was found. */
export interface Spoken {
  readonly path: string
  readonly phrase: Phrase
}

const isPhrase = (value: object): value is Phrase => 'zh' in value && 'en' in value

/** Every phrase inside a value, however deep. */
export function phrasesIn(value: unknown, path = ''): Spoken[] {
  if (typeof value !== 'object' || value === null) return []
  if (isPhrase(value)) return [{ path, phrase: value }]
  return Object.entries(value).flatMap(([key, inner]) => phrasesIn(inner, `${path}.${key}`))
}

/** What is wrong with a phrase. Chinese without a Chinese character is a symbol, a code or a name: no Latin prose. */
export function unspoken({ path, phrase }: Spoken): string[] {
  const wrong: string[] = []
  for (const lang of ['zh', 'en'] as const) {
    if (typeof phrase[lang] !== 'string' || phrase[lang].trim() === '')
      wrong.push(`${path}.${lang}: empty`)
    else if (/undefined|NaN|\[object|Invalid Date/.test(phrase[lang]))
      wrong.push(`${path}.${lang}: ${phrase[lang]}`)
  }
  const prose = /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(phrase.zh)
  if (prose && !/[\u3400-\u9fff]/.test(phrase.zh))
    wrong.push(`${path}.zh: not Chinese: ${phrase.zh}`)
  return wrong
}
