/** A closed line in cells from the grid's corner; the middle of the first cell is (0.5, 0.5). First point = last. */
export type CellRing = readonly (readonly [x: number, y: number])[]

/** A connected part of the grid, corners do not connect, and the line round it. */
export interface Outline {
  readonly ring: CellRing
  /** Index of every cell inside, holes left out. */
  readonly cells: readonly number[]
}

/**
 * Every connected part of the cells given in order, with its outer line by marching squares. Between the centre of a cell
 * that is in and one that is out, the line runs where `height`, above 0 inside and taken as at most 0 outside, would
 * reach 0.
 */
export function outlinesOf(
  ascending: readonly number[],
  height: (cell: number) => number,
  width: number,
  rows: number,
): Outline[] {
  const members = new Uint8Array(width * rows)
  for (const cell of ascending) members[cell] = 1
  const isIn = (cell: number) => members[cell] === 1
  const seen = new Uint8Array(members.length)
  const found: Outline[] = []
  for (const cell of ascending) {
    if (seen[cell] === 1) continue
    const cells = connected(cell, isIn, seen, width, rows)
    // The first cell met lies in the part's north row, farthest west in it: the line north of it is the outer one.
    found.push({ ring: outerRing(cell, isIn, height, width, rows), cells })
  }
  return found
}

function connected(
  from: number,
  isIn: (cell: number) => boolean,
  seen: Uint8Array,
  width: number,
  rows: number,
): number[] {
  const cells = [from]
  seen[from] = 1
  const visit = (cell: number) => {
    if (seen[cell] === 1 || !isIn(cell)) return
    seen[cell] = 1
    cells.push(cell)
  }
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number
    const x = cell % width
    if (x > 0) visit(cell - 1)
    if (x < width - 1) visit(cell + 1)
    if (cell >= width) visit(cell - width)
    if (cell < width * (rows - 1)) visit(cell + width)
  }
  return cells
}

/** East, south, west, north, with y running south. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/**
 * Walks round a part with the outside on the left hand, from a cell with nothing north of it. Each side between a cell
 * that is in and one that is out gives one point of the line.
 */
function outerRing(
  start: number,
  isIn: (cell: number) => boolean,
  height: (cell: number) => number,
  width: number,
  rows: number,
): CellRing {
  const at = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < rows ? y * width + x : -1
  const inside = (cell: number) => cell >= 0 && isIn(cell)
  const ring: [number, number][] = []
  const [startX, startY] = [start % width, Math.floor(start / width)]
  let [x, y, heading] = [startX, startY, 0]
  do {
    const [outX, outY] = STEPS[(heading + 3) % 4] as (typeof STEPS)[number]
    const within = height(at(x, y))
    const beyond = at(x + outX, y + outY)
    const without = beyond < 0 ? -within : Math.min(0, height(beyond))
    const share = within > without ? within / (within - without) : 0.5
    ring.push([x + 0.5 + outX * share, y + 0.5 + outY * share])
    const [dx, dy] = STEPS[heading] as (typeof STEPS)[number]
    const ahead = at(x + dx, y + dy)
    const aheadLeft = at(x + dx + outX, y + dy + outY)
    if (!inside(ahead)) heading = (heading + 1) % 4
    else if (!inside(aheadLeft)) [x, y] = [x + dx, y + dy]
    else {
      ;[x, y] = [x + dx + outX, y + dy + outY]
      heading = (heading + 3) % 4
    }
  } while (!(x === startX && y === startY && heading === 0))
  ring.push(ring[0] as [number, number])
  return ring
}
