import { cubeRaster, type DensityCube, densityCube } from '../domain/density-cube'
import type { Kernel } from '../domain/density-kernel'
import { type Summit, summitOf } from '../domain/density-summit'
import type { Extent, LngLat } from '../domain/geo'
import { distanceM } from '../domain/geo'
import { areaOf, type IncidentColumns, takeRows } from '../domain/incident'
import { type IncidentFilter, isNarrow, rowsWithin, rowTest } from '../domain/incident-filter'
import { hoursOf } from '../domain/incident-hours'
import { type IncidentIndex, incidentIndex, nearestRow } from '../domain/incident-index'
import type { Sums } from '../domain/incident-set'
import { sumsOf } from '../domain/incident-tally'
import { countsUntilNow } from '../domain/incident-usual'
import type { EpochMs, TimeWindow } from '../domain/time'

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

/** What lists and counts need of the past of a window. */
export interface Past {
  readonly sums: Sums
  /** Of the kinds asked for, whatever their source; the newest {@link LIST_CAP} where there are more. */
  readonly columns: IncidentColumns
}

/** More rows than anybody reads; beyond it lists hold the newest, and counts hold all. */
export const LIST_CAP = 200_000

/** The highest place of a surface, and the area that most incidents about it belong to. */
export interface TopPlace extends Summit {
  readonly areaCode: string
}

const ABOUT_M = 2_000

/** What tells a row of the past from all others, as far as they can be told apart. */
export interface Found {
  readonly occurredAt: number
  readonly position: LngLat
}

interface Kept {
  readonly held: Held
  readonly base: IncidentColumns
  /** What came after the base: short, replaced as a whole. */
  readonly tail: IncidentColumns | null
  index?: IncidentIndex
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

  /** The cube of all times, for what the page draws: of the base alone, since the page knows the tail. */
  cube(source: ShelfId, filter: IncidentFilter, region: Extent, kernel: Kernel): DensityCube {
    const base = this.kept.get(source)?.base
    const raster = cubeRaster(region, kernel)
    if (!base) return densityCube(NO_ROWS, raster)
    const isMeant = rowTest(filter)
    return densityCube(base, raster, (row) => isMeant(base, row))
  }

  past({ source, window, filter }: Question, region: Extent): Past | null {
    const base = this.kept.get(source)?.base
    if (!base) return null
    const within = rowsWithin(base, window)
    const isOfKind = rowTest({ ...filter, sources: null })
    const rows = new Uint32Array(Math.min(LIST_CAP, within.end - within.first))
    let room = rows.length
    for (let row = within.end - 1; row >= within.first && room > 0; row--)
      if (isOfKind(base, row)) rows[--room] = row
    return {
      sums: sumsOf(base, within, region, filter),
      columns: takeRows(base, rows.subarray(room)),
    }
  }

  /** Of the kinds and severities asked for, whatever their source. */
  hours({ source, window, filter }: Question): readonly number[] {
    const base = this.kept.get(source)?.base
    const isMeant = isNarrow(filter) ? rowTest({ ...filter, sources: null }) : undefined
    return hoursOf(base ? [base] : [], window, isMeant).counts
  }

  /** How many occurred on each earlier day up to the time of day of `until`, the nearest day first. */
  days(source: ShelfId, until: EpochMs): readonly number[] {
    const kept = this.kept.get(source)
    if (!kept) return []
    return countsUntilNow(kept.base.occurredAt, kept.base.count, kept.held.covers, until)
  }

  top(question: Question, region: Extent): TopPlace | null {
    const summit = summitOf(this.positions(question), region, question.window)
    return summit && { ...summit, areaCode: this.areaAbout(question, summit.position) }
  }

  /**
   * The row of the past nearest to a place within so many metres; of rows at one distance the latest. By an index that is made when it is first asked, and not by a picture of ids.
   */
  hit({ source, window, filter }: Question, place: LngLat, withinM: number): Found | null {
    const kept = this.kept.get(source)
    if (!kept) return null
    const { base } = kept
    kept.index ??= incidentIndex(base)
    const { first, end } = rowsWithin(base, window)
    const isMeant = rowTest(filter)
    const row = nearestRow(
      kept.index,
      base,
      place,
      withinM,
      (one) => one >= first && one < end && isMeant(base, one),
    )
    if (row < 0) return null
    const position = [base.lng[row] as number, base.lat[row] as number] as const
    return { occurredAt: base.occurredAt[row] as number, position }
  }

  /** Division code of the prefecture that most incidents about a place belong to; '' where none tells its area. */
  private areaAbout(question: Question, place: LngLat): string {
    const counts = new Map<string, number>()
    this.each(question, (columns, row) => {
      const at = [columns.lng[row] as number, columns.lat[row] as number] as const
      if (!(Math.abs(at[1] - place[1]) < 0.02) || distanceM(at, place) > ABOUT_M) return
      const area = areaOf(columns, row)
      if (area === '') return
      const code = `${area.slice(0, 4)}00`
      counts.set(code, (counts.get(code) ?? 0) + 1)
    })
    const [most] = [...counts].sort((a, b) => b[1] - a[1])
    return most?.[0] ?? ''
  }

  private keep(
    id: ShelfId,
    base: IncidentColumns,
    tail: IncidentColumns | null,
    covers: TimeWindow,
  ): Held {
    const held = { id, version: ++this.versions, count: base.count + (tail?.count ?? 0), covers }
    const before = this.kept.get(id)
    const index = before?.base === base ? before.index : undefined
    this.kept.set(id, { held, base, tail, ...(index && { index }) })
    return held
  }
}

const NO_ROWS = {
  count: 0,
  lng: new Float64Array(),
  lat: new Float64Array(),
  occurredAt: new Float64Array(),
}

/** The one of this thread: in the worker that of the product, on a page without a worker (a test) its own. */
export const incidentShelf = new IncidentShelf()
