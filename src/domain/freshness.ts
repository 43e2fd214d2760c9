import { type Quality, worst } from './quality'
import { type EpochMs, MINUTE_MS, SECOND_MS } from './time'

/** A time of the source this far in the future is suspect, not fresh. */
export const SUSPECT_AHEAD_MS = 5 * SECOND_MS

/** How long one request may take, body included: min(8 s, 0.8 p), at least 1.5 s. */
export function timeoutMs(everyMs: number): number {
  return Math.max(1.5 * SECOND_MS, Math.min(8 * SECOND_MS, 0.8 * everyMs))
}

/** The contract's thresholds for an age against the interval that it is expected to be renewed in. */
export function qualityOf(ageMs: number, everyMs: number): Quality {
  if (ageMs > Math.max(12 * everyMs, MINUTE_MS)) return 'lost'
  if (ageMs > 3 * everyMs) return 'stale'
  return ageMs <= everyMs + SECOND_MS ? 'live' : 'late'
}

/** What is known of a feed's last good answer at one moment. */
export interface Evidence {
  /** Poll interval. */
  readonly everyMs: number
  /** How often a record is expected to be observed again; null for things that stand still. */
  readonly heartbeatMs: number | null
  /** Since the last valid answer, by the monotonic clock. Null: there never was one. */
  readonly transportAgeMs: number | null
  /** Null until the server has told the time. */
  readonly serverNow: EpochMs | null
  /** When the source made, or last confirmed, what is shown. */
  readonly generatedAt: EpochMs
  /** The latest credible observation among the records; null where there is none. */
  readonly newestObservedAt: EpochMs | null
}

export interface Freshness {
  readonly quality: Quality
  /** The worst of the three ages; null when nothing has ever arrived. */
  readonly ageMs: number | null
  /** The clock cannot vouch for this picture: no server time yet, or the source is ahead of it. */
  readonly suspectClock: boolean
}

/** The three ages of the contract, and the worst quality among them. */
export function freshnessOf(evidence: Evidence): Freshness {
  const { everyMs, heartbeatMs, transportAgeMs, serverNow, generatedAt, newestObservedAt } =
    evidence
  if (transportAgeMs === null) return { quality: 'lost', ageMs: null, suspectClock: false }
  if (serverNow === null) {
    const quality = worst(['late', qualityOf(transportAgeMs, everyMs)])
    return { quality, ageMs: transportAgeMs, suspectClock: true }
  }
  // Judged as it was heard: a time that has since come to pass was no truer then.
  const suspectClock = generatedAt - (serverNow - transportAgeMs) >= SUSPECT_AHEAD_MS
  const contentAgeMs = Math.max(0, serverNow - generatedAt)
  const qualities: Quality[] = [
    suspectClock ? 'late' : 'live',
    qualityOf(transportAgeMs, everyMs),
    qualityOf(contentAgeMs, everyMs),
  ]
  let ageMs = Math.max(transportAgeMs, contentAgeMs)
  // One silent unit does not age a feed of four hundred; a feed whose newest record is overdue is a frozen source.
  if (heartbeatMs !== null && newestObservedAt !== null) {
    const recordAgeMs = serverNow - newestObservedAt
    const quality = qualityOf(recordAgeMs, heartbeatMs)
    if (quality !== 'live') ageMs = Math.max(ageMs, recordAgeMs)
    qualities.push(quality)
  }
  return { quality: worst(qualities), ageMs, suspectClock }
}

/** Of one record by its own age: `observedAt` against the heartbeat of its class. */
export function recordQuality(observedAt: EpochMs, heartbeatMs: number, now: EpochMs): Quality {
  return qualityOf(Math.max(0, now - observedAt), heartbeatMs)
}
