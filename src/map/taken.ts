import type { Box } from './boxes'

/** Clear px between two labels. */
export const GAP = 2
const CELL = 64

/** Room that is taken on the picture: boxes by the cells that they touch. */
export class Taken {
  private readonly cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  meets(box: Box): boolean {
    return keysOf(box).some((key) =>
      this.cells
        .get(key)
        ?.some(
          (other) =>
            box.left < other.right + GAP &&
            other.left < box.right + GAP &&
            box.top < other.bottom &&
            other.top < box.bottom,
        ),
    )
  }
}

function keysOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = []
  for (let i = Math.floor((left - GAP) / CELL); i <= Math.floor((right + GAP) / CELL); i++)
    for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j++) keys.push(`${i},${j}`)
  return keys
}
