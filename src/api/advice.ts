import { type Remote, wrap } from 'comlink'
import type { Advice, AdviceQuestion } from '../domain/advice'

interface Adviser {
  readonly advise: (question: AdviceQuestion) => Advice
}

let newWorker: (() => Worker) | null = null
let working: { readonly worker: Worker; readonly remote: Remote<Adviser> } | null = null

/** How to start the worker that advises; without it (as in a test) the answer is computed on this thread. */
export function setAdviceWorker(start: () => Worker): void {
  newWorker = start
}

/** Rejects with an `AbortError` when `signal` aborts: the worker is then ended, and the next question starts another. */
export async function askAdvice(question: AdviceQuestion, signal: AbortSignal): Promise<Advice> {
  signal.throwIfAborted()
  if (!newWorker) {
    // Nothing of it is needed by the page that has a worker.
    const { advise } = await import('../domain/advice')
    return advise(question, () => signal.aborted)
  }
  if (!working) {
    const worker = newWorker()
    working = { worker, remote: wrap<Adviser>(worker) }
  }
  const { worker, remote } = working
  return new Promise<Advice>((resolve, reject) => {
    const end = (error: unknown) => {
      worker.terminate()
      if (working?.worker === worker) working = null
      reject(error)
    }
    const abort = () => end(signal.reason)
    signal.addEventListener('abort', abort)
    worker.addEventListener('error', (event) => end(new Error(event.message)), { once: true })
    void Promise.resolve(remote.advise(question))
      .then(resolve, end)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
