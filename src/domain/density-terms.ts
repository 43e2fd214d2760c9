import { GAUSSIAN_ENDS, type Kernel } from './density-kernel'

/** Products of a function of x and one of y that a kernel is summed from; the fourth adds less than a thousandth. */
export const TERMS = 4

/**
 * A kernel on a grid as a sum of {@link TERMS} products: the weight of a cell i to the side and j down is
 * Σ across[4·|i| + t] · down[4·|j| + t]. All weights add up to 1.
 */
export interface KernelTerms {
  /** Cells to each side. */
  readonly reach: number
  readonly across: Float32Array
  readonly down: Float32Array
}

/** Below this many cells a kernel is too coarse to be sharpened. */
const LEAST_RADIUS = 2

/**
 * Any kernel is a symmetric matrix of its values, and that a sum of products of its eigenvectors; the largest four
 * are enough. They are then sharpened by what the quadratic splines on both sides (`density-cube.ts`, and the
 * picture's interpolation) will blur them.
 */
export function kernelTerms(shape: Kernel['shape'], bandwidthCells: number): KernelTerms {
  const radius = shape === 'quartic' ? bandwidthCells : GAUSSIAN_ENDS * bandwidthCells
  const reach = Math.max(1, Math.ceil(radius) + 1)
  const size = reach + 1
  const valueAt = (i: number, j: number) => {
    const share = (i * i + j * j) / bandwidthCells ** 2
    if (shape === 'gaussian') return Math.exp(-share / 2)
    return share < 1 ? (1 - share) ** 2 : 0
  }
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => valueAt(i, j)),
  )
  const { values, vectors } = eigen(matrix)
  const order = [...values.keys()].sort(
    (a, b) => Math.abs(values[b] as number) - Math.abs(values[a] as number),
  )
  const across = new Float32Array(TERMS * size)
  const down = new Float32Array(TERMS * size)
  let mass = 0
  for (const [t, k] of order.slice(0, TERMS).entries()) {
    const raw = Float64Array.from({ length: size }, (_, i) => vectors[i]?.[k] as number)
    const term = radius < LEAST_RADIUS ? raw : sharpened(raw)
    const sum = term.reduce((all, one, i) => all + (i === 0 ? one : 2 * one), 0)
    const value = values[k] as number
    mass += value * sum * sum
    for (const [i, one] of term.entries()) {
      across[TERMS * i + t] = value * one
      down[TERMS * i + t] = one
    }
  }
  for (const [i, one] of across.entries()) across[i] = one / mass
  return { reach, across, down }
}

/**
 * Undoes two quadratic splines (1/8, 6/8, 1/8 on the grid), and adds half of the spread that incidents of one cell
 * lose when they are drawn at their common centre.
 */
function sharpened(even: Float64Array): Float64Array {
  const once = solveEven(solveEven(even))
  return once.map((one, i) => {
    const before = once[Math.abs(i - 1)] as number
    return (46 * one + before + (once[i + 1] ?? 0)) / 48
  })
}

/** x with (x[i−1] + 6·x[i] + x[i+1]) / 8 = b[i], mirrored at 0 and nothing beyond the end. */
function solveEven(b: Float64Array): Float64Array {
  const n = b.length
  const ratio = new Float64Array(n)
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const lower = i === 0 ? 0 : 1 / 8
    const upper = i === 0 ? 2 / 8 : 1 / 8
    const pivot = 6 / 8 - lower * (i === 0 ? 0 : (ratio[i - 1] as number))
    ratio[i] = upper / pivot
    x[i] = ((b[i] as number) - lower * (i === 0 ? 0 : (x[i - 1] as number))) / pivot
  }
  for (let i = n - 2; i >= 0; i--) x[i]! -= (ratio[i] as number) * (x[i + 1] as number)
  return x
}

/** Eigenvalues and eigenvectors (as columns) of a small symmetric matrix, by Jacobi's rotations. */
function eigen(input: readonly Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const a = input.map((row) => row.slice())
  const n = a.length
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
  const at = (m: readonly Float64Array[], i: number, j: number) => m[i]?.[j] as number
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = at(a, p, q)
        off += apq * apq
        if (Math.abs(apq) < 1e-15) continue
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq)
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const c = 1 / Math.hypot(t, 1)
        const s = t * c
        for (let k = 0; k < n; k++) rotate(a[k] as Float64Array, p, q, c, s)
        for (let k = 0; k < n; k++) {
          const [x, y] = [at(a, p, k), at(a, q, k)]
          ;(a[p] as Float64Array)[k] = c * x - s * y
          ;(a[q] as Float64Array)[k] = s * x + c * y
        }
        for (let k = 0; k < n; k++) rotate(v[k] as Float64Array, p, q, c, s)
      }
    if (off < 1e-24) break
  }
  return { values: a.map((row, i) => row[i] as number), vectors: v }
}

function rotate(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] as number, row[q] as number]
  row[p] = c * x - s * y
  row[q] = s * x + c * y
}
