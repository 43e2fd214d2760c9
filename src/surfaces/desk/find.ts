import { type AnyTable, TABLES } from '../../topics/tables'
import type { Topic } from '../../topics/topic'
import { LANGS } from '../../ui/words'
import type { TopicNow } from '../use-topics'

/** One thing that can be found: the selectable rows of one id. */
export interface Found {
  readonly topic: Topic
  readonly id: string
  /** Everything that its rows say, in both languages, lower case, a line for each field. */
  readonly text: string
}

/** How the Chinese of a text is typed, a line for each field: in full and by initials. */
export type Spellings = ReadonlyMap<Found, string>

const MOST = 12

/** Whatever can be selected in some table, as text to look in. Some thousand: built when the search is opened. */
export function findable(
  topics: readonly Pick<TopicNow, 'topic' | 'data' | 'error' | 'inputs'>[],
  tables: Readonly<Record<string, readonly AnyTable[]>> = TABLES,
): readonly Found[] {
  return topics.flatMap(({ topic, data, error, inputs }) => {
    // An incident that is open stands in two tables, and is still one thing.
    const fields = new Map<string, Set<string>>()
    if (error) return []
    for (const table of tables[topic.id] ?? []) {
      if (!table.selectable) continue
      for (const row of table.rows(data)) {
        const id = table.rowId(row)
        const of = fields.get(id) ?? new Set([id.toLocaleLowerCase()])
        for (const lang of LANGS)
          for (const column of table.columns)
            of.add(column.text(row, lang, inputs.areas).toLocaleLowerCase())
        fields.set(id, of)
      }
    }
    return [...fields].map(([id, of]) => ({ topic, id, text: [...of].join('\n') }))
  })
}

/** What holds every word of the query, the closest first: written so before typed so, whole fields before parts. */
export function find(
  all: readonly Found[],
  query: string,
  spellings?: Spellings,
): readonly Found[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const ranked: { readonly found: Found; readonly rank: number }[] = []
  for (const found of all) {
    const rank = rankOf(found.text, spellings?.get(found) ?? '', words)
    if (rank > 0) ranked.push({ found, rank })
  }
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ found }) => found)
}

const WRITTEN = 2

/** 0 where a word is missing. */
function rankOf(text: string, spelling: string, words: readonly string[]): number {
  let rank = 0
  for (const word of words) {
    const written = closeness(text, word)
    const by = written > 0 ? WRITTEN + written : closeness(spelling, word)
    if (by === 0) return 0
    rank += by
  }
  return rank
}

/** 0 not in any line; up to 1 by the share of the line that it is; 1 more where the line begins with it. */
function closeness(lines: string, word: string): number {
  let best = 0
  for (let at = lines.indexOf(word); at >= 0; at = lines.indexOf(word, at + 1)) {
    const from = at === 0 ? 0 : lines.lastIndexOf('\n', at - 1) + 1
    const end = lines.indexOf('\n', at)
    const share = word.length / ((end < 0 ? lines.length : end) - from)
    best = Math.max(best, share + Number(at === from))
  }
  return best
}

const HAN = /\p{Script=Han}/u
/** Spelled names are kept from one opening to the next; more than this are not names any more. */
const MOST_SPELLED = 20_000
const spelled = new Map<string, string>()

/** So that “hgs” and “huangguoshu” find 黄果树. The dictionary comes when it is first asked for. */
export async function spellingsOf(all: readonly Found[]): Promise<Spellings> {
  const { pinyin } = await import('pinyin-pro')
  if (spelled.size > MOST_SPELLED) spelled.clear()
  const spell = (name: string): string => {
    const kept = spelled.get(name)
    if (kept !== undefined) return kept
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true })
    const initials = syllables.map((syllable) => syllable.slice(0, 1))
    const made = `${syllables.join('')}\n${initials.join('')}`.toLocaleLowerCase()
    spelled.set(name, made)
    return made
  }
  return new Map(
    all.map((found) => [
      found,
      found.text
        .split('\n')
        .filter((name) => HAN.test(name))
        .map(spell)
        .join('\n'),
    ]),
  )
}
