import { DEMAND_KINDS, type Demand, type DemandKind } from './advice'
import { type CrowdLevel, OVERDUE_MOST, OVERDUE_WEIGHT, PRESSURE_WEIGHT } from './demand-weights'
import { centreOf, type LngLat } from './geo'
import { areaOf, INCIDENT_SOURCES } from './incident'
import { feedsDensity, type IncidentSet } from './incident-set'
import { isTown } from './incident-target'
import type { PlaceIdleness } from './patrol-idleness'

export interface CrowdPressure {
  readonly position: LngLat
  readonly areaCode: string
  readonly level: CrowdLevel
}

/** Incidents of about one square kilometre are one point, at their mean. */
const CELL_DEG = 0.01

/**
 * What patrols are asked to be near: one for each incident that the public reported in the window, and weights of our
 * own for overdue watch places and crowds (`demand-weights.ts`). What patrols found themselves is left out: it would
 * send them back to where they have been (Ensign et al. 2017). Areas are prefectures.
 */
export function demandOf(
  set: IncidentSet | null,
  places: readonly PlaceIdleness[],
  crowds: readonly CrowdPressure[],
): Demand {
  const cells = new Map<string, Point>()
  const put = (
    kind: DemandKind,
    [lng, lat]: LngLat,
    areaCode: string,
    weight: number,
    key: string,
  ) => {
    const area = areaCode.slice(0, 4)
    const point = cells.get(`${kind} ${area} ${key}`)
    if (!point)
      cells.set(`${kind} ${area} ${key}`, {
        kind,
        area,
        isInTown: isTown(areaCode),
        weight,
        lng: lng * weight,
        lat: lat * weight,
      })
    else {
      point.weight += weight
      point.lng += lng * weight
      point.lat += lat * weight
    }
  }
  for (const { position, areaCode } of set ? reported(set) : []) {
    const key = `${Math.floor(position[0] / CELL_DEG)} ${Math.floor(position[1] / CELL_DEG)}`
    put('incidents', position, areaCode, 1, key)
  }
  for (const { place, ratio, level } of places)
    if (
      (level === 'overdue' || level === 'long-overdue') &&
      ratio !== null &&
      place.ring.length > 0
    )
      put(
        'overdue',
        centreOf(place.ring),
        place.areaCode,
        OVERDUE_WEIGHT * Math.min(OVERDUE_MOST, ratio - 1),
        place.id,
      )
  crowds.forEach(({ position, areaCode, level }, i) => {
    put('crowds', position, areaCode, PRESSURE_WEIGHT[level], String(i))
  })
  const points = [...cells.values()].filter(({ weight }) => weight > 0)
  const areaCodes = [...new Set(points.map(({ area }) => area))].sort()
  return {
    lng: Float64Array.from(points, ({ lng, weight }) => lng / weight),
    lat: Float64Array.from(points, ({ lat, weight }) => lat / weight),
    weight: Float64Array.from(points, ({ weight }) => weight),
    kind: Uint8Array.from(points, ({ kind }) => DEMAND_KINDS.indexOf(kind)),
    inTown: Uint8Array.from(points, ({ isInTown }) => Number(isInTown)),
    area: Uint16Array.from(points, ({ area }) => areaCodes.indexOf(area)),
    areaCodes,
  }
}

interface Point {
  readonly kind: DemandKind
  readonly area: string
  readonly isInTown: boolean
  weight: number
  lng: number
  lat: number
}

/** What the public reported, with a place. */
function* reported({ columns, first, end, recent }: IncidentSet) {
  if (columns)
    for (let i = first; i < end; i++) {
      const position = [columns.lng[i] as number, columns.lat[i] as number] as const
      if (!feedsDensity(INCIDENT_SOURCES[columns.source[i] as number] ?? 'unknown')) continue
      if (Number.isFinite(position[0])) yield { position, areaCode: areaOf(columns, i) }
    }
  for (const { source, position, areaCode } of recent)
    if (feedsDensity(source) && position) yield { position, areaCode }
}
