import { areaState, occupancySample } from '../src/domain/crowd-occupancy'
import { DAY_MS, type EpochMs, MINUTE_MS } from '../src/domain/time'
import type { PlainRecords } from './alarms/plain'
import { dayNumber, dayStart, festivalDay, iso } from './calendar'

const UNKNOWN = { occupancy: null, low: null, high: null } as const
const RECENT_MS = 30 * MINUTE_MS
const RECENT_STEP_MS = MINUTE_MS
const DAY_STEP_MS = 10 * MINUTE_MS

/** The day of one area up to `at`, the same weekday a week before, and the same day of the festival before. */
export function crowdPast(records: PlainRecords, id: string, at: EpochMs) {
  const area = records.inside('scenic-areas', at).find((one) => one.id === id)
  if (!area) return null
  const sampleAt = (time: EpochMs) => {
    const count = records.inside('crowd', time).find((one) => one.id === id) ?? null
    const { occupancy, low, high } = occupancySample(areaState(area, count, time)) ?? UNKNOWN
    return { at: iso(time), occupancy, low, high }
  }
  const between = (from: EpochMs, to: EpochMs, step: number) => {
    const samples = []
    for (let time = from; time <= to; time += step) samples.push(sampleAt(time))
    return samples
  }
  const dayOf = (day: number, until: EpochMs, name: { zh: string; en: string } | null) => ({
    day: iso(dayStart(day) + DAY_MS / 2),
    name: name?.zh ?? null,
    nameEn: name?.en ?? null,
    samples: between(dayStart(day), Math.min(until, dayStart(day) + DAY_MS - 1), DAY_STEP_MS),
  })
  const today = dayNumber(at)
  const festival = festivalDay(today)
  return {
    area: id,
    generatedAt: iso(at),
    recent: between(at - RECENT_MS, at, RECENT_STEP_MS),
    today: dayOf(today, at, null),
    sameWeekday: dayOf(today - 7, at, null),
    sameFestivalDay: festival && dayOf(festival.before, at, festival),
  }
}
