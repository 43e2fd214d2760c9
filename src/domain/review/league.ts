import { type Estimate, LEVEL, overlaps } from './interval'

export interface LeagueEntry {
  readonly id: string
  /** Null: not known; stands at the end without a rank. */
  readonly estimate: Estimate | null
}

export interface LeagueRow extends LeagueEntry {
  /** 1 first. Shared by all whose intervals overlap, one with the next. Null: not known. */
  readonly rank: number | null
  /** How many have this rank; 1: it is its own. */
  readonly sharedBy: number
  /** Areas that are surely higher, and surely lower: their intervals lie wholly on that side. */
  readonly surelyAbove: number
  readonly surelyBelow: number
  /** The places that it may have, so far as these two tell (Goldstein & Spiegelhalter 1996). Null: not known. */
  readonly best: number | null
  readonly worst: number | null
}

export interface League {
  readonly rows: readonly LeagueRow[]
  /** One rank for all: there is no order to show. */
  readonly isOneRank: boolean
}

/**
 * Level of each interval so that all of `areas` intervals hold at once 95 times in 100 (Bonferroni): among 88 counties at
 * 95 % each, four would lie outside by chance.
 */
export function leagueLevel(areas: number, level = LEVEL): number {
  return 1 - (1 - level) / Math.max(1, areas)
}

/**
 * Highest first. Areas whose intervals overlap share a rank, and since "shares a rank" goes on from one to the next, so do
 * areas that are joined by a chain of overlaps. Who stands where within a rank goes by value and means nothing.
 */
export function leagueOf(entries: readonly LeagueEntry[]): League {
  const known = entries
    .filter(({ estimate }) => estimate !== null)
    .sort((a, b) => valueIn(b) - valueIn(a) || (a.id < b.id ? -1 : 1))
  const byHigh = known.toSorted((a, b) => endsOf(b).high - endsOf(a).high)
  const ranks = new Map<string, number>()
  const sizes = new Map<number, number>()
  let rank = 0
  let lowest = Number.POSITIVE_INFINITY
  byHigh.forEach((entry, i) => {
    const { low, high } = endsOf(entry)
    if (high < lowest) rank = i + 1
    lowest = Math.min(lowest, low)
    ranks.set(entry.id, rank)
    sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  })
  const rows = known.map((entry): LeagueRow => {
    const own = ranks.get(entry.id) as number
    const apart = known.filter((other) => !overlaps(endsOf(other), endsOf(entry)))
    const surelyAbove = apart.filter((other) => endsOf(other).low > endsOf(entry).high).length
    return {
      ...entry,
      rank: own,
      sharedBy: sizes.get(own) as number,
      surelyAbove,
      surelyBelow: apart.length - surelyAbove,
      best: surelyAbove + 1,
      worst: known.length - apart.length + surelyAbove,
    }
  })
  const unknown = entries
    .filter(({ estimate }) => estimate === null)
    .map((entry): LeagueRow => ({ ...entry, ...UNRANKED }))
  return { rows: [...rows, ...unknown], isOneRank: sizes.size <= 1 }
}

const UNRANKED = {
  rank: null,
  sharedBy: 0,
  surelyAbove: 0,
  surelyBelow: 0,
  best: null,
  worst: null,
} as const

function endsOf({ estimate }: LeagueEntry): Estimate {
  return estimate as Estimate
}

function valueIn({ estimate }: LeagueEntry): number {
  return (estimate as Estimate).value
}
