import { describe, expect, it } from 'vitest'
import { mercatorX, mercatorY } from '../../src/domain/density-raster'
import { distanceM, type LngLat } from '../../src/domain/geo'
import {
  createIdlenessGrid,
  type IdlenessGrid,
  NEVER_S,
  type SegmentColumns,
  visitSegments,
} from '../../src/domain/idleness-surface'
import { type CabColumns, cabDays, readCabs, whyNoCabs } from './cabs'

const LONG = Boolean(process.env.LONG)
/** One cab in sixteen of the first day in CI; LONG=1 takes every cab of all three. */
const EVERY = LONG ? 1 : 16
const DAYS = LONG ? cabDays() : cabDays().slice(0, 1)
const missing = whyNoCabs()

/** The Bay: what lies outside is a receiver gone wrong. */
const BAY = [-122.6, 37.4, -121.9, 37.95] as const
const CELL_M = 250
/** As the desk joins positions, but for cabs that report every 60 s instead of every 15 s. */
const MAX_JOIN_M = 2_000
const MAX_GAP_S = 90
/** A step of nearly the longest length may be joined by one reckoning of metres and not by the other: set aside. */
const NEAR_JOIN = 0.01
/** Cells clipped by less than this share of their side: rounding decides. */
const GRAZE = 1e-4
/** Seconds are kept in 32 bits: to 1/128 s at the end of a day. */
const TIME_S = 0.02

interface Steps extends SegmentColumns {
  readonly aside: { readonly backwards: number; readonly nearJoin: number }
}

/** From each position of a cab to its next; a first position is a step onto itself. */
function stepsOf({ count, cab, seconds, lng, lat }: CabColumns, since: number): Steps {
  const rows: number[][] = []
  const aside = { backwards: 0, nearJoin: 0 }
  for (let i = 0; i < count; i++) {
    const from = i > 0 && cab[i - 1] === cab[i] ? i - 1 : i
    const [a, b] = [at(lng, lat, from), at(lng, lat, i)]
    const [ta, tb] = [(seconds[from] as number) - since, (seconds[i] as number) - since]
    if (tb < ta) aside.backwards++
    else if (Math.abs(distanceM(a, b) / MAX_JOIN_M - 1) < NEAR_JOIN) aside.nearJoin++
    else rows.push([...a, ...b, ta, tb])
  }
  const column = (k: number) => Float64Array.from(rows, (row) => row[k] as number)
  return {
    count: rows.length,
    fromLng: column(0),
    fromLat: column(1),
    toLng: column(2),
    toLat: column(3),
    fromSeconds: column(4),
    atSeconds: column(5),
    aside,
  }
}

const at = (lng: Float64Array, lat: Float64Array, i: number): LngLat => [
  lng[i] as number,
  lat[i] as number,
]

/** Slow and obvious: every cell of the box round a step is clipped by the step, by itself. */
function bruteForce(grid: IdlenessGrid, steps: SegmentColumns, reachM: number) {
  const { x0, y0, step, width, height } = grid
  const last = new Float64Array(width * height).fill(NEVER_S)
  const grazed = new Uint8Array(width * height)
  const reach = reachM / grid.cellM
  const counts = { joined: 0, gaps: 0, jumps: 0 }
  const visit = (column: number, row: number, seconds: number, isGrazed: boolean) => {
    const r = Math.ceil(reach)
    for (let y = row - r; y <= row + r; y++)
      for (let x = column - r; x <= column + r; x++) {
        if (Math.hypot(x - column, y - row) > reach + 1e-9) continue
        if (x < 0 || x >= width || y < 0 || y >= height) continue
        const i = y * width + x
        if (isGrazed) grazed[i] = 1
        else if ((last[i] as number) < seconds) last[i] = seconds
      }
  }
  for (let i = 0; i < steps.count; i++) {
    const from: LngLat = [steps.fromLng[i] as number, steps.fromLat[i] as number]
    const to: LngLat = [steps.toLng[i] as number, steps.toLat[i] as number]
    const [ta, tb] = [steps.fromSeconds[i] as number, steps.atSeconds[i] as number]
    const [xa, ya] = [(mercatorX(from[0]) - x0) / step, (mercatorY(from[1]) - y0) / step]
    const [xb, yb] = [(mercatorX(to[0]) - x0) / step, (mercatorY(to[1]) - y0) / step]
    const isGap = tb - ta > MAX_GAP_S
    const isJump = distanceM(from, to) > MAX_JOIN_M
    if (isGap || isJump) {
      counts[isGap ? 'gaps' : 'jumps']++
      for (const [x, y, t] of [
        [xa, ya, ta],
        [xb, yb, tb],
      ] as const)
        visit(Math.floor(x), Math.floor(y), t, isOnEdge(x) || isOnEdge(y))
      continue
    }
    counts.joined++
    for (let row = Math.floor(Math.min(ya, yb)) - 1; row <= Math.max(ya, yb) + 1; row++)
      for (
        let column = Math.floor(Math.min(xa, xb)) - 1;
        column <= Math.max(xa, xb) + 1;
        column++
      ) {
        const left = clip(xa, ya, xb, yb, column, row, 0)
        const isWell = clip(xa, ya, xb, yb, column, row, -GRAZE) !== null
        if (left !== null && isWell) visit(column, row, ta + left * (tb - ta), false)
        else if (clip(xa, ya, xb, yb, column, row, GRAZE) !== null) visit(column, row, 0, true)
      }
  }
  return { last, grazed, counts }
}

const isOnEdge = (x: number) => Math.abs(x - Math.round(x)) < GRAZE

/** Share of the step at which it leaves the cell, grown by `by` on each side; null: it does not touch it. */
function clip(
  xa: number,
  ya: number,
  xb: number,
  yb: number,
  column: number,
  row: number,
  by: number,
): number | null {
  let [enter, leave] = [0, 1]
  for (const [a, b, low] of [
    [xa, xb, column],
    [ya, yb, row],
  ] as const) {
    const [near, far] = [low - by, low + 1 + by]
    if (a === b) {
      if (a < near || a > far) return null
      continue
    }
    const [s, t] = [(near - a) / (b - a), (far - a) / (b - a)]
    enter = Math.max(enter, Math.min(s, t))
    leave = Math.min(leave, Math.max(s, t))
  }
  return enter <= leave ? leave : null
}

describe.skipIf(missing !== null)(
  `coverage of real positions (${missing ?? `${DAYS.length} day(s), 1 cab in ${EVERY}`})`,
  () => {
    it.each(
      DAYS.flatMap(
        (day) =>
          [
            [day, 0],
            [day, 250],
          ] as const,
      ),
    )(
      '%s, seen %i m round: each cell is last visited when brute force says',
      { timeout: 300_000 },
      (day, reachM) => {
        const cabs = readCabs(day, EVERY)
        const since = cabs.seconds.reduce((least, one) => Math.min(least, one), Number.MAX_VALUE)
        const steps = stepsOf(cabs, since)
        const grid = createIdlenessGrid(BAY, CELL_M, since * 1_000)
        const joined = visitSegments(grid, steps, {
          maxJoinM: MAX_JOIN_M,
          maxGapS: MAX_GAP_S,
          reachM,
        })
        const { last, grazed, counts } = bruteForce(grid, steps, reachM)
        let [visited, wrong, onEdge] = [0, 0, 0]
        for (let i = 0; i < last.length; i++) {
          const [ours, theirs] = [grid.lastS[i] as number, last[i] as number]
          if (theirs !== NEVER_S) visited++
          if (Math.abs(ours - theirs) <= TIME_S + GRAZE * MAX_GAP_S) continue
          // Clipped by less than 2.5 cm: either answer is right, if it is the later one.
          if (grazed[i] === 1 && ours > theirs) onEdge++
          else wrong++
        }
        console.info(
          `${day} reach ${reachM} m: ${cabs.count} positions, ${counts.joined} steps joined, ` +
            `${counts.gaps} gaps and ${counts.jumps} jumps not; set aside ${steps.aside.backwards} backwards, ` +
            `${steps.aside.nearJoin} of nearly ${MAX_JOIN_M} m; ${visited} cells visited, ${onEdge} decided by their edge`,
        )
        expect(wrong).toBe(0)
        expect(joined).toBe(counts.joined)
        expect(visited).toBeGreaterThan(1_000)
        expect(onEdge).toBeLessThan(visited / 100)
        expect(counts.gaps).toBeGreaterThan(100)
        expect(counts.jumps).toBeGreaterThan(0)
      },
    )
  },
)
