import type { EpochMs } from '../domain/time'

const KEPT = 8

/** Server time without trusting the wall clock of this machine. */
export interface ServerClock {
  /** A server's word for the time, and when it was asked and heard on the monotonic clock, ms. */
  readonly hear: (serverTime: EpochMs, sentAt: number, heardAt: number) => void
  /** Null until the server has told the time. */
  readonly now: () => EpochMs | null
  /** Forgets every offset: the monotonic clock may have stood still (a machine that slept). */
  readonly reset: () => void
}

/**
 * Monotonic clock plus the best of the last eight offsets. The server's word is taken to stand for the middle of
 * the round trip, so its error is at most half of it: the shortest round trip is the best.
 */
export function createServerClock(monotonic: () => number = () => performance.now()): ServerClock {
  let heard: { readonly offsetMs: number; readonly roundTripMs: number }[] = []
  let offsetMs: number | null = null
  return {
    hear(serverTime, sentAt, heardAt) {
      const sample = {
        offsetMs: serverTime - (sentAt + heardAt) / 2,
        roundTripMs: heardAt - sentAt,
      }
      heard = [sample, ...heard].slice(0, KEPT)
      offsetMs = heard.reduce((best, s) => (s.roundTripMs < best.roundTripMs ? s : best)).offsetMs
    },
    now: () => (offsetMs === null ? null : monotonic() + offsetMs),
    reset() {
      heard = []
      offsetMs = null
    },
  }
}
