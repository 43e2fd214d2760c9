import type { MARK_KINDS, Mark } from './measure'
import type { EpochMs } from './time'

/** What somebody writes beside the charts, for everybody. */
export interface AnnotationDraft {
  readonly from: EpochMs
  /** Null: it goes on, or was a moment. */
  readonly to: EpochMs | null
  /** Null: everywhere. */
  readonly areaCode: string | null
  readonly kind: (typeof MARK_KINDS)[number]
  readonly label: string
  readonly labelEn: string | null
  /** Struck out: no longer drawn, and not forgotten, so that it can be put back. */
  readonly isRemoved: boolean
}

/** A mark that is kept with the data: each change of it says who made it, and when. */
export interface Annotation extends Mark {
  /** Counts its changes. */
  readonly rev: number
  /** Role and seat, never a name. */
  readonly by: string
  readonly writtenAt: EpochMs
  readonly isRemoved: boolean
}

export const MOST_LABEL_LETTERS = 80

export function draftOf({ from, to, areaCode, kind, label, labelEn }: Mark): AnnotationDraft {
  const known = kind === 'unknown' ? 'other' : kind
  return { from, to, areaCode, kind: known, label, labelEn, isRemoved: false }
}

/** What takes a change back: what stood before it, or, where nothing did, striking it out. */
export function undoing(before: Annotation | null, after: Annotation): AnnotationDraft {
  return before
    ? { ...draftOf(before), isRemoved: before.isRemoved }
    : { ...draftOf(after), isRemoved: true }
}

/** Whether two of them say the same of the same day and place, whoever wrote them. */
export function saysTheSame(a: AnnotationDraft, b: AnnotationDraft): boolean {
  return (
    a.label === b.label &&
    a.from === b.from &&
    a.to === b.to &&
    a.areaCode === b.areaCode &&
    a.isRemoved === b.isRemoved
  )
}

/** Whether a mark belongs on a chart of an area: one of the two lies within the other. */
export function touches(mark: Pick<Mark, 'areaCode'>, area: string, region: string): boolean {
  const { areaCode } = mark
  return areaCode === null || isWithin(areaCode, area, region) || isWithin(area, areaCode, region)
}

export function isWithin(inner: string, outer: string, region: string): boolean {
  if (outer === region || inner === outer) return true
  return outer.endsWith('00') && inner.slice(0, 4) === outer.slice(0, 4)
}
