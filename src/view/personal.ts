/** What one person prefers on one machine. */
export interface Personal {
  readonly lang: 'zh' | 'en'
  readonly flavour: 'night' | 'day' | 'print'
  /** When somebody last heard the alarm sounds here, epoch ms; null: never. */
  readonly soundTestedAt: number | null
  /** Which seat this machine stands at: what others are told about who sent a unit. Never a name. */
  readonly seat: number
}

const KEY = 'drumtower.personal.1'

export const DEFAULT_PERSONAL: Personal = {
  lang: 'zh',
  flavour: 'night',
  soundTestedAt: null,
  seat: 1,
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
    }
  } catch {
    return DEFAULT_PERSONAL
  }
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
