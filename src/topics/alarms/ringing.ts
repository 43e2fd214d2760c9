import { isUnacknowledged } from '../../domain/alarm'
import type { EpochMs } from '../../domain/time'
import type { ShownAlarm } from './standing'

export const P1_EVERY_MS = 5_000

/** What has been rung for, from one look to the next. */
export interface Ringing {
  /** Occurrences of P1 that somebody has silenced. Silence is not acknowledgement: they still stand and still wait. */
  readonly silenced: ReadonlySet<string>
  /** Occurrences of P2 that have rung; null before the first look: what stood then is no news. */
  readonly rungP2: ReadonlySet<string> | null
  readonly lastP1At: EpochMs | null
}

export const QUIET: Ringing = { silenced: new Set(), rungP2: null, lastP1At: null }

export interface Ring {
  readonly next: Ringing
  /** P1 goes before P2: one sound at a time. */
  readonly sound: 'p1' | 'p2' | null
}

/** P1 every five seconds until it is acknowledged or silenced, P2 once, P3 and P4 never. */
export function whatRings(before: Ringing, queue: readonly ShownAlarm[], now: EpochMs): Ring {
  const waiting = queue.filter(isUnacknowledged)
  const p1 = waiting.filter(({ priority, id }) => priority === 1 && !before.silenced.has(id))
  const p2 = waiting.filter(({ priority }) => priority === 2).map(({ id }) => id)
  const newP2 = before.rungP2 ? p2.filter((id) => !before.rungP2?.has(id)) : []
  const standing = new Set(waiting.map(({ id }) => id))
  const silenced = new Set([...before.silenced].filter((id) => standing.has(id)))
  const rungP2 = new Set(p2)
  const isDue = before.lastP1At === null || now - before.lastP1At >= P1_EVERY_MS
  if (p1.length > 0)
    return isDue
      ? { next: { silenced, rungP2, lastP1At: now }, sound: 'p1' }
      : { next: { silenced, rungP2, lastP1At: before.lastP1At }, sound: null }
  return { next: { silenced, rungP2, lastP1At: null }, sound: newP2.length > 0 ? 'p2' : null }
}

export function silence(before: Ringing, queue: readonly ShownAlarm[]): Ringing {
  const now = queue.filter((one) => one.priority === 1 && isUnacknowledged(one)).map(({ id }) => id)
  return { ...before, silenced: new Set([...before.silenced, ...now]) }
}

/** Something of the first priority waits, and all that does has been silenced. What was answered has no part in it. */
export function isSilenced(
  silenced: ReadonlySet<string>,
  queue: readonly Pick<ShownAlarm, 'id' | 'priority' | 'state'>[],
): boolean {
  const waiting = queue.filter((one) => one.priority === 1 && isUnacknowledged(one))
  return waiting.length > 0 && waiting.every(({ id }) => silenced.has(id))
}

const SHIFT_HOURS = 8
const HOUR_MS = 3_600_000
/** China has one time zone: shifts begin at 0, 8 and 16 h of it. */
const ZONE_MS = 8 * HOUR_MS

/** Which shift a time falls into. */
export function shiftOf(at: EpochMs): number {
  return Math.floor((at + ZONE_MS) / (SHIFT_HOURS * HOUR_MS))
}
