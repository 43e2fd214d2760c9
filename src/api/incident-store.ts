import { type Remote, transfer, wrap } from 'comlink'
import { buffersOf } from '../domain/incident'
import type { IncidentStore } from './incident-desk'

let desk: Promise<IncidentStore> | null = null

/** On this thread: where there is no worker, as in a test. Asked for then: no page needs it to paint. */
function here<Name extends keyof IncidentStore>(name: Name): IncidentStore[Name] {
  const ask = async (...args: unknown[]) => {
    desk ??= import('./incident-desk').then(({ incidentDesk }) => incidentDesk())
    return ((await desk)[name] as (...asked: unknown[]) => unknown)(...args)
  }
  return ask as IncidentStore[Name]
}

let current: IncidentStore = {
  put: here('put'),
  putTail: here('putTail'),
  fetch: here('fetch'),
  stop: here('stop'),
  drop: here('drop'),
  count: here('count'),
  positions: here('positions'),
  cube: here('cube'),
  surface: here('surface'),
  past: here('past'),
  hours: here('hours'),
  hit: here('hit'),
  top: here('top'),
}

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
    hit: (...asked) => incidents.hit(...asked),
    top: (...asked) => incidents.top(...asked),
  }
}

export function incidentStore(): IncidentStore {
  return current
}
