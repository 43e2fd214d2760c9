import type { Table, Topic } from '../../topics/topic'
import type { Lang } from '../../ui/words'
import type { TopicNow } from './use-topics'

/** One thing that can be found: a selectable row of some table. */
export interface Found {
  readonly topic: Topic
  readonly id: string
  /** Everything that the row says, in both languages, lower case. */
  readonly text: string
  readonly rank: number
}

const MOST = 12

/** Every selectable row of every topic, as text to look in. Some thousand rows: built when the search is opened. */
export function findable(topics: readonly TopicNow[]): readonly Found[] {
  return topics.flatMap(({ topic, data, error }) =>
    error
      ? []
      : (topic.tables as unknown as readonly Table<unknown, unknown>[])
          .filter((table) => table.selectable)
          .flatMap((table) =>
            table.rows(data).map((row) => ({
              topic,
              id: table.rowId(row),
              text: textOf(table, row),
              rank: 0,
            })),
          ),
  )
}

function textOf(table: Table<unknown, unknown>, row: unknown): string {
  const inBoth = (['zh', 'en'] as const satisfies readonly Lang[]).flatMap((lang) =>
    table.columns.map((column) => column.text(row, lang)),
  )
  return [...new Set([table.rowId(row), ...inBoth])].join('\n').toLocaleLowerCase()
}

/** Rows that hold every word of the query; those where a field begins with it first. */
export function find(
  all: readonly Found[],
  query: string,
  initials?: ReadonlyMap<string, string>,
): readonly Found[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits: Found[] = []
  for (const found of all) {
    const rank = rankOf(found, words, initials)
    if (rank > 0) hits.push({ ...found, rank })
  }
  return hits.sort((a, b) => b.rank - a.rank).slice(0, MOST)
}

function rankOf(
  { text }: Found,
  words: readonly string[],
  initials?: ReadonlyMap<string, string>,
): number {
  let rank = 0
  for (const word of words) {
    const at = text.indexOf(word)
    if (at === 0 || (at > 0 && text[at - 1] === '\n')) rank += 3
    else if (at > 0) rank += 2
    else if (initials?.get(text)?.includes(word)) rank += 1
    else return 0
  }
  return rank
}

/** Pinyin initials of the Chinese names, so that “hgs” finds 黄果树. The dictionary comes when it is first asked for. */
export async function initialsOf(all: readonly Found[]): Promise<ReadonlyMap<string, string>> {
  const { pinyin } = await import('pinyin-pro')
  const initials = new Map<string, string>()
  const known = new Map<string, string>()
  for (const { text } of all) {
    const names = text.split('\n').filter((part) => /\p{Script=Han}/u.test(part))
    const letters = names.map((name) => {
      const kept = known.get(name)
      if (kept !== undefined) return kept
      const made = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
      known.set(name, made)
      return made
    })
    initials.set(text, letters.join('\n').toLocaleLowerCase())
  }
  return initials
}
