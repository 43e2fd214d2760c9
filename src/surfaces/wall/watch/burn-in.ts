/** How far the picture wanders from its place, px of CSS: less than the margin that every panel keeps. */
export const REACH_PX = 4
/** One px in this time: nobody sees it move. */
export const STEP_MS = 240_000

/**
 * Where the picture stands after so many steps: round the rim of a square, so that no edge of it burns into the panels.
 * Whole px, or text would be drawn between two of them.
 */
export function shiftAt(step: number): readonly [x: number, y: number] {
  const side = 2 * REACH_PX
  const into = ((step % (4 * side)) + 4 * side) % (4 * side)
  const along = (into % side) - REACH_PX
  switch (Math.floor(into / side)) {
    case 0:
      return [along, -REACH_PX]
    case 1:
      return [REACH_PX, along]
    case 2:
      return [-along, REACH_PX]
    default:
      return [-REACH_PX, -along]
  }
}
