import { type CubeRaster, type DensityCube, OFFSET_UNITS } from './density-cube'
import type { Kernel } from './density-kernel'
import { mercatorX, mercatorY, metresPerWorld } from './density-raster'
import { type KernelTerms, kernelTerms, TERMS } from './density-terms'
import type { LngLat } from './geo'
import { type TimeWindow, WEEK_MS } from './time'

/** Rows in which one set of weights is right: a bandwidth in metres takes more cells towards the poles. */
export interface Band {
  readonly first: number
  readonly end: number
  readonly terms: KernelTerms
  /** Incidents of one cell as incidents per km². */
  readonly perKm2: number
}

/** Within a band the cells' metres differ by so much at most. */
const BAND_RATIO = 1.004
const MOST_BANDS = 64

export function bandsOf({ y0, step, height }: CubeRaster, kernel: Kernel): readonly Band[] {
  const metres = (row: number) => step * metresPerWorld(y0 + row * step)
  const [top, middle, foot] = [metres(0), metres(height / 2), metres(height)]
  const widest = Math.max(top / middle, middle / top, foot / middle, middle / foot)
  const count = Math.min(
    MOST_BANDS,
    height,
    Math.max(1, Math.ceil((2 * Math.log(widest)) / Math.log(BAND_RATIO))),
  )
  return Array.from({ length: count }, (_, i) => {
    const first = Math.floor((i * height) / count)
    const end = Math.floor(((i + 1) * height) / count)
    const cellM = metres((first + end) / 2)
    return {
      first,
      end,
      terms: kernelTerms(kernel.shape, kernel.bandwidthM / cellM),
      perKm2: 1 / (cellM / 1000) ** 2,
    }
  })
}

/** Seconds of a window on the cube's clock, whole ones: `from` inside, `to` not. */
export function secondsOf({ zero }: DensityCube, { from, to }: TimeWindow): [number, number] {
  const second = (at: number) => Math.max(0, Math.min(0xffffffff, Math.ceil((at - zero) / 1000)))
  return [second(from), second(to)]
}

/** Factor that makes counts of a window counts of a week. */
export function perWeek({ from, to }: TimeWindow): number {
  if (!(to > from)) throw new RangeError('a density needs a window with a length')
  return WEEK_MS / (to - from)
}

/** What the painter of a cube is told of a window. */
export interface WindowGlance {
  readonly window: readonly [number, number]
  readonly rate: number
  readonly bands: readonly Band[]
}

const bandsByStarts = new WeakMap<Uint32Array, { kernel: Kernel; bands: readonly Band[] }>()

/** The same bands for the same cube, so that only the window is another one. */
export function glanceAt(cube: DensityCube, kernel: Kernel, window: TimeWindow): WindowGlance {
  let known = bandsByStarts.get(cube.starts)
  if (known?.kernel !== kernel) {
    known = { kernel, bands: bandsOf(cube, kernel) }
    bandsByStarts.set(cube.starts, known)
  }
  return { window: secondsOf(cube, window), rate: perWeek(window), bands: known.bands }
}

/**
 * The picture of a window, here: what `map/density` does on the GPU, step by step. Coefficients of a quadratic
 * spline, one per cell, in incidents per km² per week; {@link valueIn} reads them.
 */
export function densityPicture(
  cube: DensityCube,
  kernel: Kernel,
  window: TimeWindow,
): Float32Array {
  const { width, height } = cube
  const mass = massOf(cube, window)
  const across = new Float32Array(width * height * TERMS)
  const values = new Float32Array(width * height)
  const rate = perWeek(window)
  const bands = bandsOf(cube, kernel)
  const isFilled = new Uint8Array(height)
  for (const { first, end, terms } of bands)
    for (let row = first; row < end; row++)
      for (let x = 0; x < width; x++) {
        const one = mass[row * width + x] as number
        if (one === 0) continue
        isFilled[row] = 1
        const from = Math.max(0, x - terms.reach)
        const to = Math.min(width - 1, x + terms.reach)
        for (let c = from; c <= to; c++)
          for (let t = 0; t < TERMS; t++)
            across[(row * width + c) * TERMS + t]! +=
              one * (terms.across[TERMS * Math.abs(c - x) + t] as number)
      }
  for (const { first, end, terms, perKm2 } of bands)
    for (let row = first; row < end; row++)
      for (let r = Math.max(0, row - terms.reach); r <= row + terms.reach; r++) {
        if (!isFilled[r]) continue
        for (let x = 0; x < width; x++) {
          let sum = 0
          for (let t = 0; t < TERMS; t++)
            sum +=
              (across[(r * width + x) * TERMS + t] as number) *
              (terms.down[TERMS * Math.abs(r - row) + t] as number)
          values[row * width + x]! += sum * perKm2 * rate
        }
      }
  return values
}

/** Incidents per cell in a window, each spread over nine cells by a quadratic spline about its cell's common centre. */
export function massOf(cube: DensityCube, window: TimeWindow): Float32Array {
  const { width, height, starts, seconds, offsets } = cube
  const mass = new Float32Array(width * height)
  const [from, to] = secondsOf(cube, window)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const cell = row * width + column
      const start = starts[cell] as number
      const end = starts[cell + 1] as number
      if (start === end) continue
      const low = firstAt(seconds, start, end, from)
      const high = firstAt(seconds, low, end, to)
      const n = high - low
      if (n === 0) continue
      const sum = (axis: number) =>
        (offsets[2 * high - 2 + axis] as number) -
        (low > start ? (offsets[2 * low - 2 + axis] as number) : 0)
      const wx = spline((sum(0) / n + 0.5) / OFFSET_UNITS - 0.5)
      const wy = spline((sum(1) / n + 0.5) / OFFSET_UNITS - 0.5)
      for (let j = -1; j <= 1; j++)
        for (let i = -1; i <= 1; i++) {
          const [x, y] = [column + i, row + j]
          // The outermost cells stay empty, as on the GPU, which reads them for what is beyond.
          if (x < 1 || y < 1 || x > width - 2 || y > height - 2) continue
          mass[y * width + x]! += n * (wx[i + 1] as number) * (wy[j + 1] as number)
        }
    }
  return mass
}

/** Weights of the cells before, at and after one for a place that far from its centre (−0.5 to 0.5). */
function spline(off: number): [number, number, number] {
  return [0.5 * (0.5 - off) ** 2, 0.75 - off * off, 0.5 * (0.5 + off) ** 2]
}

function firstAt(seconds: Uint32Array, start: number, end: number, at: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((seconds[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** What a picture says of a place; never less than nothing. */
export function valueIn(values: Float32Array, raster: CubeRaster, [lng, lat]: LngLat): number {
  const { x0, y0, step, width, height } = raster
  let across = mercatorX(lng) - x0
  if (across < 0) across += 1
  const [x, y] = [across / step - 0.5, (mercatorY(lat) - y0) / step - 0.5]
  const [column, row] = [Math.round(x), Math.round(y)]
  const [wx, wy] = [spline(x - column), spline(y - row)]
  let sum = 0
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const [c, r] = [column + i, row + j]
      if (c < 0 || r < 0 || c >= width || r >= height) continue
      sum += (values[r * width + c] as number) * (wx[i + 1] as number) * (wy[j + 1] as number)
    }
  return Math.max(0, sum)
}
