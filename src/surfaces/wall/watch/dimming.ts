import { DAY_MS, type EpochMs, MINUTE_MS, PROVINCE_OFFSET_MS } from '../../../domain/time'

/** From when until when a wall is dimmed, minutes of the province's day, and how much of its light is taken. */
export interface Dimming {
  readonly fromMin: number
  readonly toMin: number
  /** 0 to 0.6: beyond that nobody could read it. */
  readonly taken: number
}

/** A wall is never darker than this: it is read from ten metres at night too. */
const MOST_TAKEN = 0.6
/** Dusk and dawn of the wall: nobody should see it happen. */
const RAMP_MIN = 20
const DAY_MIN = DAY_MS / MINUTE_MS

/** Reads `22:00-06:30,40` (per cent of light taken away). Null: no dimming, or not to be read. */
export function parseDimming(text: string | null): Dimming | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d),(\d{1,2})$/.exec(text ?? '')
  if (!match) return null
  const [fromH = 0, fromM = 0, toH = 0, toM = 0, percent = 0] = match.slice(1).map(Number)
  const fromMin = fromH * 60 + fromM
  const toMin = toH * 60 + toM
  if (fromMin === toMin || percent / 100 > MOST_TAKEN) return null
  return { fromMin, toMin, taken: percent / 100 }
}

/** Share of light taken away now; an alarm that waits takes the wall out of the dark. */
export function takenAt(
  dimming: Dimming | null,
  now: EpochMs | null,
  unansweredP1: number,
): number {
  if (!dimming || now === null || unansweredP1 > 0) return 0
  const minute = ((now + PROVINCE_OFFSET_MS) % DAY_MS) / MINUTE_MS
  const into = (minute - dimming.fromMin + DAY_MIN) % DAY_MIN
  const long = (dimming.toMin - dimming.fromMin + DAY_MIN) % DAY_MIN
  if (into >= long) return 0
  const slope = Math.min(RAMP_MIN, long / 2)
  const share = Math.min(1, into / slope, (long - into) / slope)
  // In steps of a hundredth: nothing is painted for what nobody could see.
  return Math.round(dimming.taken * share * 100) / 100
}
