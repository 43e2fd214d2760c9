import type { LngLat } from '../../domain/geo'
import { worldPx } from '../../map/mercator'

/** Nearer than this both across and down, two numbers with their halos lie on each other. */
const ACROSS_PX = 78
const DOWN_PX = 46

/** Whether alarms so many px apart stand together as one number. */
const standTogether = (acrossPx: number, downPx: number) =>
  Math.abs(acrossPx) < ACROSS_PX && Math.abs(downPx) < DOWN_PX

/** What is grouped: an alarm, or what is told of it. */
interface Placed {
  readonly position: LngLat | null
}

export interface AtOnePlace<One extends Placed> {
  /** The one that comes first in the queue. */
  readonly lead: One
  readonly members: readonly One[]
}

interface Group<One extends Placed> extends AtOnePlace<One> {
  readonly members: One[]
  readonly x: number
  readonly y: number
  readonly isAlone: boolean
}

/**
 * Alarms that would lie on each other at this zoom, each with those near it, in the order of the queue; what is chosen
 * stands alone. Those without a place are left out.
 */
export function groupByPlace<One extends Placed>(
  queue: readonly One[],
  zoom: number,
  isChosen: (one: One) => boolean,
): readonly AtOnePlace<One>[] {
  const groups: Group<One>[] = []
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
