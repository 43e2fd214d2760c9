import { HOUR_MS } from '../../src/domain/time'

/** People who passed a street counter in the hour that begins at `at`. */
export interface HourCount {
  readonly at: number
  readonly persons: number
}

export interface Footfall {
  /** Hours in the order of the file, by counter. */
  readonly byCounter: ReadonlyMap<string, readonly HourCount[]>
  readonly rows: number
  /** Rows whose count or hour cannot be read. */
  readonly unreadable: number
}

/** `local_hour,camera,count`. The town's clock is read as the province's: what is tried is rhythm, not geography. */
export function readFootfall(csv: string): Footfall {
  const byCounter = new Map<string, HourCount[]>()
  let unreadable = 0
  const lines = csv.trimEnd().split('\n').slice(1)
  for (const line of lines) {
    const [hour = '', counter = '', count = ''] = line.split(',')
    const at = Date.parse(`${hour}:00+08:00`)
    const persons = count.trim() === '' ? Number.NaN : Number(count)
    if (!Number.isFinite(at) || !Number.isInteger(persons) || persons < 0) {
      unreadable += 1
      continue
    }
    const hours = byCounter.get(counter) ?? []
    if (hours.length === 0) byCounter.set(counter, hours)
    hours.push({ at, persons })
  }
  return { byCounter, rows: lines.length, unreadable }
}

/** Hours told more than once: the hour that the clock repeats in autumn, and what the feed sent twice. */
export function repeated(hours: readonly HourCount[]): readonly (readonly HourCount[])[] {
  const byHour = new Map<number, HourCount[]>()
  for (const one of hours) byHour.set(one.at, [...(byHour.get(one.at) ?? []), one])
  return [...byHour.values()].filter((those) => those.length > 1)
}

/** Hours between the first and the last that nobody told. */
export function missing(hours: readonly HourCount[]): number {
  const told = new Set(hours.map(({ at }) => at))
  const times = [...told]
  const first = times.reduce((a, b) => Math.min(a, b))
  const last = times.reduce((a, b) => Math.max(a, b))
  return (last - first) / HOUR_MS + 1 - told.size
}
