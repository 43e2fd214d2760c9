import { expose, transfer } from 'comlink'
import { incidentDesk } from './api/incident-desk'
import { type Advice, type AdviceQuestion, advise } from './domain/advice'

/** What the worker can do: a thin shell over domain functions. Buffers are handed over, not copied. */
const desk = {
  /** Columns of incidents live here; what is reckoned over them asks `incidentShelf`. */
  incidents: incidentDesk(transfer),
  /** Asked of a worker of its own, which ends when nobody wants the answer any more. */
  advise(question: AdviceQuestion): Advice {
    return advise(question)
  },
}

export type ComputeWorker = typeof desk

expose(desk)
