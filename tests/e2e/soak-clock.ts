/** What the page has when its clock is ours. */
export interface SoakClock {
  /** Lets so much time pass in the page as fast as it can bear it; resolves when it has. */
  readonly run: (ms: number) => Promise<void>
  readonly now: () => number
  /** ms of work of each animation frame in which a canvas was drawn, since the last time of asking. */
  readonly frameTimes: () => number[]
  /** WebGL contexts that live and are not lost. */
  readonly contexts: () => number
}

/**
 * Put into a page before its own code: all its clocks and timers are virtual from then on. Time jumps to the next timer
 * as soon as nothing is under way: requests are waited for, frames are drawn for real. A request that hangs is waited
 * for a moment only, so that its timeout can come. Self-contained: it is handed over as text.
 */
export function installSoakClock(startAt: number): void {
  const real = {
    now: performance.now.bind(performance),
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    raf: window.requestAnimationFrame.bind(window),
    fetch: window.fetch.bind(window),
    Date,
  }
  const HANGING_MS = 40
  const DRAWN_EVERY = 32
  type Timer = { id: number; at: number; every: number | null; run: () => void }
  let timers: Timer[] = []
  let frames: { id: number; run: FrameRequestCallback }[] = []
  let frameTimes: number[] = []
  let nextId = 1
  let virtual = 0
  /** When each request that has no answer yet was made, in real ms. */
  const underWay = new Map<symbol, number>()
  let until = 0
  let paced = true
  const began = real.now()
  let arrived: (() => void) | null = null
  let isDrawn = false
  let turns = 0
  let parked: number | null = null

  const insert = (timer: Timer) => {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((timers[middle] as Timer).at <= timer.at) low = middle + 1
      else high = middle
    }
    timers.splice(low, 0, timer)
  }
  const add = (run: unknown, ms: unknown, every: boolean, args: unknown[]) => {
    if (typeof run !== 'function') throw new TypeError('no code from strings')
    const wait = Math.max(every ? 1 : 0, Number(ms) || 0)
    const id = nextId++
    insert({ id, at: virtual + wait, every: every ? wait : null, run: () => run(...args) })
    return id
  }
  const remove = (id: unknown) => {
    timers = timers.filter((timer) => timer.id !== id)
  }
  class VirtualDate extends real.Date {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(startAt + virtual)
      else super(...(args as [number]))
    }
    static override now() {
      return Math.floor(startAt + virtual)
    }
  }
  Object.assign(window, {
    Date: VirtualDate,
    setTimeout: (run: unknown, ms: unknown, ...args: unknown[]) => add(run, ms, false, args),
    setInterval: (run: unknown, ms: unknown, ...args: unknown[]) => add(run, ms, true, args),
    clearTimeout: remove,
    clearInterval: remove,
    requestIdleCallback: (run: IdleRequestCallback) =>
      add(() => run({ didTimeout: false, timeRemaining: () => 50 }), 1, false, []),
    cancelIdleCallback: remove,
    requestAnimationFrame: (run: FrameRequestCallback) => {
      const id = nextId++
      frames.push({ id, run })
      return id
    },
    cancelAnimationFrame: (id: number) => {
      frames = frames.filter((frame) => frame.id !== id)
    },
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const me = Symbol()
      underWay.set(me, real.now())
      const headers = new Headers(init.headers)
      headers.set('x-virtual-now', String(Math.floor(startAt + virtual)))
      try {
        return await real.fetch(input, { ...init, headers })
      } finally {
        underWay.delete(me)
        if (parked !== null) unpark()
      }
    },
  })
  performance.now = () => virtual
  AbortSignal.timeout = (ms: number) => {
    const abort = new AbortController()
    add(() => abort.abort(new DOMException('timeout', 'TimeoutError')), ms, false, [])
    return abort.signal
  }

  const contexts = new Set<WeakRef<WebGL2RenderingContext>>()
  const known = new WeakSet<object>()
  const getContext = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = getContext.apply(this, args as never) as RenderingContext | null
    if (context instanceof WebGL2RenderingContext && !known.has(context)) {
      known.add(context)
      contexts.add(new WeakRef(context))
    }
    return context
  } as typeof getContext
  const { clear } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.clear = function (mask) {
    isDrawn = true
    clear.call(this, mask)
  }

  function drawFrames(): void {
    const due = frames
    frames = []
    virtual += 16
    isDrawn = false
    const at = real.now()
    for (const { run } of due) {
      try {
        run(virtual)
      } catch (error) {
        reportError(error)
      }
    }
    // A frame in which nothing was drawn says nothing about drawing.
    if (isDrawn) frameTimes.push(real.now() - at)
  }

  function step(): void {
    parked = null
    const isWaiting = Math.max(...underWay.values()) > real.now() - HANGING_MS
    const first = timers[0]
    const target = paced ? Math.min(until, real.now() - began) : until
    if (virtual >= until) {
      arrived?.()
      arrived = null
      real.setTimeout(step, 5)
    } else if (frames.length > 0) {
      // Most frames are drawn and not shown: the screen would hold the clock back.
      const show = (draw: () => void) => (turns++ % DRAWN_EVERY === 0 ? real.raf(draw) : draw())
      show(() => {
        drawFrames()
        turn()
      })
    } else if (!isWaiting && first && first.at <= target) {
      timers.shift()
      virtual = Math.max(virtual, first.at)
      if (first.every !== null) insert({ ...first, at: virtual + first.every })
      try {
        first.run()
      } catch (error) {
        reportError(error)
      }
      turn()
    } else if (isWaiting) {
      // The answer wakes us: a timer of 1 ms that sets itself anew is held back to 4.
      parked = real.setTimeout(step, HANGING_MS)
    } else {
      virtual = Math.max(virtual, target)
      real.setTimeout(step, paced ? 4 : 0)
    }
  }
  // A task between two steps: what was answered or drawn meanwhile has its turn.
  const channel = new MessageChannel()
  channel.port1.onmessage = step
  const turn = () => channel.port2.postMessage(null)
  const unpark = () => {
    real.clearTimeout(parked ?? undefined)
    parked = null
    turn()
  }
  until = 60_000
  real.setTimeout(step, 0)

  Object.assign(window, {
    soak: {
      run: (ms: number) =>
        new Promise<void>((resolve) => {
          paced = false
          until = virtual + ms
          arrived = resolve
        }),
      now: () => virtual,
      frameTimes: () => {
        const told = frameTimes
        frameTimes = []
        return told
      },
      contexts: () => [...contexts].filter((one) => one.deref()?.isContextLost() === false).length,
    } satisfies SoakClock,
  })
}

/** The median of all slopes between two samples: a few wild ones do not bend it. Per unit of x. */
export function theilSen(samples: readonly (readonly [x: number, y: number])[]): number {
  const slopes = samples.flatMap(([x, y], i) =>
    samples.slice(i + 1).map(([otherX, otherY]) => (otherY - y) / (otherX - x)),
  )
  return median(slopes)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
