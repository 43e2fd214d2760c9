import { type Advice, type AdviceQuestion, advise } from '../domain/advice'
import { ownWorker } from './own-worker'

interface Adviser {
  readonly advise: (question: AdviceQuestion) => Advice
}

const ask = ownWorker<Adviser>()

/** Rejects with an `AbortError` when `signal` aborts: the worker is then ended, and the next question starts another. */
export function askAdvice(question: AdviceQuestion, signal: AbortSignal): Promise<Advice> {
  return ask(
    (adviser) => adviser.advise(question),
    async () => advise(question, () => signal.aborted),
    signal,
  )
}
