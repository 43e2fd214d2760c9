import { type IdlenessGrid, NEVER_S } from './idleness-surface'
import type { EpochMs } from './time'

export interface IdlenessStats {
  /** Cells asked about. */
  readonly cells: number
  /** Of these, without a visit on record: in the times below with the age of the record, a lower bound. */
  readonly never: number
  /** Of these, visited no longer ago than the target. A cell never visited is not within, however young the record. */
  readonly within: number
  /** within / cells; null where there are no cells, as in all below. */
  readonly withinShare: number | null
  /** Seconds. At least so much where `never` is not 0. */
  readonly meanS: number | null
  readonly worstS: number | null
  /** By nearest rank. */
  readonly p90S: number | null
  /** The rank falls on a cell that was never visited. */
  readonly isP90AtLeast: boolean
}

/** Idleness over the cells whose `mask` is not 0, or over all. Each cell weighs the same. */
export function idlenessStats(
  grid: IdlenessGrid,
  now: EpochMs,
  targetS: number,
  mask?: Uint8Array,
): IdlenessStats {
  const nowS = (now - grid.since) / 1000
  const last = new Float32Array(grid.lastS.length)
  let [cells, never, within, sum, worst] = [0, 0, 0, 0, 0]
  for (let i = 0; i < grid.lastS.length; i++) {
    if (mask && !mask[i]) continue
    const visitedS = grid.lastS[i] as number
    const isNever = visitedS === NEVER_S
    const age = Math.max(0, isNever ? nowS : nowS - visitedS)
    if (isNever) never++
    else if (age <= targetS) within++
    sum += age
    if (age > worst) worst = age
    last[cells++] = isNever ? 0 : visitedS
  }
  if (cells === 0)
    return {
      cells,
      never,
      within,
      withinShare: null,
      meanS: null,
      worstS: null,
      p90S: null,
      isP90AtLeast: false,
    }
  // The age of nearest rank is that of the visit as far from the latest.
  const p90S = Math.max(0, nowS - nearestRankOf(last.subarray(0, cells), 0.9))
  return {
    cells,
    never,
    within,
    withinShare: within / cells,
    meanS: sum / cells,
    worstS: worst,
    p90S,
    isP90AtLeast: never > 0 && p90S >= nowS,
  }
}

/**
 * The value of nearest rank counted from the highest: for 0.9 the one that nine tenths are not below. Hoare's
 * selection, since a sort of a million cells takes a tenth of a second. Reorders `values`, which must not be empty.
 */
function nearestRankOf(values: Float32Array, share: number): number {
  // As in `nearestRank`: 0.9 x 10 must not slip to rank 10.
  const rank = Math.min(values.length, Math.max(1, Math.ceil(share * values.length - 1e-9)))
  const k = values.length - rank
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let [i, j] = [low, high]
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const value = values[i] as number
      values[i++] = values[j] as number
      values[j--] = value
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] as number
}
