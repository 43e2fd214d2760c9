import type { KeyboardEvent } from 'react'
import type { Period } from '../../domain/review/calendar'

/** Keys of the chart: the period walks by a day, its end moves with Shift. */
export function periodKey(event: KeyboardEvent<HTMLElement>, { from, to }: Period): Period | null {
  const step = { ArrowLeft: -1, ArrowRight: 1, '[': from - to, ']': to - from }[event.key]
  if (!step) return null
  event.preventDefault()
  if (event.shiftKey) return to + step > from ? { from, to: to + step } : null
  return { from: from + step, to: to + step }
}
