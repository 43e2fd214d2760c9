import { type DensityGrid, density } from '../domain/density'
import { cubeBuffers, type DensityCube } from '../domain/density-cube'
import type { Kernel } from '../domain/density-kernel'
import type { Extent, LngLat } from '../domain/geo'
import { buffersOf, type IncidentColumns } from '../domain/incident'
import type { IncidentFilter } from '../domain/incident-filter'
import type { EpochMs, TimeWindow } from '../domain/time'
import type { Refusal } from './decode'
import { fetchHistory } from './history-fetch'
import {
  type Found,
  type Held,
  type IncidentShelf,
  incidentShelf,
  type Past,
  type Positions,
  type Question,
  type ShelfId,
  type TopPlace,
} from './incident-shelf'

export interface HistoryAsk {
  readonly id: ShelfId
  /** Absolute: the worker stands elsewhere. */
  readonly url: string
  readonly etag: string | null
  readonly covers: TimeWindow
}

export type HistoryAnswer =
  | {
      readonly ok: true
      readonly held: Held
      readonly rejectedCount: number
      readonly etag: string | null
    }
  | { readonly ok: 'unchanged' }
  | Refusal

/** Incidents by the million: asked here, kept in the worker. */
export interface IncidentStore {
  /** Hands columns over: they cannot be read here afterwards. Takes the place of what was there under this name. */
  readonly put: (id: ShelfId, columns: IncidentColumns, covers: TimeWindow) => Promise<Held>
  /** What came after the columns that are held; replaces what was said so before. */
  readonly putTail: (id: ShelfId, columns: IncidentColumns) => Promise<Held | null>
  /** Asks the source; the bytes never meet the page. */
  readonly fetch: (ask: HistoryAsk) => Promise<HistoryAnswer>
  /** Gives up what is being asked for. */
  readonly stop: (id: ShelfId) => Promise<void>
  readonly drop: (id: ShelfId) => Promise<void>
  readonly count: (question: Question) => Promise<number>
  readonly positions: (question: Question) => Promise<Positions>
  readonly cube: (
    source: ShelfId,
    filter: IncidentFilter,
    region: Extent,
    kernel: Kernel,
  ) => Promise<DensityCube>
  /** The surface itself, for a GPU that cannot make it out of a cube. */
  readonly surface: (question: Question, region: Extent) => Promise<DensityGrid>
  readonly past: (question: Question, region: Extent) => Promise<Past | null>
  readonly hours: (question: Question) => Promise<readonly number[]>
  readonly days: (source: ShelfId, until: EpochMs) => Promise<readonly number[]>
  readonly top: (question: Question, region: Extent) => Promise<TopPlace | null>
  readonly hit: (question: Question, place: LngLat, withinM: number) => Promise<Found | null>
}

/** Marks buffers of an answer to be handed over; on the same thread nothing has to be. */
type HandOver = <T>(answer: T, buffers: ArrayBuffer[]) => T

/** Answers out of a shelf, on whichever thread it stands. */
export function incidentDesk(
  handOver: HandOver = (answer) => answer,
  shelf: IncidentShelf = incidentShelf,
): IncidentStore {
  const asking = new Map<ShelfId, AbortController>()
  return {
    put: async (id, columns, covers) => shelf.put(id, columns, covers),
    putTail: async (id, columns) => shelf.putTail(id, columns),
    fetch: async ({ id, url, etag, covers }) => {
      asking.get(id)?.abort()
      const abort = new AbortController()
      asking.set(id, abort)
      const answer = await fetchHistory(url, etag, abort.signal)
      if (asking.get(id) === abort) asking.delete(id)
      if (answer.ok !== true) return answer
      const { columns, rejectedCount, etag: tag } = answer
      return { ok: true, held: shelf.put(id, columns, covers), rejectedCount, etag: tag }
    },
    stop: async (id) => asking.get(id)?.abort(),
    drop: async (id) => shelf.drop(id),
    count: async (question) => shelf.count(question),
    positions: async (question) => {
      const found = shelf.positions(question)
      const { lng, lat, occurredAt } = found
      return handOver(
        found,
        [lng, lat, occurredAt].map(({ buffer }) => buffer as ArrayBuffer),
      )
    },
    cube: async (...asked) => {
      const cube = shelf.cube(...asked)
      return handOver(cube, cubeBuffers(cube))
    },
    surface: async (question, region) => {
      const { lng, lat } = shelf.positions(question)
      const grid = density(lng, lat, region, question.window.to - question.window.from)
      return handOver(grid, [grid.values.buffer as ArrayBuffer])
    },
    past: async (question, region) => {
      const past = shelf.past(question, region)
      return past && handOver(past, buffersOf(past.columns))
    },
    hours: async (question) => shelf.hours(question),
    days: async (source, until) => shelf.days(source, until),
    hit: async (...asked) => shelf.hit(...asked),
    top: async (question, region) => {
      const top = shelf.top(question, region)
      return top && handOver(top, [top.grid.values.buffer as ArrayBuffer])
    },
  }
}
