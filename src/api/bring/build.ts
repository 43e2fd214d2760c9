import type { Extent, LngLat } from '../../domain/geo'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_SOURCES,
  type IncidentCategory,
  type IncidentColumns,
  type IncidentSource,
  SEVERITIES,
  takeRows,
} from '../../domain/incident'
import {
  DAY_MS,
  type EpochMs,
  HOUR_MS,
  PROVINCE_OFFSET_MS,
  type TimeWindow,
  WEEK_MS,
} from '../../domain/time'
import { type CrsName, toWgs84From } from '../crs'
import { categoryCode } from './categories'
import { type Moment, momentOf, type Precision, type Reading } from './moments'
import { FileRefused } from './refusal'
import { sorted } from './row-order'
import { sourceCoder } from './sources'
import { spread } from './spread'
import { type Cell, MAX_ROWS } from './table'
import { isEmpty, toldWords } from './told-words'

/** What a person has settled before the file is read. */
export interface Settled extends Reading {
  readonly crs: CrsName
  /** The same time, place and category more than once: counted once. */
  readonly dropDuplicates: boolean
  /** The moment at which the rows of a file without times are counted; null: such a file is refused. */
  readonly standsFor: EpochMs | null
}

export const SET_ASIDE = ['no-time', 'bad-time', 'no-zone', 'no-order', 'bad-position'] as const
export type SetAside = (typeof SET_ASIDE)[number]

const SAMPLES = 5
/** Words of a column in the report. */
const MOST_LISTED = 12

/** What became of the rows; `rows` = `kept` + `duplicatesDropped` + all set aside. */
export interface Report {
  readonly rows: number
  readonly kept: number
  /** Of those kept: without a position. Counted, never on the map. */
  readonly unplaced: number
  /** So far off the bulk that the region leaves them out: kept and told, on no surface. */
  readonly farOff: number
  /** Where some of them are, degrees east and north. */
  readonly farOffSamples: readonly string[]
  /** At zero degrees east and north: a position that was missing, most likely. */
  readonly atZero: number
  readonly duplicates: number
  readonly duplicatesDropped: number
  readonly aside: Readonly<
    Record<SetAside, { readonly count: number; readonly samples: readonly string[] }>
  >
  /** How times were written; more than one of them is told. */
  readonly zoned: number
  readonly unzoned: number
  /** Rows without times of their own, counted at a moment that somebody chose. */
  readonly timeless: number
  readonly precision: Readonly<Record<Precision, number>>
  /** The commonest texts of the category column and what each was taken for. */
  readonly categories: readonly Taken<IncidentCategory>[]
  /** The same of the column of sources; null: the file has none, and all count as reported by the public. */
  readonly sources: readonly Taken<IncidentSource>[] | null
}

export interface Taken<Word> {
  readonly text: string
  readonly taken: Word
  readonly count: number
}

export interface Built {
  readonly columns: IncidentColumns
  /** To the end of the last day or month where times are no finer. A file without times stands for a week. */
  readonly covers: TimeWindow
  /** Of the clock that days and months are told by, ms from UTC. */
  readonly zoneMs: number
  /** Of all positions but those far off; null: none has one. */
  readonly extent: Extent | null
  readonly report: Report
}

/** Cells of one batch by role; null: the file has no such column. */
export interface Batch {
  readonly lng: ArrayLike<Cell> | null
  readonly lat: ArrayLike<Cell> | null
  readonly time: ArrayLike<Cell> | null
  readonly category: ArrayLike<Cell> | null
  readonly source: ArrayLike<Cell> | null
}

const PUBLIC = INCIDENT_SOURCES.indexOf('public-report')
const UNKNOWN_SOURCE = INCIDENT_SOURCES.indexOf('unknown')
const UNKNOWN_SEVERITY = SEVERITIES.indexOf('unknown')
const UNKNOWN_CATEGORY = INCIDENT_CATEGORIES.indexOf('unknown')

/** Takes a table's cells batch after batch and makes columns of them; throws {@link FileRefused}. */
export function incidentBuilder(settled: Settled) {
  const toWgs84 = toWgs84From(settled.crs)
  let room = 1 << 16
  let [lng, lat, time] = [0, 1, 2].map(() => new Float64Array(room)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let [category, source] = [new Uint8Array(room), new Uint8Array(room)]
  let [rows, kept] = [0, 0]
  const aside = Object.fromEntries(
    SET_ASIDE.map((why) => [why, { count: 0, samples: [] as string[] }]),
  ) as Record<SetAside, { count: number; samples: string[] }>
  const precision: Record<Precision, number> = { moment: 0, day: 0, month: 0 }
  const latest: Record<Precision, EpochMs> = { moment: 0, day: 0, month: 0 }
  const zones = { zoned: 0, unzoned: 0, timeless: 0 }
  const coder = sourceCoder()
  const categories = toldWords(categoryCode, UNKNOWN_CATEGORY)
  const sources = toldWords(coder.codeFor, UNKNOWN_SOURCE)
  let tellsSources = false

  function grow() {
    room *= 2
    const larger = (column: Float64Array) => {
      const next = new Float64Array(room)
      next.set(column)
      return next
    }
    ;[lng, lat, time] = [larger(lng), larger(lat), larger(time)]
    const largerCodes = (column: Uint8Array<ArrayBuffer>) => {
      const next = new Uint8Array(room)
      next.set(column)
      return next
    }
    ;[category, source] = [largerCodes(category), largerCodes(source)]
  }

  function setAside(why: SetAside, row: string) {
    const told = aside[why]
    told.count++
    if (told.samples.length < SAMPLES) told.samples.push(row.slice(0, 120))
  }

  /** NaN pair: no position; null: one that cannot be. */
  function position(x: Cell, y: Cell): LngLat | null {
    if (isEmpty(x) && isEmpty(y)) return [Number.NaN, Number.NaN]
    const [lngAt, latAt] = [
      isEmpty(x) ? Number.NaN : Number(x),
      isEmpty(y) ? Number.NaN : Number(y),
    ]
    if (!Number.isFinite(lngAt) || !Number.isFinite(latAt)) return null
    try {
      return toWgs84([lngAt, latAt])
    } catch {
      return null
    }
  }

  return {
    take(batch: Batch, count: number) {
      rows += count
      tellsSources ||= batch.source !== null
      if (rows > MAX_ROWS) throw new FileRefused('too-many-rows', `${rows}`)
      for (let i = 0; i < count; i++) {
        const told = batch.time?.[i]
        const moment = batch.time ? momentOf(told, settled) : chosen(settled.standsFor)
        const [x, y] = [batch.lng?.[i], batch.lat?.[i]]
        const row = () => [told, x, y, batch.category?.[i]].map(shown).join(' · ')
        if ('lacks' in moment) {
          setAside(LACKS[moment.lacks], row())
          continue
        }
        const place = position(x, y)
        if (!place) {
          setAside('bad-position', row())
          continue
        }
        if (kept === room) grow()
        lng[kept] = place[0]
        lat[kept] = place[1]
        time[kept] = moment.at
        source[kept] = batch.source ? sources.codeOf(batch.source[i]) : PUBLIC
        category[kept++] = categories.codeOf(batch.category?.[i])
        if (batch.time) {
          precision[moment.precision]++
          latest[moment.precision] = Math.max(latest[moment.precision], moment.at)
          zones[moment.zoned ? 'zoned' : 'unzoned']++
        } else zones.timeless++
      }
    },

    finish(): Built {
      if (kept === 0) throw new FileRefused('empty', `${rows}`)
      const { order, duplicates } = sorted(time, lng, lat, category, kept, settled.dropDuplicates)
      const columns = takeRows(
        {
          count: kept,
          lng,
          lat,
          occurredAt: time,
          category,
          severity: new Uint8Array(kept).fill(UNKNOWN_SEVERITY),
          source,
          ...(coder.foreign.length > 0 && { foreignSources: coder.foreign }),
          area: new Uint16Array(kept),
          areas: [''],
        },
        order,
      )
      const { extent, ...placing } = spread(columns)
      const first = columns.occurredAt[0] as number
      return {
        columns,
        covers: zones.timeless > 0 ? weekTo(first) : wholeHours(first, endOf(latest)),
        zoneMs: settled.offsetMs ?? PROVINCE_OFFSET_MS,
        extent,
        report: {
          rows,
          kept: columns.count,
          ...placing,
          duplicates,
          duplicatesDropped: settled.dropDuplicates ? duplicates : 0,
          aside,
          ...zones,
          precision,
          categories: categories.commonest(MOST_LISTED).map(({ code, ...told }) => ({
            ...told,
            taken: INCIDENT_CATEGORIES[code] as IncidentCategory,
          })),
          sources: tellsSources
            ? sources.commonest(MOST_LISTED).map(({ code, ...told }) => ({
                ...told,
                taken: INCIDENT_SOURCES[code] ?? 'unknown',
              }))
            : null,
        },
      }
    },
  }
}

const LACKS = {
  value: 'no-time',
  time: 'bad-time',
  zone: 'no-zone',
  order: 'no-order',
} as const satisfies Record<string, SetAside>

const chosen = (at: EpochMs | null): Moment =>
  at === null ? { lacks: 'value' } : { at, precision: 'day', zoned: true }

/** When the last of them is over: a moment at once, a day and a month when they are. */
function endOf({ moment, day, month }: Readonly<Record<Precision, EpochMs>>): EpochMs {
  // A day after its first it is that month in every zone.
  const inside = new Date(month + DAY_MS)
  const days = new Date(Date.UTC(inside.getUTCFullYear(), inside.getUTCMonth() + 1, 0)).getUTCDate()
  return Math.max(moment + 1, day && day + DAY_MS, month && month + days * DAY_MS)
}

const wholeHours = (from: EpochMs, to: EpochMs): TimeWindow => ({
  from: Math.floor(from / HOUR_MS) * HOUR_MS,
  to: Math.ceil(to / HOUR_MS) * HOUR_MS,
})

/** Counts of a week per week are counts: over it a density is a plain number per km². */
function weekTo(at: EpochMs): TimeWindow {
  const { to } = wholeHours(at, at + 1)
  return { from: to - WEEK_MS, to }
}

const shown = (cell: Cell) =>
  cell === undefined ? '' : cell instanceof Date ? cell.toISOString() : String(cell)
