import { type Day, dayOf } from '../../domain/review/calendar'
import type { Lang } from '../../ui/words'
import type { DrawnMark } from './drawn-marks'
import { markName } from './mark-words'
import { dayText } from './told'

export interface PlacedMark {
  readonly id: string
  readonly day: Day
  /** From the left of the plot. */
  readonly x: number
  readonly text: string
  readonly side: 'start' | 'end'
  /** 0 is the lowest line over the plot. Null: no room for its name; its line stands, and list and table name it. */
  readonly row: number | null
}

export const MARK_ROWS = 3
const GAP = 5

interface Plot {
  readonly from: Day
  readonly to: Day
  readonly width: number
  /** Room beside the plot that names may use. */
  readonly left: number
  readonly right: number
  readonly unit: number
}

/** Names of marks over the plot: beside their lines, in as many rows as it takes, none over another. */
export function placedMarks(
  marks: readonly DrawnMark[],
  { from, to, width, left, right, unit }: Plot,
  lang: Lang,
  /** Of a mark of another area than the chart's; null: it is the chart's own. */
  whereOf: (areaCode: string | null) => string | null,
): readonly PlacedMark[] {
  const taken: (readonly [number, number])[][] = Array.from({ length: MARK_ROWS }, () => [])
  return marks.map(({ mark, day }) => {
    const x = ((day - from) / (to - from)) * width
    const text = [whereOf(mark.areaCode), markName(mark)[lang], dayText(dayOf(mark.from))]
      .filter((word) => word !== null)
      .join(' ')
    const long = widthOf(text) * unit
    const sides = [
      { side: 'start', span: [x + GAP * unit, x + GAP * unit + long] },
      { side: 'end', span: [x - GAP * unit - long, x - GAP * unit] },
    ] as const
    for (let row = 0; row < MARK_ROWS; row++)
      for (const { side, span } of sides) {
        const own = taken[row] ?? []
        const isInside = span[0] >= -left && span[1] <= width + right
        const isFree = own.every(([a, b]) => span[1] < a || span[0] > b)
        if (!isInside || !isFree) continue
        own.push(span)
        return { id: mark.id, day, x, text, side, row }
      }
    return { id: mark.id, day, x, text, side: 'start', row: null }
  })
}

/** Roughly, at 14 px: a Chinese letter is square, a Latin one half of it. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 7.8), 0)
}
