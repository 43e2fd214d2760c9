import { touches } from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import { type Day, dayOf } from '../../domain/review/calendar'

/** A mark where a chart of days draws it. */
export interface DrawnMark {
  readonly mark: Mark
  /** Its first day on the chart: the chart's own first, where it began before. */
  readonly day: Day
  /** Outside; null for a moment. */
  readonly to: Day | null
}

/** The marks that belong on a chart of an area and some days, by day. Of what only goes on, the beginning is drawn. */
export function marksOn(
  marks: readonly Mark[],
  { area, region, from, to }: { area: string; region: string; from: Day; to: Day },
): readonly DrawnMark[] {
  return marks
    .filter((mark) => touches(mark, area, region))
    .map((mark) => {
      const begin = dayOf(mark.from)
      const end = mark.to === null ? null : Math.max(begin + 1, dayOf(mark.to))
      return { mark, begin, day: Math.max(from, begin), to: end }
    })
    .filter(({ begin, to: end }) => begin < to && (begin >= from || (end ?? 0) > from))
    .map(({ mark, day, to: end }) => ({ mark, day, to: end === null ? null : Math.min(end, to) }))
    .sort((a, b) => a.day - b.day)
}

/** The names of what was marked on a day, for its row in a table. */
export function markedOn(drawn: readonly DrawnMark[], day: Day): readonly Mark[] {
  return drawn
    .filter((one) => day >= one.day && day < (one.to ?? one.day + 1))
    .map((one) => one.mark)
}
