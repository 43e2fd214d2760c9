/** What a Chinese keyboard writes where JSON wants its half-width twin. */
const TWINS: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '－': '-',
  '＋': '+',
  '．': '.',
  '。': '.',
  '　': ' ',
}
const QUOTES = '＂“”'

export interface HalfWidth {
  readonly text: string
  /** How many characters were read as their half-width twins. */
  readonly changed: number
}

/**
 * Punctuation and digits outside strings as their half-width twins, one for one: every line and column stays. What
 * stands inside a string is the writer's own; a string that began with a full-width quote ends with any.
 */
export function halfWidth(text: string): HalfWidth {
  let changed = 0
  let opener: string | null = null
  let isEscaped = false
  const twins = Array.from(text, (sign) => {
    const isQuote = sign === '"' || QUOTES.includes(sign)
    if (opener === null) {
      if (isQuote) opener = sign
    } else if (isEscaped || sign === '\\') {
      isEscaped = !isEscaped
      return sign
    } else if (opener === '"' ? sign === '"' : isQuote) opener = null
    else if (sign === '\n') opener = null
    else return sign
    const twin = isQuote ? '"' : (TWINS[sign] ?? digitOf(sign))
    if (twin !== sign) changed++
    return twin
  })
  return { text: changed > 0 ? twins.join('') : text, changed }
}

function digitOf(sign: string): string {
  const code = sign.charCodeAt(0) - 0xff10
  return sign.length === 1 && code >= 0 && code <= 9 ? String(code) : sign
}
