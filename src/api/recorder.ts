import { type EpochMs, SECOND_MS } from '../domain/time'
import { FEEDS, type FeedId, type ItemOf } from './feeds'
import type { Reading, Readings, Snapshot } from './reading'

/** Feeds that tell of a moment and have no memory of their own: what this page has seen of them is all there is. */
export const RECORDED = ['units', 'crowd', 'fire-readings', 'alarms', 'allocations'] as const
export type Recorded = (typeof RECORDED)[number]

/** A picture this often. */
const EVERY_MS = 30 * SECOND_MS
/** References to records, over all pictures of a feed: about 5 MB a feed where every record is new each time. */
const MOST_RECORDS = 500_000

type Reel<Id extends FeedId = FeedId> = Snapshot<ItemOf<Id>>[]

/** Remembers the feeds' pictures for a replay: every half minute, as many as fit, the oldest go first. */
export interface Recorder {
  /** Keeps what is new; pictures of a source that has stopped are not taken again. */
  readonly take: (readings: Readings) => void
  /** The picture that stood at a moment; null: none was taken then. */
  readonly at: <Id extends Recorded>(feed: Id, at: EpochMs) => Snapshot<ItemOf<Id>> | null
  /** The earliest moment of which something is remembered. */
  readonly since: () => EpochMs | null
}

export function createRecorder(mostRecords = MOST_RECORDS): Recorder {
  const reels = new Map<FeedId, Reel>(RECORDED.map((id) => [id, []]))
  const held = new Map<FeedId, number>(RECORDED.map((id) => [id, 0]))

  function keep(id: FeedId, { snapshot, quality }: Reading) {
    const reel = reels.get(id) as Reel
    if (!snapshot || quality === 'stale' || quality === 'lost') return
    const last = reel.at(-1)
    if (last && snapshot.observedAt < last.observedAt + EVERY_MS) return
    reel.push(snapshot as Reel[number])
    let records = (held.get(id) as number) + snapshot.items.length
    while (records > mostRecords && reel.length > 1)
      records -= (reel.shift() as Reel[number]).items.length
    held.set(id, records)
  }

  return {
    take: (readings) => {
      for (const id of RECORDED) keep(id, readings[id])
    },
    at: (id, at) => {
      const found = (reels.get(id) as Reel).findLast(({ observedAt }) => observedAt <= at)
      // Older than a poll or two and the step between pictures: the source was silent, or nobody was looking.
      const reachMs = EVERY_MS + 3 * FEEDS[id].everyMs
      return (found && at - found.observedAt <= reachMs ? found : null) as never
    },
    since: () => {
      const firsts = [...reels.values()].flatMap((reel) => reel[0]?.observedAt ?? [])
      return firsts.length > 0 ? Math.min(...firsts) : null
    },
  }
}
