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
