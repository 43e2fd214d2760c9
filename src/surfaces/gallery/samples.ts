import { decodeAnswer } from '../../api/decode'
import { FEED_IDS, type FeedId } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { emptyReading } from '../../api/reading-of'
import type { Quality } from '../../domain/quality'
import { type EpochMs, MINUTE_MS } from '../../domain/time'

/** Scenarios standing still. Only the entry may reach the simulated world, so it hands this in. */
export interface Samples {
  readonly at: EpochMs
  readonly scenarios: readonly string[]
  /** Each feed's whole picture, as it goes on the wire. */
  readonly answersOf: (scenario: string) => Promise<Readonly<Record<FeedId, unknown>>>
}

/** What the desk would know if every feed had answered so, and had this quality. */
export function readingsOf(answers: Readonly<Record<FeedId, unknown>>, quality: Quality): Readings {
  const entries = FEED_IDS.map((id) => {
    const bytes = new TextEncoder().encode(JSON.stringify(answers[id]))
    const answer = decodeAnswer(id, bytes, 'application/json')
    if (!answer.ok) return [id, { ...emptyReading(id), cause: answer.cause }]
    const { items, generatedAt } = answer
    const snapshot = { items, observedAt: generatedAt, rejected: [], rejectedCount: 0 }
    const ageMs = quality === 'live' ? 0 : 10 * MINUTE_MS
    return [id, { ...emptyReading(id), snapshot, quality, ageMs }]
  })
  return Object.fromEntries(entries) as Readings
}
