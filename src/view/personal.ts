import type { Mark } from '../domain/measure'

/** What one person prefers on one machine. */
export interface Personal {
  readonly lang: 'zh' | 'en'
  readonly flavour: 'night' | 'day' | 'print'
  /** When somebody last heard the alarm sounds here, epoch ms; null: never. */
  readonly soundTestedAt: number | null
  /** Which seat this machine stands at: what others are told about who sent a unit. Never a name. */
  readonly seat: number
  /** What somebody at this machine wrote beside the charts of review, and the server has not confirmed. */
  readonly marks: readonly Mark[]
}

const KEY = 'drumtower.personal.1'

export const DEFAULT_PERSONAL: Personal = {
  lang: 'zh',
  flavour: 'night',
  soundTestedAt: null,
  seat: 1,
  marks: [],
}

/** Corrupted or missing: the default, silently. A preference is not worth an error. */
export function readPersonal(storage: Pick<Storage, 'getItem'> | null): Personal {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? '{}') as Partial<Personal>
    return {
      lang: kept.lang === 'en' ? 'en' : 'zh',
      flavour: kept.flavour === 'day' || kept.flavour === 'print' ? kept.flavour : 'night',
      soundTestedAt: typeof kept.soundTestedAt === 'number' ? kept.soundTestedAt : null,
      seat: isSeat(kept.seat) ? kept.seat : 1,
      marks: Array.isArray(kept.marks) ? kept.marks.filter(isMark).slice(0, MOST_MARKS) : [],
    }
  } catch {
    return DEFAULT_PERSONAL
  }
}

export const MOST_MARKS = 200
const MOST_LETTERS = 80

function isMark(mark: unknown): mark is Mark {
  if (typeof mark !== 'object' || mark === null) return false
  const { id, from, to, areaCode, label } = mark as Record<keyof Mark, unknown>
  const isText = (text: unknown) => typeof text === 'string' && text.length <= MOST_LETTERS
  return (
    isText(id) &&
    Number.isFinite(from) &&
    (to === null || Number.isFinite(to)) &&
    (areaCode === null || isText(areaCode)) &&
    isText(label)
  )
}

export const MOST_SEATS = 99

export function isSeat(seat: unknown): seat is number {
  return Number.isInteger(seat) && (seat as number) >= 1 && (seat as number) <= MOST_SEATS
}

export function writePersonal(storage: Pick<Storage, 'setItem'> | null, personal: Personal): void {
  try {
    storage?.setItem(KEY, JSON.stringify(personal))
  } catch {
    // A full or forbidden store: the choice holds for this page only.
  }
}
