/**
 * Counts of cells over time, cumulative, as rises: cell i holds `seconds[starts[i]]` to `seconds[starts[i + 1] - 1]`.
 * Cells are equal in Web Mercator, rows from north to south.
 */
export interface Cube {
  /** Degrees. */
  readonly extent: readonly [west: number, south: number, east: number, north: number]
  readonly width: number
  readonly height: number
  /** One per cell, and a row more. */
  readonly starts: Uint32Array
  readonly seconds: Uint32Array
  /** Pairs: sums of x and y within the cell, in 256ths, over its row up to here and with it. */
  readonly offsets: Uint32Array
}

/** What came after a cube was made: few, each drawn by itself. */
export interface Tail {
  /** Triples: x and y in cells from the corner, and seconds after `since`. */
  readonly rises: Float32Array
  readonly count: number
  /** In seconds of the cube. */
  readonly since: number
}

/** Rows of cells with their weights: cell (i, j) aside adds Σ across[4·|i| + t] · down[4·|j| + t]. */
export interface WeightBand {
  readonly first: number
  readonly end: number
  readonly terms: {
    readonly reach: number
    readonly across: Float32Array
    readonly down: Float32Array
  }
  readonly perKm2: number
}

/** All that a picture of a cube depends on; nothing of it is sent but as uniforms. */
export interface Glance {
  /** Seconds of the cube: the first inside, the second not. */
  readonly window: readonly [from: number, to: number]
  /** Factor of all values. */
  readonly rate: number
  readonly bands: readonly WeightBand[]
}

/** Cells from (x0, y0), up to (x1, y1) without it. */
export interface CellRect {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export function grown({ x0, y0, x1, y1 }: CellRect, byX: number, byY: number): CellRect {
  return { x0: x0 - byX, y0: y0 - byY, x1: x1 + byX, y1: y1 + byY }
}

export function clipped({ x0, y0, x1, y1 }: CellRect, width: number, height: number): CellRect {
  return {
    x0: Math.max(0, Math.floor(x0)),
    y0: Math.max(0, Math.floor(y0)),
    x1: Math.min(width, Math.ceil(x1)),
    y1: Math.min(height, Math.ceil(y1)),
  }
}

export function holds(outer: CellRect, { x0, y0, x1, y1 }: CellRect): boolean {
  return outer.x0 <= x0 && outer.y0 <= y0 && outer.x1 >= x1 && outer.y1 >= y1
}

/** The part of a surface that is worth painting for what is looked at: half as much again on every side. */
export function rectToPaint(seen: CellRect, width: number, height: number): CellRect {
  return clipped(grown(seen, (seen.x1 - seen.x0) / 2, (seen.y1 - seen.y0) / 2), width, height)
}
