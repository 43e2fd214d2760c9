/** Chinese first, English second. */
export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** The same words in both languages. Rooms keep theirs in records of these. */
export interface Phrase {
  readonly zh: string
  readonly en: string
}

export function say(phrase: Phrase, lang: Lang): string {
  return phrase[lang]
}

/** What `<html lang>` carries. */
export const HTML_LANG: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }
