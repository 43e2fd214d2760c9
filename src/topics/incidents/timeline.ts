import type { Brought } from '../../api/bring/brought'
import type { Question } from '../../api/incident-shelf'
import type { Incident } from '../../domain/incident'
import { hoursOf } from '../../domain/incident-hours'
import { isOfKind } from '../../domain/incident-set'
import type { Timeline } from '../topic'

/** What the worker counted per hour of the past, and what the live feed says of the time since. */
export function timelineOf(
  { asked, answer }: { readonly asked: Question; readonly answer: readonly number[] },
  recent: readonly Incident[],
  brought: Brought | null,
): Timeline {
  const meant = recent.filter((one) => isOfKind(one, asked.filter))
  const late = {
    count: meant.length,
    occurredAt: Float64Array.from(meant, (one) => one.occurredAt),
  }
  const { from, counts } = hoursOf([late], asked.window)
  const all = counts.map((n, i) => n + (answer[i] ?? 0))
  return { from, counts: brought ? brought.evened(from, all) : all }
}
