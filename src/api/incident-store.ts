import { type Remote, transfer, wrap } from 'comlink'
import { buffersOf } from '../domain/incident'
import { type IncidentStore, incidentDesk } from './incident-desk'

/** On this thread: where there is no worker, as in a test. */
let current: IncidentStore = incidentDesk()

/** The worker that holds them from now on. Called once by the page's entry. */
export function setIncidentWorker(worker: Worker): void {
  const { incidents } = wrap<{ incidents: IncidentStore }>(worker) as unknown as {
    incidents: Remote<IncidentStore>
  }
  current = {
    put: (id, columns, covers) => incidents.put(id, transfer(columns, buffersOf(columns)), covers),
    putTail: (id, columns) => incidents.putTail(id, transfer(columns, buffersOf(columns))),
    fetch: (ask) => incidents.fetch(ask),
    stop: (id) => incidents.stop(id),
    drop: (id) => incidents.drop(id),
    count: (question) => incidents.count(question),
    positions: (question) => incidents.positions(question),
    cube: (...asked) => incidents.cube(...asked),
    surface: (...asked) => incidents.surface(...asked),
    past: (...asked) => incidents.past(...asked),
    hours: (...asked) => incidents.hours(...asked),
    days: (...asked) => incidents.days(...asked),
    hit: (...asked) => incidents.hit(...asked),
    top: (...asked) => incidents.top(...asked),
  }
}

export function incidentStore(): IncidentStore {
  return current
}
