export interface Box {
  readonly width: number
  readonly height: number
}

type Point = readonly [x: number, y: number]

export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Pointer {
  readonly at: Point
  /** Clockwise from up. */
  readonly angleDeg: number
}

/** How far from the edge a pointer's middle stands, rem. */
const INSET_REM = 2.75
/** Half of a pointer's width and height, rem. */
const HALF_REM = [2.75, 1.25] as const

/** Where at the edge of the picture a pointer to a place stands; null where the place is inside. */
export function pointerAt([x, y]: Point, { width, height }: Box, remPx = 16): Pointer | null {
  if (x >= 0 && y >= 0 && x <= width && y <= height) return null
  const [cx, cy] = [width / 2, height / 2]
  const [dx, dy] = [x - cx, y - cy]
  const inset = INSET_REM * remPx
  // As far along the line from the middle as the nearer pair of edges lets it.
  const share = Math.min(
    (cx - inset) / Math.max(1e-9, Math.abs(dx)),
    (cy - inset) / Math.max(1e-9, Math.abs(dy)),
  )
  return {
    at: [cx + dx * share, cy + dy * share],
    angleDeg: (Math.atan2(dx, -dy) * 180) / Math.PI,
  }
}

export interface EdgeGroup extends Pointer {
  /** Index of the most urgent of them. */
  readonly first: number
  readonly count: number
}

/** One pointer for each of the eight directions at most: arrows that lie on each other point nowhere. */
const DIRECTIONS = 8

/** Pointers to all places outside the picture, grouped by direction, clear of what lies over the map. */
export function pointersTo(
  places: readonly Point[],
  box: Box,
  remPx = 16,
  keepOut: Rect | null = null,
): readonly EdgeGroup[] {
  const byDirection = new Map<number, EdgeGroup>()
  const inView = places.filter((place) => pointerAt(place, box, remPx) === null)
  for (const [i, place] of places.entries()) {
    const pointer = pointerAt(place, box, remPx)
    if (!pointer) continue
    const direction = (Math.round((pointer.angleDeg / 360) * DIRECTIONS) + DIRECTIONS) % DIRECTIONS
    const known = byDirection.get(direction)
    byDirection.set(
      direction,
      known
        ? { ...known, count: known.count + 1 }
        : {
            ...pointer,
            at: besideOf(clearOf(pointer.at, remPx, keepOut), inView, box, remPx, keepOut),
            first: i,
            count: 1,
          },
    )
  }
  return [...byDirection.values()]
}

/** Half of an alarm's symbol with its ring, rem. */
const SYMBOL_REM = 1.5

/** Moved along its edge, as far as it must, off the alarms that are in the picture; where it stood if none is free. */
function besideOf(
  at: Point,
  inView: readonly Point[],
  { width, height }: Box,
  remPx: number,
  keepOut: Rect | null,
): Point {
  const isFree = ([x, y]: Point) =>
    inView.every(
      ([a, b]) =>
        Math.abs(a - x) >= (HALF_REM[0] + SYMBOL_REM) * remPx ||
        Math.abs(b - y) >= (HALF_REM[1] + SYMBOL_REM) * remPx,
    )
  if (isFree(at)) return at
  const inset = INSET_REM * remPx
  const isOnSide = at[0] <= inset + 1 || at[0] >= width - inset - 1
  const end = isOnSide ? height : width
  for (let by = remPx; by < end; by += remPx)
    for (const step of [by, -by]) {
      const moved: Point = isOnSide ? [at[0], at[1] + step] : [at[0] + step, at[1]]
      const along = isOnSide ? moved[1] : moved[0]
      if (along < inset || along > end - inset || !isFree(moved)) continue
      const [x, y] = clearOf(moved, remPx, keepOut)
      if (x === moved[0] && y === moved[1]) return moved
    }
  return at
}

/** Moved out from under the map's tools in the upper right corner, down or to the left, whichever is nearer. */
function clearOf([x, y]: Point, remPx: number, keepOut: Rect | null): Point {
  if (!keepOut) return [x, y]
  const [halfX, halfY] = [HALF_REM[0] * remPx, HALF_REM[1] * remPx]
  const left = keepOut.left - halfX
  const below = keepOut.bottom + halfY
  if (x <= left || y >= below || x >= keepOut.right + halfX || y <= keepOut.top - halfY)
    return [x, y]
  return x - left < below - y ? [left, y] : [x, below]
}

/** At most this many flash at once: more is a fairground, and the rest still shines. */
export const FLASHING = 3

/**
 * Which of the places flash: the most urgent in view. One near a more urgent one does not: two rings would be one, and
 * the map may show both places by one symbol.
 */
export function flashingOf(
  places: readonly Point[],
  { width, height }: Box,
  apartPx: number,
): readonly number[] {
  const chosen: number[] = []
  for (const [i, [x, y]] of places.entries()) {
    if (chosen.length === FLASHING) break
    if (x < 0 || y < 0 || x > width || y > height) continue
    const isNear = places.slice(0, i).some(([a, b]) => Math.hypot(a - x, b - y) < apartPx)
    if (!isNear) chosen.push(i)
  }
  return chosen
}
