import { wholeOf } from '../attention'
import type { TopicNow } from '../use-topics'
import type { Beacon } from './beacons'

/** What must be seen from across the hall: unanswered alarms of the first priority that have a place. */
export function beaconsOf(topics: readonly TopicNow[]): readonly Beacon[] {
  const whole = wholeOf(topics)
  if (!whole) return []
  const signs = new Set(whole.depiction.hits.map((hit) => hit.id))
  return whole.topic.attention(whole.data).flatMap(({ id, urgency, asks, place }) => {
    const position =
      urgency === 'p1' && asks ? whole.topic.describe(whole.data, id)?.position : null
    return position ? [{ id, place, position, hasSign: signs.has(id) }] : []
  })
}

/** What the sources themselves say about why they are empty. */
export function noteOf(
  sources: readonly {
    readonly feed: string
    readonly note: string | null
    readonly noteEn: string | null
  }[],
  feeds: readonly string[],
  lang: 'zh' | 'en',
): string | null {
  const notes = sources
    .filter(({ feed }) => feeds.includes(feed))
    .map(({ note, noteEn }) => (lang === 'en' ? (noteEn ?? note) : note))
  return [...new Set(notes.filter(Boolean))].join(' ') || null
}
