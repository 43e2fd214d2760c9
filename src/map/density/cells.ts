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

/** What lies in both; of no cells, its end is not beyond its beginning. */
export function inside(a: CellRect, b: CellRect): CellRect {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  }
}

export const isEmpty = ({ x0, y0, x1, y1 }: CellRect) => x1 <= x0 || y1 <= y0

/** Squares of so many cells a side that cells lie in. */
export function squaresAbout({ x0, y0, x1, y1 }: CellRect, side: number): CellRect {
  return {
    x0: Math.floor(x0 / side),
    y0: Math.floor(y0 / side),
    x1: Math.ceil(x1 / side),
    y1: Math.ceil(y1 / side),
  }
}

/** How many such squares there are, across and down. */
export function squaresOf(
  { width, height }: { readonly width: number; readonly height: number },
  side: number,
): [number, number] {
  return [Math.ceil(width / side), Math.ceil(height / side)]
}
