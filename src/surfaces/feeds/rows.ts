import { FEED_IDS, FEEDS, type FeedId } from '../../api/feeds'
import { isAwaited, type Reading, type Readings } from '../../api/reading'
import type { SourceCard } from '../../domain/meta'
import { QUALITIES, type Quality } from '../../domain/quality'
import type { Lang } from '../../ui/words'
import { causeWords } from '../cause-words'

/** One source on the board. */
export interface FeedNow {
  readonly id: FeedId
  readonly reading: Reading
  /** What the source says of itself; null while the system feed is silent or does not name it. */
  readonly source: SourceCard | null
}

export function feedsNow(readings: Readings): readonly FeedNow[] {
  const sources = readings.meta.snapshot?.items[0]?.sources ?? []
  return FEED_IDS.map((id) => ({
    id,
    reading: readings[id],
    source: sources.find(({ feed }) => feed === id) ?? null,
  }))
}

/** How many feeds are of each quality; those that have not answered yet are lost to nobody. */
export function tallyOf(rows: readonly FeedNow[]): Record<Quality | 'waiting', number> {
  const tally = { waiting: 0, ...Object.fromEntries(QUALITIES.map((one) => [one, 0])) } as Record<
    Quality | 'waiting',
    number
  >
  for (const { reading } of rows) tally[isAwaited(reading) ? 'waiting' : reading.quality]++
  return tally
}

export interface Completeness {
  readonly taken: number
  readonly sent: number
}

/** Records taken of records sent; null where nothing has arrived. */
export function completenessOf({ snapshot }: Reading): Completeness | null {
  if (!snapshot) return null
  const taken = snapshot.items.length
  return { taken, sent: taken + snapshot.rejectedCount }
}

export function ownerOf({ owner, ownerEn }: SourceCard, lang: Lang): string {
  return lang === 'en' ? (ownerEn ?? owner) : owner
}

export function noteOf({ note, noteEn }: SourceCard, lang: Lang): string | null {
  return lang === 'en' ? (noteEn ?? note) : note
}

const HEAD = [
  'feed',
  'quality',
  'flags',
  'owner',
  'cadence_s',
  'declared_cadence_s',
  'observed_at',
  'lag_s',
  'records',
  'set_aside',
  'personal_fields_dropped',
  'crs',
  'cause',
  'cause_detail',
  'remedy',
]

/** The board as a table. Times in UTC; empty is unknown, never zero. */
export function csvRows(rows: readonly FeedNow[], lang: Lang): readonly (readonly string[])[] {
  const text = (value: string | number | null | undefined) => String(value ?? '')
  return [
    HEAD,
    ...rows.map(({ id, reading, source }) => {
      const { quality, flags, snapshot, ageMs, cause, detail } = reading
      return [
        id,
        isAwaited(reading) ? '' : quality,
        flags.join(' '),
        source ? ownerOf(source, lang) : '',
        text(FEEDS[id].everyMs / 1000),
        text(source && source.cadenceMs / 1000),
        snapshot ? new Date(snapshot.observedAt).toISOString() : '',
        text(ageMs === null ? null : Math.round(ageMs / 1000)),
        text(snapshot?.items.length),
        text(snapshot?.rejectedCount),
        text(snapshot?.droppedPersonal),
        text(source?.crs),
        text(cause),
        text(detail),
        cause ? causeWords(cause).todo[lang] : '',
      ]
    }),
  ]
}
