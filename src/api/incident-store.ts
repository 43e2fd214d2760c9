import { type Remote, transfer, wrap } from 'comlink'
import { buffersOf, type IncidentColumns } from '../domain/incident'
import type { TimeWindow } from '../domain/time'
import {
  type Held,
  incidentShelf,
  type Positions,
  type Question,
  type ShelfId,
} from './incident-shelf'

/** Incidents by the million: asked here, kept in the worker (`incident-shelf.ts` on the other side). */
export interface IncidentStore {
  /** Hands columns over: they cannot be read here afterwards. Takes the place of what was there under this name. */
  readonly put: (id: ShelfId, columns: IncidentColumns, covers: TimeWindow) => Promise<Held>
  /** What came after the columns that are held; replaces what was said so before. */
  readonly putTail: (id: ShelfId, columns: IncidentColumns) => Promise<Held | null>
  readonly drop: (id: ShelfId) => Promise<void>
  readonly count: (question: Question) => Promise<number>
  readonly positions: (question: Question) => Promise<Positions>
}

/** On this thread: where there is no worker, as in a test. */
const here: IncidentStore = {
  put: async (...args) => incidentShelf.put(...args),
  putTail: async (...args) => incidentShelf.putTail(...args),
  drop: async (id) => incidentShelf.drop(id),
  count: async (question) => incidentShelf.count(question),
  positions: async (question) => incidentShelf.positions(question),
}

let current = here

/** The worker that holds them from now on. Called once by the page's entry. */
export function setIncidentWorker(worker: Worker): void {
  const { incidents } = wrap<{ incidents: IncidentStore }>(worker) as unknown as {
    incidents: Remote<IncidentStore>
  }
  current = {
    put: (id, columns, covers) => incidents.put(id, transfer(columns, buffersOf(columns)), covers),
    putTail: (id, columns) => incidents.putTail(id, transfer(columns, buffersOf(columns))),
    drop: (id) => incidents.drop(id),
    count: (question) => incidents.count(question),
    positions: (question) => incidents.positions(question),
  }
}

export function incidentStore(): IncidentStore {
  return current
}
