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
  readonly key: string
  /** Mean of the members' positions. */
  readonly position: LngLat
  readonly readiness: Readiness
  readonly worst: DeviceClass
}

export type GroupBy = 'prefecture' | 'county' | 'place'

/** First four, or all six, digits of the division code (GB/T 2260). */
function keyOf({ device }: DeviceNow, by: GroupBy): string {
  if (by === 'place') return device.placeId
  return by === 'county' ? device.areaCode : device.areaCode.slice(0, 4)
}

/** Every device that has a position is in exactly one group; a group's counts are the sum of its members'. */
export function groupDevices(all: readonly DeviceNow[], by: GroupBy): readonly DeviceGroup[] {
  const members = new Map<string, DeviceNow[]>()
  for (const one of all) {
    if (!one.device.position) continue
    const key = keyOf(one, by)
    const group = members.get(key)
    if (group) group.push(one)
    else members.set(key, [one])
  }
  return [...members].map(([key, group]) => {
    const readiness = readinessOf(group)
    return {
      key,
      position: meanOf(group),
      readiness,
      worst: DEVICE_CLASSES.find((one) => readiness.classes[one] > 0) ?? 'unknown',
    }
  })
}

function meanOf(group: readonly DeviceNow[]): LngLat {
  let [lng, lat, n] = [0, 0, 0]
  for (const { device } of group) {
    if (!device.position) continue
    lng += device.position[0]
    lat += device.position[1]
    n++
  }
  return [lng / n, lat / n]
}
