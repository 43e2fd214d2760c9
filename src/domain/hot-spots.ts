import { reachedCells } from './cell-windows'
import { discoveryLimit, twoSidedP } from './false-discovery'

/** Confidence in per cent; the share of false discoveries allowed is what is missing from 100. */
export const CONFIDENCES = [90, 95, 99] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** With fewer incidents in a window its sum is nowhere near normal: nothing is said of it. */
export const LEAST_INCIDENTS = 30

export interface Cells {
  readonly width: number
  readonly height: number
  /** A window reaches this many cells each way. */
  readonly reach: number
}

/** Getis-Ord Gi* of each cell of the study area, 0 outside; and the sum of its window. */
export interface GetisOrd {
  readonly z: Float32Array
  readonly sums: Int32Array
  /** Cells in the study area, and mean and standard deviation of their counts. */
  readonly tests: number
  readonly mean: number
  readonly deviation: number
}

/** Where incidents are to be expected at all: every cell whose window holds one on record. */
export function studyArea(records: Int32Array, { width, height, reach }: Cells): Uint8Array {
  return reachedCells(records, width, height, reach)
}

/**
 * Gi* with weights of 1 in a square window, the cell itself among them (Ord and Getis 1995, equation 8), over the
 * cells of the study area. A window that is the whole area has nothing to be compared with: 0.
 */
export function getisOrd(counts: Int32Array, study: Uint8Array, cells: Cells): GetisOrd {
  const { width, height, reach } = cells
  const { tests, mean, deviation } = momentsOf(counts, study)
  const z = new Float32Array(counts.length)
  const sums = new Int32Array(counts.length)
  const spread = spreads(tests, deviation, (2 * reach + 1) ** 2)
  // Sums of columns slide down, the window slides along them; `reach` empty columns stand on either side.
  const columns = new Float64Array(width + 2 * reach)
  const takeRow = (row: number, sign: 1 | -1) => {
    const first = row * width
    for (let x = 0; x < width; x++) {
      const at = first + x
      columns[x + reach]! += sign * (study[at] as number) * (ONE_CELL + (counts[at] as number))
    }
  }
  for (let row = 0; row < Math.min(reach, height); row++) takeRow(row, 1)
  for (let y = 0; y < height; y++) {
    if (y + reach < height) takeRow(y + reach, 1)
    if (y > reach) takeRow(y - reach - 1, -1)
    let window = 0
    for (let x = 0; x < 2 * reach; x++) window += columns[x] as number
    for (let x = 0, at = y * width; x < width; x++, at++) {
      window += columns[x + 2 * reach] as number
      if (study[at] === 1) {
        const size = (window / ONE_CELL) | 0
        const sum = window - size * ONE_CELL
        sums[at] = sum
        // Adding 0 makes one zero of the two.
        z[at] = (sum - mean * size) / (spread[size] as number) + 0
      }
      window -= columns[x] as number
    }
  }
  return { z, sums, tests, mean, deviation }
}

/** Cells and incidents of a window in one number, both whole: below 2 ** 21 cells, below 2 ** 32 incidents. */
const ONE_CELL = 2 ** 32

export function momentsOf(counts: Int32Array, study: Uint8Array) {
  let [tests, sum, squares] = [0, 0, 0]
  for (let i = 0; i < counts.length; i++) {
    const isIn = study[i] as number
    const count = isIn * (counts[i] as number)
    tests += isIn
    sum += count
    squares += count * count
  }
  const mean = tests > 0 ? sum / tests : 0
  const deviation = tests > 0 ? Math.sqrt(Math.max(0, squares / tests - mean * mean)) : 0
  return { tests, mean, deviation }
}

/** The denominator of Gi* by the number of cells in a window; infinite where there is nothing to compare. */
export function spreads(tests: number, deviation: number, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, n) => {
    const rest = tests > 1 ? (tests * n - n * n) / (tests - 1) : 0
    return rest > 0 && deviation > 0 ? deviation * Math.sqrt(rest) : Number.POSITIVE_INFINITY
  })
}

/** No |z| below this has a p-value of 0.1 or less. */
const LEAST_Z = 1.64

/**
 * The least Gi* that is significant at each confidence, corrected for false discoveries over all cells of the study
 * area, hot and cold ones; infinite where none is.
 */
export function significantFrom({ z, tests }: GetisOrd): Readonly<Record<Confidence, number>> {
  const far: number[] = []
  for (let i = 0; i < z.length; i++)
    if (Math.abs(z[i] as number) > LEAST_Z) far.push(z[i] as number)
  const p = new Float64Array(far.length)
  for (let i = 0; i < p.length; i++) p[i] = twoSidedP(far[i] as number)
  const from = (confidence: Confidence) => {
    const limit = discoveryLimit(p, tests, 1 - confidence / 100)
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < p.length; i++) {
      const one = far[i] as number
      if (one > 0 && one < least && (p[i] as number) <= limit) least = one
    }
    return least
  }
  return { 90: from(90), 95: from(95), 99: from(99) }
}

/** What is said of each cell: nothing, too few to say, or hot with 90, 95 or 99 % confidence. */
export const NOT_HOT = 0
export const TOO_FEW = 1
export const HOT_LEVEL: Readonly<Record<Confidence, number>> = { 90: 2, 95: 3, 99: 4 }

export function hotLevels(
  { z, sums }: GetisOrd,
  from: Readonly<Record<Confidence, number>>,
): Uint8Array {
  const levels = new Uint8Array(z.length)
  for (let i = 0; i < z.length; i++) {
    const one = z[i] as number
    if (one < from[90] || one <= 0) continue
    if ((sums[i] as number) < LEAST_INCIDENTS) levels[i] = TOO_FEW
    else
      levels[i] = one >= from[99] ? HOT_LEVEL[99] : one >= from[95] ? HOT_LEVEL[95] : HOT_LEVEL[90]
  }
  return levels
}
