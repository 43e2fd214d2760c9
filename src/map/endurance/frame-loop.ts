/** What deck.gl's loop takes its frames from. */
export interface FrameLoop {
  readonly requestAnimationFrame: (tick: FrameRequestCallback) => number
  readonly cancelAnimationFrame: (id: number) => void
  /** Something is to be drawn: the next frame is the loop's. */
  readonly wake: () => void
}

/** While nothing is asked for, it is looked this often whether anything is: what woke it without a word is drawn this late. */
const LOOK_MS = 1_000
/** Every so many looks deck.gl looks for itself: it may know of something that nobody can ask it. */
const THOROUGH = 8

/**
 * deck.gl asks for every frame of the screen and finds nothing to do in nearly all of them; months of that are a tenth
 * of a core. With this it takes frames while something is to be drawn, and else is looked after once a second.
 */
export function frameLoop(isPending: () => boolean): FrameLoop {
  let waiting: FrameRequestCallback | null = null
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let looks = 0

  const run = () => {
    const tick = waiting
    waiting = null
    clearTimeout(timer)
    timer = undefined
    tick?.(performance.now())
  }
  const look = () => {
    looks = (looks + 1) % THOROUGH
    if (looks === 0 || isPending()) run()
    else timer = setTimeout(look, LOOK_MS)
  }
  const takeFrame = () => {
    clearTimeout(timer)
    timer = undefined
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(run)
  }
  return {
    requestAnimationFrame(tick) {
      waiting = tick
      if (isPending()) takeFrame()
      else timer = setTimeout(look, LOOK_MS)
      return 1
    },
    cancelAnimationFrame() {
      waiting = null
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    },
    wake() {
      if (waiting && timer !== undefined) takeFrame()
    },
  }
}

let current: FrameLoop | null = null

/** The loop of the overlay that stands now; its predecessor is gone. */
export function setFrameLoop(loop: FrameLoop): void {
  current = loop
}

/** For layers that ask for another picture out of a timer of their own. */
export function wakeFrames(): void {
  current?.wake()
}
