import * as z from 'zod/mini'
import type { OccupancySample } from '../domain/crowd'
import type { Answer } from './alarm-reads'
import { apiBase } from './base'
import { fetchAnswer } from './fetch-answer'
import { amountWire, idWire, textWire, timeWire } from './wire'

const sampleWire = z.object({
  at: timeWire,
  occupancy: z.nullable(amountWire),
  low: z.nullable(amountWire),
  high: z.nullable(amountWire),
})
const dayWire = z.object({
  day: timeWire,
  name: z.nullable(textWire),
  nameEn: z.optional(z.nullable(textWire)),
  samples: z.array(sampleWire),
})

/** What `crowd/history` answers: a day of an area beside the days that it is measured by. */
export const crowdHistoryWire = z.object({
  area: idWire,
  generatedAt: timeWire,
  /** The last half hour, as fine as it is counted. */
  recent: z.array(sampleWire),
  today: dayWire,
  sameWeekday: z.nullable(dayWire),
  sameFestivalDay: z.nullable(dayWire),
})

export interface CrowdDay {
  /** The moment that the day is named by, within it. */
  readonly day: number
  /** What the festival day is called, in the source's words; null for a plain day. */
  readonly name: string | null
  readonly nameEn?: string | null | undefined
  readonly samples: readonly OccupancySample[]
}

export interface CrowdHistory {
  readonly area: string
  readonly generatedAt: number
  readonly recent: readonly OccupancySample[]
  readonly today: CrowdDay
  readonly sameWeekday: CrowdDay | null
  readonly sameFestivalDay: CrowdDay | null
}

const TIMEOUT_MS = 8_000

/** The day of one scenic area. Never throws. */
export async function getCrowdHistory(
  area: string,
  signal: AbortSignal,
): Promise<Answer<CrowdHistory>> {
  const answer = await fetchAnswer({
    url: `${apiBase()}/crowd/history?area=${encodeURIComponent(area)}`,
    accept: 'application/json',
    etag: null,
    timeoutMs: TIMEOUT_MS,
    signal,
  })
  if (answer.ok === false) return { ok: false, cause: answer.cause, detail: answer.detail ?? null }
  if (answer.ok === 'unchanged') return { ok: false, cause: 'malformed', detail: null }
  try {
    const read = z.safeParse(crowdHistoryWire, JSON.parse(new TextDecoder().decode(answer.bytes)))
    if (read.success) return { ok: true, value: read.data }
    return { ok: false, cause: 'malformed', detail: z.prettifyError(read.error).slice(0, 300) }
  } catch {
    return { ok: false, cause: 'malformed', detail: null }
  }
}
