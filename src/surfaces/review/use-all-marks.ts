import { useMemo } from 'react'
import type { Mark, MeasureCard } from '../../domain/measure'
import type { MarksDesk } from './use-marks'

/** What the source tells of a measure, what people wrote, and what lies on this machine. */
export function useAllMarks(
  card: MeasureCard | null,
  { own, now: { items } }: MarksDesk,
): readonly Mark[] {
  return useMemo(() => [...(card?.marks ?? []), ...(items ?? []), ...own], [card, items, own])
}
