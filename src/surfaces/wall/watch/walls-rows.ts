import { QUALITIES, type Quality, worst } from '../../../domain/quality'
import type { EpochMs } from '../../../domain/time'
import { isStarting, silentSince, type Wall, wallQuality } from '../../../domain/wall'
import type { Phrase } from '../../../ui/words'
import { WORDS } from './walls-words'

export interface WallRow {
  readonly wall: Wall
  readonly quality: Quality
  /** Null: it speaks. */
  readonly silentSince: EpochMs | null
  /** What of its picture somebody should look at; null: nothing. */
  readonly trouble: Phrase | null
  /** It speaks, and its page is too young to have drawn anything. */
  readonly isStarting: boolean
  /** The worst of its sources, and how many are no longer live. */
  readonly worstFeed: Quality | null
  readonly oldFeeds: number
}

export function wallRow(wall: Wall, now: EpochMs): WallRow {
  const since = silentSince(wall, now)
  // Of a silent wall only what it was is known, not what it is.
  const told = since === null ? wall.feeds : []
  const starts = since === null && isStarting(wall)
  const known = told.flatMap(({ quality }) => (quality === 'unknown' ? [] : [quality]))
  return {
    wall,
    quality: wallQuality(wall, now),
    silentSince: since,
    trouble:
      since !== null || starts
        ? null
        : wall.stoppedAt !== null
          ? WORDS.stopped
          : (WORDS.picture[wall.picture] ?? null),
    isStarting: starts,
    worstFeed: known.length > 0 ? worst(known) : null,
    oldFeeds: known.filter((quality) => QUALITIES.indexOf(quality) > 1).length,
  }
}

const HEAD = [
  'wall',
  'heard_at',
  'silent_since',
  'version',
  'build',
  'scene',
  'picture',
  'stopped_at',
  'frames',
  'losses',
  'recovered',
  'heap_mb',
  'up_s',
  'feeds_not_live',
]

const iso = (at: EpochMs | null) => (at === null ? '' : new Date(at).toISOString())

/** Times in UTC; empty is unknown or none, never zero. */
export function csvRows(rows: readonly WallRow[]): readonly (readonly string[])[] {
  return [
    HEAD,
    ...rows.map(({ wall, silentSince: since }) => [
      wall.id,
      iso(wall.heardAt),
      iso(since),
      wall.version,
      wall.build ?? '',
      wall.scene ?? '',
      wall.picture,
      iso(wall.stoppedAt),
      String(wall.frames),
      String(wall.losses.lost),
      String(wall.losses.recovered),
      wall.heapBytes === null ? '' : (wall.heapBytes / 2 ** 20).toFixed(1),
      String(Math.round(wall.upMs / 1000)),
      String(wall.feeds.filter(({ quality }) => quality !== 'live').length),
    ]),
  ]
}
