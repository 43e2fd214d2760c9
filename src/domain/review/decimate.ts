/** Part of a plane that is drawn, and how many pixels it has. */
export interface Frame {
  readonly from: number
  readonly to: number
  /** Pixels along x; whole. */
  readonly widthPx: number
}

/** In `kept`: the line is broken here. */
export const BREAK = -1

/**
 * Which points of a line to draw so that it looks as all of them would: of each column of pixels the first, the least, the
 * most and the last (M4, Jugel et al. 2014). Indices in order, `BREAK` where a gap (NaN) was; never two breaks in a row, none
 * at the ends. `x` ascends. One pass, at most four points and a break or two a column.
 */
export declare function decimate(x: Float64Array, y: Float64Array, frame: Frame): Int32Array
