/** Back-off never waits longer than this. */
const BACK_OFF_CAP_MS = 60_000
/** And never less: a server in trouble is not hammered by a lucky draw. */
const BACK_OFF_FLOOR_MS = 250

/** How one try went. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly retryAfterMs: number | null }

export interface Poll {
  readonly everyMs: number
  /** Asks once. Must not throw. */
  readonly run: () => Promise<Outcome>
  /** In [0, 1). */
  readonly random: () => number
  /** Milliseconds, monotonic. */
  readonly monotonic: () => number
}

export interface Polling {
  readonly stop: () => void
  /** Asks now if the next request is overdue and none is in flight. */
  readonly wake: () => void
  /** Asks now, or once more after the request that is in flight: something is known to have changed. */
  readonly refresh: () => void
}

/** Full jitter from p: anything up to 2p, 4p, 8p … after the first, second, third failure; at most the cap. */
export function backOffMs(failures: number, everyMs: number, random: number): number {
  const ceiling = Math.min(BACK_OFF_CAP_MS, everyMs * 2 ** Math.min(failures, 16))
  return Math.max(BACK_OFF_FLOOR_MS, random * ceiling)
}

/**
 * Asks at once, then every `everyMs` from start to start with one request in flight. The second request comes at a
 * random phase of the interval, so that a thousand clients that were opened together do not poll together.
 */
export function startPolling({ everyMs, run, random, monotonic }: Poll): Polling {
  let stopped = false
  let inFlight = false
  let failures = 0
  let answered = false
  let again = false
  let dueAt = monotonic()
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(ms: number) {
    dueAt = monotonic() + ms
    timer = setTimeout(ask, ms)
  }

  async function ask() {
    clearTimeout(timer)
    inFlight = true
    const startedAt = monotonic()
    const outcome = await run()
    inFlight = false
    if (stopped) return
    if (again) {
      again = false
      void ask()
      return
    }
    if (outcome.ok) {
      failures = 0
      const everMs = answered ? everyMs : everyMs * random()
      answered = true
      wait(Math.max(0, startedAt + everMs - monotonic()))
    } else {
      failures += 1
      wait(Math.max(backOffMs(failures, everyMs, random()), outcome.retryAfterMs ?? 0))
    }
  }

  void ask()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
    wake() {
      if (!stopped && !inFlight && monotonic() >= dueAt) void ask()
    },
    refresh() {
      if (stopped) return
      if (inFlight) again = true
      else void ask()
    },
  }
}
