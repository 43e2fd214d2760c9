import {
  type Cells,
  getisOrd,
  momentsOf,
  significantFrom,
  spreads,
  studyArea,
} from '../../src/domain/hot-spots'
import { contest, type Row, seeded } from './bench'

const GOAL = 50
/** What the product takes at cells of 250 m, and the window of the density's full bandwidth. */
const REACHES = [4, 8] as const

/** Incidents in towns and between them, and the cells near any of them as the study area. */
function field(side: number) {
  const random = seeded(1_992)
  const counts = new Int32Array(side * side)
  const towns = Array.from({ length: 60 }, () => [random() * side, random() * side] as const)
  for (let i = 0; i < side * side; i++) {
    const [x, y] = towns[Math.floor(random() * towns.length)] as (typeof towns)[number]
    const far = random() < 0.3 ? side : 0.03 * side
    const at = (middle: number) => Math.floor(middle + (random() + random() - 1) * far)
    const [column, row] = [at(x), at(y)]
    if (column < 0 || row < 0 || column >= side || row >= side) continue
    counts[row * side + column]!++
  }
  const study = studyArea(counts, { width: side, height: side, reach: 2 })
  return { counts, study }
}

/** Every window summed by itself: bounds clipped once a cell, a study mask multiplied in, no branch inside. */
function naive(counts: Int32Array, study: Uint8Array, { width, height, reach }: Cells) {
  const { tests, mean, deviation } = momentsOf(counts, study)
  const spread = spreads(tests, deviation, (2 * reach + 1) ** 2)
  const z = new Float32Array(counts.length)
  for (let y = 0; y < height; y++) {
    const [top, foot] = [Math.max(0, y - reach), Math.min(height - 1, y + reach)]
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (study[at] === 0) continue
      const [left, right] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)]
      let [sum, cells] = [0, 0]
      for (let row = top; row <= foot; row++) {
        const end = row * width + right
        for (let cell = row * width + left; cell <= end; cell++) {
          const isIn = study[cell] as number
          sum += (counts[cell] as number) * isIn
          cells += isIn
        }
      }
      z[at] = (sum - mean * cells) / (spread[cells] as number)
    }
  }
  return z
}

/** Gi* of every cell, by sliding windows and by naive ones. Parity first: the two must be the same numbers. */
export async function giStar(side: number, passes: number, renderer: string): Promise<Row[]> {
  const { counts, study } = field(side)
  const rows: Row[] = []
  for (const reach of REACHES) {
    const cells = { width: side, height: side, reach }
    const mine = getisOrd(counts, study, cells)
    const their = naive(counts, study, cells)
    const differing = mine.z.filter((z, i) => z !== their[i]).length
    if (differing > 0) throw new Error(`void: ${differing} cells differ`)
    const outcome = await contest({
      ours: () => void getisOrd(counts, study, cells),
      theirs: () => void naive(counts, study, cells),
      passes,
    })
    const start = performance.now()
    const from = significantFrom(mine)
    const correctionMs = performance.now() - start
    const window = 2 * reach + 1
    rows.push({
      id: 'gi-star',
      peer: `naive windows of ${window} x ${window} cells`,
      unit: 'ms',
      ...outcome,
      counters: {
        cells: side * side,
        tested: mine.tests,
        passes,
        differing,
        additionsNaive: mine.tests * window * window * 2,
        additionsOurs: side * side * 8,
        falseDiscoveryMs: Math.round(correctionMs * 10) / 10,
        significantFrom99: Math.round(from[99] * 100) / 100,
      },
      goal: `≥ ${GOAL}x`,
      met: outcome.low >= GOAL,
      renderer,
      date: '',
    })
  }
  return rows
}
