import { HOUR_MS, type TimeWindow, WEEK_MS } from '../time'
import { hoursOf, weekMatrixOf } from './week-matrix'

/** So many expected events do not stay away by chance: e⁻²⁰ is one in five hundred million, and calls come in clusters. */
export const SILENCE_EXPECTS = 20
/** Shorter records tell no week. */
const LEAST_WEEKS = 4

/**
 * Stretches of a record without a single event where at least twenty were to be expected by the hour of the week: the feed
 * was silent, not the town. To be handed to `hoursOf` as holes, so that an outage is drawn as a gap and not as a calm night.
 * Expected from the record itself, holes and all, so a little too low: rather a silence missed than one too many. A feed that
 * loses some of its events is not found by this. `times` in any order. Null: under four weeks of record.
 */
export function silencesOf(
  times: Iterable<number>,
  window: TimeWindow,
  expects = SILENCE_EXPECTS,
): readonly TimeWindow[] | null {
  if (!(window.to - window.from >= LEAST_WEEKS * WEEK_MS)) return null
  const within = Float64Array.from(times)
    .filter((at) => at >= window.from && at < window.to)
    .sort()
  const { cells } = weekMatrixOf(hoursOf(within, window))
  const first = Math.floor(window.from / HOUR_MS)
  const hours = Math.ceil(window.to / HOUR_MS) - first
  // The matrix begins with Monday, 0 h on the province's clock: 4 January 1970, 16 h UTC.
  const monday = 3 * 24 + 16
  const upTo = new Float64Array(hours + 1)
  for (let h = 0; h < hours; h++) {
    const cell = cells[(((first + h - monday) % 168) + 168) % 168]
    upTo[h + 1] = (upTo[h] as number) + (cell?.mean ?? 0)
  }
  const expectedUntil = (at: number) => {
    const hour = at / HOUR_MS - first
    const whole = Math.min(hours - 1, Math.max(0, Math.floor(hour)))
    const begun = upTo[whole] as number
    return begun + (hour - whole) * ((upTo[whole + 1] as number) - begun)
  }
  const silences: TimeWindow[] = []
  let from = window.from
  for (const to of [...within, window.to]) {
    if (expectedUntil(to) - expectedUntil(from) >= expects) silences.push({ from, to })
    from = to
  }
  return silences
}
