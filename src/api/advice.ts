import type { Advice, AdviceQuestion } from '../domain/advice'
import { ownWorker } from './own-worker'

interface Adviser {
  readonly advise: (question: AdviceQuestion) => Advice
}

const ask = ownWorker<Adviser>()

/** Rejects with an `AbortError` when `signal` aborts: the worker is then ended, and the next question starts another. */
export function askAdvice(question: AdviceQuestion, signal: AbortSignal): Promise<Advice> {
  return ask(
    (adviser) => adviser.advise(question),
    async () => {
      // Nothing of it is needed by the page that has a worker.
      const { advise } = await import('../domain/advice')
      return advise(question, () => signal.aborted)
    },
    signal,
  )
}
