import { qualityOf } from './freshness'
import type { Quality } from './quality'
import { type EpochMs, SECOND_MS } from './time'

/** How often a wall tells of itself. */
export const HEARTBEAT_MS = 30 * SECOND_MS

/** How much of its picture a wall still draws, best first. */
export const WALL_PICTURES = ['full', 'coarse', 'tables'] as const
export type WallPicture = (typeof WALL_PICTURES)[number]

/** What a wall tells of itself. */
export interface Heartbeat {
  /** Version of the product, and which build of it. */
  readonly version: string
  readonly build: string | null
  /** Scene of its script that is on; null where no script plays. */
  readonly scene: string | null
  readonly picture: WallPicture | 'unknown'
  /** Since when its picture has stood still, by its own clock; null while it moves. */
  readonly stoppedAt: EpochMs | null
  /** Frames drawn since its page began. */
  readonly frames: number
  readonly losses: { readonly lost: number; readonly recovered: number }
  /** Bytes of its script heap; null where the browser does not tell. */
  readonly heapBytes: number | null
  /** How long its page has run. */
  readonly upMs: number
  readonly feeds: readonly {
    readonly feed: string
    readonly quality: Quality | 'unknown'
    /** Null: nothing has ever arrived. */
    readonly ageMs: number | null
  }[]
}

/** A wall as the server knows it. */
export interface Wall extends Heartbeat {
  readonly id: string
  /** When its last heartbeat arrived, by the server's clock. */
  readonly heardAt: EpochMs
}

/** A wall's heartbeat judged as any feed's record is. */
export function wallQuality(wall: Wall, now: EpochMs): Quality {
  return qualityOf(Math.max(0, now - wall.heardAt), HEARTBEAT_MS)
}

/** Since when nothing has been heard; null where three heartbeats have not been missed. */
export function silentSince(wall: Wall, now: EpochMs): EpochMs | null {
  const quality = wallQuality(wall, now)
  return quality === 'stale' || quality === 'lost' ? wall.heardAt : null
}

/** A page that has drawn no picture after so long will not draw one by itself. */
export const STARTING_MS = 3 * HEARTBEAT_MS

/** Its page is too young to have drawn anything: nobody need go there. */
export function isStarting({ picture, frames, stoppedAt, upMs }: Wall): boolean {
  return picture === 'unknown' && frames === 0 && stoppedAt === null && upMs < STARTING_MS
}

/** Who needs somebody to go there first: the longest silent, then a picture in trouble, then by name. */
export function byNeed(walls: readonly Wall[], now: EpochMs): readonly Wall[] {
  const isTroubled = (wall: Wall) =>
    wall.stoppedAt !== null || (wall.picture !== 'full' && !isStarting(wall))
  const rank = (wall: Wall) => (silentSince(wall, now) !== null ? 0 : isTroubled(wall) ? 1 : 2)
  return [...walls].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 0 ? a.heardAt - b.heardAt : 0) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
