/** Part of the x axis that is drawn, and how many pixels it has. */
export interface Frame {
  readonly from: number
  readonly to: number
  /** Whole pixels; finer for a screen that has several to one. */
  readonly widthPx: number
}

/** In what `decimate` returns: the line is broken here. */
export const BREAK = -1

/**
 * Which points of a line to draw so that it looks as all of them would: in each column of pixels the first, the least, the
 * greatest and the last (M4, Jugel et al. 2014). Every pixel column then has the same reach from top to bottom, and lines
 * from one column to the next are the same lines. Indices in order, `BREAK` where a gap was: a gap is a `y` that is not
 * finite, and it breaks the line even where it is narrower than a pixel. Never two breaks in a row, none at the ends.
 *
 * `x` ascends; points outside the frame are left out but for the one on either side, whose line enters the frame. One pass;
 * at most four points and, where it has gaps, as many breaks in a column. A frame without width, or turned round: nothing.
 */
export function decimate(x: Float64Array, y: Float64Array, frame: Frame): Int32Array {
  const { from, to, widthPx } = frame
  const n = Math.min(x.length, y.length)
  if (!(to > from) || !(widthPx >= 1) || n === 0) return new Int32Array(0)
  const [first, end] = drawnOf(x, n, frame)
  // Gaps can make as many pieces of a column as it has points.
  const kept = new Int32Array(2 * (end - first))
  const perPx = widthPx / (to - from)
  let size = 0
  let i = first
  let isBroken = false
  while (i < end) {
    if (!Number.isFinite(y[i])) {
      isBroken = size > 0
      i++
      continue
    }
    const column = Math.floor(((x[i] as number) - from) * perPx)
    const start = i
    let least = i
    let greatest = i
    while (
      i < end &&
      Number.isFinite(y[i]) &&
      Math.floor(((x[i] as number) - from) * perPx) === column
    ) {
      if ((y[i] as number) < (y[least] as number)) least = i
      if ((y[i] as number) > (y[greatest] as number)) greatest = i
      i++
    }
    if (isBroken) kept[size++] = BREAK
    isBroken = false
    const last = i - 1
    const [a, b] = least < greatest ? [least, greatest] : [greatest, least]
    kept[size++] = start
    if (a > start) kept[size++] = a
    if (b > a && b > start) kept[size++] = b
    if (last > b && last > start) kept[size++] = last
  }
  return kept.slice(0, size)
}

/** From the last point before the frame to the first behind it, by halving; half-open. */
function drawnOf(x: Float64Array, n: number, { from, to }: Frame): readonly [number, number] {
  const firstFrom = (limit: number, isAfter: boolean) => {
    let low = 0
    let high = n
    while (low < high) {
      const middle = (low + high) >> 1
      const at = x[middle] as number
      if (isAfter ? at > limit : at >= limit) high = middle
      else low = middle + 1
    }
    return low
  }
  return [Math.max(0, firstFrom(from, false) - 1), Math.min(n, firstFrom(to, true) + 1)]
}
