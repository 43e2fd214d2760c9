/** Calls `tick` every second, in hidden pages too. Returns what stops it. */
export function everySecond(tick: () => void): () => void {
  // The page's own timer is the one that is relied on: a worker can fail to load without a word.
  const timer = setInterval(tick, 1_000)
  const worker = startWorker()
  // A page that is seen needs nobody to wake it.
  const tell = () => worker?.postMessage(document.hidden)
  if (worker) {
    worker.onmessage = () => {
      if (document.hidden) tick()
    }
    document.addEventListener('visibilitychange', tell)
    tell()
  }
  return () => {
    clearInterval(timer)
    globalThis.document?.removeEventListener('visibilitychange', tell)
    worker?.terminate()
  }
}

/** Null where there are no workers. */
function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null
  try {
    return new Worker(new URL('./metronome.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}
