import { type Remote, transfer, wrap } from 'comlink'
import { buffersOf } from '../domain/incident'
import type { IncidentStore } from './incident-desk'

const QUESTIONS = [
  'fetch',
  'stop',
  'drop',
  'count',
  'positions',
  'cube',
  'surface',
  'past',
  'hours',
  'days',
  'hit',
  'top',
] as const satisfies readonly (keyof IncidentStore)[]

type Asked = (typeof QUESTIONS)[number]
type AnyQuestion = (...asked: unknown[]) => Promise<unknown>

/** Each question handed on to what `ask` finds under its name. */
const handingOn = (ask: (name: Asked) => AnyQuestion) =>
  Object.fromEntries(QUESTIONS.map((name) => [name, ask(name)])) as Pick<IncidentStore, Asked>

/** On this thread, where there is no worker, as in a test. A page that has one fetches nothing of it. */
function here(): IncidentStore {
  const desk = import('./incident-desk').then(({ incidentDesk }) => incidentDesk())
  return {
    ...handingOn(
      (name) =>
        async (...asked) =>
          ((await desk)[name] as AnyQuestion)(...asked),
    ),
    put: async (...asked) => (await desk).put(...asked),
    putTail: async (...asked) => (await desk).putTail(...asked),
  }
}

let current: IncidentStore | null = null

/** The worker that holds them from now on. Called once by the page's entry. */
export function setIncidentWorker(worker: Worker): void {
  const { incidents } = wrap<{ incidents: IncidentStore }>(worker) as unknown as {
    incidents: Remote<IncidentStore>
  }
  current = {
    ...handingOn(
      (name) =>
        (...asked) =>
          (incidents[name] as AnyQuestion)(...asked),
    ),
    put: (id, columns, covers) => incidents.put(id, transfer(columns, buffersOf(columns)), covers),
    putTail: (id, columns) => incidents.putTail(id, transfer(columns, buffersOf(columns))),
  }
}

export function incidentStore(): IncidentStore {
  current ??= here()
  return current
}
