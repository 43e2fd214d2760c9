import { isUnacknowledged } from '../../domain/alarm'
import { worldPx } from '../../map/mercator'
import type { Scene } from '../topic'
import { alarmId } from './data'
import type { ShownAlarm } from './standing'

/** Nearer than this both across and down, two numbers with their halos lie on each other. */
const ACROSS_PX = 78
const DOWN_PX = 46

/** Whether alarms so many px apart stand together as one number. */
const standTogether = (acrossPx: number, downPx: number) =>
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
 * Alarms of the first priority as they stand on the map, answered or not: an answer must not burst a number into
 * signs. In front stands the one that is told of, then who waits for an answer.
 */
export function firstPriorityAt(
  queue: readonly ShownAlarm[],
  { zoom, selectedId, leadId }: Pick<Scene, 'zoom' | 'selectedId' | 'leadId'>,
): readonly AtOnePlace[] {
  const rank = (one: ShownAlarm) => (alarmId(one) === leadId ? 2 : Number(isUnacknowledged(one)))
  const inOrder = queue
    .filter(({ priority }) => priority === 1)
    .toSorted((a, b) => rank(b) - rank(a))
  return groupByPlace(inOrder, zoom, (one) => alarmId(one) === selectedId)
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
