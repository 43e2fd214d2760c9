import { DAY_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import type { Device } from '../fire-plan'
import { rounded } from '../geography'
import type { Ground, Records, WireOf } from './feed'

export function fireDeviceSource(ground: Ground, plan: readonly Device[]): Records<'fire-devices'> {
  const observedAt = iso(Math.floor(ground.startAt / DAY_MS) * DAY_MS - 3 * DAY_MS)
  const items = plan.map(
    (device): WireOf<'fire-devices'> => ({
      id: device.id,
      kind: device.kind,
      placeId: device.placeId,
      place: device.place,
      placeEn: device.placeEn,
      buildingClass: device.buildingClass,
      woodenHouses: device.woodenHouses,
      position: device.position && rounded(device.position),
      areaCode: device.areaCode,
      condition: device.condition,
      observedAt,
    }),
  )
  return () => items
}
