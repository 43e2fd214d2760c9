/** Steps of moving things, one per thing, from one reported place to the next. Never changed in place. */
export interface GlideColumns {
  readonly count: number
  /** Longitude and latitude in turn, degrees. */
  readonly fromPosition: Float64Array
  readonly toPosition: Float64Array
  /** When the picture leaves the one and reaches the other place, seconds after `epoch`. */
  readonly fromTime: Float64Array
  readonly toTime: Float64Array
  /** ms since 1970. Near the poll, so that 32 bits are enough for the seconds. */
  readonly epoch: number
}

export interface GlideRules {
  /** How long a thing goes on at its last speed after `toTime`; then it holds its place. 0 unless told. */
  readonly coastS?: number
  /** For people who ask for less motion: at once where the step ends. */
  readonly isStill?: boolean
}

/** A longer step, degrees of either axis, is a correction and no drive: about 10 km. It jumps, and leaves no trail. */
export const MAX_GLIDE_DEG = 0.1

/** Where a thing is drawn at `now` (ms since 1970); the shader reckons the same. */
export function positionAt(
  columns: GlideColumns,
  i: number,
  now: number,
  rules: GlideRules = {},
): [lng: number, lat: number] {
  const { toPosition, fromPosition } = columns
  const step = stepOf(columns, i)
  if (!step) return [toPosition[2 * i] as number, toPosition[2 * i + 1] as number]
  const share = shareAt(columns, i, (now - columns.epoch) / 1000, rules)
  return [
    (fromPosition[2 * i] as number) + share * step[0],
    (fromPosition[2 * i + 1] as number) + share * step[1],
  ]
}

/** Degrees from one place to the next; null for a jump. */
export function stepOf(
  { fromPosition, toPosition }: GlideColumns,
  i: number,
): readonly [number, number] | null {
  const lng = (toPosition[2 * i] as number) - (fromPosition[2 * i] as number)
  const lat = (toPosition[2 * i + 1] as number) - (fromPosition[2 * i + 1] as number)
  return Math.abs(lng) <= MAX_GLIDE_DEG && Math.abs(lat) <= MAX_GLIDE_DEG ? [lng, lat] : null
}

/** Part of the step that is done: 0 to 1, beyond while coasting. A step that takes no time is done. */
function shareAt(
  { fromTime, toTime }: GlideColumns,
  i: number,
  nowS: number,
  { coastS = 0, isStill = false }: GlideRules,
): number {
  const from = fromTime[i] as number
  const takes = (toTime[i] as number) - from
  if (isStill || !(takes > 0)) return 1
  return Math.max(0, Math.min(1 + coastS / takes, (nowS - from) / takes))
}

/** What moves, and until when, to know how often a picture is worth drawing. */
export interface Motion {
  /** Greatest speed, degrees a second. */
  readonly degPerS: number
  /** Last end of a step that moves, seconds after `epoch`; -Infinity: nothing moves. */
  readonly untilS: number
}

export function motionOf(columns: GlideColumns): Motion {
  let [degPerS, untilS] = [0, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < columns.count; i++) {
    const step = stepOf(columns, i)
    const takes = (columns.toTime[i] as number) - (columns.fromTime[i] as number)
    if (!step || !(takes > 0) || (step[0] === 0 && step[1] === 0)) continue
    degPerS = Math.max(degPerS, Math.hypot(step[0], step[1]) / takes)
    untilS = Math.max(untilS, columns.toTime[i] as number)
  }
  return { degPerS, untilS }
}

const FRAME_MS = 16
const SLOWEST_MS = 1_000
const WORTH_PX = 0.25

/** ms after which the fastest thing has moved by a quarter of a pixel: 16 (every frame) to 1,000. */
export function paceMs(pxPerS: number): number {
  return Math.max(FRAME_MS, Math.min(SLOWEST_MS, (1000 * WORTH_PX) / pxPerS))
}
