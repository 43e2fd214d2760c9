import { type Remote, wrap } from 'comlink'

let newWorker: (() => Worker) | null = null

/** How to start a worker; without it (as in a test) answers are computed on this thread. Told once by the entry. */
export function setOwnWorker(start: () => Worker): void {
  newWorker = start
}

/** Null: there are none, as in a test. Whoever starts one ends it. */
export function startWorker(): Worker | null {
  return newWorker?.() ?? null
}

/** Asks on a worker that is there for one kind of question; rejects with the reason of `signal` when it aborts. */
export type Ask<Api> = <T>(
  ask: (api: Remote<Api>) => Promise<T>,
  here: () => Promise<T>,
  signal: AbortSignal,
) => Promise<T>

/**
 * A worker of one's own for questions that take long: it starts with the first one, and ends when nobody wants the
 * answer any more, so that the next question waits for nothing.
 */
export function ownWorker<Api>(): Ask<Api> {
  let working: { readonly worker: Worker; readonly remote: Remote<Api> } | null = null
  return async (ask, here, signal) => {
    signal.throwIfAborted()
    if (!newWorker) return here()
    if (!working) {
      const worker = newWorker()
      working = { worker, remote: wrap<Api>(worker) }
    }
    const { worker, remote } = working
    return new Promise((resolve, reject) => {
      const end = (error: unknown) => {
        worker.terminate()
        if (working?.worker === worker) working = null
        reject(error)
      }
      const abort = () => end(signal.reason)
      signal.addEventListener('abort', abort)
      worker.addEventListener('error', (event) => end(new Error(event.message)), { once: true })
      void Promise.resolve(ask(remote))
        .then(resolve, end)
        .finally(() => signal.removeEventListener('abort', abort))
    })
  }
}
