/** Milliseconds since 1970-01-01T00:00:00Z. Every time inside the product is one of these. */
export type EpochMs = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS

/** Half-open: `from` is inside, `to` is not. */
export interface TimeWindow {
  readonly from: EpochMs
  readonly to: EpochMs
}

/** The province keeps one clock, Asia/Shanghai: UTC+8 without daylight saving since 1992. */
export const PROVINCE_OFFSET_MS = 8 * HOUR_MS

/** Hour of the day on the province's clock, 0 to 23. */
export function hourOfDay(at: EpochMs): number {
  return Math.floor(((at + PROVINCE_OFFSET_MS) % DAY_MS) / HOUR_MS)
}
