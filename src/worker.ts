import { expose, transfer } from 'comlink'
import { incidentShelf, type Positions, type Question, type ShelfId } from './api/incident-shelf'
import { type Advice, type AdviceQuestion, advise } from './domain/advice'
import { type DensityGrid, density } from './domain/density'
import type { Extent } from './domain/geo'
import type { IncidentColumns } from './domain/incident'
import type { TimeWindow } from './domain/time'

/** What the worker can do: a thin shell over domain functions. Buffers are handed over, not copied. */
const desk = {
  /** Columns of incidents live here; what is reckoned over them asks `incidentShelf`. */
  incidents: {
    put: (id: ShelfId, columns: IncidentColumns, covers: TimeWindow) =>
      incidentShelf.put(id, columns, covers),
    putTail: (id: ShelfId, columns: IncidentColumns) => incidentShelf.putTail(id, columns),
    drop: (id: ShelfId) => incidentShelf.drop(id),
    count: (question: Question) => incidentShelf.count(question),
    positions: (question: Question): Positions => {
      const found = incidentShelf.positions(question)
      return transfer(
        found,
        [found.lng, found.lat, found.occurredAt].map(({ buffer }) => buffer as ArrayBuffer),
      )
    },
  },
  density(lng: Float64Array, lat: Float64Array, extent: Extent, windowMs: number): DensityGrid {
    const grid = density(lng, lat, extent, windowMs)
    return transfer(grid, [grid.values.buffer as ArrayBuffer])
  },
  /** Asked of a worker of its own, which ends when nobody wants the answer any more. */
  advise(question: AdviceQuestion): Advice {
    return advise(question)
  },
}

export type ComputeWorker = typeof desk

expose(desk)
