export interface Box {
  readonly width: number
  readonly height: number
}

export interface Pointer {
  readonly at: readonly [number, number]
  /** Clockwise from up. */
  readonly angleDeg: number
}

/** How far from the edge a pointer stands, px. */
const INSET_PX = 34

/** Where at the edge of the picture a pointer to a place stands; null where the place is inside. */
export function pointerAt(
  [x, y]: readonly [number, number],
  { width, height }: Box,
): Pointer | null {
  if (x >= 0 && y >= 0 && x <= width && y <= height) return null
  const [cx, cy] = [width / 2, height / 2]
  const [dx, dy] = [x - cx, y - cy]
  // As far along the line from the middle as the nearer pair of edges lets it.
  const share = Math.min(
    (cx - INSET_PX) / Math.max(1e-9, Math.abs(dx)),
    (cy - INSET_PX) / Math.max(1e-9, Math.abs(dy)),
  )
  return {
    at: [cx + dx * share, cy + dy * share],
    angleDeg: (Math.atan2(dx, -dy) * 180) / Math.PI,
  }
}
