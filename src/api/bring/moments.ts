import { type EpochMs, HOUR_MS, MINUTE_MS } from '../../domain/time'
import type { Cell } from './table'

/** In which order a date with slashes or dots is written where the year stands last. */
export type DateOrder = 'dmy' | 'mdy'

/** How times are to be read where they do not say it themselves; null: not told, and then such times are set aside. */
export interface Reading {
  /** Offset of the clock that wrote them, from UTC, ms. */
  readonly offsetMs: number | null
  readonly order: DateOrder | null
}

export type Precision = 'moment' | 'day' | 'month'

/** A cell as a time, or what it lacks to be one. */
export type Moment =
  | { readonly at: EpochMs; readonly precision: Precision; readonly zoned: boolean }
  | { readonly lacks: 'time' | 'zone' | 'order' | 'value' }

const YEAR_FIRST =
  /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const YEAR_LAST =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i
/** 2000 to 2100: a number of seconds or milliseconds outside is no time. */
const [FIRST, LAST] = [946_684_800_000, 4_102_444_800_000]

export function momentOf(cell: Cell, { offsetMs, order }: Reading): Moment {
  if (cell === null || cell === undefined || cell === '') return { lacks: 'value' }
  if (cell instanceof Date) return instant(cell.getTime())
  if (typeof cell === 'bigint') return numeric(Number(cell))
  if (typeof cell === 'number') return numeric(cell)
  const text = String(cell).trim()
  if (text === '') return { lacks: 'value' }
  if (/^\d{9,16}(\.\d+)?$/.test(text)) return numeric(Number(text))
  const first = YEAR_FIRST.exec(text)
  if (first) {
    const [, y, mo, d, h, mi, s, zone] = first
    const precision = d === undefined ? 'month' : h === undefined ? 'day' : 'moment'
    return onClock([y, mo, d ?? '1', h ?? '0', mi ?? '0', s ?? '0'], precision, zone, offsetMs)
  }
  const last = YEAR_LAST.exec(text)
  if (!last) return { lacks: 'time' }
  const [, a, b, y, h, mi, s, half] = last
  const isDayFirst = Number(a) > 12 ? true : Number(b) > 12 ? false : order && order === 'dmy'
  if (isDayFirst === null) return { lacks: 'order' }
  const hour = half ? (Number(h) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(h ?? 0)
  const [month, day] = isDayFirst ? [b, a] : [a, b]
  const precision = h === undefined ? 'day' : 'moment'
  return onClock([y, month, day, String(hour), mi ?? '0', s ?? '0'], precision, undefined, offsetMs)
}

function instant(at: number): Moment {
  return at >= FIRST && at < LAST ? { at, precision: 'moment', zoned: true } : { lacks: 'time' }
}

/** Seconds, milliseconds or microseconds since 1970, whichever falls into this century. */
function numeric(value: number): Moment {
  for (const scale of [1, 1_000, 1 / 1_000]) {
    const moment = instant(Math.round(value * scale))
    if ('at' in moment) return moment
  }
  return { lacks: 'time' }
}

function onClock(
  parts: readonly (string | undefined)[],
  precision: Precision,
  zone: string | undefined,
  offsetMs: number | null,
): Moment {
  const [y, mo, d, h, mi, s] = parts.map(Number) as [number, number, number, number, number, number]
  const local = Date.UTC(y, mo - 1, d, h, mi, s)
  const date = new Date(local)
  // 30 February, 25 o'clock: the calendar would run on, and the record would stand on another day.
  const isReal = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60
  if (!isReal || s > 60) return { lacks: 'time' }
  const own = zone === undefined ? null : zoneOffset(zone)
  const offset = own ?? offsetMs
  if (offset === null) return { lacks: 'zone' }
  const moment = instant(local - offset)
  return 'at' in moment ? { ...moment, precision, zoned: own !== null } : moment
}

function zoneOffset(zone: string): number {
  if (/^z$/i.test(zone)) return 0
  const sign = zone.startsWith('-') ? -1 : 1
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return sign * (hours * HOUR_MS + minutes * MINUTE_MS)
}
