import type { IncidentColumns } from '../domain/incident'
import { type IncidentFilter, rowsWithin, rowTest } from '../domain/incident-filter'
import type { TimeWindow } from '../domain/time'

/** `history`, or a name of one's own for a file that was brought along. */
export type ShelfId = string
export const HISTORY: ShelfId = 'history'

/** All that leaves the worker of what is held there. */
export interface Held {
  readonly id: ShelfId
  /** Another number after each change. */
  readonly version: number
  readonly count: number
  readonly covers: TimeWindow
}

/** Which rows are meant: of one source, in a window, through a filter. */
export interface Question {
  readonly source: ShelfId
  readonly window: TimeWindow
  readonly filter: IncidentFilter
}

/** Positions of the rows asked for, ordered by time; NaN where a row has none. */
export interface Positions {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
}

interface Kept {
  readonly held: Held
  readonly base: IncidentColumns
  /** What came after the base: short, replaced as a whole. */
  readonly tail: IncidentColumns | null
}

/**
 * Columns by source, in the worker. They are handed over whole and never leave; what asks about them is asked here.
 * A source is its base and, after it in time, a short tail of what the live feed says.
 */
export class IncidentShelf {
  private readonly kept = new Map<ShelfId, Kept>()
  private versions = 0

  /** Takes the place of what was there under this name, its tail included. */
  put(id: ShelfId, base: IncidentColumns, covers: TimeWindow): Held {
    return this.keep(id, base, null, covers)
  }

  /** Rows that all lie after the base, ordered by time; they replace those of before. Null: nothing is held. */
  putTail(id: ShelfId, tail: IncidentColumns): Held | null {
    const kept = this.kept.get(id)
    return kept ? this.keep(id, kept.base, tail, kept.held.covers) : null
  }

  drop(id: ShelfId): void {
    this.kept.delete(id)
  }

  held(id: ShelfId): Held | null {
    return this.kept.get(id)?.held ?? null
  }

  /** What a source consists of, in order of time. */
  parts(id: ShelfId): readonly IncidentColumns[] {
    const kept = this.kept.get(id)
    if (!kept) return []
    return kept.tail ? [kept.base, kept.tail] : [kept.base]
  }

  /** Calls back with each row meant, oldest first. */
  each(
    { source, window, filter }: Question,
    take: (columns: IncidentColumns, row: number) => void,
  ): void {
    const isMeant = rowTest(filter)
    for (const columns of this.parts(source)) {
      const { first, end } = rowsWithin(columns, window)
      for (let row = first; row < end; row++) if (isMeant(columns, row)) take(columns, row)
    }
  }

  count(question: Question): number {
    let count = 0
    this.each(question, () => count++)
    return count
  }

  positions(question: Question): Positions {
    const count = this.count(question)
    const [lng, lat, occurredAt] = [count, count, count].map((n) => new Float64Array(n)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ]
    let at = 0
    this.each(question, (columns, row) => {
      lng[at] = columns.lng[row] as number
      lat[at] = columns.lat[row] as number
      occurredAt[at++] = columns.occurredAt[row] as number
    })
    return { count, lng, lat, occurredAt }
  }

  private keep(
    id: ShelfId,
    base: IncidentColumns,
    tail: IncidentColumns | null,
    covers: TimeWindow,
  ): Held {
    const held = { id, version: ++this.versions, count: base.count + (tail?.count ?? 0), covers }
    this.kept.set(id, { held, base, tail })
    return held
  }
}

/** The one of this thread: in the worker that of the product, on a page without a worker (a test) its own. */
export const incidentShelf = new IncidentShelf()
