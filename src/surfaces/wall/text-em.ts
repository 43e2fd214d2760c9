/** As wide as it is tall in the faces that are carried: ideographs, full-width signs, and some that Latin text shares. */
const SQUARE = /[·’“”…—≥×\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/
/** The rest is narrower: each a little too wide at weight 500 rather than too narrow. */
const NARROW: readonly (readonly [RegExp, number])[] = [
  [/[ \u00a0]/, 0.23],
  [/[.,:;'|ijlI]/, 0.3],
  [/[ft!()[\]-]/, 0.35],
  [/[r/]/, 0.4],
  [/[cksvxyz]/, 0.52],
  [/[bdhnpqu]/, 0.62],
  [/[A-HJ-LN-VX-Z]/, 0.7],
  [/[mwMW%]/, 0.93],
  [/[\u2060]/, 0],
]
const LETTER_EM = 0.57

/** What the edges of a panel take of its width, in body sizes. */
export const EDGES_EM = 1.5

/** How wide a line of text stands, in font sizes; a little too wide rather than too narrow. */
export function textEm(text: string): number {
  let em = 0
  for (const letter of text)
    em += SQUARE.test(letter)
      ? 1
      : (NARROW.find(([letters]) => letters.test(letter))?.[1] ?? LETTER_EM)
  return em
}

/** The size at which a line fits into so much room, both in body sizes: as large as it may be, as small as it must be. */
export function fittingEm(
  text: string,
  room: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  return Math.max(least, Math.min(most, room / Math.max(1, textEm(text))))
}

/** The first that has room, told the fullest first; the last where none has. */
export function fittingText(room: number, ...texts: readonly [string, ...string[]]): string {
  return texts.find((text) => textEm(text) <= room) ?? (texts.at(-1) as string)
}

/** How many lines words take in so much room; infinitely many where one of them is wider. An ideograph is a word. */
export function linesIn(text: string, room: number): number {
  let lines = 1
  let left = room
  for (const word of text.split(/(?<= )|(?<!\u00a0)(?=[\u2e80-\u9fff])/)) {
    const width = textEm(word.trimEnd())
    if (width > room) return Number.POSITIVE_INFINITY
    if (width > left) {
      lines++
      left = room
    }
    left -= textEm(word)
  }
  return lines
}
