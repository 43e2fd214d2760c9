import { worldPx } from '../../map/mercator'
import type { ShownAlarm } from './standing'

/** Nearer than this both across and down, two numbers with their halos lie on each other. */
const ACROSS_PX = 78
const DOWN_PX = 46

export interface AtOnePlace {
  /** The one that comes first in the queue. */
  readonly lead: ShownAlarm
  readonly members: readonly ShownAlarm[]
}

/**
 * Alarms that would lie on each other at this zoom, each with those near it, in the order of the queue; what is chosen
 * stands alone. Those without a place are left out.
 */
export function groupByPlace(
  queue: readonly ShownAlarm[],
  zoom: number,
  isChosen: (one: ShownAlarm) => boolean,
): readonly AtOnePlace[] {
  const groups: { lead: ShownAlarm; members: ShownAlarm[] }[] = []
  // A grid of cells as large as the distances: whoever is near lies in the cell or beside it.
  const byCell = new Map<string, { group: (typeof groups)[number]; x: number; y: number }[]>()
  for (const one of queue) {
    if (!one.position) continue
    const [x, y] = worldPx(one.position[0], one.position[1], zoom)
    const [column, row] = [Math.floor(x / ACROSS_PX), Math.floor(y / DOWN_PX)]
    const near = isChosen(one)
      ? undefined
      : [-1, 0, 1]
          .flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx} ${row + dy}`))
          .flatMap((cell) => byCell.get(cell) ?? [])
          .find((other) => Math.abs(other.x - x) < ACROSS_PX && Math.abs(other.y - y) < DOWN_PX)
    if (near) {
      near.group.members.push(one)
      continue
    }
    const group = { lead: one, members: [one] }
    groups.push(group)
    if (isChosen(one)) continue
    const cell = `${column} ${row}`
    byCell.set(cell, [...(byCell.get(cell) ?? []), { group, x, y }])
  }
  return groups
}
