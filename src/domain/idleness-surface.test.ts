import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mercatorX, mercatorY } from './density-raster'
import type { Extent } from './geo'
import { idlenessStats } from './idleness-stats'
import {
  createIdlenessGrid,
  type IdlenessGrid,
  NEVER_S,
  type SegmentColumns,
  visitSegments,
} from './idleness-surface'
import { nearestRank } from './patrol-idleness'

const EXTENT: Extent = [106.5, 26.5, 106.6, 26.6]
const SINCE = Date.UTC(2026, 10, 23)
const grid = () => createIdlenessGrid(EXTENT, 500, SINCE)
const FREE = { maxJoinM: 1e9, maxGapS: 1e9 }

interface Step {
  /** Cells across and down, fractions allowed. */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly fromS: number
  readonly atS: number
}

/** Steps given in cells, as the degrees that the grid takes. */
function columnsOf({ x0, y0, step }: IdlenessGrid, steps: readonly Step[]): SegmentColumns {
  const lng = ([x]: readonly [number, number]) => (x0 + x * step - 0.5) * 360
  const lat = ([, y]: readonly [number, number]) =>
    (Math.atan(Math.sinh(Math.PI * (1 - 2 * (y0 + y * step)))) * 180) / Math.PI
  const column = (of: (one: Step) => number) => Float64Array.from(steps, of)
  return {
    count: steps.length,
    fromLng: column(({ from }) => lng(from)),
    fromLat: column(({ from }) => lat(from)),
    toLng: column(({ to }) => lng(to)),
    toLat: column(({ to }) => lat(to)),
    fromSeconds: column(({ fromS }) => fromS),
    atSeconds: column(({ atS }) => atS),
  }
}

const visited = ({ lastS, width }: IdlenessGrid) =>
  [...lastS].flatMap((s, i) => (s === NEVER_S ? [] : [[i % width, Math.floor(i / width), s]]))

function gridWith(steps: readonly Step[], rules: Parameters<typeof visitSegments>[2] = FREE) {
  const one = grid()
  visitSegments(one, columnsOf(one, steps), rules)
  return one
}

describe('what a step visits', () => {
  test('all cells between two positions, each until the unit left it', () => {
    const one = gridWith([{ from: [2.5, 3.5], to: [5.5, 3.5], fromS: 0, atS: 30 }])
    const cells = visited(one)
    expect(cells.map(([x, y]) => [x, y])).toEqual([
      [2, 3],
      [3, 3],
      [4, 3],
      [5, 3],
    ])
    for (const [i, s] of [5, 15, 25, 30].entries()) expect(cells[i]?.[2]).toBeCloseTo(s, 2)
  })

  test('a place keeps its latest visit, whatever comes first', () => {
    const steps = [
      { from: [2.5, 3.5], to: [2.5, 3.5], fromS: 100, atS: 100 },
      { from: [2.4, 3.5], to: [2.6, 3.5], fromS: 0, atS: 30 },
    ] as const
    expect(visited(gridWith(steps))).toEqual([[2, 3, 100]])
    expect(visited(gridWith([...steps].reverse()))).toEqual([[2, 3, 100]])
  })

  test('a step too long in metres or in time counts at its ends only', () => {
    const step = { from: [2.5, 3.5], to: [5.5, 3.5], fromS: 0, atS: 60 } as const
    const ends = [
      [2, 3, 0],
      [5, 3, 60],
    ]
    const cellM = grid().cellM
    expect(visited(gridWith([step], { maxJoinM: 2.9 * cellM, maxGapS: 60 }))).toEqual(ends)
    expect(visited(gridWith([step], { maxJoinM: 3.1 * cellM, maxGapS: 59 }))).toEqual(ends)
    expect(visited(gridWith([step], { maxJoinM: 3.1 * cellM, maxGapS: 60 }))).toHaveLength(4)
    expect(visited(gridWith([{ ...step, fromS: 90 }]))).toEqual([
      [2, 3, 90],
      [5, 3, 60],
    ])
  })

  test('a reach is a disc round each cell', () => {
    const at = { from: [4.5, 4.5], to: [4.5, 4.5], fromS: 7, atS: 7 } as const
    const { cellM } = grid()
    expect(visited(gridWith([at], { ...FREE, reachM: 0.9 * cellM }))).toHaveLength(1)
    expect(visited(gridWith([at], { ...FREE, reachM: cellM }))).toHaveLength(5)
    expect(visited(gridWith([at], { ...FREE, reachM: 1.5 * cellM }))).toHaveLength(9)
    const { width, height } = grid()
    for (const [from, cell] of [
      [
        [0.5, -0.5],
        [0, 0, 7],
      ],
      [
        [-0.5, 0.5],
        [0, 0, 7],
      ],
      [
        [2.5, height + 0.5],
        [2, height - 1, 7],
      ],
      [
        [width + 0.5, 2.5],
        [width - 1, 2, 7],
      ],
    ] as const) {
      const beyond = { ...at, from, to: from }
      expect(visited(gridWith([beyond], { ...FREE, reachM: cellM }))).toEqual([cell])
      expect(visited(gridWith([beyond]))).toEqual([])
    }
  })

  test('positions of the future, without a number, or elsewhere count for nothing', () => {
    const at = { from: [4.5, 4.5], to: [4.5, 4.5], fromS: 70, atS: 70 } as const
    expect(visited(gridWith([at], { ...FREE, notAfterS: 69 }))).toEqual([])
    expect(
      visited(gridWith([{ ...at, atS: 80, to: [6.5, 4.5] }], { ...FREE, notAfterS: 75 })),
    ).toEqual([[4, 4, 70]])
    const broken = [
      { ...at, atS: Number.NaN, fromS: Number.NaN },
      { ...at, from: [Number.NaN, 1], to: [Number.NaN, 1] },
      { ...at, from: [-40, 4], to: [-30, 4] },
      { ...at, from: [4, 999], to: [4, 990] },
      { ...at, from: [-9, 4], to: [Number.POSITIVE_INFINITY, 4] },
    ] as const
    expect(visited(gridWith(broken, { ...FREE, reachM: 900 }))).toEqual([])
  })
})

test('a latitude has its row to the centimetre', () => {
  const province = createIdlenessGrid([103.6, 24.6, 109.6, 29.3], 500, SINCE)
  const { y0, step, rows, rowsPerDeg, cellM } = province
  let worst = 0
  for (let lat = 24.6; lat < 29.3; lat += 0.00317) {
    const entry = (29.3 - lat) * rowsPerDeg
    const k = Math.floor(entry)
    const [a = 0, b = 0] = rows.subarray(k, k + 2)
    const exact = (mercatorY(lat) - y0) / step
    worst = Math.max(worst, Math.abs(a + (entry - k) * (b - a) - exact))
  }
  expect(worst * cellM).toBeLessThan(0.01)
  expect(province.width).toBeLessThanOrEqual(2048)
  expect(cellM).toBeCloseTo(500, 6)
  expect(province.x0).toBe(mercatorX(103.6))
})

/** Shares of a step inside a square, by clipping at its four sides; null where it never is. */
function inside({ from, to }: Step, x: number, y: number, grown: number): [number, number] | null {
  let [enter, leave] = [0, 1]
  for (const axis of [0, 1] as const) {
    const [low, high] = [[x, y][axis]! - grown, [x, y][axis]! + 1 + grown]
    const d = to[axis] - from[axis]
    if (d === 0) {
      if (from[axis] < low || from[axis] > high) return null
      continue
    }
    const [a, b] = [(low - from[axis]) / d, (high - from[axis]) / d]
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
  }
  return enter <= leave ? [enter, leave] : null
}

/** Every cell against every step, and its neighbours one by one. `grown`: squares that are a hair larger, or smaller. */
function oracle(one: IdlenessGrid, steps: readonly Step[], reachCells: number, grown: number) {
  const { width, height } = one
  const own = new Float64Array(width * height).fill(NEVER_S)
  // Beyond the edge too, since a unit outside may see in.
  const pad = Math.ceil(reachCells) + 1
  for (const step of steps)
    for (let y = -pad; y < height + pad; y++)
      for (let x = -pad; x < width + pad; x++) {
        const share = inside(step, x, y, grown)
        if (!share) continue
        const at = step.fromS + share[1] * (step.atS - step.fromS)
        for (let v = 0; v < height; v++)
          for (let u = 0; u < width; u++)
            if (Math.hypot(u - x, v - y) <= reachCells + 1e-6)
              own[v * width + u] = Math.max(own[v * width + u]!, at)
      }
  return own
}

const place = fc.tuple(
  fc.double({ min: -3, max: 25, noNaN: true }),
  fc.double({ min: -3, max: 27, noNaN: true }),
)
const steps = fc.array(
  fc
    .record({
      from: place,
      to: place,
      fromS: fc.integer({ min: 0, max: 9e4 }),
      s: fc.integer({ min: 0, max: 300 }),
    })
    .map(({ s, ...step }): Step => ({ ...step, atS: step.fromS + s })),
  { minLength: 1, maxLength: 6 },
)

test('cells and times are those of brute force', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(0, 1, 1.5, 2.3), (some, reach) => {
      const one = createIdlenessGrid(EXTENT, 1000, SINCE)
      const joined = visitSegments(one, columnsOf(one, some), {
        ...FREE,
        reachM: reach * one.cellM,
      })
      expect(joined).toBe(some.length)
      // A step along a side or through a corner may fall to either cell: between a hair less and a hair more.
      const least = oracle(one, some, reach, -1e-5)
      const most = oracle(one, some, reach, 1e-5)
      for (const [i, s] of one.lastS.entries()) {
        expect(s).toBeGreaterThanOrEqual(least[i]! - 0.05)
        expect(s).toBeLessThanOrEqual(most[i]! + 0.05)
      }
    }),
    { numRuns: 60 },
  )
})

test('through a corner both neighbours are visited', () => {
  // A raster of 1/1024 of a degree each way, in which a corner is exact.
  const rows = Float64Array.from({ length: 1025 }, (_, i) => i)
  const step = 2 ** -10 / 360
  const one = { ...createIdlenessGrid([0, -1, 1, 1], 10_000, SINCE), step, rows, rowsPerDeg: 1024 }
  const north = one.extent[3]
  visitSegments(
    one,
    {
      count: 1,
      fromLng: Float64Array.of(2.5 / 1024),
      toLng: Float64Array.of(3.5 / 1024),
      fromLat: Float64Array.of(north - 2.5 / 1024),
      toLat: Float64Array.of(north - 3.5 / 1024),
      fromSeconds: Float64Array.of(0),
      atSeconds: Float64Array.of(2),
    },
    FREE,
  )
  expect(visited(one)).toEqual([
    [2, 2, 1],
    [3, 2, 1],
    [2, 3, 1],
    [3, 3, 2],
  ])
})

describe('figures', () => {
  const at = (s: number) => SINCE + s * 1000
  const filled = (values: readonly number[]) => {
    const one = createIdlenessGrid([0, 0, 0.01 * values.length, 0.01], 1_113, SINCE)
    one.lastS.fill(NEVER_S).set(values)
    return one
  }
  const first = (one: IdlenessGrid, n: number) =>
    Uint8Array.from(one.lastS, (_, i) => (i < n ? 1 : 0))

  test('equal those of the sorted ages', () => {
    const second = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(
        fc.array(fc.option(second, { nil: NEVER_S, freq: 4 }), { minLength: 1, maxLength: 60 }),
        second,
        (values, targetS) => {
          const one = filled(values)
          const stats = idlenessStats(one, at(6000), targetS, first(one, values.length))
          const ages = values.map((s) => 6000 - (s === NEVER_S ? 0 : s)).sort((a, b) => a - b)
          expect(stats.cells).toBe(values.length)
          expect(stats.never).toBe(values.filter((s) => s === NEVER_S).length)
          expect(stats.within).toBe(values.filter((s) => s >= 6000 - targetS).length)
          expect(stats.withinShare).toBe(stats.within / stats.cells)
          expect(stats.meanS).toBeCloseTo(ages.reduce((a, b) => a + b) / ages.length, 6)
          expect(stats.worstS).toBe(ages.at(-1))
          expect(stats.p90S).toBe(nearestRank(ages, 0.9))
        },
      ),
    )
  })

  test('a cell never visited is not within, and its age is a lower bound', () => {
    const one = filled([100, 100, 100, 100, 100, 100, 100, 100, 100, NEVER_S])
    const stats = idlenessStats(one, at(110), 600, first(one, 10))
    expect(stats).toMatchObject({ cells: 10, never: 1, within: 9, withinShare: 0.9 })
    expect(stats).toMatchObject({ p90S: 10, isP90AtLeast: false, worstS: 110, meanS: 20 })
    one.lastS[0] = NEVER_S
    expect(idlenessStats(one, at(110), 600, first(one, 10))).toMatchObject({
      p90S: 110,
      isP90AtLeast: true,
    })
  })

  test('the target itself is within; a visit as old as the record is known', () => {
    const one = filled([0])
    const stats = idlenessStats(one, at(600), 600, first(one, 1))
    expect(stats).toMatchObject({ within: 1, p90S: 600, isP90AtLeast: false })
  })

  test('no cell has no figures', () => {
    const one = grid()
    expect(idlenessStats(one, at(1), 600, new Uint8Array(one.lastS.length))).toEqual({
      cells: 0,
      never: 0,
      within: 0,
      withinShare: null,
      meanS: null,
      worstS: null,
      p90S: null,
      isP90AtLeast: false,
    })
  })
})
