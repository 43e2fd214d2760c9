import {
  DEVICE_CLASSES,
  type DeviceClass,
  type DeviceNow,
  type Readiness,
  readinessOf,
} from './fire-readiness'
import type { LngLat } from './geo'

/** Devices drawn as one: of a prefecture, a county or a place. */
export interface DeviceGroup {
  readonly by: GroupBy
  /** Unique among the groups of one kind. */
  readonly key: string
  readonly members: readonly DeviceNow[]
  /** Mean of the members' positions. */
  readonly position: LngLat
  readonly readiness: Readiness
  readonly worst: DeviceClass
}

export const GROUPINGS = ['prefecture', 'county', 'place'] as const
export type GroupBy = (typeof GROUPINGS)[number]

/** First four, or all six, digits of the division code (GB/T 2260); or the place's id. */
export function groupKey({ device }: DeviceNow, by: GroupBy): string {
  if (by === 'place') return device.placeId
  return by === 'county' ? device.areaCode : device.areaCode.slice(0, 4)
}

/** Every device that has a position is in exactly one group; a group's counts are the sum of its members'. */
export function groupDevices(all: readonly DeviceNow[], by: GroupBy): readonly DeviceGroup[] {
  const members = new Map<string, DeviceNow[]>()
  for (const one of all) {
    if (!one.device.position) continue
    const key = groupKey(one, by)
    const group = members.get(key)
    if (group) group.push(one)
    else members.set(key, [one])
  }
  return [...members].map(([key, group]) => {
    const readiness = readinessOf(group)
    return {
      by,
      key,
      members: group,
      position: meanOf(group),
      readiness,
      worst: worstClass(readiness),
    }
  })
}

export function worstClass({ classes }: Readiness): DeviceClass {
  return DEVICE_CLASSES.find((one) => classes[one] > 0) ?? 'unknown'
}

function meanOf(placed: readonly DeviceNow[]): LngLat {
  const positions = placed.flatMap(({ device }) => (device.position ? [device.position] : []))
  const mean = (axis: 0 | 1) =>
    positions.reduce((sum, position) => sum + position[axis], 0) / positions.length
  return [mean(0), mean(1)]
}
