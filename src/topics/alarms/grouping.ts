import { worldPx } from '../../map/mercator'
import type { ShownAlarm } from './standing'

/** Nearer than this both across and down, two numbers with their halos lie on each other. */
const ACROSS_PX = 78
const DOWN_PX = 46

/** Whether alarms so many px apart stand together as one number. */
export const standTogether = (acrossPx: number, downPx: number) =>
  Math.abs(acrossPx) < ACROSS_PX && Math.abs(downPx) < DOWN_PX

export interface AtOnePlace {
  /** The one that comes first in the queue. */
  readonly lead: ShownAlarm
  readonly members: readonly ShownAlarm[]
}

interface Group extends AtOnePlace {
  readonly members: ShownAlarm[]
  readonly x: number
  readonly y: number
  readonly isAlone: boolean
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
  const groups: Group[] = []
  for (const one of queue) {
    if (!one.position) continue
    const [x, y] = worldPx(one.position[0], one.position[1], zoom)
    const isAlone = isChosen(one)
    const near = groups.find(
      (group) => !isAlone && !group.isAlone && standTogether(group.x - x, group.y - y),
    )
    if (near) near.members.push(one)
    else groups.push({ lead: one, members: [one], x, y, isAlone })
  }
  return groups
}
