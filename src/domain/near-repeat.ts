import { NEAR_DAYS, NEAR_M } from './near-limits'
import { nearPairs } from './near-pairs'
import { DAY_MS, type EpochMs, MINUTE_MS } from './time'

/** What is asked: positions (degrees) and times of one kind of incident, in any order; NaN: no position. */
export interface NearRepeatQuestion {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly occurredAt: Float64Array
  readonly seed: number
  readonly runs?: number
}

/** Records at one place are repeats, or one call noted twice: never near repeats. */
export const SAME_PLACE_M = 5
export const RUNS = 199
export const LEAST_NEAR = 30
const BANDS = 4
export const SPACE_LIMITS_M = [
  SAME_PLACE_M,
  ...Array.from({ length: BANDS }, (_, i) => (i + 1) * NEAR_M),
]
export const TIME_LIMITS_DAYS = Array.from({ length: BANDS }, (_, i) => (i + 1) * NEAR_DAYS)
/** Chance must beat a finding no more often than this, and be beaten by so much: both customs of the practice. */
export const SIGNIFICANT = 0.05
export const LEAST_RATIO = 1.2

export interface KnoxCell {
  readonly observed: number
  /** Mean over all runs in which the times were dealt out anew. */
  readonly expected: number
  /** Null where chance gives none. */
  readonly ratio: number | null
  /** (1 + runs with at least so many) / (1 + runs). */
  readonly p: number
}

export type NearRepeat =
  | {
      readonly ok: true
      readonly count: number
      readonly runs: number
      /** By space (rows, the first is the same place), then by time. */
      readonly table: readonly (readonly KnoxCell[])[]
      readonly isClustered: boolean
    }
  | {
      readonly ok: false
      /** Fewer than `LEAST_NEAR` placed incidents; a record shorter than two bands of time; too many pairs. */
      readonly why: 'too-few' | 'too-short' | 'too-many'
      readonly count: number
    }

/**
 * Knox (1964): pairs near in space and time against what is to be expected if places and times had nothing to do with
 * one another. Chance is tried out by dealing the times to the places anew, so that neither a busy place nor a busy
 * week makes a finding.
 */
export function nearRepeat(
  question: NearRepeatQuestion,
  onRun: (done: number, runs: number) => void = () => {},
): NearRepeat {
  const { lng, lat, minutes } = placed(question)
  const count = lng.length
  if (count < LEAST_NEAR) return { ok: false, why: 'too-few', count }
  const spanMinutes = minutes.reduce((most, one) => Math.max(most, one), 0)
  if (spanMinutes < (2 * NEAR_DAYS * DAY_MS) / MINUTE_MS)
    return { ok: false, why: 'too-short', count }
  const pairs = nearPairs(lng, lat, SPACE_LIMITS_M)
  if (!pairs) return { ok: false, why: 'too-many', count }
  const runs = question.runs ?? RUNS
  const tally = () => countPairs(pairs, minutes)
  const observed = tally()
  const sums = new Float64Array(observed.length)
  const reached = new Uint32Array(observed.length)
  const random = seeded(question.seed)
  for (let run = 1; run <= runs; run++) {
    shuffle(minutes, random)
    const chance = tally()
    for (let i = 0; i < chance.length; i++) {
      sums[i]! += chance[i] as number
      if ((chance[i] as number) >= (observed[i] as number)) reached[i]!++
    }
    onRun(run, runs)
  }
  const table = SPACE_LIMITS_M.map((_, space) =>
    TIME_LIMITS_DAYS.map((_, time): KnoxCell => {
      const at = space * (BANDS + 1) + time
      const expected = (sums[at] as number) / runs
      const seen = observed[at] as number
      return {
        observed: seen,
        expected,
        ratio: expected > 0 ? seen / expected : null,
        p: (1 + (reached[at] as number)) / (1 + runs),
      }
    }),
  )
  const near = table[1]?.[0]
  const isClustered =
    near !== undefined && near.p <= SIGNIFICANT && near.observed >= LEAST_RATIO * near.expected
  return { ok: true, count, runs, table, isClustered }
}

/** Without those that have no position; times in whole minutes since the first. */
function placed({ lng, lat, occurredAt }: NearRepeatQuestion) {
  const rows = [...lng.keys()].filter(
    (i) => Number.isFinite(lng[i]) && Number.isFinite(lat[i]) && Number.isFinite(occurredAt[i]),
  )
  const first = rows.reduce((least, i) => Math.min(least, occurredAt[i] as number), Infinity)
  return {
    lng: Float64Array.from(rows, (i) => lng[i] as number),
    lat: Float64Array.from(rows, (i) => lat[i] as number),
    minutes: Int32Array.from(rows, (i) => ((occurredAt[i] as number) - first) / MINUTE_MS),
  }
}

/** Pairs by band of space and time, row by row; the last column of each row holds those too far apart in time. */
function countPairs(
  { a, b, starts }: { a: Uint32Array; b: Uint32Array; starts: readonly number[] },
  minutes: Int32Array,
): Uint32Array {
  const width = BANDS + 1
  const band = (NEAR_DAYS * DAY_MS) / MINUTE_MS
  const counts = new Uint32Array((starts.length - 1) * width)
  for (let space = 0; space + 1 < starts.length; space++) {
    const end = starts[space + 1] as number
    for (let i = starts[space] as number; i < end; i++) {
      const apart = Math.abs(
        (minutes[a[i] as number] as number) - (minutes[b[i] as number] as number),
      )
      counts[space * width + Math.min(BANDS, (apart / band) | 0)]!++
    }
  }
  return counts
}

function shuffle(values: Int32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A place to look at for some days after an incident. It ends by itself. */
export interface WatchCell {
  readonly position: readonly [lng: number, lat: number]
  readonly from: EpochMs
  readonly until: EpochMs
  /** Incidents that it stands for: those of one place keep one cell, until the last one's time is over. */
  readonly count: number
}

/** The cells that stand at a time, the one that ends first in front. */
export function watchCells(
  { lng, lat, occurredAt }: Omit<NearRepeatQuestion, 'seed'>,
  now: EpochMs,
): WatchCell[] {
  const since = now - NEAR_DAYS * DAY_MS
  const byPlace = new Map<string, WatchCell>()
  for (let i = 0; i < lng.length; i++) {
    const at = occurredAt[i] as number
    const [x, y] = [lng[i] as number, lat[i] as number]
    if (!(at > since && at <= now && Number.isFinite(x) && Number.isFinite(y))) continue
    // Some five metres: what counts as the same place.
    const place = `${x.toFixed(4)},${y.toFixed(4)}`
    const known = byPlace.get(place)
    byPlace.set(place, {
      position: known?.position ?? [x, y],
      from: Math.min(known?.from ?? at, at),
      until: Math.max(known?.until ?? 0, at + NEAR_DAYS * DAY_MS),
      count: (known?.count ?? 0) + 1,
    })
  }
  return [...byPlace.values()].sort((a, b) => a.until - b.until)
}
