/** How far a wall has come in its script, and which alarms have taken it over since when. */
export interface Play {
  /** Ms of the script played so far; a take-over stops it. */
  readonly playedMs: number
  /** When this was worked out, by a clock that never goes back. */
  readonly at: number
  /** When the wall first showed each alarm that still waits for an answer, by its key. */
  readonly shownSince: ReadonlyMap<string, number>
}

export const START: Play = { playedMs: 0, at: 0, shownSince: new Map() }

/** How long one alarm holds the wall if nobody answers it. It stands in the banner for as long as it waits. */
export const TAKE_OVER_MS = 120_000

/** Those that hold the wall now, in the order in which they were given. */
export function takenOverBy(
  { shownSince, at }: Play,
  waiting: readonly string[],
  holdMs: number = TAKE_OVER_MS,
): readonly string[] {
  return waiting.filter((key) => {
    const since = shownSince.get(key)
    return since !== undefined && at - since < holdMs
  })
}

/**
 * One step on. `waiting`: a key for each alarm of the first priority without an answer; a new key (another occurrence,
 * another step up the ladder) takes the wall over anew.
 */
export function advance(
  before: Play,
  now: number,
  waiting: readonly string[],
  holdMs: number = TAKE_OVER_MS,
): Play {
  const at = Math.max(before.at, now)
  // Time counts for the script only as far as no alarm held the wall in it.
  const heldUntil = Math.max(
    before.at,
    ...[...before.shownSince.values()].map((since) => Math.min(at, since + holdMs)),
  )
  const shownSince = new Map(waiting.map((key) => [key, before.shownSince.get(key) ?? at]))
  return { playedMs: before.playedMs + (at - heldUntil), at, shownSince }
}

/** Which scene a script shows after so long, and for how much longer: pure, so that a reload or a test can ask. */
export function sceneAt(
  dwellMs: readonly number[],
  playedMs: number,
): { readonly index: number; readonly leftMs: number } {
  const whole = dwellMs.reduce((sum, ms) => sum + ms, 0)
  if (whole <= 0) return { index: 0, leftMs: Number.POSITIVE_INFINITY }
  let into = playedMs % whole
  for (const [index, ms] of dwellMs.entries()) {
    if (into < ms) return { index, leftMs: ms - into }
    into -= ms
  }
  return { index: 0, leftMs: dwellMs[0] ?? 0 }
}
