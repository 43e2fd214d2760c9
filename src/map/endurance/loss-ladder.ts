/** How much of the picture is still drawn: at full resolution, at a coarser one, or none of the map. */
export type Rung = 'full' | 'coarse' | 'tables'

/** Losses of a context, and how far they have brought the picture down. Times are of a clock that never goes back, ms. */
export interface Ladder {
  readonly rung: Rung
  /** Of this rung, within the last ten minutes. */
  readonly lossesAt: readonly number[]
}

export const TOP: Ladder = { rung: 'full', lossesAt: [] }

const LOSSES = 3
export const WITHIN_MS = 600_000
/** A coarse picture that has held for so long is tried at full resolution again. */
export const HEALED_MS = 3_600_000

const BELOW: Readonly<Record<Rung, Rung>> = { full: 'coarse', coarse: 'tables', tables: 'tables' }

/** Three losses within ten minutes: one rung down, where counting begins anew. */
export function afterLoss({ rung, lossesAt }: Ladder, now: number): Ladder {
  const recent = [...lossesAt.filter((at) => now - at < WITHIN_MS), now]
  return recent.length < LOSSES
    ? { rung, lossesAt: recent }
    : { rung: BELOW[rung], lossesAt: rung === 'tables' ? [] : [now] }
}

/** Back up from coarse after an hour without a loss. From tables nothing leads back but a new page: the map is gone. */
export function healed(ladder: Ladder, now: number): Ladder {
  const latest = ladder.lossesAt.at(-1)
  if (ladder.rung !== 'coarse' || latest === undefined || now - latest < HEALED_MS) return ladder
  return TOP
}

/** For a surface that nobody stands by: the stage takes it as it is, and a desk fetches nothing of it. */
export const LOSS_LADDER = { afterLoss, healed }
export type LossLadder = typeof LOSS_LADDER
