import { type CoverProblem, coverageBy, mostCovered } from '../../src/domain/cover'
import { contest, type Row, seeded } from './bench'

const GOAL_MS = 1_000
const P = 50
const REACH_KM = 4.8

/** Towns of a province, 500 x 450 km: demand and sites gather round 88 centres. */
function province(sites: number, points: number): CoverProblem {
  const random = seeded(20_261)
  const towns = Array.from({ length: 88 }, () => ({
    x: 500 * random(),
    y: 450 * random(),
    size: 0.2 + 4 * random() * random(),
  }))
  const near = (spread: number) => {
    const { x, y, size } = towns[Math.floor(88 * random())] as (typeof towns)[number]
    const away = Math.sqrt(-2 * Math.log(1 - random())) * spread * size
    const turn = 2 * Math.PI * random()
    return { x: x + away * Math.cos(turn), y: y + away * Math.sin(turn) }
  }
  const demand = Array.from({ length: points }, () => near(6))
  const places = Array.from({ length: sites }, () => near(5))
  const cells = new Map<string, number[]>()
  const cellOf = ({ x, y }: { x: number; y: number }, i = 0, j = 0) =>
    `${Math.floor(x / REACH_KM) + i} ${Math.floor(y / REACH_KM) + j}`
  demand.forEach((point, d) => {
    const cell = cells.get(cellOf(point))
    if (cell) cell.push(d)
    else cells.set(cellOf(point), [d])
  })
  const start = new Uint32Array(sites + 1)
  const reached: number[] = []
  places.forEach((place, s) => {
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const d of cells.get(cellOf(place, i, j)) ?? []) {
          const { x, y } = demand[d] as { x: number; y: number }
          if (Math.hypot(x - place.x, y - place.y) <= REACH_KM) reached.push(d)
        }
    start[s + 1] = reached.length
  })
  return {
    p: P,
    start,
    reached: Uint32Array.from(reached),
    weight: new Float64Array(points).fill(1),
    area: Uint16Array.from(demand, ({ x, y }) => {
      const [column, row] = [Math.floor(x / 170), Math.floor(y / 150)].map((n) =>
        Math.min(2, Math.max(0, n)),
      )
      return 3 * (row as number) + (column as number)
    }),
    areas: 9,
    floor: 0.1,
  }
}

/** What one writes first: every site looked at for every choice; no floor, no swaps, no bound. */
function plainGreedy({ p, start, reached, weight }: CoverProblem): number[] {
  const sites = start.length - 1
  const covered = new Uint8Array(weight.length)
  const chosen: number[] = []
  for (let k = 0; k < p; k++) {
    let [best, most] = [-1, 0]
    for (let s = 0; s < sites; s++) {
      let gain = 0
      for (let i = start[s] as number; i < (start[s + 1] as number); i++)
        if (!covered[reached[i] as number]) gain += weight[reached[i] as number] as number
      if (gain > most) [best, most] = [s, gain]
    }
    if (best < 0) break
    chosen.push(best)
    for (let i = start[best] as number; i < (start[best + 1] as number); i++)
      covered[reached[i] as number] = 1
  }
  return chosen
}

/** Fifty posts of 1,000 sites for 100,000 demand points, with floors, swaps and bound, against a plain greedy. */
export async function adviceCover(
  points: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  const problem = province(Math.round(points / 100), points)
  let found = mostCovered(problem)
  let plain: readonly number[] = []
  const outcome = await contest({
    ours: () => {
      found = mostCovered(problem)
    },
    theirs: () => {
      plain = plainGreedy(problem)
    },
    passes,
  })
  if (found.covered > found.bound) throw new Error('void: covered beyond its bound')
  const theirs = coverageBy(problem, plain).covered
  return [
    {
      id: 'allocation',
      peer: 'plain greedy, no floor, no bound',
      unit: 'ms',
      ours: outcome.ours,
      theirs: outcome.theirs,
      ratio: outcome.ratio,
      low: outcome.low,
      high: outcome.high,
      counters: {
        sites: problem.start.length - 1,
        points,
        p: P,
        reached: problem.reached.length,
        coveredPerMille: Math.round((1_000 * found.covered) / found.total),
        peerPerMille: Math.round((1_000 * theirs) / found.total),
        ofBoundPerMille: Math.round((1_000 * found.covered) / found.bound),
        areasUnderFloor: found.lacking > 0 ? 1 : 0,
        passes: outcome.passes,
      },
      goal: `<= ${GOAL_MS} ms`,
      met: outcome.ours <= GOAL_MS,
      renderer,
      date: new Date().toISOString().slice(0, 10),
    },
  ]
}
