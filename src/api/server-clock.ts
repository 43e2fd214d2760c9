import type { EpochMs } from '../domain/time'

const KEPT = 8
/** How far two honest samples may differ beyond their round trips: clocks drift a little. */
const DRIFT_MS = 500

/** Server time without trusting the wall clock of this machine. */
export interface ServerClock {
  /** A server's word for the time, and when it was asked and heard on the monotonic clock, ms. */
  readonly hear: (serverTime: EpochMs, sentAt: number, heardAt: number) => void
  /** Null until the server has told the time. */
  readonly now: () => EpochMs | null
  /** Forgets every offset: the monotonic clock may have stood still (a machine that slept). */
  readonly reset: () => void
}

interface Sample {
  readonly offsetMs: number
  readonly roundTripMs: number
}

/** How far `a` lies behind `b`, beyond what their round trips explain. */
const behindMs = (a: Sample, b: Sample) =>
  b.offsetMs - a.offsetMs - (a.roundTripMs + b.roundTripMs) / 2

/**
 * Monotonic clock plus the best of the last eight offsets. The server's word is taken to stand for the middle of
 * the round trip, so its error is at most half of it: the shortest round trip is the best.
 *
 * A word that lies behind what is known is most likely an old answer, and would make everything look younger. It is
 * believed when the next one agrees with it: then the server's clock was set back. Copies never agree, they fall
 * further behind each time.
 */
export function createServerClock(monotonic: () => number = () => performance.now()): ServerClock {
  let heard: readonly Sample[] = []
  let best: Sample | null = null
  let doubted: Sample | null = null
  return {
    hear(serverTime, sentAt, heardAt) {
      const sample: Sample = {
        offsetMs: serverTime - (sentAt + heardAt) / 2,
        roundTripMs: heardAt - sentAt,
      }
      if (best && behindMs(sample, best) > DRIFT_MS) {
        const agrees = doubted && behindMs(sample, doubted) <= DRIFT_MS
        doubted = sample
        if (!agrees) return
        heard = []
      }
      doubted = null
      heard = [sample, ...heard].slice(0, KEPT)
      best = heard.reduce((one, other) => (other.roundTripMs < one.roundTripMs ? other : one))
    },
    now: () => (best === null ? null : monotonic() + best.offsetMs),
    reset() {
      heard = []
      best = null
      doubted = null
    },
  }
}
