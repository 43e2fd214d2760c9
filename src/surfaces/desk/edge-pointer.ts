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
  for (const [i, place] of places.entries()) {
    const pointer = pointerAt(place, box, remPx)
    if (!pointer) continue
    const direction = (Math.round((pointer.angleDeg / 360) * DIRECTIONS) + DIRECTIONS) % DIRECTIONS
    const known = byDirection.get(direction)
    byDirection.set(
      direction,
      known
        ? { ...known, count: known.count + 1 }
        : { ...pointer, at: clearOf(pointer.at, remPx, keepOut), first: i, count: 1 },
    )
  }
  return [...byDirection.values()]
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

/** Which of the places flash: the most urgent in view, none so near that two rings would be one. */
export function flashingOf(
  places: readonly Point[],
  { width, height }: Box,
  apartPx: number,
): readonly number[] {
  const chosen: number[] = []
  for (const [i, [x, y]] of places.entries()) {
    if (chosen.length === FLASHING) break
    if (x < 0 || y < 0 || x > width || y > height) continue
    const isNear = chosen.some((other) => {
      const [a, b] = places[other] as Point
      return Math.hypot(a - x, b - y) < apartPx
    })
    if (!isNear) chosen.push(i)
  }
  return chosen
}
