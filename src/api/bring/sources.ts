import { INCIDENT_SOURCES, type IncidentSource } from '../../domain/incident'

/** Words for who told of an incident, in the order in which they are tried. */
const WORDS: readonly (readonly [IncidentSource, RegExp])[] = [
  ['unknown', /^(unknown.*|n\/?a|none|.*不明|未知)$/i],
  ['sensor', /sensor|detector|传感|探测|感知/i],
  ['patrol', /patrol|officer|self.?initiated|on.?view|巡/i],
  ['public-report', /public|citizen|caller|phone|^(110|119|122|911|999)$|群众|市民|报警|来电/i],
]

/** The product's own word, or one that says the same; null: it says something else. */
export function sourceWord(text: string): IncidentSource | null {
  const own = INCIDENT_SOURCES.find((one) => one === text)
  return own ?? WORDS.find(([, words]) => words.test(text))?.[0] ?? null
}

/** Codes beyond those of one byte are not there: more words than these are no vocabulary. */
const MOST_FOREIGN = 200

/** Codes for words of a column; what says something else keeps its own word, to be shown as 未知(码). */
export function sourceCoder() {
  const foreign: string[] = []
  return {
    foreign: foreign as readonly string[],
    codeFor(text: string): number {
      const word = sourceWord(text)
      if (word) return INCIDENT_SOURCES.indexOf(word)
      const at = foreign.indexOf(text)
      if (at >= 0) return INCIDENT_SOURCES.length + at
      if (foreign.length === MOST_FOREIGN) return INCIDENT_SOURCES.indexOf('unknown')
      return INCIDENT_SOURCES.length + foreign.push(text) - 1
    },
  }
}
